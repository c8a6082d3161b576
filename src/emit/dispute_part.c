/* dispute_part.c - "disputes" of a record. */
#include "emit/parts.h"

static lgm_indices side_of(lgm_emitter *e, uint32_t first, uint32_t n)
{
    uint32_t *const to = LGM_EMIT_ITEMS(e, n, uint32_t);
    for (uint32_t i = 0; to && i < n; i++) to[i] = e->doc->sides[first + i];
    return (lgm_indices){to, to ? n : 0};
}

void lgm_emit_disputes(lgm_emitter *e)
{
    const uint32_t n = e->doc->n_disputes;
    lgm_dispute *const to = LGM_EMIT_ITEMS(e, n, lgm_dispute);
    for (uint32_t i = 0; to && i < n; i++) {
        const lgm_doc_dispute *const d = &e->doc->disputes[i];
        lgm_indices *const sides = LGM_EMIT_ITEMS(e, 2, lgm_indices);
        if (!sides) break;
        sides[0] = side_of(e, d->first, d->n_one);
        sides[1] = side_of(e, d->first + d->n_one, d->n_other);
        to[i].over = lgm_emit_words(e, d->over);
        to[i].sides.at = sides;
        to[i].sides.n = 2;
    }
    e->to->disputes.at = to;
    e->to->disputes.n = to ? n : 0;
}
