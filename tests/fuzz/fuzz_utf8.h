/* fuzz_utf8.h - any bytes as a text: malformed ones left out, in a block of exactly that size. */
#ifndef LGM_FUZZ_UTF8_H
#define LGM_FUZZ_UTF8_H

#include <string.h>

#include "base/base.h"
#include "fuzz.h"

/* Freed with free. */
static inline char *fuzz_utf8(const uint8_t *data, size_t size, size_t *len)
{
    char *const text = malloc(size + 1);
    CHECK(text);
    size_t n = 0;
    for (size_t i = 0, used; i < size; i += used) {
        if (lgm_utf8_next((const char *)data + i, size - i, &used) < 0) continue;
        memcpy(text + n, data + i, used);
        n += used;
    }
    char *const exact = realloc(text, n > 0 ? n : 1);
    CHECK(exact);
    *len = n;
    return exact;
}

#endif
