/*
 * closing.h - what is said on standard error when all reports are read: how many there were, which
 * were not read and why, and with --time where the time went.
 */
#ifndef CLI_CLOSING_H
#define CLI_CLOSING_H

#include "delivery.h"
#include "progress.h"

typedef struct closing_failures { /* by status */
    unsigned long long n[16];
} closing_failures;

void closing_count(closing_failures *f, lgm_status status);
/* "2 unreadable, 1 damaged" */
void closing_put_failures(strbuf *b, const closing_failures *f);
/* Nothing, where there was but one report: its page or its error says all. */
void closing_summary(const delivery *d, const closing_failures *f, const lgm_source *source);
void closing_times(const lgm_engine *engine, const lgm_batch *batch, const progress_counts *counts,
                   uint64_t start_ns);

#endif
