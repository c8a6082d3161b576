/* hash.c - the hash that picks embedding rows. tools/train computes the same: see base.h. */
#include "base/base.h"

uint64_t lgm_hash64_begin(uint64_t seed)
{
    return 14695981039346656037u ^ seed * 0x9e3779b97f4a7c15u;
}

uint64_t lgm_hash64_add(uint64_t h, const char *s, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        h ^= (unsigned char)s[i];
        h *= 1099511628211u;
    }
    return h;
}

uint64_t lgm_hash64_end(uint64_t h)
{
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccdu;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53u;
    return h ^ h >> 33;
}

uint64_t lgm_hash64(uint64_t seed, const char *s, size_t len)
{
    return lgm_hash64_end(lgm_hash64_add(lgm_hash64_begin(seed), s, len));
}

void lgm_hex(const uint8_t *bytes, size_t n, char *out)
{
    static const char digit[] = "0123456789abcdef";
    for (size_t i = 0; i < n; i++) {
        out[2 * i] = digit[bytes[i] >> 4];
        out[2 * i + 1] = digit[bytes[i] & 15];
    }
    out[2 * n] = 0;
}

int lgm_hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
