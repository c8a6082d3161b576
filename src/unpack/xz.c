/* xz.c - streams of xz by liblzma. */
#include <lzma.h>

#include "unpack/codec.h"

typedef struct decoding {
    lzma_stream z;
    lzma_allocator memory;
} decoding;

static void *take(void *unused, size_t n, size_t size)
{
    (void)unused;
    return size && n > SIZE_MAX / size ? NULL : lgm_malloc(n * size);
}

static void give(void *unused, void *p)
{
    (void)unused;
    lgm_free(p);
}

static bool again(void *self)
{
    decoding *const s = self;
    return lzma_stream_decoder(&s->z, LGM_UNPACK_MEMORY, 0) == LZMA_OK;
}

static bool open_it(void *self)
{
    decoding *const s = self;
    s->z = (lzma_stream)LZMA_STREAM_INIT;
    s->memory = (lzma_allocator){take, give, NULL};
    s->z.allocator = &s->memory;
    return again(self);
}

static lgm_unpack_state run(void *self, lgm_unpack_io *io)
{
    lzma_stream *const z = &((decoding *)self)->z;
    z->next_in = io->in, z->avail_in = io->n_in;
    z->next_out = io->out, z->avail_out = io->n_out;
    const lzma_ret r = lzma_code(z, LZMA_RUN);
    io->in = z->next_in, io->n_in = z->avail_in;
    io->out = z->next_out, io->n_out = z->avail_out;
    switch (r) {
    case LZMA_STREAM_END: return LGM_UNPACK_END;
    case LZMA_MEM_ERROR: return LGM_UNPACK_NOMEM;
    case LZMA_MEMLIMIT_ERROR: return LGM_UNPACK_TOO_LARGE;
    case LZMA_OK:
    case LZMA_BUF_ERROR: return LGM_UNPACK_ON;
    default: return LGM_UNPACK_DAMAGED;
    }
}

static void close_it(void *self)
{
    lzma_end(&((decoding *)self)->z);
}

const lgm_unpack_codec lgm_unpack_xz = {
    "xz",     ".xz", "\xfd\x37\x7a\x58\x5a\0", 6, sizeof(decoding), open_it, run, again,
    close_it, NULL};
