/* origin_data.c - origins for programs. */
#include <inttypes.h>
#include <string.h>

#include "csv_table.h"
#include "json_text.h"
#include "origin_view.h"

static lgm_str str(const char *s)
{
    return (lgm_str){s, strlen(s)};
}

static void put_key(strbuf *out, const char *key, lgm_str value)
{
    strbuf_printf(out, ", \"%s\": ", key);
    json_text(out, value);
}

static void put_voice(strbuf *out, const origin_view *v, const lgm_heard_voice *h)
{
    strbuf_printf(out, "{\"report\": %" PRId64, v->told[h->voice.report].report);
    if (h->voice.claim == LGM_NONE)
        strbuf_puts(out, ", \"claim\": null");
    else
        strbuf_printf(out, ", \"claim\": \"c%" PRIu32 "\"", h->voice.claim + 1);
    put_key(out, "why", h->why);
    strbuf_puts(out, "}");
}

static void put_hearing(strbuf *out, const origin_view *v, const lgm_hearing *h)
{
    strbuf_printf(out, "\n      {\"how\": \"%s\"", lgm_hearing_kind_name(h->kind));
    put_key(out, "by", h->by);
    strbuf_puts(out, ", \"voices\": [");
    for (size_t i = 0; i < h->voices.n; i++) {
        strbuf_puts(out, i ? ",\n        " : "\n        ");
        put_voice(out, v, &h->voices.at[i]);
    }
    strbuf_puts(out, "]}");
}

static void put_origin(strbuf *out, const origin_view *v, const lgm_origin *o)
{
    strbuf_printf(out, "\n    {\"kind\": \"%s\"", lgm_origin_kind_name(o->kind));
    put_key(out, "name", o->name);
    strbuf_printf(out, ", \"known\": %s, \"heard_least\": %zu, \"heard_most\": %zu, \"why\": [",
                  o->known ? "true" : "false", o->least, o->most);
    for (size_t i = 0; i < o->why.n; i++) {
        if (i) strbuf_puts(out, ", ");
        json_text(out, o->why.at[i]);
    }
    strbuf_puts(out, "], \"hearings\": [");
    for (size_t i = 0; i < o->hearings.n; i++) {
        if (i) strbuf_puts(out, ",");
        put_hearing(out, v, &o->hearings.at[i]);
    }
    strbuf_puts(out, "]}");
}

void origin_json(strbuf *out, const origin_view *v, const strbuf *coverage)
{
    const lgm_origins *const o = v->origins;
    bool first = true;
    strbuf_printf(out, "{\"least\": %zu, \"most\": %zu, \"origins\": [", o->least, o->most);
    for (size_t i = 0; i < o->list.n; i++) {
        if (i) strbuf_puts(out, ",");
        put_origin(out, v, &o->list.at[i]);
    }
    strbuf_puts(out, "],\n  \"copies\": [");
    for (size_t i = 0; i < v->n_told; i++) {
        if (v->told[i].copy_of == LGM_NONE) continue;
        strbuf_printf(out, "%s{\"report\": %" PRId64 ", \"of\": %" PRId64 "}", first ? "" : ", ",
                      v->told[i].report, v->told[v->told[i].copy_of].report);
        first = false;
    }
    strbuf_puts(out, "]");
    if (coverage) strbuf_puts(out, ",\n  \"coverage\": ");
    if (coverage) strbuf_put(out, coverage->at, coverage->len);
    if (coverage && coverage->failed) out->failed = true;
    strbuf_puts(out, "}\n");
}

static void put_row(strbuf *out, const origin_view *v, size_t origin, const lgm_hearing *h,
                    const lgm_heard_voice *voice)
{
    const lgm_origin *const o = &v->origins->list.at[origin];
    const lgm_told *const told = &v->told[voice->voice.report];
    csv_table t = {.out = out};
    csv_number(&t, origin + 1);
    csv_str(&t, o->name);
    csv_str(&t, str(lgm_origin_kind_name(o->kind)));
    csv_str(&t, str(lgm_hearing_kind_name(h->kind)));
    csv_str(&t, h->by);
    csv_number(&t, (unsigned long long)told->report);
    if (voice->voice.claim == LGM_NONE)
        csv_str(&t, (lgm_str){0});
    else
        csv_number(&t, voice->voice.claim + 1ULL);
    csv_str(&t, told->record->publisher);
    csv_str(&t, told->record->date);
    csv_str(&t, voice->why);
    csv_end(&t);
}

void origin_csv(strbuf *out, const origin_view *v)
{
    strbuf_puts(out, "origin,name,kind,how,by,report,claim,publisher,date,why\r\n");
    for (size_t i = 0; i < v->origins->list.n; i++) {
        const lgm_origin *const o = &v->origins->list.at[i];
        for (size_t k = 0; k < o->hearings.n; k++)
            for (size_t m = 0; m < o->hearings.at[k].voices.n; m++)
                put_row(out, v, i, &o->hearings.at[k], &o->hearings.at[k].voices.at[m]);
    }
}
