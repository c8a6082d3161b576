/* crew.c - a reader fills the ring, workers read what is in it. */
#include "batch/crew.h"

#include <string.h>

static const size_t MOST_BYTES = (size_t)64 << 20; /* in flight */

void lgm_batch_crew_clear(lgm_batch *b, lgm_slot *s)
{
    if (s->result.at && b->o.free_result) b->o.free_result(b->o.ctx, s->result.at);
    lgm_input_free(s->in);
    b->bytes -= s->in_size + s->result.bytes;
    *s = (lgm_slot){0};
}

/* ---- workers ---- */

static void read_report(lgm_batch *b, lgm_worker *worker, lgm_slot *s, uint64_t number)
{
    lgm_record *record = NULL;
    if (b->o.skip && b->o.skip(b->o.ctx, s->in)) return;
    lgm_status st = lgm_read(worker, s->in, &record, &s->err);
    if (st == LGM_OK) {
        s->n_words = record->n_words;
        st = b->o.make(b->o.ctx, number, record, s->in, &s->result, &s->err);
    }
    lgm_record_free(record);
    if (st == LGM_OK) {
        s->err = (lgm_err){0};
        return;
    }
    if (s->result.at && b->o.free_result) b->o.free_result(b->o.ctx, s->result.at);
    s->result = (lgm_batch_result){0};
    if (!s->err.message[0]) lgm_fail(&s->err, st, "%s", lgm_status_text(st));
    s->err.code = st;
}

/* With the lock held. Of a report that was read the input is not needed any more; of one that was
 * not, its name still is. */
static void report_done(lgm_batch *b, lgm_slot *s)
{
    if (s->err.code == LGM_OK) {
        b->bytes -= s->in_size;
        lgm_input_free(s->in);
        s->in = NULL;
        s->in_size = 0;
    }
    b->bytes += s->result.bytes;
    s->done = true;
    pthread_cond_signal(&b->for_reader);
    if (s == &b->slots[b->handed % b->n_slots]) pthread_cond_signal(&b->for_sink);
}

static void add_times(lgm_batch *b, const lgm_worker *worker)
{
    const lgm_room_time *times;
    const size_t n = lgm_worker_times(worker, &times);
    for (size_t i = 0; i < n && i < b->n_times; i++) {
        b->times[i].room = times[i].room;
        b->times[i].ns += times[i].ns;
    }
}

/* With the lock held: past the reports that could not be read from their files, which need no
 * worker and may have gone to the sink already. False: none waits. */
static bool find_report(lgm_batch *b)
{
    if (b->begun < b->handed) b->begun = b->handed;
    while (b->begun < b->taken && b->slots[b->begun % b->n_slots].done) b->begun++;
    return b->begun < b->taken;
}

/* With the lock held: reports until there are no more. */
static void read_reports(lgm_batch *b, lgm_worker *worker)
{
    for (;;) {
        while (!find_report(b) && !b->ended && !b->stopping)
            pthread_cond_wait(&b->for_workers, &b->lock);
        if (b->stopping || !find_report(b)) return;
        const uint64_t number = b->begun++;
        lgm_slot *const s = &b->slots[number % b->n_slots];
        b->n_idle--;
        pthread_mutex_unlock(&b->lock);
        read_report(b, worker, s, number + 1);
        pthread_mutex_lock(&b->lock);
        report_done(b, s);
        b->n_idle++;
    }
}

/* A worker for which there is no memory leaves, and no more are hired: the first one goes on. */
static void *work(void *arg)
{
    lgm_batch *const b = arg;
    pthread_mutex_lock(&b->lock);
    lgm_worker *worker = b->first;
    b->first = NULL;
    pthread_mutex_unlock(&b->lock);
    const bool ok = worker || lgm_worker_new(&worker, b->o.engine, NULL) == LGM_OK;

    pthread_mutex_lock(&b->lock);
    if (ok) {
        const unsigned place = b->n_at_work++;
        b->at_work[place] = worker;
        read_reports(b, worker);
        add_times(b, worker);
        b->at_work[place] = NULL;
    } else {
        b->n_wanted = b->n_started;
    }
    b->n_idle--;
    pthread_mutex_unlock(&b->lock);
    lgm_worker_free(worker);
    return NULL;
}

/* With the lock held: one more worker where all are busy. */
static void maybe_hire(lgm_batch *b)
{
    if (!find_report(b) || b->taken - b->begun <= b->n_idle || b->n_started >= b->n_wanted) return;
    if (pthread_create(&b->workers[b->n_started], NULL, work, b) != 0) {
        b->n_wanted = b->n_started;
        return;
    }
    b->n_started++;
    b->n_idle++;
}

/* ---- the reader ---- */

static bool has_room(const lgm_batch *b)
{
    const uint64_t in_flight = b->taken - b->handed;
    return in_flight == 0 || (in_flight < b->n_slots && b->bytes < MOST_BYTES);
}

/* With the lock held: the report, or why there is none, into the next slot. */
static void put_report(lgm_batch *b, const lgm_input *in, lgm_status st, const lgm_err *err)
{
    lgm_slot *const s = &b->slots[b->taken % b->n_slots];
    *s = (lgm_slot){0};
    if (st == LGM_OK)
        st = lgm_input_copy(&s->in, in, &s->in_size, &s->err);
    else
        s->err = *err;
    if (st != LGM_OK && !s->err.message[0]) lgm_fail(&s->err, st, "%s", lgm_status_text(st));
    s->err.code = st;
    s->done = st != LGM_OK;
    b->bytes += s->in_size;
    b->taken++;
}

/* The next report of the source; false at its end. */
static bool take_report(lgm_batch *b)
{
    lgm_input in = {0};
    lgm_err err = {0};
    if (atomic_load(&b->cancelled)) return false;
    const lgm_status st =
        b->o.next ? b->o.next(b->o.ctx, &in, &err) : lgm_source_next(b->o.source, &in, &err);
    if (st == LGM_E_CANCELLED) atomic_store(&b->cancelled, true);
    if (st == LGM_E_CANCELLED || (st == LGM_E_EMPTY && !err.message[0])) return false;
    uint64_t done = 0, total = 0;
    if (b->o.source) lgm_source_progress(b->o.source, &done, &total);

    pthread_mutex_lock(&b->lock);
    while (!has_room(b) && !b->stopping) pthread_cond_wait(&b->for_reader, &b->lock);
    const bool go_on = !b->stopping;
    if (go_on) {
        put_report(b, &in, st, &err);
        b->bytes_done = done;
        b->bytes_total = total;
        maybe_hire(b);
        pthread_cond_signal(&b->for_workers);
        if (b->slots[b->handed % b->n_slots].done) pthread_cond_signal(&b->for_sink);
    }
    pthread_mutex_unlock(&b->lock);
    return go_on; /* out of memory too is said of one report, and the next may fit */
}

static void *read_all(void *arg)
{
    lgm_batch *const b = arg;
    while (take_report(b))
        ;
    pthread_mutex_lock(&b->lock);
    b->ended = true;
    pthread_cond_broadcast(&b->for_workers);
    pthread_cond_signal(&b->for_sink);
    pthread_mutex_unlock(&b->lock);
    return NULL;
}

/* ---- all of them ---- */

static lgm_status make_first(lgm_batch *b, lgm_err *err)
{
    const lgm_room_time *times;
    const lgm_status st = lgm_worker_new(&b->first, b->o.engine, err);
    if (st != LGM_OK) return st;
    b->n_times = lgm_worker_times(b->first, &times);
    b->times = lgm_calloc(b->n_times, sizeof *b->times);
    if (!b->times) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    memcpy(b->times, times, b->n_times * sizeof *times);
    return LGM_OK;
}

static void tell_to_stop(lgm_batch *b)
{
    pthread_mutex_lock(&b->lock);
    b->stopping = true;
    for (unsigned i = 0; i < b->n_at_work; i++)
        if (b->at_work[i]) lgm_worker_cancel(b->at_work[i]);
    pthread_cond_broadcast(&b->for_reader);
    pthread_cond_broadcast(&b->for_workers);
    pthread_mutex_unlock(&b->lock);
}

lgm_status lgm_batch_crew_start(lgm_batch *b, lgm_err *err)
{
    const lgm_status st = make_first(b, err);
    if (st != LGM_OK) return st;
    b->n_idle = 1;
    int error = pthread_create(&b->workers[0], NULL, work, b);
    b->n_started = error == 0;
    if (error == 0) error = pthread_create(&b->reader, NULL, read_all, b);
    b->reading = error == 0;
    if (b->reading) return LGM_OK;
    char words[128];
    lgm_batch_crew_stop(b);
    return lgm_fail(err, LGM_E_NOMEM, "cannot start a thread: %s",
                    strerror_r(error, words, sizeof words));
}

void lgm_batch_crew_stop(lgm_batch *b)
{
    tell_to_stop(b);
    if (b->reading) pthread_join(b->reader, NULL);
    for (unsigned i = 0; i < b->n_started; i++) pthread_join(b->workers[i], NULL);
    b->reading = false;
    b->n_started = 0;
}
