/* records_api.c - GET /api/records/12:c7: one record, its words in their paragraph, and what
 * happened to the report. */
#include <json-c/json.h>
#include <string.h>

#include "handlers.h"
#include "json_text.h"
#include "legomena/custody.h"
#include "named_record.h"
#include "shown.h"

static const struct {
    char kind;
    const char *name, *list;
} kinds[] = {{'c', "claim", "claims"}, {'e', "entity", "entities"},
             {'v', "event", "events"}, {'f', "figure", "figures"},
             {'t', "time", "times"},   {'i', "incident", "incidents"}};

static size_t kind_of(char kind)
{
    size_t i = 0;
    while (kinds[i].kind != kind) i++;
    return i;
}

static lgm_cpspan words_of(const lgm_record *r, lgm_link of)
{
    switch (of.kind) {
    case 'c': return shown_first_span(&r->claims.at[of.index]);
    case 'e':
        return (lgm_cpspan){r->entities.at[of.index].mentions.at[0].start,
                            r->entities.at[of.index].mentions.at[0].end};
    case 'v': return r->events.at[of.index].trigger;
    case 'i':
        return r->incidents.at[of.index].events.n
                   ? r->events.at[r->incidents.at[of.index].events.at[0]].trigger
                   : (lgm_cpspan){0, 0};
    case 'f': return (lgm_cpspan){r->figures.at[of.index].start, r->figures.at[of.index].end};
    default: return (lgm_cpspan){r->times.at[of.index].start, r->times.at[of.index].end};
    }
}

/* The element of the list that the record has in JSON. */
static lgm_status put_element(strbuf *out, const named_record *r, lgm_err *err)
{
    char *json;
    size_t len;
    lgm_status st = lgm_record_write(r->record, LGM_FORMAT_JSON, &json, &len, err);
    if (st != LGM_OK) return st;
    json_object *const whole = json_tokener_parse(json);
    json_object *const list = json_object_object_get(whole, kinds[kind_of(r->of.kind)].list);
    json_object *const one = list ? json_object_array_get_idx(list, r->of.index) : NULL;
    strbuf_puts(out, one ? json_object_to_json_string_ext(one, JSON_C_TO_STRING_PLAIN |
                                                                   JSON_C_TO_STRING_NOSLASHESCAPE)
                         : "null");
    json_object_put(whole);
    lgm_string_free(json);
    return LGM_OK;
}

static void put_context(strbuf *out, const lgm_record *r, lgm_cpspan span)
{
    const lgm_str words = lgm_record_quote(r, span);
    const char *from = words.ptr, *to = words.ptr + words.len;
    while (from > r->text.ptr && from[-1] != '\n') from--;
    while (to < r->text.ptr + r->text.len && *to != '\n') to++;
    strbuf_puts(out, ", \"words\": ");
    json_text(out, words);
    strbuf_printf(out, ", \"start\": %u, \"end\": %u, \"paragraph\": ", span.start, span.end);
    json_text(out, (lgm_str){from, (size_t)(to - from)});
}

static void put_field(strbuf *out, const char *name, lgm_str value)
{
    strbuf_printf(out, ", \"%s\": ", name);
    json_text(out, value);
}

typedef struct history {
    strbuf *out;
    size_t n;
} history;

static lgm_status put_entry(void *ctx, const lgm_custody_entry *e)
{
    history *const h = ctx;
    strbuf_printf(h->out, "%s{\"entry\": %llu, \"at\": ", h->n++ ? ", " : "",
                  (unsigned long long)e->entry);
    json_textz(h->out, e->at);
    strbuf_puts(h->out, ", \"what\": ");
    json_textz(h->out, e->what);
    strbuf_puts(h->out, ", \"model\": ");
    json_textz(h->out, e->model);
    strbuf_puts(h->out, ", \"hash\": ");
    json_textz(h->out, e->hash);
    strbuf_puts(h->out, "}");
    return h->out->failed ? LGM_E_NOMEM : LGM_OK;
}

static void put_hash(strbuf *out, const uint8_t hash[32])
{
    strbuf_puts(out, ", \"sha256\": \"");
    for (size_t i = 0; i < 32; i++) strbuf_printf(out, "%02x", hash[i]);
    strbuf_puts(out, "\"");
}

static lgm_status put_record(exchange *x, const named_record *r, lgm_err *err)
{
    strbuf *const out = &x->out;
    const size_t kind = kind_of(r->of.kind);
    history h = {out, 0};
    strbuf_printf(out, "{\"id\": \"%lld:%c%u\", \"report\": %lld, \"kind\": \"%s\", \"%s\": ",
                  (long long)r->report, r->of.kind, r->of.index + 1, (long long)r->report,
                  kinds[kind].name, kinds[kind].name);
    lgm_status st = put_element(out, r, err);
    if (st != LGM_OK) return st;
    put_context(out, r->record, words_of(r->record, r->of));
    put_field(out, "title", r->record->title);
    put_field(out, "publisher", r->record->publisher);
    put_field(out, "date", r->record->date);
    put_field(out, "url", r->record->url);
    put_hash(out, r->record->sha256);
    strbuf_puts(out, ", \"custody\": [");
    st = lgm_custody_history(x->ledger, r->report, put_entry, &h, err);
    strbuf_puts(out, "]}\n");
    return st;
}

void handle_record(exchange *x)
{
    named_record r;
    lgm_err err = {0};
    if (!named_record_find(&r, x)) return;
    x->lasting = true;
    const lgm_status st = r.of.kind ? put_record(x, &r, &err) : LGM_OK;
    if (!r.of.kind) exchange_problem(x, 404, "this is a report: see /api/reports");
    if (st != LGM_OK) exchange_failed(x, st, &err);
    lgm_record_free(r.record);
}
