/*
 * hashed.h - the encoder of en-fast: hashed features, then convolutions and gated recurrences.
 *
 * Reads   doc->text, tokens (form and flags).        Writes  rows u8 [n_tokens][dim] (rows_out.h).
 * Shapes  computed in blocks of 64 tokens whose temporaries stay in the cache of the core; windows
 *         of at most 8192 tokens share nothing. An item of the form cache is the vector of step 1.
 * Owns    lgm_hashed borrows from the model and is read-only and shareable; a run leaves in
 *         `scratch` what the caller is to rewind.
 * Errors  bind: LGM_E_NOTFOUND, LGM_E_CORRUPT (tensors missing, or of sizes that do not fit each
 *         other); run: LGM_E_NOMEM, LGM_E_BUDGET.
 * Source  docs/notes/en-fast.md. Hash embeddings as in spaCy's MultiHashEmbed; the recurrence is
 *         that of QRNN (Bradbury et al. 2017) and SRU (Lei et al. 2018).
 */
#ifndef LGM_NN_HASHED_H
#define LGM_NN_HASHED_H

#include "doc/doc.h"
#include "model/model.h"
#include "nn/embed.h"
#include "nn/forms.h"
#include "nn/nn.h"
#include "nn/rows_out.h"

enum {
    LGM_ENC_MAX_LAYERS = 32,
    LGM_ENC_MAX_DIM = 1024,
    LGM_ENC_MAX_EMB = 512,
    LGM_ENC_WINDOW = 8192
};

typedef struct lgm_enc_layer {
    char kind;              /* 'C' or 'R' */
    lgm_linear fore, back;  /* C has fore only */
} lgm_enc_layer;

typedef struct lgm_hashed {
    uint32_t dim;
    float clip;
    /* step 1 */
    const uint32_t *vocab_hash; /* ascending */
    const uint16_t *vocab_row;
    uint32_t n_vocab, vocab_rows, oov_rows;
    lgm_table word, sub; /* word has vocab_rows + oov_rows */
    const float *mix, *mix_bias; /* [word.width + sub.width][dim], [dim] */
    /* step 2 */
    const float *ctx; /* [32][dim] */
    /* step 3 */
    lgm_enc_layer layers[LGM_ENC_MAX_LAYERS];
    uint32_t n_layers;
} lgm_hashed;

LGM_NODISCARD lgm_status lgm_nn_hashed_bind(lgm_hashed *out, const lgm_model *m, lgm_err *err);

/* Bytes of an item of the form cache. */
size_t lgm_nn_hashed_item(const lgm_hashed *e);

/* n_tokens > 0. */
LGM_NODISCARD lgm_status lgm_nn_hashed_run(const lgm_hashed *e, const lgm_kernels *kernels,
                                           lgm_form_cache *forms, lgm_arena *scratch,
                                           const lgm_doc *doc, lgm_rows_out *to, lgm_err *err);

#endif
