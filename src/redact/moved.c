/* moved.c - where places of the text are in the redacted one. */
#include "redact/rewrite.h"

const lgm_redact_mask *lgm_redact_mask_at(const lgm_redact_masks *masks, uint32_t point)
{
    size_t low = 0, high = masks->n;
    while (low < high) {
        const size_t mid = low + (high - low) / 2;
        if (masks->at[mid].stop > point)
            high = mid;
        else
            low = mid + 1;
    }
    return low < masks->n && masks->at[low].point <= point ? &masks->at[low] : NULL;
}

/* Masks that end by this code point. */
static size_t masks_before(const lgm_redact_masks *masks, uint32_t point)
{
    size_t low = 0, high = masks->n;
    while (low < high) {
        const size_t mid = low + (high - low) / 2;
        if (masks->at[mid].stop <= point)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* A place within a name is that of all of it: its beginning or its end. */
static uint32_t moved(const lgm_redact_move *m, uint32_t point, bool is_end)
{
    const size_t k = masks_before(m->masks, point);
    if (k < m->masks->n && m->masks->at[k].point < point)
        return m->start[k] + (is_end ? m->length[k] : 0);
    if (k == 0) return point;
    return m->start[k - 1] + m->length[k - 1] + (point - m->masks->at[k - 1].stop);
}

lgm_cpspan lgm_redact_moved(const lgm_redact_move *m, lgm_cpspan span)
{
    return (lgm_cpspan){moved(m, span.start, false), moved(m, span.end, span.end > span.start)};
}
