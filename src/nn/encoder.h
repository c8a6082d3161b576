/*
 * encoder.h - tokens to vectors: hashed features, then convolutions and gated recurrences.
 *
 * Reads   doc->text, tokens (form and flags).        Writes  doc->vec.
 * Shapes  vec u8 [n_tokens + 2][dim]; the two rows behind the last are zero (byte 128), so that a
 *         head may read past its row. Computed in blocks of 64 tokens whose temporaries stay in the
 *         cache of the core; windows of at most 8192 tokens share nothing.
 * Owns    the encoder borrows from the model and is read-only and shareable. doc->vec lives in
 *         `scratch` until the caller resets it; all else is rewound on return. A form cache
 *         belongs to one thread and one encoder; what it holds never changes a result.
 * Errors  bind: LGM_E_NOTFOUND, LGM_E_CORRUPT (tensors missing, or of sizes that do not fit each
 *         other); run: LGM_E_NOMEM, LGM_E_BUDGET, and doc->vec is left empty.
 * Source  docs/notes/en-fast.md. Hash embeddings as in spaCy's MultiHashEmbed; the recurrence is
 *         that of QRNN (Bradbury et al. 2017) and SRU (Lei et al. 2018).
 */
#ifndef LGM_NN_ENCODER_H
#define LGM_NN_ENCODER_H

#include "doc/doc.h"
#include "model/model.h"
#include "nn/nn.h"

enum { LGM_ENC_MAX_LAYERS = 32, LGM_ENC_MAX_DIM = 1024, LGM_ENC_MAX_EMB = 512, LGM_ENC_WINDOW = 8192 };

typedef struct lgm_enc_layer {
    char kind;              /* 'C' or 'R' */
    lgm_linear fore, back;  /* C has fore only */
} lgm_enc_layer;

typedef struct lgm_encoder {
    uint32_t dim;
    float clip;
    /* step 1 */
    const uint32_t *vocab_hash; /* ascending */
    const uint16_t *vocab_row;
    uint32_t n_vocab, vocab_rows, oov_rows;
    const int8_t *word, *sub;   /* [vocab_rows + oov_rows][word_dim], [sub_rows][sub_dim] */
    const float *word_scale, *sub_scale;
    uint32_t word_dim, sub_dim, sub_rows;
    const float *mix, *mix_bias; /* [word_dim + sub_dim][dim] */
    /* step 2 */
    const float *ctx; /* [32][dim] */
    /* step 3 */
    lgm_enc_layer layers[LGM_ENC_MAX_LAYERS];
    uint32_t n_layers;
} lgm_encoder;

LGM_NODISCARD lgm_status lgm_encoder_bind(lgm_encoder *out, const lgm_model *m, lgm_err *err);

/* The vectors of step 1 by form, for forms met before. One a thread. */
typedef struct lgm_form_cache lgm_form_cache;
LGM_NODISCARD lgm_status lgm_form_cache_new(lgm_form_cache **out, const lgm_encoder *e,
                                            lgm_err *err);
void lgm_form_cache_free(lgm_form_cache *c); /* NULL is fine */

/* A document without tokens gets no vectors. */
LGM_NODISCARD lgm_status lgm_encoder_run(const lgm_encoder *e, const lgm_kernels *kernels,
                                         lgm_form_cache *forms, lgm_arena *scratch, lgm_doc *doc,
                                         lgm_err *err);

#endif
