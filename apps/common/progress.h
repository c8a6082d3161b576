/*
 * progress.h - one line on a terminal that says how far a long run has come.
 *
 * The line comes after the first second, is redrawn five times a second, and is wiped before
 * anything else is written to standard error. A job in the background shows none; it comes back
 * with the job.
 */
#ifndef COMMON_PROGRESS_H
#define COMMON_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct progress {
    bool on, shown;
    uint64_t start_ns, last_ns;
} progress;

typedef struct progress_counts {
    const char *what; /* is counted by `reports`; NULL = reports, with words */
    uint64_t reports, failed, words;
    uint64_t bytes_done, bytes_total; /* total 0 = not known */
} progress_counts;

uint64_t progress_now(void); /* monotonic, nanoseconds */
void progress_start(progress *p, bool on);
void progress_show(progress *p, const progress_counts *counts);
void progress_wipe(progress *p);

#endif
