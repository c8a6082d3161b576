/* draft.c - see draft.h. */
#include "draft.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "interrupt.h"
#include "real_path.h"
#include "write_all.h"

enum { MOST_NAMES = 1000, PERMISSIONS = 0777 };

/* ---- open ---- */

/* A pipe without a reader waits for one, until a signal comes. */
static int open_straight(draft *d, const char *path)
{
    do d->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    while (d->fd < 0 && errno == EINTR && !interrupt_signal());
    return d->fd < 0 ? errno : 0;
}

static int open_in_place(draft *d, const char *path)
{
    d->in_place = true;
    return open_straight(d, path);
}

static bool is_standard_output(const struct stat *file)
{
    struct stat out;
    const int flags = fcntl(STDOUT_FILENO, F_GETFL);
    return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY && fstat(STDOUT_FILENO, &out) == 0 &&
           out.st_dev == file->st_dev && out.st_ino == file->st_ino;
}

static int make_name(draft *d, int number)
{
    char folder[PATH_MAX];
    if (!real_path_folder(d->path, folder)) return errno;
    free(d->name);
    const int n = asprintf(&d->name, "%s.legomena-%ld-%d", folder, (long)getpid(), number);
    if (n < 0) d->name = NULL;
    return n < 0 ? ENOMEM : 0;
}

/* Some name that nothing has: not even a draft that a process of our number left when it was
 * killed. */
static int make_file(draft *d, mode_t mode)
{
    int error = EEXIST;
    for (int i = 0; i < MOST_NAMES && error == EEXIST; i++) {
        if ((error = make_name(d, i)) != 0) break;
        d->fd = open(d->name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        error = d->fd < 0 ? errno : 0;
    }
    if (!error) interrupt_draft(d->name);
    return error;
}

/* Whose file it was, and who may read it: as far as we may say so. What was for its group is not
 * for another one. */
static void make_alike(int fd, const struct stat *old)
{
    const mode_t mode = old->st_mode & PERMISSIONS;
    const bool same_group =
        fchown(fd, old->st_uid, old->st_gid) == 0 || fchown(fd, (uid_t)-1, old->st_gid) == 0;
    fchmod(fd, same_group ? mode : (mode & 0707) | (mode & 07) << 3);
}

static int open_beside(draft *d, const struct stat *old)
{
    if (old && faccessat(AT_FDCWD, d->path, W_OK, AT_EACCESS) != 0) return errno;
    const int error = make_file(d, old ? old->st_mode & 0700 : 0666);
    if (error == 0 && old) make_alike(d->fd, old);
    if (error == 0) return 0;
    free(d->name);
    d->name = NULL;
    return old && (error == EACCES || error == EPERM) ? open_in_place(d, d->path) : error;
}

static int open_any(draft *d, const char *path)
{
    struct stat old;
    char file[PATH_MAX];
    const bool there = stat(path, &old) == 0;
    if (!there && errno != ENOENT) return errno;
    if (there && is_standard_output(&old)) {
        d->fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        return d->fd < 0 ? errno : 0;
    }
    if (there && !S_ISREG(old.st_mode)) return open_straight(d, path);
    if (!real_path_follow(path, file))
        return there && errno == EXDEV ? open_in_place(d, path) : errno;
    if (file[strlen(file) - 1] == '/') return EISDIR;
    d->path = strdup(file);
    return d->path ? open_beside(d, there ? &old : NULL) : ENOMEM;
}

static void forget(draft *d)
{
    interrupt_draft(NULL);
    free(d->path);
    free(d->name);
    *d = (draft){.fd = -1};
}

int draft_open(draft *d, const char *path)
{
    *d = (draft){.fd = -1};
    const int error = *path ? open_any(d, path) : ENOENT;
    if (error) forget(d);
    return error;
}

/* ---- keep or drop ---- */

/* Some file systems and what is no file know nothing of it. */
static int put_on_disk(int fd)
{
    return fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS ? 0 : errno;
}

static int put_folder_on_disk(const char *path)
{
    char folder[PATH_MAX];
    if (!real_path_folder(path, folder)) return errno;
    const int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return 0; /* a folder that may be written and not read */
    const int error = put_on_disk(fd);
    close(fd);
    return error;
}

static int copy_bytes(int from, int to)
{
    char piece[1 << 14];
    ssize_t n;
    int error = 0;
    while (!error && ((n = read(from, piece, sizeof piece)) > 0 || (n < 0 && errno == EINTR)))
        if (n > 0) error = write_all(to, piece, (size_t)n, WRITE_FOREVER);
    if (!error && n < 0) error = errno;
    return error ? error : put_on_disk(to);
}

/* The name cannot be given to another file: a file that is mounted by itself, as in a container, or
 * one of somebody else in /tmp. */
static int copy_over(const draft *d)
{
    const int from = open(d->name, O_RDONLY | O_CLOEXEC);
    if (from < 0) return errno;
    const int to = open(d->path, O_WRONLY | O_TRUNC | O_CLOEXEC);
    int error = to < 0 ? errno : copy_bytes(from, to);
    if (to >= 0 && close(to) != 0 && !error && errno != EINTR) error = errno;
    close(from);
    return error;
}

static int take_name(const draft *d)
{
    if (rename(d->name, d->path) == 0) return put_folder_on_disk(d->path);
    const int error = errno;
    if (error != EBUSY && error != EPERM && error != EACCES && error != EXDEV) return error;
    if (access(d->path, F_OK) != 0)
        return error; /* the folder takes no file: nothing to copy over */
    const int copied = copy_over(d);
    if (!copied) unlink(d->name);
    return copied;
}

int draft_keep(draft *d)
{
    int error = d->name || d->in_place ? put_on_disk(d->fd) : 0;
    /* A full disk may show itself on close only. */
    if (close(d->fd) != 0 && !error && errno != EINTR) error = errno;
    d->fd = -1;
    if (!error && d->name) error = take_name(d);
    if (error)
        draft_drop(d);
    else
        forget(d);
    return error;
}

void draft_drop(draft *d)
{
    if (d->fd >= 0) close(d->fd);
    if (d->name) unlink(d->name);
    forget(d);
}
