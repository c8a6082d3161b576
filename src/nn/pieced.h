/*
 * pieced.h - the encoder of en-accurate: word pieces through a transformer, then one vector a
 * token.
 *
 * Reads   doc->text, tokens (form and flags).        Writes  rows u8 [n_tokens][dim] (rows_out.h).
 * Shapes  one window of at most 384 rows at a time (windows.h); beside the rows a document needs a
 *         few bytes a piece. An item of the form cache has the pieces of a form and its shape.
 * Owns    lgm_pieced borrows from the model and is read-only and shareable; a run leaves in
 *         `scratch` what the caller is to rewind.
 * Errors  bind: LGM_E_NOTFOUND, LGM_E_CORRUPT (tensors missing, or of sizes that do not fit each
 *         other); run: LGM_E_NOMEM, LGM_E_BUDGET.
 * Source  docs/notes/en-accurate.md. BERT (Devlin et al. 2019).
 */
#ifndef LGM_NN_PIECED_H
#define LGM_NN_PIECED_H

#include "doc/doc.h"
#include "nn/embed.h"
#include "nn/forms.h"
#include "nn/nn.h"
#include "nn/rows_out.h"
#include "nn/transformer.h"
#include "nn/wordpiece.h"

typedef struct lgm_pieced {
    lgm_pieces_vocab vocab;
    uint16_t cls, sep; /* stand around each window */
    lgm_table piece, pos, ctx, shape;
    lgm_transformer layers;
    float clip;
} lgm_pieced;

LGM_NODISCARD lgm_status lgm_nn_pieced_bind(lgm_pieced *out, const lgm_model *m, lgm_err *err);

/* Bytes of an item of the form cache. */
size_t lgm_nn_pieced_item(void);

/* n_tokens > 0. */
LGM_NODISCARD lgm_status lgm_nn_pieced_run(const lgm_pieced *e, const lgm_kernels *kernels,
                                           lgm_form_cache *forms, lgm_arena *scratch,
                                           const lgm_doc *doc, lgm_rows_out *to, lgm_err *err);

#endif
