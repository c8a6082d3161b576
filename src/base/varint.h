/*
 * varint.h - numbers in as few bytes as they need: seven bits a byte, the least first (LEB128).
 */
#ifndef LGM_BASE_VARINT_H
#define LGM_BASE_VARINT_H

#include "base/buf.h"

void lgm_varint_put(lgm_buf *b, uint32_t value);
/* Takes one from the begin of *in; false where there is none. */
bool lgm_varint_get(lgm_slice *in, uint32_t *out);

/* Of either sign, near to 0 in one byte: 0, -1, 1, -2 ... are 0, 1, 2, 3 ... */
static inline uint32_t lgm_varint_folded(int32_t value)
{
    return (uint32_t)value << 1 ^ (value < 0 ? UINT32_MAX : 0);
}
static inline int32_t lgm_varint_unfolded(uint32_t value)
{
    return (int32_t)(value >> 1 ^ (value & 1 ? UINT32_MAX : 0));
}

#endif
