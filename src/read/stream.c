/* stream.c - reading through read(2) and zlib's inflate. */
#include "read/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { RAW_ROOM = 64 << 10, OUT_ROOM = 128 << 10 };
static const uint64_t RATIO_FROM = 1u << 20; /* short files may be as regular as they like */

struct lgm_stream {
    char *name;
    int fd;     /* -1: from memory */
    bool waits; /* fd is no regular file: what it has may be still to come */
    const lgm_wake *wake;
    lgm_slice mem;      /* what is left of it */
    lgm_stream_over over; /* read NULL: there is none */
    uint8_t *raw, *out; /* out only with gzip */
    size_t at, end;     /* the part of raw not yet used */
    bool started, at_eof, gzip, inflating;
    z_stream z;
    uint64_t n_raw, n_out, trailing;
    uint64_t silent; /* bytes of gzip data since the last that gave any text */
};

static bool is_regular(int fd)
{
    struct stat info;
    return fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
}

static lgm_status make(lgm_stream **out, const char *name, int fd, const lgm_wake *wake,
                       lgm_err *err)
{
    lgm_stream *const s = lgm_calloc(1, sizeof *s);
    if (s) {
        s->fd = fd;
        s->wake = wake;
        s->waits = fd >= 0 && !is_regular(fd);
        s->raw = lgm_malloc(RAW_ROOM);
        s->name = lgm_malloc(strlen(name) + 1);
    }
    if (!s || !s->raw || !s->name) {
        if (s) s->fd = -1; /* still the caller's to close */
        lgm_read_stream_close(s);
        return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", name);
    }
    strcpy(s->name, name);
    *out = s;
    return LGM_OK;
}

lgm_status lgm_read_stream_open_bytes(lgm_stream **out, const char *name, const void *bytes,
                                      size_t len, lgm_err *err)
{
    *out = NULL;
    const lgm_status st = make(out, name, -1, NULL, err);
    if (st == LGM_OK) (*out)->mem = (lgm_slice){bytes, len};
    return st;
}

lgm_status lgm_read_stream_open_over(lgm_stream **out, const char *name,
                                     const lgm_stream_over *over, lgm_err *err)
{
    *out = NULL;
    const lgm_status st = make(out, name, -1, NULL, err);
    if (st == LGM_OK)
        (*out)->over = *over;
    else if (over->close)
        over->close(over->ctx);
    return st;
}

lgm_status lgm_read_stream_open(lgm_stream **out, const char *path, bool any_kind,
                                const lgm_wake *wake, lgm_err *err)
{
    *out = NULL;
    if (strcmp(path, "-") == 0) return make(out, "standard input", STDIN_FILENO, wake, err);
    const int fd =
        open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe without a writer waits */
    if (fd < 0) return lgm_fail_errno(err, path, errno);

    struct stat info;
    lgm_status st = LGM_OK;
    if (fstat(fd, &info) != 0)
        st = lgm_fail_errno(err, path, errno);
    else if (S_ISDIR(info.st_mode) || (!any_kind && !S_ISREG(info.st_mode)))
        st = lgm_fail(err, LGM_E_IO, "%s: not a regular file", path);
    if (st == LGM_OK) st = make(out, path, fd, wake, err);
    if (st != LGM_OK) close(fd);
    return st;
}

void lgm_read_stream_close(lgm_stream *s)
{
    if (!s) return;
    if (s->inflating) inflateEnd(&s->z);
    if (s->fd > STDIN_FILENO) close(s->fd);
    if (s->over.close) s->over.close(s->over.ctx);
    lgm_free(s->raw);
    lgm_free(s->out);
    lgm_free(s->name);
    lgm_free(s);
}

static ssize_t read_fd(const lgm_stream *s, void *to, size_t room)
{
    for (;;) {
        if (!lgm_read_wake_wait(s->wake, s->waits ? s->fd : -1)) {
            errno = ECANCELED;
            return -1;
        }
        const ssize_t n = read(s->fd, to, room);
        if (n >= 0 || (errno != EINTR && errno != EAGAIN)) return n;
    }
}

static ssize_t read_mem(lgm_slice *mem, void *to, size_t room)
{
    const size_t n = mem->len < room ? mem->len : room;
    if (n) memcpy(to, mem->ptr, n);
    mem->ptr += n;
    mem->len -= n;
    return (ssize_t)n;
}

/* *n bytes at least, or 0 at the end. */
static lgm_status read_some(lgm_stream *s, void *to, size_t room, size_t *n, lgm_err *err)
{
    if (s->over.read) return s->over.read(s->over.ctx, to, room, n, err);
    const ssize_t got = s->fd < 0 ? read_mem(&s->mem, to, room) : read_fd(s, to, room);
    *n = got > 0 ? (size_t)got : 0;
    if (got >= 0) return LGM_OK;
    if (errno == ECANCELED)
        return lgm_fail(err, LGM_E_CANCELLED, "%s: not read to its end", s->name);
    return lgm_fail_errno(err, s->name, errno);
}

/* Adds to raw[at..end) until it has `wanted` bytes or the file ends. */
static lgm_status fill(lgm_stream *s, size_t wanted, lgm_err *err)
{
    if (s->end - s->at >= wanted || s->at_eof) return LGM_OK;
    memmove(s->raw, s->raw + s->at, s->end - s->at);
    s->end -= s->at;
    s->at = 0;
    while (s->end < wanted && !s->at_eof) {
        size_t n;
        const lgm_status st = read_some(s, s->raw + s->end, RAW_ROOM - s->end, &n, err);
        if (st != LGM_OK) return st;
        if (n == 0) s->at_eof = true;
        s->end += n;
        s->n_raw += n;
    }
    return LGM_OK;
}

static bool at_magic(const lgm_stream *s)
{
    return s->end - s->at >= 2 && s->raw[s->at] == 0x1f && s->raw[s->at + 1] == 0x8b;
}

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

static lgm_status start(lgm_stream *s, lgm_err *err)
{
    s->started = true;
    const lgm_status st = fill(s, 2, err);
    if (st != LGM_OK || !at_magic(s)) return st;
    s->gzip = true;
    s->z.zalloc = z_alloc;
    s->z.zfree = z_free;
    s->out = lgm_malloc(OUT_ROOM);
    if (!s->out || inflateInit2(&s->z, 15 + 16) != Z_OK)
        return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", s->name);
    s->inflating = true;
    return LGM_OK;
}

/* After a member: another one, padding with zeros, or bytes that do not belong here. */
static lgm_status next_member(lgm_stream *s, lgm_err *err)
{
    const lgm_status st = fill(s, 2, err);
    if (st != LGM_OK) return st;
    if (at_magic(s)) {
        inflateReset(&s->z);
        return LGM_OK;
    }
    inflateEnd(&s->z);
    s->inflating = false;
    for (uint64_t looked = 0; s->at < s->end;) {
        looked += s->end - s->at;
        for (; s->at < s->end; s->at++)
            if (s->raw[s->at] || s->trailing) s->trailing++;
        if (looked > LGM_STREAM_TRAILING) {
            s->trailing = looked; /* zeros without end are no padding */
            return LGM_OK;
        }
        const lgm_status more = fill(s, 1, err);
        if (more != LGM_OK) return more;
    }
    return LGM_OK;
}

static const char *what_is_wrong(const lgm_stream *s, int z)
{
    if (s->silent > LGM_STREAM_SILENT) return "a mebibyte of gzip data that holds nothing";
    if (z != Z_OK && z != Z_BUF_ERROR && z != Z_STREAM_END) return "damaged gzip data";
    if (s->at == s->end && s->at_eof && z != Z_STREAM_END) return "the gzip data ends early";
    return NULL;
}

static lgm_status inflate_some(lgm_stream *s, lgm_slice *chunk, lgm_err *err)
{
    const unsigned wanted = s->n_out ? 1 : LGM_READ_HEAD;
    s->z.next_out = s->out;
    s->z.avail_out = OUT_ROOM;
    while (s->inflating && OUT_ROOM - s->z.avail_out < wanted) {
        const bool any = s->z.avail_out < OUT_ROOM; /* goes out before what is wrong is told */
        lgm_status st = fill(s, 1, err);
        if (st != LGM_OK && any) break;
        if (st != LGM_OK) return st;
        s->z.next_in = s->raw + s->at;
        s->z.avail_in = (unsigned)(s->end - s->at);
        const unsigned room = s->z.avail_out;
        const size_t given = s->end - s->at;
        const int z = inflate(&s->z, Z_NO_FLUSH);
        s->silent = s->z.avail_out < room ? 0 : s->silent + (given - s->z.avail_in);
        s->at = s->end - s->z.avail_in;

        const char *const wrong = what_is_wrong(s, z);
        if (z == Z_MEM_ERROR)
            st = lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", s->name);
        else if (wrong && s->z.avail_out < OUT_ROOM)
            break;
        else if (wrong)
            st = lgm_fail(err, LGM_E_CORRUPT, "%s: %s", s->name, wrong);
        else if (z == Z_STREAM_END)
            st = next_member(s, err);
        if (st != LGM_OK) return st;
    }
    *chunk = (lgm_slice){(const char *)s->out, OUT_ROOM - s->z.avail_out};
    s->n_out += chunk->len;
    if (s->n_out > RATIO_FROM && s->n_out / LGM_STREAM_RATIO > s->n_raw)
        return lgm_fail(err, LGM_E_BUDGET, "%s: gzip data that grows more than %d times", s->name,
                        LGM_STREAM_RATIO);
    return LGM_OK;
}

/* A line that begins with a brace and is there to its end. */
static bool has_line_of_json(const lgm_stream *s)
{
    const uint8_t *at = s->raw + s->at, *const end = s->raw + s->end;
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n')) at++;
    return at < end && *at == '{' && memchr(at, '\n', (size_t)(end - at));
}

/* As much as it takes to see what the file is. What came before an error goes out first. */
static lgm_status fill_head(lgm_stream *s, lgm_err *err)
{
    lgm_status st = LGM_OK;
    while (st == LGM_OK && !s->at_eof && s->end - s->at < LGM_READ_HEAD && !has_line_of_json(s))
        st = fill(s, s->end - s->at + 1, err);
    return s->end > s->at ? LGM_OK : st;
}

lgm_status lgm_read_stream_more(lgm_stream *s, lgm_slice *chunk, lgm_err *err)
{
    *chunk = (lgm_slice){NULL, 0};
    lgm_status st = s->started ? LGM_OK : start(s, err);
    if (st == LGM_OK && s->gzip) return inflate_some(s, chunk, err);
    if (st == LGM_OK) st = s->n_out ? fill(s, 1, err) : fill_head(s, err);
    if (st != LGM_OK) return st;
    *chunk = (lgm_slice){(const char *)s->raw + s->at, s->end - s->at};
    s->n_out += chunk->len;
    s->at = s->end;
    return LGM_OK;
}

uint64_t lgm_read_stream_consumed(const lgm_stream *s)
{
    return s->n_raw - (s->end - s->at);
}
bool lgm_read_stream_is_gzip(const lgm_stream *s)
{
    return s->gzip;
}
uint64_t lgm_read_stream_trailing(const lgm_stream *s)
{
    return s->trailing;
}
