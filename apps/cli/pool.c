/*
 * pool.c - one mutex guards the ring; three conditions say what changed.
 *
 * Jobs are numbered as they come; job i lies in slot i % N_SLOTS. `taken` is the next number that
 * the reader gives out, `begun` the next that a worker takes up, `written` the next that goes out,
 * so written <= begun <= taken <= written + N_SLOTS.
 */
#include "pool.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "args.h"
#include "wrap.h"

enum { MAX_WORKERS = 256, SLOTS_PER_WORKER = 16, MAX_ROOMS = 16 };
#define MAX_BYTES_IN_FLIGHT ((size_t)64 << 20)

typedef struct slot {
    pool_job job;
    lgm_input *in; /* a copy: the source lends a report until the next one */
    size_t in_size;
    bool done;
} slot;

struct pool {
    pool_setup setup;
    pthread_mutex_t lock;
    pthread_cond_t for_reader, for_workers, for_writer;
    slot *slots;
    size_t n_slots;
    uint64_t taken, begun, written;
    size_t bytes; /* in flight: inputs not yet read, outputs not yet written */
    bool ended;
    unsigned n_workers, idle; /* idle: started, and not reading a report */
    pthread_t reader, workers[MAX_WORKERS];
    uint64_t bytes_done, bytes_total;
    lgm_room_time times[MAX_ROOMS];
    size_t n_times;
};

static void fail_job(pool_job *job, const char *name, const char *message)
{
    job->failed = true;
    strbuf_puts(&job->notes, "legomena: ");
    if (name) wrap_shown(&job->notes, name);
    strbuf_printf(&job->notes, "%s%s\n", name ? ": " : "", message);
}

/* ---- workers ---- */

static void read_report(pool *p, lgm_worker *worker, slot *s)
{
    lgm_err err = {0};
    lgm_doc *doc = NULL;
    lgm_status st = lgm_read(worker, s->in, &doc, &err);
    if (st == LGM_OK) {
        s->job.words = lgm_doc_n_words(doc);
        st = p->setup.render(p->setup.ctx, doc, s->in, &s->job, &err);
    }
    lgm_doc_free(doc);
    if (st == LGM_OK &&
        (s->job.out.failed || s->job.notes.failed || s->job.title.failed || s->job.entry.failed)) {
        strbuf_done(&s->job.notes);
        st = LGM_E_NOMEM;
    }
    if (st != LGM_OK) {
        strbuf_done(&s->job.out);
        fail_job(&s->job, s->in->name, err.message[0] ? err.message : lgm_status_text(st));
    }
}

static void add_times(pool *p, const lgm_worker *worker)
{
    const lgm_room_time *times;
    const size_t n = lgm_worker_times(worker, &times);
    for (size_t i = 0; i < n && i < MAX_ROOMS; i++) {
        p->times[i].room = times[i].room;
        p->times[i].ns += times[i].ns;
        p->n_times = i + 1;
    }
}

/* With the lock held: the input is not needed any more, the output is. */
static void job_done(pool *p, slot *s)
{
    p->bytes += s->job.out.len;
    p->bytes -= s->in_size;
    lgm_input_free(s->in);
    s->in = NULL;
    s->in_size = 0;
    s->done = true;
    pthread_cond_signal(&p->for_reader);
    if (s == &p->slots[p->written % p->n_slots]) pthread_cond_signal(&p->for_writer);
}

static void *work(void *arg)
{
    pool *const p = arg;
    lgm_worker *worker = NULL;
    lgm_err err = {0};
    const lgm_status opened = lgm_worker_new(&worker, p->setup.engine, &err);

    pthread_mutex_lock(&p->lock);
    for (;;) {
        while (p->begun == p->taken && !p->ended) pthread_cond_wait(&p->for_workers, &p->lock);
        if (p->begun == p->taken) break;
        slot *const s = &p->slots[p->begun++ % p->n_slots];
        if (s->done) /* could not be read from its file: nothing to do */
            continue;
        p->idle--;
        pthread_mutex_unlock(&p->lock);
        if (opened == LGM_OK)
            read_report(p, worker, s);
        else
            fail_job(&s->job, s->in->name, err.message);
        pthread_mutex_lock(&p->lock);
        job_done(p, s);
        p->idle++;
    }
    if (worker) add_times(p, worker);
    pthread_mutex_unlock(&p->lock);
    lgm_worker_free(worker);
    return NULL;
}

/* ---- the reader ---- */

/* With the lock held: one more worker where all are busy. */
static void maybe_hire(pool *p)
{
    const uint64_t waiting = p->taken - p->begun;
    if (waiting <= p->idle || p->n_workers == p->setup.n_workers) return;
    if (pthread_create(&p->workers[p->n_workers], NULL, work, p) != 0) return;
    p->n_workers++;
    p->idle++;
}

static bool has_room(const pool *p)
{
    const uint64_t in_flight = p->taken - p->written;
    return in_flight == 0 || (in_flight < p->n_slots && p->bytes < MAX_BYTES_IN_FLIGHT);
}

/* The next report of the source into the next slot; false at the end. */
static bool take_report(pool *p)
{
    lgm_input in = {0};
    lgm_err err = {0};
    const lgm_status st = lgm_source_next(p->setup.source, &in, &err);
    if (st == LGM_E_EMPTY && !err.message[0]) return false;
    uint64_t done = 0, total = 0;
    if (p->setup.count_bytes) lgm_source_progress(p->setup.source, &done, &total);

    pthread_mutex_lock(&p->lock);
    while (!has_room(p)) pthread_cond_wait(&p->for_reader, &p->lock);
    slot *const s = &p->slots[p->taken % p->n_slots];
    *s = (slot){.job = {.number = p->taken + 1}};
    if (st != LGM_OK)
        fail_job(&s->job, NULL, err.message[0] ? err.message : lgm_status_text(st));
    else if (lgm_input_copy(&s->in, &in, &s->in_size, &err) != LGM_OK)
        fail_job(&s->job, in.name, err.message);
    s->done = s->job.failed;
    p->bytes += s->in_size;
    p->bytes_done = done;
    p->bytes_total = total;
    p->taken++;
    maybe_hire(p);
    pthread_cond_signal(&p->for_workers);
    if (s->done) pthread_cond_signal(&p->for_writer);
    pthread_mutex_unlock(&p->lock);
    return true; /* out of memory too is said of one report, and the next may fit */
}

static void *read_all(void *arg)
{
    pool *const p = arg;
    while (take_report(p))
        ;
    pthread_mutex_lock(&p->lock);
    p->ended = true;
    pthread_cond_broadcast(&p->for_workers);
    pthread_cond_signal(&p->for_writer);
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

/* ---- the caller ---- */

static void init_conditions(pool *p)
{
    pthread_condattr_t attr;
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->for_reader, &attr);
    pthread_cond_init(&p->for_workers, &attr);
    pthread_cond_init(&p->for_writer, &attr);
    pthread_condattr_destroy(&attr);
}

pool *pool_start(const pool_setup *setup)
{
    pool *const p = calloc(1, sizeof *p);
    if (!p) {
        cli_error("out of memory");
        return NULL;
    }
    p->setup = *setup;
    if (p->setup.n_workers > MAX_WORKERS) p->setup.n_workers = MAX_WORKERS;
    p->n_slots = (size_t)p->setup.n_workers * SLOTS_PER_WORKER;
    p->slots = calloc(p->n_slots, sizeof *p->slots);
    init_conditions(p);
    /* The first worker at once: without it nothing would ever be read. */
    p->n_workers = p->idle = 1;
    if (p->slots && pthread_create(&p->workers[0], NULL, work, p) == 0) {
        if (pthread_create(&p->reader, NULL, read_all, p) == 0) return p;
    }
    cli_error("cannot start a thread");
    _exit(EXIT_SOME_UNREAD); /* at once: one of the two may be running */
}

/* A fifth of a second from now, for the line of progress. */
static struct timespec soon(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    t.tv_nsec += 200000000;
    if (t.tv_nsec >= 1000000000) {
        t.tv_nsec -= 1000000000;
        t.tv_sec++;
    }
    return t;
}

pool_state pool_next(pool *p, bool wait, pool_job **job)
{
    pool_state state = POOL_WAITING;
    *job = NULL;
    pthread_mutex_lock(&p->lock);
    slot *const s = &p->slots[p->written % p->n_slots];
    const struct timespec until = soon();
    for (;;) {
        if (p->written < p->taken && s->done)
            state = POOL_JOB;
        else if (p->written == p->taken && p->ended)
            state = POOL_ENDED;
        if (state != POOL_WAITING || !wait) break;
        if (pthread_cond_timedwait(&p->for_writer, &p->lock, &until) != 0) wait = false;
    }
    pthread_mutex_unlock(&p->lock);
    if (state == POOL_JOB) *job = &s->job;
    return state;
}

void pool_release(pool *p, pool_job *job)
{
    pthread_mutex_lock(&p->lock);
    p->bytes -= job->out.len;
    strbuf_done(&job->out);
    strbuf_done(&job->title);
    strbuf_done(&job->entry);
    strbuf_done(&job->notes);
    p->written++;
    pthread_cond_signal(&p->for_reader);
    pthread_mutex_unlock(&p->lock);
}

void pool_counts(pool *p, progress_counts *counts)
{
    pthread_mutex_lock(&p->lock);
    counts->bytes_done = p->bytes_done;
    counts->bytes_total = p->bytes_total;
    pthread_mutex_unlock(&p->lock);
}

void pool_finish(pool *p, lgm_room_time *times, size_t room, size_t *n)
{
    pthread_join(p->reader, NULL);
    for (unsigned i = 0; i < p->n_workers; i++) pthread_join(p->workers[i], NULL);
    *n = p->n_times < room ? p->n_times : room;
    memcpy(times, p->times, *n * sizeof *times);
    pthread_cond_destroy(&p->for_reader);
    pthread_cond_destroy(&p->for_workers);
    pthread_cond_destroy(&p->for_writer);
    pthread_mutex_destroy(&p->lock);
    free(p->slots);
    free(p);
}
