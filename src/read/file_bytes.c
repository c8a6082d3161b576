/* file_bytes.c - reading through read(2) or a callback into one buffer. */
#include "read/file_bytes.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_ROOM = 256 << 10, OTHER_ROOM = 64 << 10 };

lgm_status lgm_read_bytes_init(lgm_file_bytes *b, const char *name, lgm_err *err)
{
    struct stat info;
    b->is_file = b->fd >= 0 && fstat(b->fd, &info) == 0 && S_ISREG(info.st_mode);
    const off_t first = b->is_file ? lseek(b->fd, 0, SEEK_CUR) : 0;
    b->first = first > 0 ? (uint64_t)first : 0;
    b->size = b->is_file ? FILE_ROOM : OTHER_ROOM;
    if (!b->in_memory) b->at = b->room = lgm_malloc(b->size);
    b->at_end = b->in_memory;
    b->name = lgm_malloc(strlen(name) + 1);
    if (!b->name || (!b->in_memory && !b->room))
        return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", name);
    strcpy(b->name, name);
    return LGM_OK;
}

void lgm_read_bytes_done(lgm_file_bytes *b)
{
    if (b->fd > STDIN_FILENO) close(b->fd);
    if (b->over.close) b->over.close(b->over.ctx);
    lgm_free(b->room);
    lgm_free(b->name);
    *b = (lgm_file_bytes){.fd = -1};
}

static ssize_t read_fd(const lgm_file_bytes *b, void *to, size_t room)
{
    for (;;) {
        if (!lgm_read_wake_wait(b->wake, b->is_file ? -1 : b->fd)) {
            errno = ECANCELED;
            return -1;
        }
        const ssize_t n = read(b->fd, to, room);
        if (n >= 0 || (errno != EINTR && errno != EAGAIN)) return n;
    }
}

/* *n bytes at least, or 0 at the end. */
static lgm_status read_some(lgm_file_bytes *b, void *to, size_t room, size_t *n, lgm_err *err)
{
    if (b->over.read) return b->over.read(b->over.ctx, to, room, n, err);
    const ssize_t got = read_fd(b, to, room);
    *n = got > 0 ? (size_t)got : 0;
    if (got >= 0) return LGM_OK;
    if (errno == ECANCELED)
        return lgm_fail(err, LGM_E_CANCELLED, "%s: not read to its end", b->name);
    return lgm_fail_errno(err, b->name, errno);
}

/* Moves what stays to the front; what is held goes where there would be no room. */
static void make_room(lgm_file_bytes *b, size_t wanted)
{
    if (b->size < b->begin - b->hold + wanted) lgm_read_bytes_hold(b, false);
    memmove(b->room, b->room + b->hold, b->end - b->hold);
    b->begin -= b->hold;
    b->end -= b->hold;
    b->hold = 0;
}

lgm_status lgm_read_bytes_fill(lgm_file_bytes *b, size_t wanted, lgm_err *err)
{
    if (b->end - b->begin >= wanted || b->at_end) return LGM_OK;
    make_room(b, wanted);
    while (b->end - b->begin < wanted && !b->at_end) {
        size_t n;
        const lgm_status st = read_some(b, b->room + b->end, b->size - b->end, &n, err);
        if (st != LGM_OK) return st;
        if (n == 0) b->at_end = true;
        b->end += n;
        b->n_read += n;
    }
    return LGM_OK;
}

lgm_status lgm_read_bytes_fill_up(lgm_file_bytes *b, lgm_err *err)
{
    if (!b->is_file || b->at_end) return LGM_OK;
    const size_t held = b->begin - b->hold;
    return lgm_read_bytes_fill(b, b->size - held, err);
}

void lgm_read_bytes_use(lgm_file_bytes *b, size_t n)
{
    b->begin += n;
    if (!b->holding) b->hold = b->begin;
}

void lgm_read_bytes_hold(lgm_file_bytes *b, bool hold)
{
    b->holding = hold;
    b->hold = b->begin;
}

uint64_t lgm_read_bytes_place(const lgm_file_bytes *b)
{
    return b->n_read - (b->end - b->begin);
}

bool lgm_read_bytes_seek(lgm_file_bytes *b, uint64_t place)
{
    const uint64_t window = b->n_read - b->end; /* the place of at[0] */
    if (place >= window && place <= b->n_read) {
        b->begin = (size_t)(place - window);
        lgm_read_bytes_hold(b, false);
        return true;
    }
    if (!b->is_file || place > INT64_MAX - b->first ||
        lseek(b->fd, (off_t)(b->first + place), SEEK_SET) < 0)
        return false;
    b->begin = b->end = 0;
    lgm_read_bytes_hold(b, false);
    b->n_read = place;
    b->at_end = false;
    return true;
}

bool lgm_read_bytes_size(const lgm_file_bytes *b, uint64_t *size)
{
    struct stat info;
    if (b->in_memory) *size = b->end;
    if (b->in_memory) return true;
    if (!b->is_file || fstat(b->fd, &info) != 0) return false;
    *size = (uint64_t)info.st_size > b->first ? (uint64_t)info.st_size - b->first : 0;
    return true;
}
