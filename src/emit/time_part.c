/* time_part.c - "times" and "timeline" of a record. */
#include "emit/parts.h"

static const char *mod_name(uint8_t mod)
{
    static const char *const names[] = {NULL,
#define NAME(name) #name,
                                        LGM_TIME_MODS(NAME)
#undef NAME
    };
    return mod < LGM_COUNT(names) ? names[mod] : NULL;
}

static const char *quant_name(uint8_t quant)
{
    return quant == LGM_QUANT_EVERY ? "EVERY" : quant == LGM_QUANT_EACH ? "EACH" : NULL;
}

static lgm_time time_of(lgm_emitter *e, const lgm_doc_time *t)
{
    const lgm_cpspan s = lgm_emit_span(e->doc, t->tokens);
    return (lgm_time){.start = s.start,
                      .end = s.end,
                      .type = (lgm_time_type)t->type,
                      .value = lgm_emit_text(e, t->value),
                      .mod = lgm_emit_text(e, mod_name(t->mod)),
                      .quant = lgm_emit_text(e, quant_name(t->quant)),
                      .anchor = t->anchor == LGM_ANCHOR_PUBLISHED ? LGM_PUBLISHED : t->anchor};
}

void lgm_emit_times(lgm_emitter *e)
{
    const uint32_t n = e->doc->n_times;
    lgm_time *const to = LGM_EMIT_ITEMS(e, n, lgm_time);
    for (uint32_t i = 0; to && i < n; i++) to[i] = time_of(e, &e->doc->times[i]);
    e->to->times.at = to;
    e->to->times.n = to ? n : 0;
}

void lgm_emit_timeline(lgm_emitter *e)
{
    const uint32_t n = e->doc->n_timeline;
    lgm_dated *const to = LGM_EMIT_ITEMS(e, n, lgm_dated);
    for (uint32_t i = 0; to && i < n; i++) {
        const lgm_doc_dated *const from = &e->doc->timeline[i];
        uint32_t *const also = LGM_EMIT_ITEMS(e, from->n_also, uint32_t);
        for (uint32_t k = 0; also && k < from->n_also; k++)
            also[k] = e->doc->timeline_also[from->first_also + k];
        to[i] = (lgm_dated){lgm_emit_text(e, e->doc->times[from->time].value),
                            {from->kind, from->index},
                            {also, also ? from->n_also : 0}};
    }
    e->to->timeline.at = to;
    e->to->timeline.n = to ? n : 0;
}
