/*
 * check.h - proves a model file before anything in it is used.
 *
 * Reads   bytes of unknown origin.       Writes  nothing but the directory it proved.
 * Errors  as in model.h; the first thing that does not hold.
 */
#ifndef LGM_MODEL_CHECK_H
#define LGM_MODEL_CHECK_H

#include "model/model.h"

/* Header and checksums. On success the directory has *n_tensors entries inside of the file. */
LGM_NODISCARD lgm_status lgm_model_check_header(const uint8_t *data, size_t len, const char *what,
                                                uint32_t *n_tensors, lgm_err *err);

/* The directory: names, types, dims, ranges. out has room for n_tensors. */
LGM_NODISCARD lgm_status lgm_model_check_tensors(const uint8_t *data, size_t len, const char *what,
                                                 uint32_t n_tensors, lgm_tensor *out,
                                                 lgm_err *err);

/* Values: finite floats, packed weights with all that belongs to them. */
LGM_NODISCARD lgm_status lgm_model_check_values(const lgm_model *m, const char *what,
                                                lgm_err *err);

#endif
