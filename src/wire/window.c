/* window.c - a buffer whose front moves; it is closed up when more comes in. */
#include "wire/window.h"

#include <string.h>

static lgm_slice in_hand(const lgm_wire_window *w)
{
    if (w->buf.len == w->head) return LGM_SLICE("");
    return (lgm_slice){w->buf.at + w->head, w->buf.len - w->head};
}

uint64_t lgm_wire_window_end(const lgm_wire_window *w)
{
    return w->start + (w->buf.len - w->head);
}

bool lgm_wire_window_more(lgm_wire_window *w)
{
    lgm_slice chunk;
    if (w->ended) return false;
    if (!w->from.more(w->from.ctx, &chunk)) {
        w->ended = true;
        return false;
    }
    if (w->head) memmove(w->buf.at, w->buf.at + w->head, w->buf.len - w->head);
    w->buf.len -= w->head;
    w->head = 0;
    lgm_buf_put(&w->buf, chunk.ptr, chunk.len);
    w->ended = w->failed = w->buf.failed;
    return !w->ended;
}

lgm_slice lgm_wire_window_part(const lgm_wire_window *w, uint64_t from, uint64_t to)
{
    const lgm_slice s = in_hand(w);
    const uint64_t end = lgm_wire_window_end(w);
    if (from < w->start) from = w->start;
    if (to > end) to = end;
    if (from >= to) return LGM_SLICE("");
    return (lgm_slice){s.ptr + (from - w->start), (size_t)(to - from)};
}

uint64_t lgm_wire_window_line_at(const lgm_wire_window *w, uint64_t at)
{
    const lgm_slice s = lgm_wire_window_part(w, w->start, at);
    const char *p = s.ptr, *const end = s.ptr + s.len;
    uint64_t line = w->line;
    for (; p < end && (p = memchr(p, '\n', (size_t)(end - p))); p++) line++;
    return line;
}

void lgm_wire_window_drop(lgm_wire_window *w, uint64_t at)
{
    if (at <= w->start) return;
    if (at > lgm_wire_window_end(w)) at = lgm_wire_window_end(w);
    w->line = lgm_wire_window_line_at(w, at);
    w->head += (size_t)(at - w->start);
    w->start = at;
}

void lgm_wire_window_done(lgm_wire_window *w)
{
    lgm_buf_done(&w->buf);
}
