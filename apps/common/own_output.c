/*
 * own_output.c - a file is known by device and number, so that a link to it is it; a file in a
 * folder by the folder's real path, and only where its name is one that is read there.
 */
#include "own_output.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "legomena/source.h"

static bool look(const char *path, int fd, struct stat *info)
{
    return (path ? stat(path, info) : fstat(fd, info)) == 0;
}

/* The real path of a file that may not be there yet. */
static bool real_path(const char *path, char full[PATH_MAX])
{
    char folder[PATH_MAX];
    if (realpath(path, full)) return true;
    const char *const slash = strrchr(path, '/'), *const name = slash ? slash + 1 : path;
    const int len = slash ? (int)(slash - path) + 1 : 1;
    char above[PATH_MAX];
    const int n = snprintf(above, sizeof above, "%.*s", len, slash ? path : ".");
    if (n < 0 || (size_t)n >= sizeof above || !realpath(above, folder)) return false;
    const int m = snprintf(full, PATH_MAX, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, name);
    return m > 0 && m < PATH_MAX;
}

/* Would a walk through the folder come upon the file and read it? */
static bool finds(const char *folder, const char *file)
{
    char root[PATH_MAX];
    if (!realpath(folder, root)) return false;
    const size_t n = strcmp(root, "/") == 0 ? 0 : strlen(root);
    if (strncmp(file, root, n) != 0 || file[n] != '/') return false;
    return !strstr(file + n, "/.") && lgm_source_takes(strrchr(file, '/') + 1);
}

const char *own_output_among(const char *output, const char *const *paths, size_t n)
{
    struct stat out = {0}, in;
    char file[PATH_MAX];
    const bool there = look(output, STDOUT_FILENO, &out);
    if (there ? !S_ISREG(out.st_mode) : !output) return NULL; /* a terminal, a pipe, a device */
    const bool placed = real_path(output ? output : "/proc/self/fd/1", file);
    for (size_t i = 0; i < n; i++) {
        if (!look(strcmp(paths[i], "-") == 0 ? NULL : paths[i], STDIN_FILENO, &in)) continue;
        const bool same = there && in.st_dev == out.st_dev && in.st_ino == out.st_ino;
        if (same || (placed && S_ISDIR(in.st_mode) && finds(paths[i], file))) return paths[i];
    }
    return NULL;
}
