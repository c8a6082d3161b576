/*
 * sealed.h - the header that our binary files begin with: what is in it, and whether it holds.
 *
 *     offset bytes
 *          0     8  magic
 *          8     4  version
 *         16     8  size of the file
 *     sum_at     8  XXH3 of all that follows the header
 *         56     8  XXH3 of the 56 bytes before
 *
 * Numbers are little-endian. What else the 64 bytes hold is the file's own.
 * Errors  LGM_E_FORMAT another kind of file, LGM_E_VERSION, LGM_E_CORRUPT damaged,
 *         LGM_E_UNSUPPORTED on a big-endian machine. `what` names the file in messages.
 */
#ifndef LGM_BASE_SEALED_H
#define LGM_BASE_SEALED_H

#include <string.h>

#include "base/base.h"

enum { LGM_SEALED_HEADER = 64 };

typedef struct lgm_sealed {
    const char *magic; /* 8 bytes */
    const char *name;  /* "a model file" */
    uint32_t version;
    size_t sum_at;
} lgm_sealed;

LGM_NODISCARD lgm_status lgm_sealed_check(const lgm_sealed *kind, const uint8_t *data, size_t len,
                                          const char *what, lgm_err *err);

static inline uint32_t lgm_u32_at(const uint8_t *p)
{
    uint32_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

static inline uint64_t lgm_u64_at(const uint8_t *p)
{
    uint64_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

#endif
