/* intake_pieces.c - pieces of a file whose lengths are known, or that end in a blank line. */
#include <string.h>

#include "read/intake.h"

uint64_t lgm_read_intake_place(lgm_intake *f)
{
    lgm_read_intake_more(f);
    return lgm_read_stream_place(f->stream, f->chunk.len);
}

/* Goes to where n bytes from here are, or to the end of the file; how many bytes that is. */
static uint64_t jump(lgm_intake *f, uint64_t n)
{
    uint64_t size;
    const uint64_t here = lgm_read_stream_place(f->stream, 0);
    if (lgm_read_stream_packed(f->stream) || !lgm_read_stream_size(f->stream, &size) ||
        size <= here)
        return 0;
    if (n > size - here) n = size - here;
    if (!lgm_read_stream_seek(f->stream, here + n)) return 0;
    f->n_used += n;
    return n;
}

uint64_t lgm_read_intake_pass(lgm_intake *f, uint64_t n)
{
    uint64_t left = n;
    while (left) {
        const size_t m = f->chunk.len < left ? f->chunk.len : (size_t)left;
        lgm_read_intake_skip(f, m);
        left -= m;
        if (left && f->broken.code == LGM_OK) left -= jump(f, left);
        if (left && !lgm_read_intake_more(f)) break;
    }
    return n - left;
}

lgm_slice lgm_read_intake_take_bytes(lgm_intake *f, size_t n)
{
    lgm_slice piece = {f->chunk.ptr, n};
    if (f->chunk.len >= n) {
        lgm_read_intake_skip(f, n);
        return n ? piece : LGM_SLICE("");
    }
    const size_t from = f->buf.n;
    while (f->buf.n - from < n && lgm_read_intake_more(f)) {
        const size_t left = n - (f->buf.n - from);
        lgm_read_intake_keep(f, f->chunk.len < left ? f->chunk.len : left);
    }
    if (f->buf.n == from) return LGM_SLICE("");
    return (lgm_slice){f->buf.at + from, f->buf.n - from};
}

/* The length of s up to its first blank line, that included; 0: there is none. */
static size_t head_length(lgm_slice s)
{
    size_t line = 0;
    for (const char *lf; (lf = memchr(s.ptr + line, '\n', s.len - line)) != NULL;) {
        const size_t n = (size_t)(lf - s.ptr) - line;
        const bool blank = n == 0 || (n == 1 && s.ptr[line] == '\r');
        line += n + 1;
        if (blank) return line;
        if (line == s.len) break;
    }
    return 0;
}

static bool ends_blank(lgm_slice s)
{
    if (!s.len || s.ptr[s.len - 1] != '\n') return false;
    s.len--;
    if (s.len && s.ptr[s.len - 1] == '\r') s.len--;
    return !s.len || s.ptr[s.len - 1] == '\n';
}

lgm_slice lgm_read_intake_take_head(lgm_intake *f, size_t most)
{
    if (!lgm_read_intake_more(f)) return LGM_SLICE("");
    const lgm_slice here = {f->chunk.ptr, f->chunk.len < most ? f->chunk.len : most};
    const size_t n = f->buf.n ? 0 : head_length(here);
    if (n) {
        lgm_read_intake_skip(f, n);
        return (lgm_slice){here.ptr, n};
    }
    while (f->buf.n < most && lgm_read_intake_more(f)) {
        const size_t left = most - f->buf.n;
        const size_t room = f->chunk.len < left ? f->chunk.len : left;
        const char *const lf = memchr(f->chunk.ptr, '\n', room);
        lgm_read_intake_keep(f, lf ? (size_t)(lf - f->chunk.ptr) + 1 : room);
        const lgm_slice head = {f->buf.at, f->buf.n};
        if (ends_blank(head)) return head;
    }
    return LGM_SLICE("");
}
