/* digest.c - SHA-1, SHA-256 and MD5 by libcrypto. */
#include "warc/digest.h"

#include <openssl/evp.h>
#include <string.h>

#include "warc/head_fields.h"

/* False where the library has no memory, or is built without this kind. */
static bool run(const EVP_MD *kind, lgm_slice a, lgm_slice b, uint8_t out[EVP_MAX_MD_SIZE])
{
    EVP_MD_CTX *const c = EVP_MD_CTX_new();
    const bool done =
        c && EVP_DigestInit_ex(c, kind, NULL) == 1 && EVP_DigestUpdate(c, a.ptr, a.len) == 1 &&
        EVP_DigestUpdate(c, b.ptr, b.len) == 1 && EVP_DigestFinal_ex(c, out, NULL) == 1;
    EVP_MD_CTX_free(c);
    return done;
}

static int digit(char c, unsigned bits)
{
    const char low = (char)(c | 32);
    if (bits == 4) return lgm_hex_digit(c);
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
        const EVP_MD *(*kind)(void);
        size_t size;
    } kinds[] = {{"sha1:", EVP_sha1, 20},
                 {"sha-1:", EVP_sha1, 20},
                 {"sha256:", EVP_sha256, 32},
                 {"sha-256:", EVP_sha256, 32},
                 {"md5:", EVP_md5, 16}};
    for (size_t i = 0; i < LGM_COUNT(kinds); i++) {
        uint8_t wanted[EVP_MAX_MD_SIZE], is[EVP_MAX_MD_SIZE];
        if (!lgm_warc_begins(stated, kinds[i].name)) continue;
        const size_t prefix = strlen(kinds[i].name), n = kinds[i].size;
        lgm_slice text = {stated.ptr + prefix, stated.len - prefix};
        while (text.len && text.ptr[text.len - 1] == '=') text.len--;
        if (!decode(text, 4, wanted, n) && !decode(text, 5, wanted, n)) return LGM_WARC_UNKNOWN;
        if (!run(kinds[i].kind(), a, b, is)) return LGM_WARC_UNKNOWN;
        return memcmp(is, wanted, n) == 0 ? LGM_WARC_MATCHES : LGM_WARC_DIFFERS;
    }
    return LGM_WARC_UNKNOWN;
}
