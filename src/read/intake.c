/* intake.c - a buffer over a stream. */
#include "read/intake.h"

#include <limits.h>
#include <string.h>

/* A larger buffer is given back at the end of its file. */
static const size_t KEEP_BYTES = (size_t)1 << 20;

lgm_status lgm_read_intake_init(lgm_intake *f, uint64_t max_bytes, lgm_err *err)
{
    const uint64_t line = max_bytes > INT_MAX / 4 ? INT_MAX - 1 : max_bytes * 3 + (64 << 10);
    *f = (lgm_intake){.max_bytes = max_bytes, .max_line = (size_t)line};
    return lgm_arena_new(&f->arena, 0, err);
}

static void own_done(lgm_intake *f)
{
    if (f->own_done) f->own_done(f->own);
    f->own = NULL;
    f->own_done = NULL;
}

void lgm_read_intake_done(lgm_intake *f)
{
    own_done(f);
    lgm_read_stream_close(f->stream);
    lgm_arena_free(f->arena);
    lgm_free(f->buf.at);
    *f = (lgm_intake){0};
}

void lgm_read_intake_end(lgm_intake *f)
{
    f->consumed = lgm_read_intake_consumed(f);
    own_done(f);
    lgm_read_stream_close(f->stream);
    f->stream = NULL;
    f->chunk = (lgm_slice){0};
    if (f->buf.room <= KEEP_BYTES) return;
    lgm_free(f->buf.at);
    f->buf.at = NULL;
    f->buf.n = f->buf.room = 0;
}

lgm_status lgm_read_intake_take(lgm_intake *f, lgm_stream *stream, const char *name, lgm_err *err)
{
    lgm_read_intake_end(f);
    lgm_arena_reset(f->arena);
    f->stream = stream;
    f->broken = (lgm_err){0};
    f->buf.n = f->line_at = 0;
    f->n_lines = f->n_items = f->n_used = 0;
    f->have_line = f->too_long = f->line_by_line = false;
    f->name = lgm_arena_strndup(f->arena, name, strlen(name));
    if (f->name) return LGM_OK;
    lgm_read_intake_end(f);
    return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", name);
}

uint64_t lgm_read_intake_consumed(const lgm_intake *f)
{
    return f->stream ? lgm_read_stream_consumed(f->stream) : f->consumed;
}

bool lgm_read_intake_more(lgm_intake *f)
{
    if (f->chunk.len) return true;
    if (f->broken.code != LGM_OK) return false;
    if (lgm_read_stream_more(f->stream, &f->chunk, &f->broken) != LGM_OK) f->chunk = (lgm_slice){0};
    return f->chunk.len > 0;
}

void lgm_read_intake_skip(lgm_intake *f, size_t n)
{
    f->chunk.ptr += n;
    f->chunk.len -= n;
    f->n_used += n;
}

void lgm_read_intake_keep(lgm_intake *f, size_t n)
{
    if (f->buf.room - f->buf.n < n) {
        const size_t room = f->buf.room * 2 > f->buf.n + n ? f->buf.room * 2 : f->buf.n + n;
        char *const p = lgm_realloc(f->buf.at, room);
        if (!p) {
            lgm_fail(&f->broken, LGM_E_NOMEM, "%s: out of memory", f->name);
            f->chunk = (lgm_slice){0};
            return;
        }
        f->buf.at = p;
        f->buf.room = room;
    }
    memcpy(f->buf.at + f->buf.n, f->chunk.ptr, n);
    f->buf.n += n;
    lgm_read_intake_skip(f, n);
}

lgm_slice lgm_read_intake_line_of(const lgm_intake *f)
{
    if (f->buf.n == f->line_at) return LGM_SLICE("");
    lgm_slice line = {f->buf.at + f->line_at, f->buf.n - f->line_at};
    if (line.len && line.ptr[line.len - 1] == '\n') line.len--;
    if (line.len && line.ptr[line.len - 1] == '\r') line.len--;
    return line;
}

bool lgm_read_intake_line_is_whole(const lgm_intake *f)
{
    return f->buf.n > f->line_at && f->buf.at[f->buf.n - 1] == '\n';
}

bool lgm_read_intake_line(lgm_intake *f)
{
    const uint64_t most = LGM_INTAKE_ENDLESS * (uint64_t)f->max_line;
    bool any = false, whole = false;
    f->line_at = f->buf.n;
    f->line_began = f->n_used;
    f->too_long = f->endless = false;
    while (!whole && !f->endless && !(f->too_long && !f->line_by_line) && lgm_read_intake_more(f)) {
        const char *const lf = memchr(f->chunk.ptr, '\n', f->chunk.len);
        const size_t n = lf ? (size_t)(lf - f->chunk.ptr) + 1 : f->chunk.len;
        any = true;
        whole = lf != NULL;
        if (n > f->max_line - (f->buf.n - f->line_at)) f->too_long = true;
        if (f->too_long)
            lgm_read_intake_skip(f, n);
        else
            lgm_read_intake_keep(f, n);
        f->endless = !whole && f->n_used - f->line_began > most;
    }
    f->n_lines += any;
    return any;
}
