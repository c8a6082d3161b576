/*
 * own_output.c - a file is known by device and number, so that a link to it is it; a file in a
 * folder by the folder's real path, and only where its name is one that is read there.
 */
#include "own_output.h"

#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "legomena/source.h"
#include "real_path.h"

/* Not there, or nothing that we could open: no trouble. */
static bool is_absent(int error)
{
    return error == ENOENT || error == ENOTDIR || error == EACCES || error == EBADF ||
           error == ELOOP || error == ENAMETOOLONG || error == EXDEV;
}

/* After a call that failed: false, and its errno where it is trouble. */
static bool absent(int *trouble)
{
    if (!is_absent(errno)) *trouble = errno;
    return false;
}

static bool look(const char *path, int fd, struct stat *info, int *trouble)
{
    return (path ? stat(path, info) : fstat(fd, info)) == 0 || absent(trouble);
}

/* Would a walk through the folder come upon the file and read it? */
static bool finds(const char *folder, const char *file, int *trouble)
{
    char root[PATH_MAX];
    if (!realpath(folder, root)) return absent(trouble);
    const size_t n = strcmp(root, "/") == 0 ? 0 : strlen(root);
    if (strncmp(file, root, n) != 0 || file[n] != '/') return false;
    return !strstr(file + n, "/.") && lgm_source_takes(strrchr(file, '/') + 1);
}

int own_output_among(const char *output, const char *const *paths, size_t n, const char **found)
{
    struct stat out = {0}, in;
    char file[PATH_MAX];
    int trouble = 0;
    const bool there = look(output, STDOUT_FILENO, &out, &trouble);
    *found = NULL;
    if (there ? !S_ISREG(out.st_mode) : !output) return trouble; /* a terminal, a pipe, a device */
    const bool placed =
        real_path_whole(output ? output : "/proc/self/fd/1", file) || absent(&trouble);
    for (size_t i = 0; i < n && !*found; i++) {
        const char *const path = strcmp(paths[i], "-") == 0 ? NULL : paths[i];
        if (!look(path, STDIN_FILENO, &in, &trouble)) continue;
        const bool same = there && in.st_dev == out.st_dev && in.st_ino == out.st_ino;
        if (same || (placed && S_ISDIR(in.st_mode) && finds(paths[i], file, &trouble)))
            *found = paths[i];
    }
    return trouble;
}
