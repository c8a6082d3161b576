/*
 * model_info.h - what a model file says about itself: its card and its tensors.
 *
 *     lgm_model_info *info;
 *     if (lgm_model_info_open(&info, "en-fast", NULL, &err) == LGM_OK) {
 *         puts(lgm_model_info_name(info));
 *         lgm_model_info_close(info);
 *     }
 *
 * All strings are borrowed from the info and live until it is closed.
 */
#ifndef LEGOMENA_MODEL_INFO_H
#define LEGOMENA_MODEL_INFO_H

#include "legomena/kinds.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lgm_model_info lgm_model_info;

/* model and model_dir as in lgm_engine_options; errors as of lgm_engine_open. The whole file is
 * checked, but not that it has what an engine needs. */
LGM_NODISCARD LGM_API lgm_status lgm_model_info_open(lgm_model_info **out, const char *model,
                                                     const char *model_dir, lgm_err *err);
LGM_API void lgm_model_info_close(lgm_model_info *info); /* NULL is fine */

LGM_API const char *lgm_model_info_path(const lgm_model_info *info);
LGM_API const char *lgm_model_info_name(const lgm_model_info *info);    /* "" = not said */
LGM_API const char *lgm_model_info_version(const lgm_model_info *info); /* likewise */
LGM_API uint64_t lgm_model_info_size(const lgm_model_info *info); /* bytes of the file */
LGM_API const char *
lgm_model_info_sha256(const lgm_model_info *info);               /* of the file, 64 hex digits */
LGM_API lgm_str lgm_model_info_card(const lgm_model_info *info); /* JSON as it stands in the file,
                                                                    unchecked; ptr NULL = none */

typedef struct lgm_card_field {
    lgm_str name, value; /* of a string its words, of anything else the JSON that stands there */
} lgm_card_field;

/* The members of the card in their order; 0 where there is no card, or none that is a JSON
 * object. */
LGM_API size_t lgm_model_info_card_fields(const lgm_model_info *info, const lgm_card_field **out);

typedef struct lgm_tensor_info {
    const char *name;
    const char *type; /* "f32", "i8 packed"... */
    unsigned rank;
    uint32_t dims[3];
    uint64_t size_bytes;
} lgm_tensor_info;

LGM_API size_t lgm_model_info_n_tensors(const lgm_model_info *info);
/* LGM_E_ARG where i is out of range. */
LGM_API lgm_status lgm_model_info_tensor(const lgm_model_info *info, size_t i,
                                         lgm_tensor_info *out);

#ifdef __cplusplus
}
#endif
#endif
