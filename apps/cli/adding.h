/*
 * adding.h - reports go from a batch into the ledger, for commands that read reports into it.
 *
 *     adding in = {.engine = engine, .ledger = ledger, .keep_raw = true};
 *     lgm_batch_options o = adding_batch(&in, source, jobs);
 *     code = adding_run(&in, &o, show_progress);
 *     adding_say(&in, source, "there was no report");
 *
 * A transaction has 1,000 reports at most, and is ended when it has been open for 200 ms; that is
 * looked at with each report, and five times a second while none is ready. What was committed is
 * looked at beside what is there. What could not be read
 * is said on standard error, and written down in the ledger.
 */
#ifndef CLI_ADDING_H
#define CLI_ADDING_H

#include "closing.h"
#include "legomena/batch.h"
#include "legomena/ledger.h"
#include "progress.h"

typedef struct adding {
    const lgm_engine *engine;
    lgm_ledger *ledger;
    bool keep_raw;  /* the bytes as they came in */
    bool new_only;  /* say only those problems that the ledger did not have */
    bool times;     /* say where the time went */
    uint64_t total; /* reports that are to come; 0 = not known */
    /* Of which report of the ledger the item of that number is a reading; NULL = what comes in is
     * known by itself. */
    int64_t (*report_of)(struct adding *in, uint64_t number);

    closing_failures failures;
    progress progress;
    progress_counts counts;
    uint64_t open, open_ns;                    /* reports in the transaction; since when */
    uint64_t added, versions, readings, known; /* put or skipped so far */
    int code;                                  /* EXIT_LEDGER: the ledger ended it */
} adding;

/* The ctx of the batch is `in`; a caller with a `next` of its own has that as the first
 * member of its struct. */
lgm_batch_options adding_batch(adding *in, lgm_source *source, unsigned jobs);
/* Runs it to its end, or until a signal comes: the exit code. interrupt_init was called. */
int adding_run(adding *in, const lgm_batch_options *o, bool show_progress);
/* "3 reports added, 1 new version"; nothing: what is said where nothing came. source may be
 * NULL. */
void adding_say(const adding *in, const lgm_source *source, const char *nothing);

#endif
