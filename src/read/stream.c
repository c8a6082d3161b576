/* stream.c - the bytes of a file (file_bytes.c), or what is unpacked from them (members.c). */
#include "read/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "read/file_bytes.h"
#include "read/members.h"

struct lgm_stream {
    lgm_file_bytes in;
    lgm_members members;
    bool started;
};

/* What in has is the stream's, also on an error. */
static lgm_status make(lgm_stream **out, lgm_file_bytes in, const char *name, lgm_err *err)
{
    lgm_status st = LGM_OK;
    lgm_stream *const s = lgm_calloc(1, sizeof *s);
    if (s) st = lgm_read_bytes_init(&in, name, err);
    if (s) s->in = in;
    if (s && st == LGM_OK) {
        *out = s;
        return LGM_OK;
    }
    lgm_read_bytes_done(&in);
    lgm_free(s);
    return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", name);
}

lgm_status lgm_read_stream_open_bytes(lgm_stream **out, const char *name, const void *bytes,
                                      size_t len, lgm_err *err)
{
    *out = NULL;
    const lgm_file_bytes in = {.fd = -1, .in_memory = true, .at = bytes, .end = len, .n_read = len};
    return make(out, in, name, err);
}

lgm_status lgm_read_stream_open_over(lgm_stream **out, const char *name,
                                     const lgm_stream_over *over, lgm_err *err)
{
    *out = NULL;
    return make(out, (lgm_file_bytes){.fd = -1, .over = *over}, name, err);
}

lgm_status lgm_read_stream_open(lgm_stream **out, const char *path, bool any_kind,
                                const lgm_wake *wake, lgm_err *err)
{
    *out = NULL;
    lgm_file_bytes in = {.fd = STDIN_FILENO, .wake = wake};
    if (strcmp(path, "-") == 0) return make(out, in, "standard input", err);
    /* a pipe without a writer waits */
    in.fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (in.fd < 0) return lgm_fail_errno(err, path, errno);

    struct stat info;
    lgm_status st = LGM_OK;
    if (fstat(in.fd, &info) != 0)
        st = lgm_fail_errno(err, path, errno);
    else if (S_ISDIR(info.st_mode) || (!any_kind && !S_ISREG(info.st_mode)))
        st = lgm_fail(err, LGM_E_IO, "%s: not a regular file", path);
    if (st == LGM_OK) return make(out, in, path, err);
    close(in.fd);
    return st;
}

void lgm_read_stream_close(lgm_stream *s)
{
    if (!s) return;
    lgm_read_members_done(&s->members);
    lgm_read_bytes_done(&s->in);
    lgm_free(s);
}

/* ---- chunks ---------------------------------------------------------------------------------- */

/* A line that begins with a brace and is there to its end. */
static bool has_line_of_json(const lgm_file_bytes *in)
{
    const uint8_t *at = in->at + in->begin, *const end = in->at + in->end;
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n')) at++;
    return at < end && *at == '{' && memchr(at, '\n', (size_t)(end - at));
}

/* As much as it takes to see what the file is. What came before an error goes out first. */
static lgm_status fill_head(lgm_file_bytes *in, lgm_err *err)
{
    lgm_status st = LGM_OK;
    while (st == LGM_OK && !in->at_end && in->end - in->begin < LGM_READ_HEAD &&
           !has_line_of_json(in))
        st = lgm_read_bytes_fill(in, in->end - in->begin + 1, err);
    return in->end > in->begin ? LGM_OK : st;
}

lgm_status lgm_read_stream_more(lgm_stream *s, lgm_slice *chunk, lgm_err *err)
{
    *chunk = (lgm_slice){NULL, 0};
    lgm_file_bytes *const in = &s->in;
    const bool first = !s->started;
    lgm_status st = first ? lgm_read_members_start(&s->members, in, err) : LGM_OK;
    s->started = true;
    if (st == LGM_OK && s->members.kind) return lgm_read_members_more(&s->members, in, chunk, err);
    if (st == LGM_OK) st = first ? fill_head(in, err) : lgm_read_bytes_fill(in, 1, err);
    if (st != LGM_OK) return st;
    *chunk = (lgm_slice){(const char *)in->at + in->begin, in->end - in->begin};
    lgm_read_bytes_use(in, chunk->len);
    return LGM_OK;
}

/* ---- other places ---------------------------------------------------------------------------- */

bool lgm_read_stream_skip_member(lgm_stream *s, uint64_t rest)
{
    return lgm_read_members_skip(&s->members, &s->in, rest);
}

bool lgm_read_stream_resume(lgm_stream *s)
{
    return lgm_read_members_resume(&s->members, &s->in);
}

bool lgm_read_stream_begins_member(const lgm_stream *s)
{
    return s->members.kind && s->members.chunk_begins;
}

bool lgm_read_stream_ends_member(const lgm_stream *s)
{
    return s->members.kind && s->members.ended;
}

bool lgm_read_stream_seek(lgm_stream *s, uint64_t place)
{
    return !s->members.kind && lgm_read_bytes_seek(&s->in, place);
}

uint64_t lgm_read_stream_consumed(const lgm_stream *s)
{
    return lgm_read_bytes_place(&s->in);
}

uint64_t lgm_read_stream_place(const lgm_stream *s, size_t unused)
{
    return s->members.kind ? s->members.place : lgm_read_bytes_place(&s->in) - unused;
}

bool lgm_read_stream_size(const lgm_stream *s, uint64_t *size)
{
    return lgm_read_bytes_size(&s->in, size);
}

lgm_unpack_kind lgm_read_stream_packed(const lgm_stream *s)
{
    return s->members.kind;
}

uint64_t lgm_read_stream_trailing(const lgm_stream *s)
{
    return s->members.trailing;
}
