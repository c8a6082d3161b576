/* digest.c - SHA-1 and MD5 by libmd. */
#include "warc/digest.h"

#include <md5.h>
#include <sha1.h>
#include <sha2.h>
#include <string.h>

#include "warc/head_fields.h"

enum { MOST = 32 };

static size_t sha1(lgm_slice a, lgm_slice b, uint8_t out[MOST])
{
    SHA1_CTX c;
    SHA1Init(&c);
    SHA1Update(&c, (const uint8_t *)a.ptr, a.len);
    SHA1Update(&c, (const uint8_t *)b.ptr, b.len);
    SHA1Final(out, &c);
    return SHA1_DIGEST_LENGTH;
}

static size_t sha256(lgm_slice a, lgm_slice b, uint8_t out[MOST])
{
    SHA2_CTX c;
    SHA256Init(&c);
    SHA256Update(&c, (const uint8_t *)a.ptr, a.len);
    SHA256Update(&c, (const uint8_t *)b.ptr, b.len);
    SHA256Final(out, &c);
    return SHA256_DIGEST_LENGTH;
}

static size_t md5(lgm_slice a, lgm_slice b, uint8_t out[MOST])
{
    MD5_CTX c;
    MD5Init(&c);
    MD5Update(&c, (const uint8_t *)a.ptr, a.len);
    MD5Update(&c, (const uint8_t *)b.ptr, b.len);
    MD5Final(out, &c);
    return MD5_DIGEST_LENGTH;
}

static int digit(char c, unsigned bits)
{
    const char low = (char)(c | 32);
    if (bits == 4)
        return c >= '0' && c <= '9' ? c - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
    return low >= 'a' && low <= 'z' ? low - 'a' : c >= '2' && c <= '7' ? c - '2' + 26 : -1;
}

/* Digits of 4 (hex) or 5 bits (base32) as n bytes. */
static bool decode(lgm_slice text, unsigned bits, uint8_t *out, size_t n)
{
    unsigned value = 0, have = 0;
    size_t made = 0;
    if (text.len != (n * 8 + bits - 1) / bits) return false;
    for (size_t i = 0; i < text.len; i++) {
        const int d = digit(text.ptr[i], bits);
        if (d < 0) return false;
        value = value << bits | (unsigned)d;
        have += bits;
        if (have < 8) continue;
        have -= 8;
        if (made < n) out[made++] = (uint8_t)(value >> have);
    }
    return made == n;
}

lgm_warc_match lgm_warc_digest_check(lgm_slice stated, lgm_slice a, lgm_slice b)
{
    static const struct {
        const char *name;
        size_t (*run)(lgm_slice, lgm_slice, uint8_t *);
        size_t size;
    } kinds[] = {{"sha1:", sha1, 20},
                 {"sha-1:", sha1, 20},
                 {"sha256:", sha256, 32},
                 {"sha-256:", sha256, 32},
                 {"md5:", md5, 16}};
    for (size_t i = 0; i < LGM_COUNT(kinds); i++) {
        uint8_t wanted[MOST], is[MOST];
        if (!lgm_warc_begins(stated, kinds[i].name)) continue;
        const size_t prefix = strlen(kinds[i].name), n = kinds[i].size;
        lgm_slice text = {stated.ptr + prefix, stated.len - prefix};
        while (text.len && text.ptr[text.len - 1] == '=') text.len--;
        if (!decode(text, 4, wanted, n) && !decode(text, 5, wanted, n)) return LGM_WARC_UNKNOWN;
        kinds[i].run(a, b, is);
        return memcmp(is, wanted, n) == 0 ? LGM_WARC_MATCHES : LGM_WARC_DIFFERS;
    }
    return LGM_WARC_UNKNOWN;
}
