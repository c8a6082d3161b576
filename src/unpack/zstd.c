/* zstd.c - frames of zstd by libzstd. */
#include <zstd.h>
#include <zstd_errors.h>

#include "unpack/codec.h"

enum { WINDOW_LOG = 27 }; /* as zstd itself takes without being told */

typedef struct decoding {
    ZSTD_DCtx *d;
    size_t wanted; /* bytes up to the end of a block */
} decoding;

static bool open_it(void *self)
{
    decoding *const s = self;
    s->d = ZSTD_createDCtx();
    s->wanted = 1;
    return s->d && !ZSTD_isError(ZSTD_DCtx_setParameter(s->d, ZSTD_d_windowLogMax, WINDOW_LOG));
}

/* Block by block: on an error the library does not tell what it made in the same call. */
static lgm_unpack_state run(void *self, lgm_unpack_io *io)
{
    decoding *const s = self;
    for (;;) {
        ZSTD_inBuffer in = {io->in, io->n_in < s->wanted ? io->n_in : s->wanted, 0};
        ZSTD_outBuffer out = {io->out, io->n_out, 0};
        const size_t left = ZSTD_decompressStream(s->d, &out, &in);
        if (ZSTD_isError(left)) {
            const ZSTD_ErrorCode code = ZSTD_getErrorCode(left);
            if (code == ZSTD_error_memory_allocation) return LGM_UNPACK_NOMEM;
            return code == ZSTD_error_frameParameter_windowTooLarge ? LGM_UNPACK_TOO_LARGE
                                                                    : LGM_UNPACK_DAMAGED;
        }
        io->in += in.pos, io->n_in -= in.pos;
        io->out += out.pos, io->n_out -= out.pos;
        s->wanted = left ? left : 1;
        if (left == 0) return LGM_UNPACK_END;
        if (!io->n_in || !io->n_out || (!in.pos && !out.pos)) return LGM_UNPACK_ON;
    }
}

static bool again(void *self)
{
    decoding *const s = self;
    s->wanted = 1;
    return !ZSTD_isError(ZSTD_DCtx_reset(s->d, ZSTD_reset_session_only));
}

static void close_it(void *self)
{
    ZSTD_freeDCtx(((decoding *)self)->d);
}

static bool dictionary(void *self, const uint8_t *bytes, size_t n)
{
    return !ZSTD_isError(ZSTD_DCtx_loadDictionary(((decoding *)self)->d, bytes, n));
}

const lgm_unpack_codec lgm_unpack_zstd = {
    "zstd", ".zst", "\x28\xb5\x2f\xfd", 4,         sizeof(decoding), open_it,
    run,    again,  close_it,           dictionary};
