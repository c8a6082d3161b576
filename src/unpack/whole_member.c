/* whole_member.c - a gzip member at once, by libdeflate. */
#include <libdeflate.h>

#include "unpack/unpack.h"

struct lgm_unpack_whole {
    struct libdeflate_decompressor *d;
};

lgm_status lgm_unpack_whole_new(lgm_unpack_whole **out, lgm_err *err)
{
    lgm_unpack_whole *const w = *out = lgm_calloc(1, sizeof *w);
    if (w && (w->d = libdeflate_alloc_decompressor())) return LGM_OK;
    lgm_free(w);
    *out = NULL;
    return lgm_fail(err, LGM_E_NOMEM, "out of memory");
}

void lgm_unpack_whole_free(lgm_unpack_whole *w)
{
    if (!w) return;
    libdeflate_free_decompressor(w->d);
    lgm_free(w);
}

bool lgm_unpack_whole_run(lgm_unpack_whole *w, lgm_slice in, uint8_t *out, size_t room,
                          size_t *used, size_t *made, bool *full)
{
    const enum libdeflate_result r =
        libdeflate_gzip_decompress_ex(w->d, in.ptr, in.len, out, room, used, made);
    *full = r == LIBDEFLATE_INSUFFICIENT_SPACE;
    return r == LIBDEFLATE_SUCCESS;
}
