/*
 * rows_out.h - where an encoder leaves the vectors of its windows. Internal.
 *
 * All of them in memory, or, where that would be too much, a window at a time in memory and the
 * rest in a file (base/spill.h): windows come one behind the other.
 */
#ifndef LGM_NN_ROWS_OUT_H
#define LGM_NN_ROWS_OUT_H

#include "base/spill.h"

typedef struct lgm_rows_out {
    uint8_t *rows; /* [n_tokens + behind][dim]; with spill [window][dim] */
    lgm_spill *spill;
    uint32_t dim, first; /* the token that rows[0] is of */
} lgm_rows_out;

/* Where the vector of a token of the window in hand belongs. */
static inline uint8_t *lgm_nn_row_of(const lgm_rows_out *to, uint32_t token)
{
    return to->rows + (size_t)(token - to->first) * to->dim;
}

/* The window is complete up to this token. */
LGM_NODISCARD static inline lgm_status lgm_nn_rows_done(lgm_rows_out *to, uint32_t end,
                                                        lgm_err *err)
{
    if (!to->spill) return LGM_OK;
    const size_t n = (size_t)(end - to->first) * to->dim;
    to->first = end;
    return lgm_spill_put(to->spill, to->rows, n, err);
}

#endif
