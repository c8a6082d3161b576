/* warc_block.c - blocks of records, over the chunks of an intake. */
#include "read/warc_block.h"

#include <string.h>

static const char sign[] = "WARC/";
enum { SIGN = sizeof sign - 1, AHEAD = 64 };

bool lgm_read_warc_begins(lgm_intake *f, size_t from)
{
    if (f->buf.n == from && f->chunk.len >= SIGN) return memcmp(f->chunk.ptr, sign, SIGN) == 0;
    while (f->buf.n - from < SIGN) {
        if (!lgm_read_intake_more(f) || f->chunk.ptr[0] != sign[f->buf.n - from]) return false;
        lgm_read_intake_keep(f, 1);
    }
    return true;
}

/* Bytes are there; *fresh: they are the first ones of a member. */
static bool more(lgm_intake *f, bool *fresh)
{
    const bool next = f->chunk.len == 0;
    if (!lgm_read_intake_more(f)) return false;
    *fresh = next && lgm_read_stream_begins_member(f->stream);
    return true;
}

bool lgm_read_warc_find(lgm_intake *f)
{
    bool line = true, fresh;
    for (f->buf.n = 0; more(f, &fresh); f->buf.n = 0) {
        if ((line || fresh) && lgm_read_warc_begins(f, 0)) return true;
        const char *const lf = f->chunk.len ? memchr(f->chunk.ptr, '\n', f->chunk.len) : NULL;
        lgm_read_intake_skip(f, lf ? (size_t)(lf - f->chunk.ptr) + 1 : f->chunk.len);
        line = lf != NULL;
    }
    return false;
}

static void skip_line_ends(lgm_intake *f)
{
    size_t n = 0;
    while (n < f->chunk.len && (f->chunk.ptr[n] == '\r' || f->chunk.ptr[n] == '\n')) n++;
    lgm_read_intake_skip(f, n);
}

bool lgm_read_warc_blank(lgm_intake *f)
{
    while (lgm_read_intake_more(f)) {
        skip_line_ends(f);
        if (f->chunk.len) return true;
    }
    return false;
}

/* Is the block cut here, by a member that is a record? */
static bool at_next_record(const lgm_intake *f, bool fresh)
{
    return fresh && f->chunk.len >= SIGN && memcmp(f->chunk.ptr, sign, SIGN) == 0;
}

lgm_slice lgm_read_warc_take(lgm_intake *f, size_t n)
{
    const size_t from = f->buf.n;
    const bool whole_member = lgm_read_stream_ends_member(f->stream);
    if (f->chunk.len >= n && (f->chunk.len - n >= AHEAD || whole_member)) {
        const lgm_slice here = {f->chunk.ptr, n};
        lgm_read_intake_skip(f, n);
        return here;
    }
    bool fresh;
    while (f->buf.n - from < n && more(f, &fresh) && !at_next_record(f, fresh)) {
        const size_t left = n - (f->buf.n - from);
        lgm_read_intake_keep(f, f->chunk.len < left ? f->chunk.len : left);
    }
    if (f->buf.n == from) return LGM_SLICE("");
    return (lgm_slice){f->buf.at + from, f->buf.n - from};
}

uint64_t lgm_read_warc_pass(lgm_intake *f, uint64_t n, unsigned tail)
{
    const uint64_t all = n + tail;
    bool fresh;
    if (!lgm_read_stream_packed(f->stream)) return lgm_read_intake_pass(f, n);
    const uint64_t rest = f->chunk.len < all ? all - f->chunk.len : 0;
    if (lgm_read_stream_skip_member(f->stream, rest) && rest) {
        lgm_read_intake_skip(f, f->chunk.len);
        return n;
    }
    uint64_t left = n;
    while (left && more(f, &fresh) && !at_next_record(f, fresh)) {
        const size_t part = f->chunk.len < left ? f->chunk.len : (size_t)left;
        lgm_read_intake_skip(f, part);
        left -= part;
    }
    return n - left;
}

bool lgm_read_warc_ends(lgm_intake *f, lgm_slice *block)
{
    const char *const from = f->buf.at;
    const bool kept = from && block->ptr >= from && block->ptr < from + f->buf.n;
    const size_t at = kept ? (size_t)(block->ptr - from) : 0;
    bool ends = true, fresh;
    skip_line_ends(f);
    /* A block that is in the chunk ends with its member, or has some bytes behind it. */
    while (kept || !block->len || f->chunk.len) {
        if (!more(f, &fresh) || fresh) break;
        skip_line_ends(f);
        if (!f->chunk.len) continue;
        ends = lgm_read_warc_begins(f, f->buf.n);
        break;
    }
    if (kept) block->ptr = f->buf.at + at;
    return ends;
}
