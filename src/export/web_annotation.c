/*
 * web_annotation.c - Web Annotation Data Model (W3C Recommendation, 23 February 2017): a page of
 * annotations.
 *
 * Each target has both selectors, letter for letter: the place, and the words with what stands
 * around them. A claim targets its content; its source and cue are annotations that link to it.
 */
#include "export/exporting.h"

enum { AROUND = 32 }; /* code points of prefix and suffix */

static void put_id(lgm_export *x, char kind, size_t index, const char *part)
{
    lgm_buf *const b = &x->out;
    lgm_buf_puts(b, "\"urn:legomena:");
    lgm_buf_puts(b, x->key);
    lgm_buf_putc(b, ':');
    lgm_buf_putc(b, kind);
    lgm_buf_uint(b, index + 1);
    lgm_buf_puts(b, part);
    lgm_buf_putc(b, '"');
}

static void quote(lgm_export *x, const lgm_record *r, const char *key, uint32_t from, uint32_t to)
{
    lgm_json_key(&x->json, key);
    lgm_json_str(&x->json, lgm_export_quote(r, (lgm_cpspan){from, to}));
}

static void put_selectors(lgm_export *x, const lgm_record *r, lgm_cpspan span)
{
    lgm_json *const w = &x->json;
    lgm_json_key(w, "selector");
    lgm_json_open(w, '[');
    lgm_json_open(w, '{');
    lgm_json_key(w, "type"), lgm_json_text(w, "TextPositionSelector");
    lgm_json_key(w, "start"), lgm_json_uint(w, lgm_export_place(x, r, span.start));
    lgm_json_key(w, "end"), lgm_json_uint(w, lgm_export_place(x, r, span.end));
    lgm_json_close(w);
    lgm_json_open(w, '{');
    lgm_json_key(w, "type"), lgm_json_text(w, "TextQuoteSelector");
    quote(x, r, "exact", span.start, span.end);
    quote(x, r, "prefix", span.start < AROUND ? 0 : span.start - AROUND, span.start);
    quote(x, r, "suffix", span.end, r->length - span.end < AROUND ? r->length : span.end + AROUND);
    lgm_json_close(w);
    lgm_json_close(w);
}

static void put_targets(lgm_export *x, const lgm_record *r, lgm_spans spans)
{
    lgm_json *const w = &x->json;
    lgm_buf address = {0};
    lgm_export_put_address(&address, r);
    if (address.failed) x->out.failed = true;
    lgm_json_key(w, "target");
    lgm_json_open(w, '[');
    for (size_t i = 0; i < spans.n; i++) {
        lgm_json_open(w, '{');
        lgm_json_key(w, "type"), lgm_json_text(w, "SpecificResource");
        lgm_json_key(w, "source"), lgm_json_str(w, (lgm_slice){address.at, address.len});
        put_selectors(x, r, spans.at[i]);
        lgm_json_close(w);
    }
    lgm_json_close(w);
    lgm_buf_done(&address);
}

/* ---- one annotation: begin, bodies, end ---- */

static void begin_one(lgm_export *x, char kind, size_t index, const char *part,
                      const char *motivation)
{
    lgm_json *const w = &x->json;
    lgm_json_open(w, '{');
    lgm_json_key(w, "id");
    put_id(x, kind, index, part);
    w->after_key = false;
    lgm_json_key(w, "type"), lgm_json_text(w, "Annotation");
    lgm_json_key(w, "motivation"), lgm_json_text(w, motivation);
    lgm_json_key(w, "body");
    lgm_json_open(w, '[');
}

static void put_body(lgm_export *x, const char *purpose, lgm_slice value)
{
    lgm_json *const w = &x->json;
    if (!value.ptr) return;
    lgm_json_open(w, '{');
    lgm_json_key(w, "type"), lgm_json_text(w, "TextualBody");
    lgm_json_key(w, "purpose"), lgm_json_text(w, purpose);
    lgm_json_key(w, "value"), lgm_json_str(w, value);
    lgm_json_close(w);
}

static void tag(lgm_export *x, const char *value)
{
    if (value) put_body(x, "tagging", (lgm_slice){value, __builtin_strlen(value)});
}

static void end_one(lgm_export *x, const lgm_record *r, lgm_spans spans)
{
    lgm_json_close(&x->json);
    put_targets(x, r, spans);
    lgm_json_close(&x->json);
    lgm_buf_putc(&x->out, '\n');
}

/* The words of a claim that link to it. */
static void put_linked(lgm_export *x, const lgm_record *r, size_t claim, const char *part,
                       lgm_spans spans)
{
    if (!spans.n) return;
    begin_one(x, 'c', claim, part, "linking");
    put_id(x, 'c', claim, "");
    x->json.any[x->json.depth - 1] = true;
    tag(x, part + 1);
    end_one(x, r, spans);
}

/* ---- records ---- */

static void put_claim(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_claim *const c = &r->claims.at[i];
    begin_one(x, 'c', i, "", "describing");
    tag(x, "claim");
    tag(x, lgm_act_name(c->act));
    tag(x, lgm_claim_form_name(c->form));
    tag(x, lgm_certainty_name(c->certainty));
    put_body(x, "describing", lgm_export_slice(lgm_export_speaker(r, c)));
    end_one(x, r, c->content);
    put_linked(x, r, i, "/source", c->source);
    put_linked(x, r, i, "/cue", c->cue);
}

static void put_entity(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_entity *const e = &r->entities.at[i];
    begin_one(x, 'e', i, "", "identifying");
    put_body(x, "identifying", lgm_export_slice(e->name));
    tag(x, lgm_entity_type_name(e->type));
    if (e->actor.ptr) put_body(x, "classifying", lgm_export_slice(e->actor));
    lgm_cpspan *const spans = lgm_malloc(e->mentions.n * sizeof *spans);
    if (!spans) x->out.failed = true;
    for (size_t k = 0; spans && k < e->mentions.n; k++)
        spans[k] = (lgm_cpspan){e->mentions.at[k].start, e->mentions.at[k].end};
    end_one(x, r, (lgm_spans){spans, spans ? e->mentions.n : 0});
    lgm_free(spans);
}

static void put_event(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_event *const v = &r->events.at[i];
    begin_one(x, 'v', i, "", "classifying");
    put_body(x, "classifying", lgm_export_slice(v->plover));
    put_body(x, "classifying", lgm_export_slice(v->cameo));
    tag(x, "event");
    tag(x, lgm_modality_name(v->modality));
    end_one(x, r, v->mentions.n ? v->mentions : (lgm_spans){&v->trigger, 1});
}

static void put_time(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_time *const t = &r->times.at[i];
    const lgm_cpspan span = {t->start, t->end};
    begin_one(x, 't', i, "", "classifying");
    tag(x, lgm_time_type_name(t->type));
    put_body(x, "classifying", lgm_export_slice(t->value));
    end_one(x, r, (lgm_spans){&span, 1});
}

static void put_figure(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_figure *const f = &r->figures.at[i];
    const lgm_cpspan span = {f->start, f->end};
    lgm_buf value = {0};
    lgm_json w = {.out = &value};
    lgm_buf_puts(&value, lgm_relation_name(f->relation));
    lgm_buf_putc(&value, ' ');
    lgm_json_number(&w, f->value);
    if (value.failed) x->out.failed = true;
    begin_one(x, 'f', i, "", "classifying");
    put_body(x, "classifying", (lgm_slice){value.at, value.len});
    put_body(x, "tagging", lgm_export_slice(f->of));
    end_one(x, r, (lgm_spans){&span, 1});
    lgm_buf_done(&value);
}

static void begin(lgm_export *x)
{
    lgm_json *const w = &x->json;
    lgm_json_open(w, '{');
    lgm_json_key(w, "@context"), lgm_json_text(w, "http://www.w3.org/ns/anno.jsonld");
    lgm_json_key(w, "id"), lgm_json_text(w, "urn:legomena:annotations");
    lgm_json_key(w, "type"), lgm_json_text(w, "AnnotationPage");
    lgm_json_key(w, "items");
    lgm_json_open(w, '[');
    lgm_buf_putc(w->out, '\n');
}

static void record(lgm_export *x, const lgm_record *r)
{
    for (size_t i = 0; i < r->claims.n; i++) put_claim(x, r, i);
    for (size_t i = 0; i < r->events.n; i++) put_event(x, r, i);
    for (size_t i = 0; i < r->figures.n; i++) put_figure(x, r, i);
    for (size_t i = 0; i < r->times.n; i++) put_time(x, r, i);
    for (size_t i = 0; i < r->entities.n; i++) put_entity(x, r, i);
}

static void end(lgm_export *x)
{
    lgm_json_close(&x->json);
    lgm_json_close(&x->json);
    lgm_buf_putc(&x->out, '\n');
}

const lgm_export_writer lgm_export_web_annotation = {begin, record, end};
