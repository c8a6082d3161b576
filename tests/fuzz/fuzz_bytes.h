/* fuzz_bytes.h - choices taken from the bytes of an input, one after another; behind its end all
 * are 0. */
#ifndef LGM_FUZZ_BYTES_H
#define LGM_FUZZ_BYTES_H

#include <stdbool.h>
#include <string.h>

#include "fuzz.h"

typedef struct fuzz_bytes {
    const uint8_t *at, *end;
} fuzz_bytes;

static inline uint8_t fuzz_byte(fuzz_bytes *b)
{
    return b->at < b->end ? *b->at++ : 0;
}

static inline uint32_t fuzz_u32(fuzz_bytes *b)
{
    uint32_t v = 0;
    for (int i = 0; i < 4; i++) v = v << 8 | fuzz_byte(b);
    return v;
}

/* 0 .. n - 1; n > 0. */
static inline uint32_t fuzz_below(fuzz_bytes *b, uint32_t n)
{
    const uint32_t v = fuzz_byte(b);
    return (n > 256 ? v << 8 | fuzz_byte(b) : v) % n;
}

/* At most n of the bytes that are left. */
static inline const uint8_t *fuzz_take(fuzz_bytes *b, size_t n, size_t *taken)
{
    const uint8_t *const at = b->at;
    const size_t left = (size_t)(b->end - b->at);
    *taken = n < left ? n : left;
    b->at += *taken;
    return at;
}

#endif
