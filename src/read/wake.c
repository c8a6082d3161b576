/* wake.c - a flag, and an event for poll to see it by. */
#include "read/wake.h"

#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

lgm_status lgm_read_wake_init(lgm_wake *w, lgm_err *err)
{
    atomic_init(&w->set, false);
    w->fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return w->fd < 0 ? lgm_fail_errno(err, "an event", errno) : LGM_OK;
}

void lgm_read_wake_done(lgm_wake *w)
{
    if (w->fd >= 0) close(w->fd);
    w->fd = -1;
}

void lgm_read_wake_set(lgm_wake *w)
{
    const uint64_t one = 1;
    const int kept = errno;
    atomic_store(&w->set, true);
    const ssize_t n = write(w->fd, &one, sizeof one);
    (void)n; /* an event that is full wakes as well */
    errno = kept;
}

bool lgm_read_wake_is_set(const lgm_wake *w)
{
    return w && atomic_load(&w->set);
}

bool lgm_read_wake_wait(const lgm_wake *w, int fd)
{
    struct pollfd on[] = {{.fd = fd, .events = POLLIN}, {.fd = w ? w->fd : -1, .events = POLLIN}};
    while (fd >= 0 && !lgm_read_wake_is_set(w))
        if (poll(on, LGM_COUNT(on), -1) > 0 || errno != EINTR) break;
    return !lgm_read_wake_is_set(w);
}
