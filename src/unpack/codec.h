/* codec.h - what a method of compression is to unpack.c. Tables: deflate.c (gzip, zlib, raw),
 * zstd.c, xz.c, bzip2.c, brotli.c. */
#ifndef LGM_UNPACK_CODEC_H
#define LGM_UNPACK_CODEC_H

#include "unpack/unpack.h"

typedef struct lgm_unpack_codec {
    const char *name, *ending;
    const char *magic; /* first bytes; a "?" stands for any byte */
    uint8_t magic_len;
    size_t size;              /* of what it keeps, zeroed at first */
    bool (*open)(void *self); /* false: no memory; close is called then too */
    lgm_unpack_state (*run)(void *self, lgm_unpack_io *io);
    bool (*again)(void *self);
    void (*close)(void *self);
    bool (*dictionary)(void *self, const uint8_t *bytes, size_t n); /* NULL: it has none */
} lgm_unpack_codec;

extern const lgm_unpack_codec lgm_unpack_gzip, lgm_unpack_deflate, lgm_unpack_zstd, lgm_unpack_xz,
    lgm_unpack_bzip2, lgm_unpack_brotli;

#endif
