/*
 * write_all.h - bytes to a descriptor, all of them, also where it takes them slowly or was made
 * non-blocking by whoever shares it.
 */
#ifndef COMMON_WRITE_ALL_H
#define COMMON_WRITE_ALL_H

#include <stddef.h>

/* Milliseconds for which a reader may take nothing. After a signal to end (interrupt.h) nobody gets
 * more than WRITE_LAST, so that what was begun is written to its end, and a reader that sleeps does
 * not keep us. */
enum { WRITE_FOREVER = -1, WRITE_LAST = 2000 };

/* 0, or the errno of what went wrong; ETIMEDOUT: nothing was taken for so long. */
int write_all(int fd, const char *s, size_t len, int patience_ms);

#endif
