/*
 * forms.h - what an encoder has computed for a form, kept for the next time the form occurs.
 *
 * Shapes  16,384 items of one size, which the encoder chooses; when they are full all is forgotten.
 * Owns    a cache belongs to one thread and one encoder.
 * Exact   a form is found by its hash and then by its bytes, so two forms never share an item, and
 *         what a cache holds never changes a result.
 * Errors  LGM_E_NOMEM from the making; nothing else fails.
 */
#ifndef LGM_NN_FORMS_H
#define LGM_NN_FORMS_H

#include "base/base.h"

typedef struct lgm_form_cache lgm_form_cache;
LGM_NODISCARD lgm_status lgm_nn_form_cache_sized(lgm_form_cache **out, size_t item_bytes,
                                                 lgm_err *err);
void lgm_nn_form_cache_free(lgm_form_cache *c); /* NULL is fine */

/* The item of the form, 16-aligned, valid until the next call. Where the form was not known, the
 * caller fills the item now. NULL: too long a form to be kept. */
void *lgm_nn_form_cache_at(lgm_form_cache *c, lgm_slice form, bool *known);

/* Test hook: keep at most n forms (1 to 16384) before starting anew, forgetting all now. */
void lgm_nn_form_cache_limit(lgm_form_cache *c, uint32_t n);

#endif
