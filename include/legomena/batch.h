/*
 * batch.h - many reports read by several threads, and handed out in the order in which they came.
 *
 *     lgm_batch_options o = {.engine = engine, .source = source, .make = make, .sink = sink};
 *     lgm_batch *batch;
 *     if (lgm_batch_new(&batch, &o, &err) == LGM_OK) {
 *         if (lgm_batch_run(batch, &err) != LGM_OK) fprintf(stderr, "%s\n", err.message);
 *         lgm_batch_free(batch);
 *     }
 *
 * One thread takes reports from the source; up to n_threads workers, started as they are needed,
 * read them and make a result of each (make); the thread that called lgm_batch_run hands the
 * results on, one by one and in order (sink). The order, and every result, is the same for any
 * number of threads. What is in flight is bounded in number and in bytes, so neither a slow report
 * nor a slow sink makes memory grow.
 *
 * Errors  a report that cannot be read is an item with a status and a message: the batch goes on.
 * Owns    the engine and the source are the caller's; nobody else may use the source until
 *         lgm_batch_run has returned. A result belongs to the batch, which gives it to free_result
 *         once the sink has seen it, or when the sink never will. A sink that keeps a result sets
 *         item->result to NULL.
 */
#ifndef LEGOMENA_BATCH_H
#define LEGOMENA_BATCH_H

#include "legomena/engine.h"
#include "legomena/source.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lgm_batch lgm_batch;

typedef struct lgm_batch_result {
    void *at;     /* NULL is a result too */
    size_t bytes; /* how much memory it holds, for the bound on what is in flight */
} lgm_batch_result;

typedef struct lgm_batch_item { /* what became of one report */
    uint64_t number;            /* from 1, in the order of the source; reports not read count too */
    lgm_status status;          /* LGM_OK, or why there is no result */
    const char *name;           /* of a report without a result: where it came from; NULL where the
                             message says so itself */
    const char *message;        /* a sentence where status is not LGM_OK, else "" */
    void *result;               /* NULL with LGM_OK: it was skipped */
    uint64_t n_words;
    uint64_t line, byte; /* of the file, where status is not LGM_OK; 0 = not known */
} lgm_batch_item;

typedef struct lgm_batch_progress {
    uint64_t n_reports, n_failed; /* seen by the sink: with a result, without */
    uint64_t n_words;
    uint64_t bytes_done, bytes_total; /* of the source; total 0 = not known */
    int waiting; /* 1 = no report is ready: the time to flush what was written */
} lgm_batch_progress;

typedef struct lgm_batch_options {
    const lgm_engine *engine;
    lgm_source *source;
    /* Where reports come from that are in no source: as lgm_source_next, called in a thread of its
     * own, and no more once the batch is cancelled. NULL = the source. */
    lgm_status (*next)(void *ctx, lgm_input *in, lgm_err *err);
    unsigned n_threads; /* workers, at most 256; 0 = one a processor, at most 64 */

    /* Called in a worker's thread, several at a time: the result of one report. */
    lgm_status (*make)(void *ctx, uint64_t number, const lgm_record *record, const lgm_input *in,
                       lgm_batch_result *result, lgm_err *err);
    void (*free_result)(void *ctx, void *result); /* NULL = nothing to free */
    /* Called in a worker's thread too, before it reads a report: not 0 = it is not to be read, and
     * gets no result. NULL = all are read. */
    int (*skip)(void *ctx, const lgm_input *in);

    /* Called in the thread of lgm_batch_run. Any status but LGM_OK ends the batch with it. */
    lgm_status (*sink)(void *ctx, lgm_batch_item *item, lgm_err *err);
    /* After each item, and five times a second while none is ready; NULL = not wanted. */
    lgm_status (*progress)(void *ctx, const lgm_batch_progress *progress, lgm_err *err);
    void *ctx;
} lgm_batch_options;

/* options are copied. LGM_E_ARG without engine, make, sink, source or next; LGM_E_NOMEM. */
LGM_NODISCARD LGM_API lgm_status lgm_batch_new(lgm_batch **out, const lgm_batch_options *options,
                                               lgm_err *err);
LGM_API void lgm_batch_free(lgm_batch *batch); /* NULL is fine; not while it runs */

/*
 * Reads to the end of the source; once only. LGM_OK also where reports could not be read. All
 * threads have ended when it returns. LGM_E_CANCELLED after lgm_batch_cancel; LGM_E_NOMEM,
 * LGM_E_UNSUPPORTED where not even one worker could be started; else what sink or progress
 * returned.
 */
LGM_NODISCARD LGM_API lgm_status lgm_batch_run(lgm_batch *batch, lgm_err *err);

/*
 * From any thread, a call-back or a signal handler: ends the batch soon. A source that waits for a
 * pipe is woken; reports that workers are reading are dropped where they are. The sink is not
 * called again, except for the item that it may just be looking at. The source is cancelled with
 * it.
 */
LGM_API void lgm_batch_cancel(lgm_batch *batch);

/* Time spent by room, of all workers together, once lgm_batch_run has returned: as
 * lgm_worker_times. *out is borrowed from the batch. */
LGM_API size_t lgm_batch_times(const lgm_batch *batch, const lgm_room_time **out);

#ifdef __cplusplus
}
#endif
#endif
