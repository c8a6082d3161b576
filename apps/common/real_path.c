/* real_path.c - realpath() for files that may not be there yet. */
#include "real_path.h"

#include <errno.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

enum { MOST_LINKS = 40 }; /* as the kernel has it */

/* Prints what is before and behind; false where it is too long. */
static bool join(char out[PATH_MAX], const char *before, const char *between, const char *behind)
{
    const int n = snprintf(out, PATH_MAX, "%s%s%s", before, between, behind);
    if (n >= 0 && n < PATH_MAX) return true;
    errno = ENAMETOOLONG;
    return false;
}

static const char *name_of(const char *path)
{
    const char *const slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool real_path_folder(const char *path, char out[PATH_MAX])
{
    const size_t len = (size_t)(name_of(path) - path);
    if (len == 0) return join(out, "./", "", "");
    if (!join(out, path, "", "")) return false;
    out[len] = '\0';
    return true;
}

static bool in_proc(const char *folder)
{
    struct statfs info;
    return statfs(folder, &info) == 0 && info.f_type == PROC_SUPER_MAGIC;
}

/* One link further: 1; no link: 0; -1 and errno. */
static int step(char path[PATH_MAX])
{
    char target[PATH_MAX], folder[PATH_MAX];
    const ssize_t n = readlink(path, target, sizeof target - 1);
    if (n < 0) return 0;
    target[n] = '\0';
    if (!real_path_folder(path, folder)) return -1;
    if (in_proc(folder)) {
        errno = EXDEV;
        return -1;
    }
    return join(path, target[0] == '/' ? "" : folder, "", target) ? 1 : -1;
}

bool real_path_follow(const char *path, char out[PATH_MAX])
{
    if (!join(out, path, "", "")) return false;
    for (int i = 0; i < MOST_LINKS; i++) {
        const int more = step(out);
        if (more <= 0) return more == 0;
    }
    errno = ELOOP;
    return false;
}

bool real_path_whole(const char *path, char out[PATH_MAX])
{
    char file[PATH_MAX], folder[PATH_MAX], root[PATH_MAX];
    if (realpath(path, out)) return true;
    if (!real_path_follow(path, file) || !real_path_folder(file, folder) || !realpath(folder, root))
        return false;
    return join(out, root[1] ? root : "", "/", name_of(file));
}
