/* map.c - a file mapped read-only. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/base.h"

static lgm_status io_error(const char *path, lgm_err *err)
{
    const int e = errno;
    const lgm_status code = e == ENOENT || e == ENOTDIR ? LGM_E_NOTFOUND
                            : e == ENOMEM               ? LGM_E_NOMEM
                                                        : LGM_E_IO;
    char buf[128];
    return lgm_fail(err, code, "%s: %s", path, strerror_r(e, buf, sizeof buf));
}

lgm_status lgm_map_file(lgm_map *out, const char *path, lgm_err *err)
{
    *out = (lgm_map){0};
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe must not block us */
    if (fd < 0) return io_error(path, err);

    lgm_status st = LGM_OK;
    struct stat info;
    if (fstat(fd, &info) != 0) {
        st = io_error(path, err);
    } else if (!S_ISREG(info.st_mode)) {
        st = lgm_fail(err, LGM_E_IO, "%s: not a regular file", path);
    } else if (info.st_size > 0) {
        void *const p = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (p == MAP_FAILED)
            st = io_error(path, err);
        else
            *out = (lgm_map){p, (size_t)info.st_size};
    }
    close(fd);
    return st;
}

void lgm_map_close(lgm_map *m)
{
    if (m->data) munmap((void *)(uintptr_t)m->data, m->len);
    *m = (lgm_map){0};
}
