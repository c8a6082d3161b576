/* tool_read.c - read_report: a report of the ledger, or a text that is read now and not kept. */
#include <stdio.h>
#include <string.h>

#include "json_make.h"
#include "legomena/redact.h"
#include "named_record.h"
#include "quoted_words.h"
#include "read_body.h"
#include "tools.h"

enum { USUAL_ITEMS = 50, MOST_TEXT = 100000 };

static const char *const facts[] = {"title", "byline", "publisher", "date",
                                    "url",   "lang",   "sha256",    "model"};
static const char *const lists[] = {"claims", "entities", "events",   "figures", "incidents",
                                    "times",  "timeline", "disputes", "notes"};
static const char *const usual_parts[] = {"text", "claims", "disputes"};

/* ---- the record ---- */

/* A line of JSON Lines, as it would come from a file. */
static lgm_record *read_text(mcp_tool *t, lgm_worker *worker)
{
    static const char *const keys[] = {"text", "title", "publisher", "date", "url"};
    json_object *const line = json_object_new_object();
    exchange x = mcp_tool_exchange(t, NULL);
    lgm_record *record = NULL;
    lgm_err err = {0};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (mcp_tool_text(t, keys[i])) make_text(line, keys[i], mcp_tool_text(t, keys[i]));
    x.body = made_line(line, &x.body_len);
    x.body_type = "application/json";
    if (x.body) read_body(&x, worker);
    if (!x.body || x.out.failed)
        strbuf_puts(&t->why, "out of memory");
    else if (x.status >= 400)
        mcp_tool_refused(t, &x);
    else if (lgm_record_read(&record, x.out.at, x.out.len, &err) != LGM_OK)
        strbuf_puts(&t->why, err.message);
    strbuf_done(&x.out);
    json_object_put(line);
    return record;
}

static lgm_record *redacted(mcp_tool *t, lgm_record *whole)
{
    lgm_record *record = NULL;
    lgm_err err = {0};
    if (!whole || !mcp_tool_redacts(t)) return whole;
    if (lgm_redact(&record, whole, &err) != LGM_OK) {
        strbuf_puts(&t->why, err.message);
        record = NULL;
    }
    lgm_record_free(whole);
    return record;
}

static lgm_record *read_now(mcp_tool *t)
{
    mcp *const m = t->call->mcp;
    lgm_err err = {0};
    t->aside = true;
    if (!m->worker && m->in_list) {
        strbuf_puts(&t->why, "a request with a text should come alone, in no list");
        return NULL;
    }
    if (!m->worker) {
        m->apart = true;
        return NULL;
    }
    lgm_worker *const worker = m->worker(m->ctx, &err);
    if (worker) return redacted(t, read_text(t, worker));
    strbuf_puts(&t->why, err.message);
    return NULL;
}

static lgm_record *find_report(mcp_tool *t, int64_t *report)
{
    asked_field fields[] = {{"redact", "true"}};
    named_record found = {0};
    exchange x = mcp_tool_exchange(t, fields);
    x.n_fields = mcp_tool_redacts(t) ? 1 : 0;
    x.rest = mcp_tool_text(t, "report");
    if (!named_record_find(&found, &x)) {
        found.record = NULL;
        mcp_tool_refused(t, &x);
    }
    strbuf_done(&x.out);
    *report = found.report;
    return found.record;
}

/* ---- what is shown of it ---- */

static bool has_part(const mcp_tool *t, const char *part)
{
    json_object *const parts = made_list(t->arguments, "parts");
    for (size_t i = 0; !parts && i < sizeof usual_parts / sizeof *usual_parts; i++)
        if (strcmp(usual_parts[i], part) == 0) return true;
    for (size_t i = 0; parts && i < json_object_array_length(parts); i++)
        if (strcmp(json_object_get_string(json_object_array_get_idx(parts, i)), part) == 0)
            return true;
    return false;
}

/* So many of a list, with their words; true: there are more. */
static bool put_list(json_object *o, const char *name, json_object *all, const lgm_record *r,
                     size_t offset, size_t limit)
{
    json_object *const list = json_object_new_array();
    const size_t n = all ? json_object_array_length(all) : 0;
    for (size_t i = offset; i < n && i - offset < limit; i++) {
        json_object *const one = json_object_get(json_object_array_get_idx(all, i));
        mcp_quote_element(one, r);
        json_object_array_add(list, one);
    }
    make_value(o, name, list);
    return n > offset && n - offset > limit;
}

static void put_text(json_object *o, const lgm_record *r)
{
    const lgm_str start = lgm_record_quote(r, (lgm_cpspan){0, MOST_TEXT});
    const bool cut = start.len > 0 && start.len < r->text.len;
    const lgm_str text = cut ? start : r->text;
    make_value(o, "text", json_object_new_string_len(text.ptr ? text.ptr : "", (int)text.len));
    if (cut) make_switch(o, "text_is_cut", true);
}

static json_object *quote(mcp_tool *t, const lgm_record *r, int64_t report)
{
    const size_t limit = (size_t)mcp_tool_number(t, "limit", USUAL_ITEMS);
    char *json;
    size_t len;
    lgm_err err = {0};
    bool more = false;
    if (lgm_record_write(r, LGM_FORMAT_JSON, &json, &len, &err) != LGM_OK) {
        strbuf_puts(&t->why, err.message);
        return NULL;
    }
    json_object *const whole = json_tokener_parse(json), *const o = json_object_new_object();
    lgm_string_free(json);
    make_value(o, "report", report ? json_object_new_int64(report) : NULL);
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        make_value(o, facts[i], json_object_get(made_value(whole, facts[i])));
    make_value(o, "counts", mcp_counts_of(r));
    if (has_part(t, "text") && !t->offset) put_text(o, r);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (has_part(t, lists[i]))
            more |= put_list(o, lists[i], made_list(whole, lists[i]), r, t->offset, limit);
    make_value(o, "warnings", json_object_get(made_list(whole, "warnings")));
    if (more) snprintf(t->next, sizeof t->next, "%zu", t->offset + limit);
    json_object_put(whole);
    return o;
}

json_object *mcp_read_report(mcp_tool *t)
{
    const bool named = mcp_tool_text(t, "report") != NULL;
    int64_t report = 0;
    if (named == (mcp_tool_text(t, "text") != NULL)) {
        strbuf_puts(&t->why, "either report (its number, id or address) or text: one of both");
        return NULL;
    }
    if (!mcp_tool_reads_cursor(t)) return NULL;
    lgm_record *const record = named ? find_report(t, &report) : read_now(t);
    if (!record) return NULL;
    json_object *const quoted = quote(t, record, report);
    if (report) mcp_tool_link(t, report);
    lgm_record_free(record);
    return quoted;
}
