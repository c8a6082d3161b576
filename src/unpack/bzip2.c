/* bzip2.c - streams of bzip2 by libbz2. */
#include <bzlib.h>

#include "unpack/codec.h"

typedef struct decoding {
    bz_stream z;
    bool open;
} decoding;

static void *take(void *unused, int n, int size)
{
    (void)unused;
    return lgm_calloc((size_t)n, (size_t)size);
}

static void give(void *unused, void *p)
{
    (void)unused;
    lgm_free(p);
}

static void close_it(void *self)
{
    decoding *const s = self;
    if (s->open) BZ2_bzDecompressEnd(&s->z);
    s->open = false;
}

static bool again(void *self)
{
    decoding *const s = self;
    close_it(s);
    s->z = (bz_stream){.bzalloc = take, .bzfree = give};
    s->open = BZ2_bzDecompressInit(&s->z, 0, 0) == BZ_OK;
    return s->open;
}

static unsigned at_most(size_t n)
{
    return n < 1u << 30 ? (unsigned)n : 1u << 30;
}

static lgm_unpack_state run(void *self, lgm_unpack_io *io)
{
    bz_stream *const z = &((decoding *)self)->z;
    const unsigned n_in = at_most(io->n_in), n_out = at_most(io->n_out);
    z->next_in = (char *)(uintptr_t)io->in, z->avail_in = n_in;
    z->next_out = (char *)io->out, z->avail_out = n_out;
    const int r = BZ2_bzDecompress(z);
    io->in += n_in - z->avail_in, io->n_in -= n_in - z->avail_in;
    io->out += n_out - z->avail_out, io->n_out -= n_out - z->avail_out;
    if (r == BZ_STREAM_END) return LGM_UNPACK_END;
    if (r == BZ_MEM_ERROR) return LGM_UNPACK_NOMEM;
    return r == BZ_OK ? LGM_UNPACK_ON : LGM_UNPACK_DAMAGED;
}

const lgm_unpack_codec lgm_unpack_bzip2 = {
    "bzip2", ".bz2", "BZh?1AY&SY", 10, sizeof(decoding), again, run, again, close_it, NULL};
