/* map.c - a file mapped read-only. */
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/base.h"

lgm_status lgm_map_file(lgm_map *out, const char *path, lgm_err *err)
{
    *out = (lgm_map){0};
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe must not block us */
    if (fd < 0) return lgm_fail_errno(err, path, errno);

    lgm_status st = LGM_OK;
    struct stat info;
    if (fstat(fd, &info) != 0) {
        st = lgm_fail_errno(err, path, errno);
    } else if (!S_ISREG(info.st_mode)) {
        st = lgm_fail(err, LGM_E_IO, "%s: not a regular file", path);
    } else if (info.st_size > 0) {
        void *const p = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (p == MAP_FAILED)
            st = lgm_fail_errno(err, path, errno);
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
