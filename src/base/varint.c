/* varint.c - see varint.h. */
#include "base/varint.h"

void lgm_varint_put(lgm_buf *b, uint32_t value)
{
    for (; value > 0x7f; value >>= 7) lgm_buf_putc(b, (char)(value | 0x80));
    lgm_buf_putc(b, (char)value);
}

bool lgm_varint_get(lgm_slice *in, uint32_t *out)
{
    *out = 0;
    for (int shift = 0; shift < 35 && in->len > 0; shift += 7) {
        const uint8_t byte = (uint8_t)*in->ptr++;
        in->len--;
        if (shift == 28 && byte > 0x0f) return false;
        *out |= (uint32_t)(byte & 0x7f) << shift;
        if (byte < 0x80) return true;
    }
    return false;
}
