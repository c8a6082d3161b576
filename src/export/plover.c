/*
 * plover.c - events as PLOVER has them: an object a line, in the names of its manual (event, mode,
 * source, target, date). What PLOVER has no name for stands behind them under names of the record.
 */
#include "export/exporting.h"

static void put_actors(lgm_json *w, const char *key, const lgm_record *r, lgm_indices who)
{
    lgm_json_key(w, key);
    lgm_json_open(w, '[');
    for (size_t i = 0; i < who.n; i++) {
        const lgm_entity *const e = &r->entities.at[who.at[i]];
        lgm_json_open(w, '{');
        lgm_json_key(w, "name"), lgm_json_str(w, lgm_export_slice(e->name));
        lgm_json_key(w, "actor"), lgm_json_str(w, lgm_export_slice(e->actor));
        lgm_json_key(w, "entityType"), lgm_json_text(w, lgm_entity_type_name(e->type));
        lgm_json_close(w);
    }
    lgm_json_close(w);
}

static void put_days(lgm_json *w, const lgm_record *r, const lgm_event *v)
{
    int32_t from, to;
    const lgm_export_day_kind kind = lgm_export_days(r, v, &from, &to);
    lgm_buf day[2] = {0};
    if (kind != LGM_EXPORT_NO_DAY) {
        lgm_export_put_day(&day[0], from, "-");
        lgm_export_put_day(&day[1], to, "-");
    }
    lgm_json_key(w, "date"), lgm_json_str(w, (lgm_slice){day[0].at, day[0].len});
    lgm_json_key(w, "dateUntil"), lgm_json_str(w, (lgm_slice){day[1].at, day[1].len});
    lgm_json_key(w, "dateOf");
    lgm_json_text(w, kind == LGM_EXPORT_STATED      ? "event"
                     : kind == LGM_EXPORT_PUBLISHED ? "publication"
                                                    : NULL);
    if (day[0].failed || day[1].failed) w->out->failed = true;
    lgm_buf_done(&day[0]);
    lgm_buf_done(&day[1]);
}

static void put_place(lgm_json *w, const lgm_record *r, const lgm_event *v)
{
    const lgm_entity_place *const p = lgm_export_place_of(r, v);
    lgm_json_key(w, "location");
    if (v->place == LGM_NONE) {
        lgm_json_null(w);
        return;
    }
    lgm_json_open(w, '{');
    lgm_json_key(w, "name"), lgm_json_str(w, lgm_export_slice(r->entities.at[v->place].name));
    if (p) {
        lgm_json_key(w, "country"), lgm_json_str(w, lgm_export_slice(p->country));
        lgm_json_key(w, "geonames"), lgm_json_uint(w, p->geonames);
        lgm_json_key(w, "lat"), lgm_json_degrees(w, p->lat);
        lgm_json_key(w, "lon"), lgm_json_degrees(w, p->lon);
    }
    lgm_json_close(w);
}

static void put_said_by(lgm_json *w, const lgm_record *r, const lgm_event *v)
{
    lgm_json_key(w, "saidBy");
    lgm_json_open(w, '[');
    for (size_t i = 0; i < v->asserted_by.n; i++) {
        const lgm_str who = lgm_export_speaker(r, &r->claims.at[v->asserted_by.at[i]]);
        if (who.ptr) lgm_json_str(w, lgm_export_slice(who));
    }
    lgm_json_close(w);
}

static void put_report(lgm_json *w, const lgm_record *r)
{
    lgm_buf address = {0};
    lgm_export_put_address(&address, r);
    if (address.failed) w->out->failed = true;
    lgm_json_key(w, "url"), lgm_json_str(w, (lgm_slice){address.at, address.len});
    lgm_buf_done(&address);
    lgm_json_key(w, "publication"), lgm_json_str(w, lgm_export_slice(r->publisher));
    lgm_json_key(w, "datePublished"), lgm_json_str(w, lgm_export_slice(r->date));
    lgm_json_key(w, "language"), lgm_json_str(w, lgm_export_slice(r->lang));
    lgm_json_key(w, "coder"), lgm_json_text(w, "legomena");
    lgm_json_key(w, "version"), lgm_json_str(w, lgm_export_slice(r->engine));
}

static void put_event(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_event *const v = &r->events.at[i];
    const lgm_cpspan sentence = lgm_export_sentence(r, v->trigger.start);
    lgm_json *const w = &x->json;
    lgm_json_open(w, '{');
    lgm_json_key(w, "id");
    lgm_buf_putc(&x->out, '"');
    lgm_export_put_hex(&x->out, x->ids[i]);
    lgm_buf_putc(&x->out, '"');
    w->after_key = false;
    put_days(w, r, v);
    lgm_json_key(w, "event"), lgm_json_str(w, lgm_export_slice(v->plover));
    lgm_json_key(w, "mode"), lgm_json_str(w, lgm_export_slice(v->mode));
    lgm_json_key(w, "cameo"), lgm_json_str(w, lgm_export_slice(v->cameo));
    put_actors(w, "source", r, v->agents);
    put_actors(w, "target", r, v->patients);
    put_place(w, r, v);
    lgm_json_key(w, "polarity"), lgm_json_text(w, lgm_polarity_name(v->polarity));
    lgm_json_key(w, "modality"), lgm_json_text(w, lgm_modality_name(v->modality));
    put_said_by(w, r, v);
    lgm_json_key(w, "confidence"), lgm_json_share(w, v->confidence);
    lgm_json_key(w, "text"), lgm_json_str(w, lgm_export_quote(r, sentence));
    lgm_json_key(w, "textSpan"), lgm_export_json_span(x, r, sentence);
    lgm_json_key(w, "triggerSpan"), lgm_export_json_span(x, r, v->trigger);
    put_report(w, r);
    lgm_json_close(w);
    lgm_buf_putc(&x->out, '\n');
}

static void record(lgm_export *x, const lgm_record *r)
{
    for (size_t i = 0; i < r->events.n; i++) put_event(x, r, i);
}

const lgm_export_writer lgm_export_plover = {NULL, record, NULL};
