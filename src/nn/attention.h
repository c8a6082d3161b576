/*
 * attention.h - attention of one window, all heads, in int8.
 *
 * Per layer: queries and keys as they are computed, in blocks of rows; the values of the whole
 * window into `values`; then lgm_nn_attention_pack, then any rows of the result in any order.
 * Queries and keys are quantised row by row and head by head; keys are packed as weights
 * (model/model.h), so that the scores are a linear layer over the queries, and values column by
 * column, so that the result is one over the weights that the softmax gives.
 *
 * Shapes  dim = heads * width, width a multiple of 16; n pieces, 1 <= n <= rows <=
 *         LGM_ATT_MAX_ROWS.
 * Owns    all memory is in the arena that lgm_nn_attention_new was given. One a thread.
 * Errors  new: LGM_E_NOMEM, LGM_E_BUDGET; the rest cannot fail.
 * Source  docs/notes/en-accurate.md, Encoder, step 2.
 */
#ifndef LGM_NN_ATTENTION_H
#define LGM_NN_ATTENTION_H

#include "nn/nn.h"

/* LGM_ATT_ROWS: rows of scores that are computed at a time. At the usual lengths they, and a head's
 * keys and values, stay in the first-level cache. */
enum { LGM_ATT_MAX_ROWS = 512, LGM_ATT_ROWS = 24, LGM_ATT_BLOCK = 64 };

typedef struct lgm_attention {
    uint32_t heads, width, rows, rows_pad; /* rows_pad: to the next multiple of 16 */
    float q_factor;                        /* log2(e) / sqrt(width): scores are exponents of 2 */
    uint8_t *q;                            /* [heads][rows][width] */
    float *q_scale;                        /* [heads][rows] */
    int8_t *k;                             /* [heads] times packed {rows_pad, width} */
    float *k_scale;                        /* [heads][rows_pad] */
    int32_t *k_sum;
    float *values;                         /* [rows][dim] */
    int8_t *v; /* [heads] times packed {width, n}, rows_pad * width apart */
    float *v_scale;                        /* [dim] */
    int32_t *v_sum;
    float *s;                              /* [LGM_ATT_ROWS][rows_pad]: scores */
    uint8_t *p;                            /* the same of weights */
    float *p_scale;                        /* [LGM_ATT_ROWS] */
    uint8_t *bytes, *ones;                 /* [LGM_ATT_BLOCK][width]; [rows_pad + width] */
    float *zeros;                          /* [rows_pad + width]: no bias */
} lgm_attention;

LGM_NODISCARD lgm_status lgm_nn_attention_new(lgm_attention *out, uint32_t heads, uint32_t width,
                                              uint32_t rows, lgm_arena *arena, lgm_err *err);

/* Rows [first, first + m) of the queries, x f32 [m][dim]; the same of the keys. */
void lgm_nn_attention_queries(lgm_attention *a, const lgm_kernels *kernels, const float *x,
                              uint32_t first, uint32_t m);
void lgm_nn_attention_keys(lgm_attention *a, const lgm_kernels *kernels, const float *x,
                           uint32_t first, uint32_t m);
/* Keys and values of all n pieces are there. */
void lgm_nn_attention_pack(lgm_attention *a, const lgm_kernels *kernels, uint32_t n);
/* What pieces [first, first + m) of n read: out f32 [m][dim]. */
void lgm_nn_attention_rows(lgm_attention *a, const lgm_kernels *kernels, uint32_t n, uint32_t first,
                           uint32_t m, float *out);

#endif
