/*
 * wake.h - a flag that wakes a thread which waits for a pipe.
 *
 * lgm_read_wake_set is safe in a signal handler; once set, a wake stays set.
 */
#ifndef LGM_WAKE_H
#define LGM_WAKE_H

#include <stdatomic.h>

#include "base/base.h"

typedef struct lgm_wake {
    atomic_bool set;
    int fd; /* an event; -1 = none */
} lgm_wake;

LGM_NODISCARD lgm_status lgm_read_wake_init(lgm_wake *w, lgm_err *err);
void lgm_read_wake_done(lgm_wake *w);
void lgm_read_wake_set(lgm_wake *w);
bool lgm_read_wake_is_set(const lgm_wake *w); /* NULL: never */
/* Until fd (-1: none) can be read, or the wake is set. False: it is set. w NULL: only for fd. */
bool lgm_read_wake_wait(const lgm_wake *w, int fd);

#endif
