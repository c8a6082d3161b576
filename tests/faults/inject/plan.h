/*
 * plan.h - which call of a process shall fail, and how: read once from the environment.
 *
 *     FAULT=alloc:17          the 17th allocation fails
 *     FAULT=write:2+:ENOSPC   the 2nd write fails, and every one after it
 *     FAULT=read:1:short      the 1st read gets a few bytes only
 *     FAULT_TALLY=FILE        what was called is counted here: a fault_tally, there even if the
 *                             process dies
 *     FAULT_SECONDS=N         a process that still runs then is ended by SIGALRM
 *
 * Counts are of the whole process, all its threads and libraries, from its first constructor on.
 * Without FAULT nothing fails, and calls are counted all the same.
 */
#ifndef FAULTS_PLAN_H
#define FAULTS_PLAN_H

#include <stdbool.h>
#include <stdint.h>

/* Kinds of calls, in the order of fault_tally. */
#define FAULT_KINDS(X)                                                                             \
    X(alloc)                                                                                       \
    X(thread) X(read) X(write) X(open) X(map) X(close) X(sync) X(stat) X(list) X(name) X(wait)     \
        X(control)

typedef enum fault_kind {
#define FAULT_KIND(name) FAULT_##name,
    FAULT_KINDS(FAULT_KIND)
#undef FAULT_KIND
        FAULT_N_KINDS
} fault_kind;

typedef struct fault_tally { /* of FAULT_TALLY; run.py reads it */
    _Atomic uint64_t failed; /* calls that were made to fail */
    _Atomic uint64_t calls[FAULT_N_KINDS];
} fault_tally;

/* Counts a call of this kind. Is it one that shall fail? */
bool fault_due(fault_kind kind);
/* How: an errno, or 0 for a call that does a part of its work only. */
int fault_errno(void);

/* Has the kernel send us the system calls that libc makes (calls.c); false where it will not. */
bool fault_watch_calls(void);

#endif
