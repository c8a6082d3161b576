/* spill.c - a file that has lost its name, and a window over it. */
#include "base/spill.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_PATH = 4096 };

struct lgm_spill {
    int fd, failed; /* failed: errno of the first read that went wrong, -1 = cut short; 0 = none */
    uint64_t size, end; /* bytes reserved, bytes written */
    uint64_t from;      /* the window holds [from, from + have) */
    size_t have;
    uint8_t window[LGM_SPILL_WINDOW], picked[LGM_SPILL_WINDOW];
};

static const char *folder(void)
{
    const char *const dir = secure_getenv("TMPDIR");
    return dir && *dir ? dir : "/var/tmp";
}

static lgm_status no_room(uint64_t bytes, int why, lgm_err *err)
{
    char text[128];
    return lgm_fail(err, LGM_E_IO,
                    "a text of this length needs %llu MiB in %s while it is read: %s; split the "
                    "text, or set TMPDIR to a folder with room",
                    (unsigned long long)(bytes >> 20) + 1, folder(),
                    strerror_r(why, text, sizeof text));
}

/* A file without a name; -1 and errno. */
static int open_nameless(void)
{
    char path[MAX_PATH];
    const int n = snprintf(path, sizeof path, "%s/legomena-XXXXXX", folder());
    if (n < 0 || n >= MAX_PATH) {
        errno = ENAMETOOLONG;
        return -1;
    }
    const int fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0) unlink(path);
    return fd;
}

lgm_status lgm_spill_new(lgm_spill **out, uint64_t bytes, lgm_err *err)
{
    *out = NULL;
    const int fd = open_nameless();
    if (fd < 0) return no_room(bytes, errno, err);
    const int why = bytes ? posix_fallocate(fd, 0, (off_t)bytes) : 0;
    if (why) {
        close(fd);
        return no_room(bytes, why, err);
    }
    lgm_spill *const s = lgm_calloc(1, sizeof *s);
    if (!s) {
        close(fd);
        return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    }
    s->fd = fd;
    s->size = bytes;
    *out = s;
    return LGM_OK;
}

void lgm_spill_free(lgm_spill *s)
{
    if (!s) return;
    close(s->fd);
    lgm_free(s);
}

lgm_status lgm_spill_put(lgm_spill *s, const void *bytes, size_t n, lgm_err *err)
{
    assert(n <= s->size - s->end);
    for (const char *at = bytes; n > 0;) {
        const ssize_t k = pwrite(s->fd, at, n, (off_t)s->end);
        if (k < 0 && errno == EINTR) continue;
        if (k <= 0) return lgm_fail_errno(err, folder(), k < 0 ? errno : ENOSPC);
        at += k;
        n -= (size_t)k;
        s->end += (uint64_t)k;
    }
    return LGM_OK;
}

/* The n bytes from `at` on, or as many as there are. */
static size_t load(lgm_spill *s, uint64_t at, size_t n, uint8_t *to)
{
    assert(at <= s->end);
    const size_t most = n < s->end - at ? n : (size_t)(s->end - at);
    size_t have = 0;
    while (have < most) {
        const ssize_t k = pread(s->fd, to + have, most - have, (off_t)(at + have));
        if (k < 0 && errno == EINTR) continue;
        if (k <= 0) {
            if (!s->failed) s->failed = k < 0 ? errno : -1;
            memset(to + have, 0, most - have);
            return most;
        }
        have += (size_t)k;
    }
    return have;
}

static bool in_window(const lgm_spill *s, uint64_t at, size_t n)
{
    return at >= s->from && n <= s->have && at - s->from <= s->have - n;
}

const uint8_t *lgm_spill_scan(lgm_spill *s, uint64_t at, size_t n)
{
    assert(n <= LGM_SPILL_WINDOW && at <= s->end && n <= s->end - at);
    if (!in_window(s, at, n)) {
        s->from = at;
        s->have = load(s, at, LGM_SPILL_WINDOW, s->window);
    }
    return s->window + (at - s->from);
}

const uint8_t *lgm_spill_pick(lgm_spill *s, uint64_t at, size_t n)
{
    assert(n <= LGM_SPILL_WINDOW && at <= s->end && n <= s->end - at);
    if (in_window(s, at, n)) return s->window + (at - s->from);
    load(s, at, n, s->picked);
    return s->picked;
}

lgm_status lgm_spill_status(const lgm_spill *s, lgm_err *err)
{
    if (!s || !s->failed) return LGM_OK;
    if (s->failed > 0) return lgm_fail_errno(err, folder(), s->failed);
    return lgm_fail(err, LGM_E_IO, "%s: a file of ours ends too early", folder());
}
