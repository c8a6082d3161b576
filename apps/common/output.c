/* output.c - see output.h. */
#include "output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "args.h"
#include "write_all.h"

enum { BUFFER = 1 << 16 };

static void complain(const output *o, int error)
{
    const char *const name = o->path ? o->path : "standard output";
    const char *const kept = o->to.name ? "; it is left as it was" : "";
    struct rlimit limit;
    if (error == EPIPE || error == EINTR) return; /* gone, or stopped while a pipe was opened */
    if (error == ETIMEDOUT)
        cli_error("cannot write to %s: nobody reads it, and the last report is cut", name);
    else if (error == EFBIG && getrlimit(RLIMIT_FSIZE, &limit) == 0 &&
             limit.rlim_cur != RLIM_INFINITY)
        cli_error("cannot write to %s: files of this process may have %llu bytes (ulimit -f)%s",
                  name, (unsigned long long)limit.rlim_cur, kept);
    else
        cli_error("cannot write to %s: %s%s", name, strerror(error), kept);
}

bool output_open(output *o, const char *path)
{
    *o = (output){.to = {.fd = STDOUT_FILENO}, .path = path};
    int error = path ? draft_open(&o->to, path) : 0;
    if (!error && !(o->buf = malloc(BUFFER))) {
        error = ENOMEM;
        if (path) draft_drop(&o->to);
    }
    if (error) complain(o, error);
    return !error;
}

static bool write_out(output *o, const char *s, size_t len)
{
    if (!o->error && o->to.in_place && !o->emptied && ftruncate(o->to.fd, 0) != 0 &&
        errno != EINVAL)
        o->error = errno;
    o->emptied = true;
    if (!o->error) o->error = write_all(o->to.fd, s, len, WRITE_FOREVER);
    return !o->error;
}

bool output_flush(output *o)
{
    const size_t len = o->len;
    o->len = 0;
    return len == 0 ? !o->error : write_out(o, o->buf, len);
}

bool output_put(output *o, const char *s, size_t len)
{
    if (o->error) return false;
    if (len > BUFFER - o->len && !output_flush(o)) return false;
    if (len > BUFFER) return write_out(o, s, len);
    if (len) memcpy(o->buf + o->len, s, len);
    o->len += len;
    return true;
}

/* Is what had the name still there, and stays? */
static bool can_be_dropped(const output *o)
{
    return o->to.name || (o->to.in_place && !o->emptied);
}

bool output_end(output *o, bool whole)
{
    const bool drop = !whole && can_be_dropped(o);
    if (!drop) output_flush(o);
    if (o->error) complain(o, o->error);
    if (drop || (o->error && o->to.name)) {
        draft_drop(&o->to);
    } else {
        const int error = draft_keep(&o->to);
        if (error && !o->error) complain(o, o->error = error);
    }
    free(o->buf);
    return !o->error;
}

int cli_print(strbuf *text)
{
    return cli_print_to(text, NULL);
}

int cli_print_to(strbuf *text, const char *path)
{
    output out;
    bool ok = !text->failed;
    if (!ok) cli_error("out of memory");
    ok = ok && output_open(&out, path);
    if (ok) {
        output_put(&out, text->at, text->len);
        ok = output_end(&out, true);
    }
    strbuf_done(text);
    return ok ? EXIT_DONE : EXIT_OUTPUT;
}
