/*
 * pool.h - many reports at a time, written in the order in which they came.
 *
 * A reader thread takes reports from a source into a ring of jobs; up to n_workers threads, started
 * as they are needed, turn each into output; the caller takes them out in order. What is in flight
 * is bounded in number and in bytes, so that neither a slow report nor a slow reader of the output
 * makes memory grow. The order, and every byte, is the same for any number of workers.
 *
 *     pool_start(&p, &setup);
 *     while ((job = pool_next(p, wait)) ...) { write job->out; pool_release(p, job); }
 *     pool_finish(p);
 */
#ifndef CLI_POOL_H
#define CLI_POOL_H

#include "legomena/source.h"
#include "progress.h"
#include "strbuf.h"

typedef struct pool pool;

typedef struct pool_job {
    unsigned long long number; /* from 1, as the source has them, those not read counted too */
    bool failed;
    strbuf out;          /* of a report that was read */
    strbuf title, entry; /* for what goes around the reports, where the format has such */
    strbuf notes;        /* lines for standard error: warnings, or why it was not read */
    uint64_t words;
} pool_job;

typedef struct pool_setup {
    const lgm_engine *engine;
    lgm_source *source; /* the pool's own until pool_finish has returned */
    unsigned n_workers;
    bool count_bytes; /* ask the source how far it is: this makes it look at all files first */
    /* Fills in what a job has of one report, from any thread. */
    lgm_status (*render)(void *ctx, const lgm_doc *doc, const lgm_input *in, pool_job *job,
                         lgm_err *err);
    void *ctx;
} pool_setup;

typedef enum pool_state { POOL_JOB, POOL_WAITING, POOL_ENDED } pool_state;

/* NULL: said why. */
pool *pool_start(const pool_setup *setup);
/* The next report in order. POOL_WAITING: none is ready; with wait, after a fifth of a second. */
pool_state pool_next(pool *p, bool wait, pool_job **job);
void pool_release(pool *p, pool_job *job);
void pool_counts(pool *p, progress_counts *counts); /* bytes only */
/* After POOL_ENDED: joins the threads. Adds up the times of the workers; *n of them. */
void pool_finish(pool *p, lgm_room_time *times, size_t room, size_t *n);

#endif
