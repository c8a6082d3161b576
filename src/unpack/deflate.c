/* deflate.c - gzip, zlib and raw deflate by zlib. */
#include <zlib.h>

#include "unpack/codec.h"

typedef struct inflating {
    z_stream z;
    bool open, started;
    bool holding; /* the first byte, which alone does not tell what it is of */
    uint8_t first;
} inflating;

static void *z_alloc(void *unused, unsigned n, unsigned size)
{
    (void)unused;
    return lgm_calloc(n, size);
}

static void z_free(void *unused, void *p)
{
    (void)unused;
    lgm_free(p);
}

static bool open_as(inflating *self, int window_bits)
{
    self->z.zalloc = z_alloc;
    self->z.zfree = z_free;
    self->open = inflateInit2(&self->z, window_bits) == Z_OK;
    return self->open;
}

static bool open_gzip(void *self)
{
    return open_as(self, MAX_WBITS + 16);
}

static bool open_zlib(void *self)
{
    return open_as(self, MAX_WBITS);
}

static unsigned at_most(size_t n)
{
    return n < 1u << 30 ? (unsigned)n : 1u << 30;
}

static lgm_unpack_state run(void *self, lgm_unpack_io *io)
{
    inflating *const s = self;
    const unsigned n_in = at_most(io->n_in), n_out = at_most(io->n_out);
    s->z.next_in = (Bytef *)(uintptr_t)io->in;
    s->z.avail_in = n_in;
    s->z.next_out = io->out;
    s->z.avail_out = n_out;
    const int z = inflate(&s->z, Z_NO_FLUSH);
    io->in += n_in - s->z.avail_in, io->n_in -= n_in - s->z.avail_in;
    io->out += n_out - s->z.avail_out, io->n_out -= n_out - s->z.avail_out;
    if (z == Z_STREAM_END) return LGM_UNPACK_END;
    if (z == Z_MEM_ERROR) return LGM_UNPACK_NOMEM;
    return z == Z_OK || z == Z_BUF_ERROR ? LGM_UNPACK_ON : LGM_UNPACK_DAMAGED;
}

/* Some servers send deflate without the two bytes of zlib before it: a and b tell. */
static lgm_unpack_state begin_deflate(inflating *s, uint8_t a, uint8_t b)
{
    s->started = true;
    if ((a & 15) == Z_DEFLATED && (a * 256u + b) % 31 == 0) return LGM_UNPACK_ON;
    return inflateReset2(&s->z, -MAX_WBITS) == Z_OK ? LGM_UNPACK_ON : LGM_UNPACK_NOMEM;
}

static lgm_unpack_state run_deflate(void *self, lgm_unpack_io *io)
{
    inflating *const s = self;
    lgm_unpack_state st = LGM_UNPACK_ON;
    if (s->started || !io->n_in) return run(self, io);
    if (!s->holding && io->n_in == 1) {
        s->holding = true;
        s->first = *io->in++;
        io->n_in--;
        return LGM_UNPACK_ON;
    }
    if (!s->holding) {
        st = begin_deflate(s, io->in[0], io->in[1]);
    } else {
        lgm_unpack_io held = {&s->first, 1, io->out, io->n_out}; /* makes nothing yet */
        st = begin_deflate(s, s->first, io->in[0]);
        if (st == LGM_UNPACK_ON) st = run(self, &held);
    }
    return st == LGM_UNPACK_ON ? run(self, io) : st;
}

static bool again(void *self)
{
    return inflateReset(&((inflating *)self)->z) == Z_OK;
}

static void close_it(void *self)
{
    if (((inflating *)self)->open) inflateEnd(&((inflating *)self)->z);
}

const lgm_unpack_codec lgm_unpack_gzip = {"gzip",    ".gz", "\x1f\x8b", 2,        sizeof(inflating),
                                          open_gzip, run,   again,      close_it, NULL};
const lgm_unpack_codec lgm_unpack_deflate = {
    "deflate", NULL, NULL, 0, sizeof(inflating), open_zlib, run_deflate, again, close_it, NULL};
