/* place_seal.h - makes size and checksums of a table of places good again after it was changed. */
#ifndef PLACE_SEAL_H
#define PLACE_SEAL_H

#include <stdint.h>
#include <string.h>

#include <xxhash.h>

enum { PLACE_HEADER = 64 };

static inline void place_seal(uint8_t *bytes, size_t len)
{
    const uint64_t size = len, body = XXH3_64bits(bytes + PLACE_HEADER, len - PLACE_HEADER);
    memcpy(bytes + 16, &size, 8);
    memcpy(bytes + 24, &body, 8);
    const uint64_t head = XXH3_64bits(bytes, 56);
    memcpy(bytes + 56, &head, 8);
}

#endif
