/*
 * tool_rows.c - search_claims and timeline: the questions of `legomena claims` and `legomena
 * timeline`, with the places of their words.
 */
#include <string.h>

#include "handlers.h"
#include "json_make.h"
#include "quoted_words.h"
#include "records.h"

#define USUAL_ROWS "20"
enum { MOST_FIELDS = 64 };

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

static json_object *claim_spans(const lgm_record *r, const lgm_claim *c)
{
    json_object *const o = json_object_new_object();
    make_value(o, "source", mcp_quotes_of(r, c->source));
    make_value(o, "cue", mcp_quotes_of(r, c->cue));
    make_value(o, "content", mcp_quotes_of(r, c->content));
    make_value(o, "quoted", mcp_quotes_of(r, c->quoted));
    return o;
}

static json_object *event_spans(const lgm_record *r, const lgm_event *v)
{
    json_object *const o = json_object_new_object(), *const words = json_object_new_array();
    json_object_array_add(words, mcp_quote_of(r, v->trigger));
    make_value(o, "content", words);
    mcp_put_sentence(o, r, v->trigger);
    return o;
}

/* Of "12:c7" and "12:v2". */
static json_object *spans_of(const char *id, mcp_records *records)
{
    const char *const part = strchr(id, ':');
    const lgm_record *const r = part ? mcp_record_of(records, mcp_report_of(id)) : NULL;
    const size_t n = r ? (size_t)mcp_report_of(part + 2) : 0;
    if (!n || n > lgm_record_count(r, part[1])) return NULL;
    return part[1] == 'c'   ? claim_spans(r, &r->claims.at[n - 1])
           : part[1] == 'v' ? event_spans(r, &r->events.at[n - 1])
                            : NULL;
}

/* Rows of an earlier time are of a reading that may have other places: they have their words. */
static void add_spans(mcp_tool *t, json_object *rows)
{
    const bool now = !mcp_tool_text(t, "as-of");
    mcp_records records = {.tool = t};
    for (size_t i = 0; i < json_object_array_length(rows); i++) {
        json_object *const row = json_object_array_get_idx(rows, i);
        const char *const id = made_text(row, "id");
        make_number(row, "report", mcp_report_of(id));
        make_value(row, "spans", id && now ? spans_of(id, &records) : NULL);
        mcp_tool_link(t, mcp_report_of(id));
    }
    mcp_records_done(&records);
}

static json_object *ask(mcp_tool *t, const char *kind)
{
    asked_field fields[MOST_FIELDS];
    exchange x = mcp_tool_exchange(t, fields);
    x.n_fields = put_fields(t, fields);
    x.rest = kind;
    json_object *const found = mcp_tool_ask(t, &x, handle_question);
    strbuf_done(&x.out);
    if (!found) return NULL;
    json_object *const quoted = json_object_new_object(), *const rows = made_list(found, kind);
    const char *const next = made_text(found, "next");
    if (next && strlen(next) < sizeof t->next) strcpy(t->next, next);
    add_spans(t, rows);
    make_value(quoted, kind, json_object_get(rows));
    json_object_put(found);
    return quoted;
}

json_object *mcp_search_claims(mcp_tool *t)
{
    return ask(t, "claims");
}

json_object *mcp_timeline(mcp_tool *t)
{
    return ask(t, "timeline");
}
