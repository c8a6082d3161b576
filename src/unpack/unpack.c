/* unpack.c - the methods in one table. */
#include "unpack/unpack.h"

#include <string.h>
#include <strings.h>

#include "unpack/codec.h"

static const lgm_unpack_codec *const codecs[LGM_UNPACK_N_KINDS] = {
    [LGM_UNPACK_GZIP] = &lgm_unpack_gzip,       [LGM_UNPACK_ZSTD] = &lgm_unpack_zstd,
    [LGM_UNPACK_XZ] = &lgm_unpack_xz,           [LGM_UNPACK_BZIP2] = &lgm_unpack_bzip2,
    [LGM_UNPACK_DEFLATE] = &lgm_unpack_deflate, [LGM_UNPACK_BROTLI] = &lgm_unpack_brotli,
};

struct lgm_unpack {
    const lgm_unpack_codec *codec;
    max_align_t self[]; /* codec->size bytes */
};

static bool begins(const uint8_t *head, size_t n, const lgm_unpack_codec *codec)
{
    if (!codec->magic || n < codec->magic_len) return false;
    for (size_t i = 0; i < codec->magic_len; i++)
        if (codec->magic[i] != '?' && head[i] != (uint8_t)codec->magic[i]) return false;
    return true;
}

/* A skippable frame, as zstd calls it, may stand before the first one. */
static bool is_skippable(const uint8_t *head, size_t n)
{
    return n >= 4 && (head[0] & 0xf0) == 0x50 && memcmp(head + 1, "\x2a\x4d\x18", 3) == 0;
}

/* A stream without a block, as bzip2 makes it of nothing. */
static bool is_empty_bzip2(const uint8_t *head, size_t n)
{
    return n >= 10 && memcmp(head, "BZh", 3) == 0 &&
           memcmp(head + 4, "\x17\x72\x45\x38\x50\x90", 6) == 0;
}

lgm_unpack_kind lgm_unpack_kind_of(const uint8_t *head, size_t n)
{
    if (is_empty_bzip2(head, n)) return LGM_UNPACK_BZIP2;
    if (is_skippable(head, n)) return LGM_UNPACK_ZSTD;
    for (int i = LGM_UNPACK_GZIP; i < LGM_UNPACK_N_KINDS; i++)
        if (begins(head, n, codecs[i])) return (lgm_unpack_kind)i;
    return LGM_UNPACK_NONE;
}

const char *lgm_unpack_name(lgm_unpack_kind kind)
{
    return codecs[kind] ? codecs[kind]->name : "unpacked";
}

const char *lgm_unpack_ending(lgm_unpack_kind kind)
{
    return codecs[kind] ? codecs[kind]->ending : NULL;
}

size_t lgm_unpack_bare_length(const char *name, lgm_unpack_kind *kind)
{
    const size_t len = strlen(name);
    for (int i = LGM_UNPACK_GZIP; i < LGM_UNPACK_N_KINDS; i++) {
        const char *const ending = codecs[i]->ending;
        const size_t n = ending ? strlen(ending) : 0;
        if (!n || len <= n || strcasecmp(name + len - n, ending) != 0) continue;
        if (kind) *kind = (lgm_unpack_kind)i;
        return len - n;
    }
    if (kind) *kind = LGM_UNPACK_NONE;
    return len;
}

lgm_status lgm_unpack_new(lgm_unpack **out, lgm_unpack_kind kind, lgm_err *err)
{
    const lgm_unpack_codec *const codec = codecs[kind];
    lgm_unpack *const u = *out = lgm_calloc(1, sizeof *u + codec->size);
    if (u) u->codec = codec;
    if (u && codec->open(u->self)) return LGM_OK;
    lgm_unpack_free(u);
    *out = NULL;
    return lgm_fail(err, LGM_E_NOMEM, "out of memory");
}

void lgm_unpack_free(lgm_unpack *u)
{
    if (!u) return;
    u->codec->close(u->self);
    lgm_free(u);
}

lgm_unpack_state lgm_unpack_run(lgm_unpack *u, lgm_unpack_io *io)
{
    return u->codec->run(u->self, io);
}

bool lgm_unpack_again(lgm_unpack *u)
{
    return u->codec->again(u->self);
}

bool lgm_unpack_dictionary(lgm_unpack *u, const uint8_t *bytes, size_t n)
{
    return u->codec->dictionary && u->codec->dictionary(u->self, bytes, n);
}
