/* members_dictionary.c - the dictionary that a file of zstd begins with. */
#include <string.h>

#include "read/members.h"

enum { HEAD = 8, MOST = 32 << 20 };
static const uint8_t sign[] = {0x5d, 0x2a, 0x4d, 0x18};

static uint32_t u32(const uint8_t *p)
{
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

/* n bytes in a block of memory; NULL without memory, or where there are fewer. */
static uint8_t *take(lgm_file_bytes *in, size_t n)
{
    uint8_t *const to = lgm_malloc(n ? n : 1);
    for (size_t have = 0; to && have < n;) {
        const bool more = lgm_read_bytes_fill(in, 1, NULL) == LGM_OK && in->end > in->begin;
        const size_t left = n - have,
                     part = in->end - in->begin < left ? in->end - in->begin : left;
        if (!more) {
            lgm_free(to);
            return NULL;
        }
        memcpy(to + have, in->at + in->begin, part);
        lgm_read_bytes_use(in, part);
        have += part;
    }
    return to;
}

/* A dictionary that is packed itself, unpacked: its length in *n. */
static uint8_t *unpacked(const uint8_t *packed, size_t *n)
{
    lgm_unpack *u = NULL;
    uint8_t *const to = lgm_malloc(MOST);
    lgm_unpack_io io = {packed, *n, to, MOST};
    const bool whole = to && lgm_unpack_new(&u, LGM_UNPACK_ZSTD, NULL) == LGM_OK &&
                       lgm_unpack_run(u, &io) == LGM_UNPACK_END;
    lgm_unpack_free(u);
    *n = MOST - io.n_out;
    if (whole) return to;
    lgm_free(to);
    return NULL;
}

lgm_status lgm_read_members_dictionary(lgm_members *m, lgm_file_bytes *in, lgm_err *err)
{
    if (in->end - in->begin < HEAD || memcmp(in->at + in->begin, sign, sizeof sign) != 0)
        return LGM_OK;
    size_t n = u32(in->at + in->begin + 4);
    if (n > MOST)
        return lgm_fail(err, LGM_E_BUDGET, "%s: a zstd dictionary of more than %d MiB", in->name,
                        MOST >> 20);
    lgm_read_bytes_use(in, HEAD);
    uint8_t *bytes = take(in, n);
    if (bytes && lgm_unpack_kind_of(bytes, n) == LGM_UNPACK_ZSTD) {
        uint8_t *const plain = unpacked(bytes, &n);
        lgm_free(bytes);
        bytes = plain;
    }
    const bool done = bytes && lgm_unpack_dictionary(m->unpack, bytes, n);
    lgm_free(bytes);
    if (done) return LGM_OK;
    return lgm_fail(err, LGM_E_CORRUPT, "%s: the zstd dictionary it begins with cannot be read",
                    in->name);
}
