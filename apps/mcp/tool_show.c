/* tool_show.c - show: a report, or one record of it with its words and its paragraph. */
#include <stdio.h>
#include <string.h>

#include "handlers.h"
#include "json_make.h"
#include "named_record.h"
#include "quoted_words.h"
#include "tools.h"

static const char *const shared[] = {"id",        "report", "kind", "paragraph", "title",
                                     "publisher", "date",   "url",  "sha256",    "custody"};

/* What the API has under the name of its kind is under "record" here. */
static json_object *quote_record(json_object *said, const lgm_record *r)
{
    json_object *const o = json_object_new_object();
    json_object *const element = json_object_get(made_value(said, made_text(said, "kind")));
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++)
        make_value(o, shared[i], json_object_get(made_value(said, shared[i])));
    if (element) mcp_quote_element(element, r);
    make_value(o, "record", element);
    make_value(
        o, "words",
        mcp_quote_of(r, (lgm_cpspan){(uint32_t)json_object_get_int64(made_value(said, "start")),
                                     (uint32_t)json_object_get_int64(made_value(said, "end"))}));
    return o;
}

static void put_str(json_object *o, const char *key, lgm_str s)
{
    make_value(o, key, s.ptr ? json_object_new_string_len(s.ptr, (int)s.len) : NULL);
}

/* Of a whole report what is known of it, its first line, and how much was read in it. */
static json_object *quote_report(int64_t report, const lgm_record *r)
{
    json_object *const o = json_object_new_object();
    const lgm_cpspan first = r->sentences.n ? r->sentences.at[0] : (lgm_cpspan){0, 0};
    char id[24], hash[65];
    snprintf(id, sizeof id, "%lld", (long long)report);
    for (size_t i = 0; i < 32; i++) snprintf(hash + 2 * i, 3, "%02x", r->sha256[i]);
    make_text(o, "id", id);
    make_number(o, "report", report);
    make_text(o, "kind", "report");
    make_value(o, "paragraph", NULL);
    put_str(o, "title", r->title);
    put_str(o, "publisher", r->publisher);
    put_str(o, "date", r->date);
    put_str(o, "url", r->url);
    make_text(o, "sha256", hash);
    make_value(o, "custody", NULL);
    make_value(o, "record", mcp_counts_of(r));
    make_value(o, "words", mcp_quote_of(r, first));
    return o;
}

json_object *mcp_show(mcp_tool *t)
{
    asked_field fields[] = {{"redact", "true"}};
    named_record found;
    json_object *quoted = NULL;
    exchange x = mcp_tool_exchange(t, fields);
    x.n_fields = mcp_tool_redacts(t) ? 1 : 0;
    x.rest = mcp_tool_text(t, "id");
    if (!named_record_find(&found, &x)) {
        mcp_tool_refused(t, &x);
    } else if (!found.of.kind) {
        quoted = quote_report(found.report, found.record);
        lgm_record_free(found.record);
        mcp_tool_link(t, found.report);
    } else {
        json_object *const said = mcp_tool_ask(t, &x, handle_record);
        if (said) quoted = quote_record(said, found.record);
        json_object_put(said);
        lgm_record_free(found.record);
        mcp_tool_link(t, found.report);
    }
    strbuf_done(&x.out);
    return quoted;
}
