/* output.c - see output.h. */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "args.h"

enum { BUFFER = 1 << 16 };

static void complain(const output *o, int error)
{
    if (error != EPIPE)
        cli_error("cannot write to %s: %s", o->path ? o->path : "standard output", strerror(error));
}

bool output_open(output *o, const char *path)
{
    *o = (output){.fd = STDOUT_FILENO, .path = path};
    if (path) o->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (o->fd < 0) {
        complain(o, errno);
        return false;
    }
    o->buf = malloc(BUFFER);
    if (!o->buf) complain(o, ENOMEM);
    return o->buf != NULL;
}

static bool write_all(output *o, const char *s, size_t len)
{
    while (len > 0 && !o->error) {
        const ssize_t n = write(o->fd, s, len);
        if (n >= 0) {
            s += n;
            len -= (size_t)n;
        } else if (errno != EINTR) {
            o->error = errno;
        }
    }
    return !o->error;
}

bool output_flush(output *o)
{
    const size_t len = o->len;
    o->len = 0;
    return write_all(o, o->buf, len);
}

bool output_put(output *o, const char *s, size_t len)
{
    if (o->error) return false;
    if (len > BUFFER - o->len && !output_flush(o)) return false;
    if (len > BUFFER) return write_all(o, s, len);
    if (len) memcpy(o->buf + o->len, s, len);
    o->len += len;
    return true;
}

bool output_close(output *o)
{
    output_flush(o);
    /* A full disk may show itself on close only. */
    if (close(o->fd) != 0 && !o->error && errno != EINTR) o->error = errno;
    free(o->buf);
    if (o->error) complain(o, o->error);
    return !o->error;
}
