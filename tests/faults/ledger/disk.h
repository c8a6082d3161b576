/*
 * disk.h - a disk that fails, and one whose power is cut: a VFS of SQLite over the usual one.
 *
 *     disk_install();
 *     disk_fail((disk_fault){DISK_WRITE, .at = 3, .on = true, .code = SQLITE_FULL});
 *     ...                                 the third write fails, and all after it
 *     const uint64_t met = disk_mend();   nothing fails any more
 *
 *     disk_cut_power(17);                 with the 17th change the power goes
 *     ...
 *     disk_power_returns(seed);           the files are now what such a disk may have kept
 *
 * What was written and not synced may be kept, be lost, or be anything, sector by sector; a file
 * that was made or deleted since may be there or not. That is what SQLite's own crash tests assume,
 * with one thing less: bytes beside those that are written stay what they are (powersafe
 * overwrite, which SQLite takes for granted too).
 *
 * Source   sqlite.org/testing.html, "Crash Testing"; sqlite.org/psow.html.
 * Threads  one.
 */
#ifndef FAULTS_DISK_H
#define FAULTS_DISK_H

#include <stdbool.h>
#include <stdint.h>

#define DISK_CALLS(X)                                                                              \
    X(OPEN)                                                                                        \
    X(READ) X(WRITE) X(SYNC) X(TRUNCATE) X(SIZE) X(LOCK) X(SHARED_MEMORY) X(DELETE) X(ACCESS)

typedef enum disk_call {
#define DISK_CALL(name) DISK_##name,
    DISK_CALLS(DISK_CALL)
#undef DISK_CALL
        DISK_N_CALLS
} disk_call;

typedef struct disk_fault {
    disk_call call;
    uint64_t at; /* the at-th from now fails, from 1 */
    bool on;     /* and all after it */
    int code;    /* with this code of SQLite */
} disk_fault;

/* Becomes the VFS that is used. Syncs are not waited for. */
void disk_install(void);
void disk_fail(disk_fault fault);
/* How many calls failed since. */
uint64_t disk_mend(void);

/* change: of the writes, syncs, cuts and deletions from now on, from 1. */
void disk_cut_power(uint64_t change);
bool disk_has_power(void);
/* Puts what is left of the files that were opened since into their places. How many changes there
 * were: fewer than were asked for, and the power was not cut. */
uint64_t disk_power_returns(uint64_t seed);

#endif
