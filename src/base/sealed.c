/* sealed.c - checks the header and both checksums of a binary file. */
#include "base/sealed.h"

#include <xxhash.h>

lgm_status lgm_sealed_check(const lgm_sealed *kind, const uint8_t *data, size_t len,
                            const char *what, lgm_err *err)
{
    enum { SIZE_AT = 16, OWN_SUM_AT = 56 };
    if (__BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__)
        return lgm_fail(err, LGM_E_UNSUPPORTED, "%s: %s needs a little-endian machine", what,
                        kind->name);
    if (len < 8 || memcmp(data, kind->magic, 8) != 0)
        return lgm_fail(err, LGM_E_FORMAT, "%s: not %s", what, kind->name);
    if (len < LGM_SEALED_HEADER)
        return lgm_fail(err, LGM_E_CORRUPT, "%s: cut short, only %zu bytes", what, len);
    if (XXH3_64bits(data, OWN_SUM_AT) != lgm_u64_at(data + OWN_SUM_AT))
        return lgm_fail(err, LGM_E_CORRUPT, "%s: the header is damaged", what);
    if (lgm_u32_at(data + 8) != kind->version)
        return lgm_fail(err, LGM_E_VERSION, "%s: format version %u, this engine reads %u", what,
                        (unsigned)lgm_u32_at(data + 8), (unsigned)kind->version);
    if (lgm_u64_at(data + SIZE_AT) != len)
        return lgm_fail(err, LGM_E_CORRUPT, "%s: %zu bytes, should be %llu", what, len,
                        (unsigned long long)lgm_u64_at(data + SIZE_AT));
    if (XXH3_64bits(data + LGM_SEALED_HEADER, len - LGM_SEALED_HEADER) !=
        lgm_u64_at(data + kind->sum_at))
        return lgm_fail(err, LGM_E_CORRUPT, "%s: damaged, the checksum does not hold", what);
    return LGM_OK;
}
