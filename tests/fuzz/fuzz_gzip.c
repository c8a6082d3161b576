/*
 * fuzz_gzip.c - a text, packed by zlib as one to three members: read whole it comes back; cut at
 * any byte a prefix of it comes, and that it is cut is said, but between two members; a changed
 * byte is noticed, but in a header, which gzip does not check.
 */
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include "fuzz_bytes.h"
#include "read/stream.h"

enum { MEMBERS = 3 };

typedef struct packed {
    uint8_t *at;
    size_t len, room;
    size_t end[MEMBERS + 1], text[MEMBERS + 1]; /* where members end, here and in the text */
    unsigned n;
} packed;

static void pack(packed *p, const uint8_t *text, size_t len, int level)
{
    z_stream z = {.next_in = (uint8_t *)(uintptr_t)text,
                  .avail_in = (unsigned)len,
                  .next_out = p->at + p->len,
                  .avail_out = (unsigned)(p->room - p->len)};
    CHECK(deflateInit2(&z, level, Z_DEFLATED, 9 + 16, 1, Z_DEFAULT_STRATEGY) == Z_OK);
    CHECK(deflate(&z, Z_FINISH) == Z_STREAM_END);
    p->len = (size_t)(z.next_out - p->at);
    deflateEnd(&z);
    p->text[p->n + 1] = p->text[p->n] + len;
    p->end[++p->n] = p->len;
}

/* From memory, or from a file without a name. */
static lgm_status open_stream(lgm_stream **s, const uint8_t *bytes, size_t len, lgm_err *err)
{
    static int fd = -1;
    char path[32];
    if (len % 4 > 0) return lgm_read_stream_open_bytes(s, "packed", bytes, len, err);
    if (fd < 0) fd = memfd_create("packed", 0);
    CHECK(fd >= 0 && ftruncate(fd, 0) == 0 && pwrite(fd, bytes, len, 0) == (ssize_t)len);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    return lgm_read_stream_open(s, path, false, NULL, err);
}

/* What comes out is the first bytes of the text; how many go to *n. */
static lgm_status read_all(const uint8_t *bytes, size_t len, const uint8_t *text, size_t text_len,
                           bool must_be_prefix, size_t *n)
{
    uint8_t *const exact = malloc(len ? len : 1);
    lgm_stream *s;
    lgm_slice chunk;
    lgm_err err = {0};
    CHECK(exact);
    if (len) memcpy(exact, bytes, len);
    CHECK(open_stream(&s, exact, len, &err) == LGM_OK);
    lgm_status st;
    *n = 0;
    while ((st = lgm_read_stream_more(s, &chunk, &err)) == LGM_OK && chunk.len > 0) {
        if (must_be_prefix)
            CHECK(chunk.len <= text_len - *n && !memcmp(chunk.ptr, text + *n, chunk.len));
        *n += chunk.len;
    }
    CHECK(lgm_read_stream_consumed(s) <= len);
    CHECK(st == LGM_OK || (err.message[0] && err.code == st));
    lgm_read_stream_close(s);
    free(exact);
    return st;
}

static void check_cut(const packed *p, size_t cut, const uint8_t *text, size_t len)
{
    size_t n;
    if (cut < 2) return; /* not known to be gzip */
    const lgm_status st = read_all(p->at, cut, text, len, true, &n);
    unsigned member = p->n + 1;
    for (unsigned i = 1; i <= p->n; i++)
        if (cut == p->end[i] || cut == p->end[i] + 1)
            member = i; /* a byte of a header is trailing */
    if (member <= p->n)
        CHECK(st == LGM_OK && n == p->text[member]);
    else
        CHECK(st == LGM_E_CORRUPT);
}

static void check_changed(packed *p, size_t at, uint8_t by, const uint8_t *text, size_t len)
{
    size_t n;
    if (at < 2 || by == 0) return;
    p->at[at] ^= by;
    /* A header's time, its letter of the system and its other flags may be anything; a checksum
     * tells only at the member's end that what went out was wrong. */
    const lgm_status st = read_all(p->at, p->len, text, len, false, &n);
    p->at[at] ^= by;
    CHECK(st == LGM_OK || st == LGM_E_CORRUPT || st == LGM_E_BUDGET);
    for (unsigned i = 0; st == LGM_OK && i < p->n; i++) {
        const bool in_data = at >= p->end[i] + 10 && at < p->end[i + 1];
        CHECK(!in_data || n == len);
    }
}

/* Bytes behind the last member are counted, zeros that pad it are not. */
static void check_trailing(const packed *p, const uint8_t *text, size_t len)
{
    uint8_t *const more = calloc(1, p->len + 8);
    lgm_stream *s;
    lgm_slice chunk;
    size_t n = 0;
    CHECK(more);
    memcpy(more, p->at, p->len);
    memcpy(more + p->len + 3, "end", 3);
    CHECK(lgm_read_stream_open_bytes(&s, "packed", more, p->len + 6, NULL) == LGM_OK);
    while (lgm_read_stream_more(s, &chunk, NULL) == LGM_OK && chunk.len > 0) n += chunk.len;
    CHECK(n == len && lgm_read_stream_packed(s) == LGM_UNPACK_GZIP &&
          lgm_read_stream_trailing(s) == 3);
    lgm_read_stream_close(s);
    free(more);
    if (len >= 2 && text[0] == 0x1f && text[1] == 0x8b) return;
    CHECK(read_all(text, len, text, len, true, &n) == LGM_OK && n == len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_bytes b = {data, data + size};
    const int level = (int)fuzz_below(&b, 10);
    const unsigned members = 1 + fuzz_below(&b, MEMBERS);
    const size_t cut = fuzz_u32(&b) & 0xffff, changed = fuzz_u32(&b) & 0xffff;
    const uint8_t by = fuzz_byte(&b);
    const uint8_t *const text = b.at;
    const size_t len = (size_t)(b.end - b.at);

    packed p = {.room = 3 * (len + 64)};
    p.at = malloc(p.room);
    CHECK(p.at);
    for (unsigned i = 0; i < members; i++) {
        const size_t from = len * i / members, to = len * (i + 1) / members;
        pack(&p, text + from, to - from, level);
    }
    size_t n;
    CHECK(read_all(p.at, p.len, text, len, true, &n) == LGM_OK && n == len);
    check_trailing(&p, text, len);
    check_cut(&p, cut % (p.len + 1), text, len);
    check_changed(&p, changed % p.len, by, text, len);
    free(p.at);
    return 0;
}
