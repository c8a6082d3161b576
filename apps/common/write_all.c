/* write_all.c - see write_all.h. */
#include "write_all.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

#include "interrupt.h"

/* Until fd takes something; false where it takes nothing for too long. */
static bool wait_for(int fd, int patience_ms)
{
    for (;;) {
        const bool ending = interrupt_signal() != 0;
        const bool hurry = ending && (patience_ms < 0 || patience_ms > WRITE_LAST);
        struct pollfd on[] = {{.fd = fd, .events = POLLOUT},
                              {.fd = ending ? -1 : interrupt_fd(), .events = POLLIN}};
        const int n = poll(on, 2, hurry ? WRITE_LAST : patience_ms);
        if (n == 0) return false;
        if (n < 0 && errno != EINTR) return true; /* write() will say what is wrong */
        if (n > 0 && on[0].revents) return true;
    }
}

/* A pipe that takes something takes PIPE_BUF bytes without waiting. A file takes all at once: what
 * several processes append to it stays in one piece. */
static size_t piece(int fd)
{
    struct stat info;
    return fstat(fd, &info) == 0 && S_ISREG(info.st_mode) ? SSIZE_MAX : PIPE_BUF;
}

int write_all(int fd, const char *s, size_t len, int patience_ms)
{
    const size_t most = piece(fd);
    while (len > 0) {
        if (!wait_for(fd, patience_ms)) return ETIMEDOUT;
        const ssize_t n = write(fd, s, len < most ? len : most);
        if (n == 0) return EIO;
        if (n < 0 && errno == EAGAIN) poll(NULL, 0, 1); /* another writer was faster */
        if (n < 0 && errno != EINTR && errno != EAGAIN) return errno;
        if (n < 0) continue;
        s += n;
        len -= (size_t)n;
    }
    return 0;
}
