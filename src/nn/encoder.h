/*
 * encoder.h - tokens to vectors, by the encoder that the model file is made for.
 *
 * Reads   doc->text, tokens (form and flags).        Writes  doc->vec.
 * Shapes  vec u8 [n_tokens + 2][dim]; the two rows behind the last are zero (byte 128), so that a
 *         head may read past its row. Those of a long report are in a file, and read by nn/head.h.
 * Owns    the encoder borrows from the model and is read-only and shareable. doc->vec lives in
 *         `scratch` until the caller resets it, its file until the document is freed; all else is
 *         rewound on return. A form cache belongs to one thread and one encoder; what it holds
 *         never changes a result.
 * Errors  bind: LGM_E_NOTFOUND, LGM_E_CORRUPT (tensors missing, or of sizes that do not fit each
 *         other); run: LGM_E_NOMEM, LGM_E_BUDGET, LGM_E_IO, and doc->vec is left empty.
 */
#ifndef LGM_NN_ENCODER_H
#define LGM_NN_ENCODER_H

#include "nn/hashed.h"
#include "nn/pieced.h"

typedef enum lgm_encoder_kind {
    LGM_ENCODER_HASHED, /* docs/notes/en-fast.md */
    LGM_ENCODER_PIECED  /* docs/notes/en-accurate.md: the file has emb.piece */
} lgm_encoder_kind;

typedef struct lgm_encoder {
    lgm_encoder_kind kind;
    uint32_t dim;
    float clip;
    uint64_t most_in_memory; /* bytes of vectors; those of a longer report go to a file */
    union {
        lgm_hashed hashed;
        lgm_pieced pieced;
    } as;
} lgm_encoder;

LGM_NODISCARD lgm_status lgm_nn_encoder_bind(lgm_encoder *out, const lgm_model *m, lgm_err *err);

/* What this encoder keeps of forms met before. One a thread. */
LGM_NODISCARD lgm_status lgm_nn_form_cache_new(lgm_form_cache **out, const lgm_encoder *e,
                                               lgm_err *err);

/* Bytes of the file that the vectors of a report of so many tokens go to; 0 = to none. */
uint64_t lgm_nn_encoder_spills(const lgm_encoder *e, uint32_t n_tokens);

/* A document without tokens gets no vectors. */
LGM_NODISCARD lgm_status lgm_nn_encoder_run(const lgm_encoder *e, const lgm_kernels *kernels,
                                            lgm_form_cache *forms, lgm_arena *scratch, lgm_doc *doc,
                                            lgm_err *err);

#endif
