/*
 * transformer.h - the layers of a transformer encoder, in int8: BERT's, post-norm.
 *
 * Reads   x f32 [n][dim], the sums of the embeddings of one window.
 * Writes  x, the states after the last layer.
 * Shapes  dim = heads * width, the width a multiple of 16 (so that every row is whole groups of
 *         lanes and no weights are padded); ffn a multiple of 16; n of 1 to LGM_TR_MAX_ROWS pieces.
 * Owns    lgm_transformer borrows from the model and is read-only and shareable.
 *         lgm_transformer_work is the memory of a run: one a thread, in `scratch` and gone with it;
 *         a run leaves nothing there that the next one sees, and allocates nothing.
 * Errors  bind: LGM_E_NOTFOUND, LGM_E_CORRUPT (tensors missing, or of sizes that do not fit each
 *         other); work_new: LGM_E_NOMEM, LGM_E_BUDGET. A run cannot fail: whatever is in x, NaN
 *         too, every value that it computes is bounded.
 * Source  docs/notes/en-accurate.md, Encoder. Devlin et al. 2019 for the layers.
 *
 *     lgm_transformer t;
 *     lgm_transformer_work *w;
 *     st = lgm_nn_transformer_bind(&t, model, err);
 *     st = lgm_nn_transformer_work_new(&w, &t, longest_window, scratch, err);
 *     float *const x = lgm_arena_aligned(scratch, 64, (size_t)n * t.dim * sizeof *x);
 *     ... the sums of the embeddings into x ...
 *     lgm_nn_transformer_run(&t, kernels, w, x, n);
 */
#ifndef LGM_NN_TRANSFORMER_H
#define LGM_NN_TRANSFORMER_H

#include "model/model.h"
#include "nn/nn.h"

enum {
    LGM_TR_MAX_DEPTH = 24,
    LGM_TR_MAX_ROWS = 512,
    LGM_TR_MAX_DIM = 1024,
    LGM_TR_MAX_FFN = LGM_MODEL_MAX_K
};

typedef struct lgm_norm { /* gain and offset, f32 [dim] */
    const float *g, *b;
} lgm_norm;

typedef struct lgm_tr_layer {
    lgm_linear qkv, out, up, down;
    lgm_norm norm1, norm2;
} lgm_tr_layer;

typedef struct lgm_transformer {
    uint32_t dim, heads, ffn, depth;
    lgm_norm emb_norm;
    lgm_tr_layer layers[LGM_TR_MAX_DEPTH];
} lgm_transformer;

/* Tensors config.dim, .heads, .ffn, .depth; emb.norm.g, .b; t.<l>.qkv, .out, .up, .down and
 * t.<l>.norm1.g, .norm1.b, .norm2.g, .norm2.b. */
LGM_NODISCARD lgm_status lgm_nn_transformer_bind(lgm_transformer *out, const lgm_model *m,
                                                 lgm_err *err);

/* What a run over up to `rows` pieces works with, 1 <= rows <= LGM_TR_MAX_ROWS. */
typedef struct lgm_transformer_work lgm_transformer_work;
LGM_NODISCARD lgm_status lgm_nn_transformer_work_new(lgm_transformer_work **out,
                                                     const lgm_transformer *t, uint32_t rows,
                                                     lgm_arena *scratch, lgm_err *err);

/* x is 64-aligned, its rows one behind the other; 1 <= n <= rows of `w`. The first step is the norm
 * over the sums of the embeddings (emb.norm). */
void lgm_nn_transformer_run(const lgm_transformer *t, const lgm_kernels *kernels,
                            lgm_transformer_work *w, float *x, uint32_t n);

#endif
