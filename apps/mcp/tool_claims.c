/* tool_claims.c - search_claims: the question of `legomena claims`, with places of its words. */
#include <string.h>

#include "handlers.h"
#include "json_make.h"
#include "named_record.h"
#include "quoted_words.h"
#include "tools.h"

#define USUAL_ROWS "20"
enum { MOST_FIELDS = 64 };

typedef struct last_record { /* rows of one report often stand together */
    int64_t report;
    lgm_record *record;
} last_record;

/* The conditions, as the handler has them: values of JSON as texts. */
static size_t put_fields(mcp_tool *t, asked_field *fields)
{
    size_t n = 0;
    bool limited = false;
    if (t->arguments) {
        json_object_object_foreach (t->arguments, name, value) {
            if (!value || strcmp(name, "redact") == 0 || n + 2 >= MOST_FIELDS) continue;
            limited |= strcmp(name, "limit") == 0;
            fields[n++] = (asked_field){name, json_object_get_string(value)};
        }
    }
    if (!limited) fields[n++] = (asked_field){"limit", USUAL_ROWS};
    if (mcp_tool_redacts(t)) fields[n++] = (asked_field){"redact", "true"};
    return n;
}

static const lgm_claim *find_claim(mcp_tool *t, const char *id, last_record *last,
                                   const lgm_record **record)
{
    asked_field fields[] = {{"redact", "true"}};
    named_record found;
    const char *const colon = strchr(id, ':');
    exchange x = mcp_tool_exchange(t, fields);
    x.n_fields = mcp_tool_redacts(t) ? 1 : 0;
    x.rest = id;
    if (last->report != mcp_report_of(id)) {
        lgm_record_free(last->record);
        *last = (last_record){0};
        if (named_record_find(&found, &x)) *last = (last_record){found.report, found.record};
        strbuf_done(&x.out);
    }
    const int64_t n = colon && colon[1] == 'c' ? mcp_report_of(colon + 2) : 0;
    *record = last->record;
    return last->record && n > 0 && (uint64_t)n <= last->record->claims.n
               ? &last->record->claims.at[n - 1]
               : NULL;
}

static json_object *spans_of(const lgm_record *r, const lgm_claim *c)
{
    json_object *const o = json_object_new_object();
    make_value(o, "source", mcp_quotes_of(r, c->source));
    make_value(o, "cue", mcp_quotes_of(r, c->cue));
    make_value(o, "content", mcp_quotes_of(r, c->content));
    make_value(o, "quoted", mcp_quotes_of(r, c->quoted));
    return o;
}

/* Rows of an earlier time are of a reading that may have other places: they have their words. */
static void add_spans(mcp_tool *t, json_object *rows)
{
    const bool now = !mcp_tool_text(t, "as-of");
    last_record last = {0};
    for (size_t i = 0; i < json_object_array_length(rows); i++) {
        json_object *const row = json_object_array_get_idx(rows, i);
        const char *const id = made_text(row, "id");
        const lgm_record *r = NULL;
        const lgm_claim *const c = id ? find_claim(t, id, &last, &r) : NULL;
        make_number(row, "report", mcp_report_of(id));
        make_value(row, "spans", c && now ? spans_of(r, c) : NULL);
        mcp_tool_link(t, mcp_report_of(id));
    }
    lgm_record_free(last.record);
}

json_object *mcp_search_claims(mcp_tool *t)
{
    asked_field fields[MOST_FIELDS];
    exchange x = mcp_tool_exchange(t, fields);
    x.n_fields = put_fields(t, fields);
    x.rest = "claims";
    json_object *const found = mcp_tool_ask(t, &x, handle_question);
    strbuf_done(&x.out);
    if (!found) return NULL;
    json_object *const quoted = json_object_new_object(), *const rows = made_list(found, "claims");
    const char *const next = made_text(found, "next");
    if (next && strlen(next) < sizeof t->next) strcpy(t->next, next);
    add_spans(t, rows);
    make_value(quoted, "claims", json_object_get(rows));
    json_object_put(found);
    return quoted;
}
