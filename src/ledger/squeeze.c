/* squeeze.c - see squeeze.h. */
#include "ledger/squeeze.h"

#include <zstd.h>

enum { LEVEL = 3 };

lgm_status lgm_ledger_squeeze(lgm_slice bytes, lgm_arena *arena, lgm_slice *out, lgm_err *err)
{
    const size_t most = ZSTD_compressBound(bytes.len);
    char *const room = lgm_malloc(most ? most : 1);
    *out = (lgm_slice){0};
    if (!room) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    const size_t n = ZSTD_compress(room, most, bytes.ptr, bytes.len, LEVEL);
    char *const copy = ZSTD_isError(n) ? NULL : lgm_arena_strndup(arena, room, n);
    lgm_free(room);
    if (!copy) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    *out = (lgm_slice){copy, n};
    return LGM_OK;
}

lgm_status lgm_ledger_unsqueeze(lgm_slice packed, char **out, size_t *len, lgm_err *err)
{
    const unsigned long long size = ZSTD_getFrameContentSize(packed.ptr, packed.len);
    *out = NULL;
    *len = 0;
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
        return lgm_fail(err, LGM_E_CORRUPT, "it is not packed with zstd");
    if (size > LGM_LEDGER_LARGEST)
        return lgm_fail(err, LGM_E_BUDGET, "%llu bytes are too many", size);
    char *const bytes = lgm_malloc((size_t)size + 1);
    if (!bytes) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    const size_t n = ZSTD_decompress(bytes, (size_t)size, packed.ptr, packed.len);
    if (ZSTD_isError(n) || n != size) {
        lgm_free(bytes);
        return lgm_fail(err, LGM_E_CORRUPT, "it cannot be unpacked");
    }
    bytes[n] = '\0';
    *out = bytes;
    *len = n;
    return LGM_OK;
}
