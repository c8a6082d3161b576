/*
 * geo_json.c - places of events as GeoJSON (RFC 7946): a point a place of the map, longitude first;
 * geometry null for an event whose place is not on it.
 */
#include "export/exporting.h"

static void put_geometry(lgm_json *w, const lgm_entity_place *p)
{
    lgm_json_key(w, "geometry");
    if (!p) {
        lgm_json_null(w);
        return;
    }
    lgm_json_open(w, '{');
    lgm_json_key(w, "type"), lgm_json_text(w, "Point");
    lgm_json_key(w, "coordinates");
    lgm_json_row(w, '[');
    lgm_json_degrees(w, p->lon);
    lgm_json_degrees(w, p->lat);
    lgm_json_close(w);
    lgm_json_close(w);
}

static void put_names(lgm_json *w, const char *key, const lgm_record *r, lgm_indices who)
{
    lgm_json_key(w, key);
    lgm_json_open(w, '[');
    for (size_t i = 0; i < who.n; i++)
        lgm_json_str(w, lgm_export_slice(r->entities.at[who.at[i]].name));
    lgm_json_close(w);
}

static void put_properties(lgm_export *x, const lgm_record *r, const lgm_event *v)
{
    lgm_json *const w = &x->json;
    const lgm_entity_place *const p = lgm_export_place_of(r, v);
    const lgm_cpspan sentence = lgm_export_sentence(r, v->trigger.start);
    lgm_json_key(w, "event"), lgm_json_str(w, lgm_export_slice(v->plover));
    lgm_json_key(w, "mode"), lgm_json_str(w, lgm_export_slice(v->mode));
    lgm_json_key(w, "place");
    lgm_json_str(w, lgm_export_slice(p                      ? p->name
                                     : v->place == LGM_NONE ? (lgm_str){0}
                                                            : r->entities.at[v->place].name));
    lgm_json_key(w, "geonames");
    p ? lgm_json_uint(w, p->geonames) : lgm_json_null(w);
    lgm_json_key(w, "date");
    lgm_json_str(w, v->time ? lgm_export_slice(v->time->value) : (lgm_slice){0});
    put_names(w, "agents", r, v->agents);
    put_names(w, "patients", r, v->patients);
    lgm_json_key(w, "modality"), lgm_json_text(w, lgm_modality_name(v->modality));
    lgm_json_key(w, "text"), lgm_json_str(w, lgm_export_quote(r, sentence));
    lgm_json_key(w, "span"), lgm_export_json_span(x, r, v->trigger);
    lgm_json_key(w, "title"), lgm_json_str(w, lgm_export_slice(r->title));
    lgm_json_key(w, "url"), lgm_json_str(w, lgm_export_slice(r->url));
}

static void put_event(lgm_export *x, const lgm_record *r, size_t i)
{
    lgm_json *const w = &x->json;
    lgm_json_open(w, '{');
    lgm_json_key(w, "type"), lgm_json_text(w, "Feature");
    lgm_json_key(w, "id");
    lgm_buf_putc(&x->out, '"');
    lgm_export_put_hex(&x->out, x->ids[i]);
    lgm_buf_putc(&x->out, '"');
    w->after_key = false;
    put_geometry(w, lgm_export_place_of(r, &r->events.at[i]));
    lgm_json_key(w, "properties");
    lgm_json_open(w, '{');
    put_properties(x, r, &r->events.at[i]);
    lgm_json_close(w);
    lgm_json_close(w);
    lgm_buf_putc(&x->out, '\n');
}

static void begin(lgm_export *x)
{
    lgm_json_open(&x->json, '{');
    lgm_json_key(&x->json, "type"), lgm_json_text(&x->json, "FeatureCollection");
    lgm_json_key(&x->json, "features");
    lgm_json_open(&x->json, '[');
    lgm_buf_putc(&x->out, '\n');
}

static void record(lgm_export *x, const lgm_record *r)
{
    for (size_t i = 0; i < r->events.n; i++) put_event(x, r, i);
}

static void end(lgm_export *x)
{
    lgm_json_close(&x->json);
    lgm_json_close(&x->json);
    lgm_buf_putc(&x->out, '\n');
}

const lgm_export_writer lgm_export_geo_json = {begin, record, end};
