/* times.c - "times" and "timeline" of a record. */
#include "legomena/engine.h"
#include "record/fields.h"

static void anchor_field(lgm_json *w, uint32_t anchor)
{
    lgm_json_key(w, "anchor");
    if (anchor == LGM_NONE) {
        lgm_json_null(w);
    } else if (anchor == LGM_ANCHOR_PUBLISHED) {
        lgm_json_text(w, "published");
    } else {
        lgm_json_id(w, 't', anchor);
    }
}

static void write_time(lgm_json *w, const lgm_doc *doc, uint32_t i)
{
    const lgm_time_layer *const t = &doc->times[i];
    const lgm_cpspan cp = lgm_record_span(doc, t->tokens);
    lgm_json_row(w, '{');
    lgm_field_id(w, 't', i);
    lgm_json_key(w, "start");
    lgm_json_uint(w, cp.start);
    lgm_json_key(w, "end");
    lgm_json_uint(w, cp.end);
    lgm_json_key(w, "type");
    lgm_json_text(w, lgm_time_type_name((lgm_time_type)t->type));
    lgm_json_key(w, "value");
    lgm_json_text(w, t->value);
    lgm_json_key(w, "mod");
    lgm_json_text(w, lgm_record_mod(t->mod));
    if (t->quant) {
        lgm_json_key(w, "quant");
        lgm_json_text(w, lgm_record_quant(t->quant));
    }
    anchor_field(w, t->anchor);
    lgm_json_close(w);
}

void lgm_record_times(lgm_json *w, const lgm_doc *doc)
{
    lgm_json_key(w, "times");
    lgm_json_open(w, '[');
    for (uint32_t i = 0; i < doc->n_times; i++) write_time(w, doc, i);
    lgm_json_close(w);
}

void lgm_record_timeline(lgm_json *w, const lgm_doc *doc)
{
    lgm_json_key(w, "timeline");
    lgm_json_open(w, '[');
    for (uint32_t i = 0; i < doc->n_timeline; i++) {
        lgm_json_row(w, '{');
        lgm_json_key(w, "value");
        lgm_json_text(w, doc->times[doc->timeline[i].time].value);
        lgm_json_key(w, "record");
        lgm_json_id(w, 'c', doc->timeline[i].claim);
        lgm_json_close(w);
    }
    lgm_json_close(w);
}
