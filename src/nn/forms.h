/*
 * forms.h - step 1 of the encoder: the vector of a form, computed or remembered.
 *
 * Shapes  x f32 [dim]; room for folding: LGM_FORM_ROOM(len) bytes for a form of len bytes.
 * Owns    see encoder.h.
 * Exact   a form is found by its hash and then by its bytes, so two forms never share a vector.
 */
#ifndef LGM_NN_FORMS_H
#define LGM_NN_FORMS_H

#include "base/fold.h"
#include "nn/encoder.h"

/* lower, and beside it shape or lower with zeros for digits */
#define LGM_FORM_ROOM(len) (2 * LGM_FOLD_ROOM(len))

/* Computes x without any memory of earlier forms. */
void lgm_form_vector(const lgm_encoder *e, const lgm_kernels *kernels, lgm_slice form, char *room,
                     float *x);

/* The same through the cache: a view of the vector, valid until the next call; `x` may be used to
 * hold it. */
const float *lgm_form_cached(lgm_form_cache *c, const lgm_encoder *e, const lgm_kernels *kernels,
                             lgm_slice form, char *room, float *x);

/* Test hook: keep at most n forms (1 to 16384) before starting anew, forgetting all now. */
void lgm_form_cache_limit(lgm_form_cache *c, uint32_t n);

#endif
