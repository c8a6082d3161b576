/*
 * crew.h - the threads of a batch, and the ring of reports between them.
 *
 * Reports are numbered as they come; report i lies in slot i % n_slots. `taken` is the next number
 * that the reader gives out, `begun` the next that a worker looks at, `handed` the next that goes
 * to the sink: handed <= taken <= handed + n_slots. One mutex guards the ring; three conditions
 * say what changed.
 */
#ifndef LGM_CREW_H
#define LGM_CREW_H

#include <pthread.h>
#include <stdatomic.h>

#include "base/base.h"
#include "legomena/batch.h"

enum { LGM_CREW_MOST = 256 }; /* workers */

typedef struct lgm_slot {
    lgm_input *in; /* a copy: the source lends a report until the next one */
    size_t in_size;
    lgm_batch_result result;
    lgm_err err; /* code LGM_OK: there is a result */
    uint64_t n_words;
    bool done;
} lgm_slot;

struct lgm_batch {
    lgm_batch_options o;
    atomic_bool cancelled;
    pthread_mutex_t lock;
    pthread_cond_t for_reader, for_workers, for_sink;
    lgm_slot *slots;
    size_t n_slots;
    uint64_t taken, begun, handed;
    size_t bytes;         /* in flight: inputs not yet read, results not yet handed on */
    bool ended, stopping; /* ended: the source has no more; stopping: nothing more is wanted */
    unsigned n_started, n_idle, n_wanted; /* workers; idle: waits for a report */
    unsigned n_at_work;                   /* places of at_work that were taken */
    bool reading;                         /* the reader was started */
    lgm_worker *first;                    /* made before any thread, so that one is always there */
    pthread_t reader, workers[LGM_CREW_MOST];
    lgm_worker *at_work[LGM_CREW_MOST]; /* NULL: it has ended */
    uint64_t bytes_done, bytes_total;
    lgm_room_time *times;
    size_t n_times;
};

/* The reader and the first worker; more are started while reports wait. LGM_E_NOMEM,
 * LGM_E_UNSUPPORTED where no thread can be started. */
LGM_NODISCARD lgm_status lgm_batch_crew_start(lgm_batch *b, lgm_err *err);
/* Tells all threads to stop, also those in the midst of a report, and waits for them. The reader
 * stops where the source has ended or was cancelled. */
void lgm_batch_crew_stop(lgm_batch *b);
/* Gives back what a slot holds. With the lock held, or after lgm_batch_crew_stop. */
void lgm_batch_crew_clear(lgm_batch *b, lgm_slot *s);

#endif
