/*
 * embed.h - what the encoders share: tables of embeddings (int8 with one scale a row, tensors NAME
 * and NAME.scale), the row of emb.ctx, config.clip.
 *
 * Errors  LGM_E_NOTFOUND, LGM_E_CORRUPT (not the rows or the width that were asked for).
 */
#ifndef LGM_NN_EMBED_H
#define LGM_NN_EMBED_H

#include "doc/doc.h"
#include "model/model.h"

enum { LGM_CONTEXT_ROWS = 32 };

typedef struct lgm_table {
    const int8_t *at;   /* [rows][width] */
    const float *scale; /* [rows] */
    uint32_t rows, width;
} lgm_table;

/* rows 0 = any number; width 0 = any up to max_width. */
LGM_NODISCARD lgm_status lgm_nn_table_bind(lgm_table *out, const lgm_model *m, const char *name,
                                           uint32_t rows, uint32_t width, uint32_t max_width,
                                           lgm_err *err);

/* What norm_quant cuts the vectors at: config.clip, 0.01 to 100. */
LGM_NODISCARD lgm_status lgm_nn_clip_bind(float *out, const lgm_model *m, lgm_err *err);

/* x[k] += row[k] * scale. */
static inline void lgm_table_add(const lgm_table *t, uint32_t row, float *x)
{
    const int8_t *const r = t->at + (size_t)row * t->width;
    const float scale = t->scale[row];
    for (uint32_t k = 0; k < t->width; k++) x[k] += (float)r[k] * scale;
}

/* The row of emb.ctx for a token with these flags: a mark counts as a mark, also inside of other
 * marks. */
static inline uint32_t lgm_context_row(uint8_t flags)
{
    const uint32_t quote = flags & LGM_TOK_OPEN     ? 1
                           : flags & LGM_TOK_CLOSE  ? 2
                           : flags & LGM_TOK_QUOTED ? 3
                                                    : 0;
    return (flags & LGM_TOK_SPACE ? 1u : 0) | (flags & LGM_TOK_PAR ? 2u : 0) | quote << 2 |
           (flags & LGM_TOK_LINE ? 16u : 0);
}

#endif
