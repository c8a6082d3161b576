/*
 * hashed_form.h - step 1 of the hashed encoder: the vector of a form (docs/notes/en-fast.md).
 *
 * Shapes  x f32 [dim]; room for folding: LGM_FORM_ROOM(len) bytes for a form of len bytes.
 */
#ifndef LGM_NN_HASHED_FORM_H
#define LGM_NN_HASHED_FORM_H

#include "base/fold.h"
#include "nn/hashed.h"

/* lower, and beside it shape or lower with zeros for digits */
#define LGM_FORM_ROOM(len) (2 * LGM_FOLD_ROOM(len))

void lgm_nn_form_vector(const lgm_hashed *e, const lgm_kernels *kernels, lgm_slice form, char *room,
                        float *x);

#endif
