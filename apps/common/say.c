/* say.c - see say.h. */
#include "say.h"

#include <poll.h>
#include <stdbool.h>
#include <unistd.h>

#include "write_all.h"

enum { PATIENCE_MS = 10000 };

/* A reader that has gone is not waited for again. */
static bool given_up;

void say(const char *s, size_t len)
{
    if (!given_up && write_all(STDERR_FILENO, s, len, PATIENCE_MS) != 0) given_up = true;
}

void say_if_taken(const char *s, size_t len)
{
    struct pollfd on = {.fd = STDERR_FILENO, .events = POLLOUT};
    if (poll(&on, 1, 0) == 1 && (on.revents & POLLOUT)) say(s, len);
}
