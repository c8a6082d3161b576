/* utf8.c - reading, writing and checking UTF-8 (Unicode 15, table 3-7). */
#include <string.h>

#include "base/base.h"

static bool is_tail(unsigned char c)
{
    return (c & 0xc0) == 0x80;
}

int32_t lgm_utf8_next(const char *s, size_t len, size_t *used)
{
    const unsigned char *const p = (const unsigned char *)s;
    *used = 1;
    if (p[0] < 0x80) return p[0];
    if (p[0] < 0xc2 || p[0] > 0xf4) return -1; /* a tail, an overlong form, beyond U+10FFFF */
    if (len < 2 || !is_tail(p[1])) return -1;
    if (p[0] < 0xe0) {
        *used = 2;
        return (p[0] & 0x1f) << 6 | (p[1] & 0x3f);
    }
    if (len < 3 || !is_tail(p[2])) return -1;
    if (p[0] < 0xf0) {
        const int32_t cp = (p[0] & 0x0f) << 12 | (p[1] & 0x3f) << 6 | (p[2] & 0x3f);
        if (cp < 0x800 || (cp >= 0xd800 && cp < 0xe000)) return -1;
        *used = 3;
        return cp;
    }
    if (len < 4 || !is_tail(p[3])) return -1;
    const int32_t cp =
        (p[0] & 0x07) << 18 | (p[1] & 0x3f) << 12 | (p[2] & 0x3f) << 6 | (p[3] & 0x3f);
    if (cp < 0x10000 || cp > 0x10ffff) return -1;
    *used = 4;
    return cp;
}

size_t lgm_utf8_put(char out[4], uint32_t cp)
{
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xc0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3f));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xe0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3f));
        out[2] = (char)(0x80 | (cp & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3f));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3f));
    out[3] = (char)(0x80 | (cp & 0x3f));
    return 4;
}

size_t lgm_utf8_valid(const char *s, size_t len)
{
    size_t i = 0;
    while (i < len) {
        uint64_t eight;
        if (len - i >= 8) { /* most news text is ASCII */
            memcpy(&eight, s + i, 8);
            if (!(eight & 0x8080808080808080u)) {
                i += 8;
                continue;
            }
        }
        size_t used;
        if (lgm_utf8_next(s + i, len - i, &used) < 0) return i;
        i += used;
    }
    return len;
}

uint32_t lgm_cp1252(unsigned char c)
{
    static const uint16_t upper[32] = {
        0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
        0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
        0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};
    return c >= 0x80 && c < 0xa0 ? upper[c - 0x80] : c;
}
