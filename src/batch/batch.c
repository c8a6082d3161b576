/* batch.c - the thread that called: hands the results on in order, and ends the batch. */
#include <sched.h>
#include <time.h>

#include "batch/crew.h"

enum { SLOTS_A_WORKER = 16, MOST_BY_DEFAULT = 64 };

static unsigned processors(void)
{
    cpu_set_t set;
    const int n = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return n < 1 ? 1 : n > MOST_BY_DEFAULT ? MOST_BY_DEFAULT : (unsigned)n;
}

/* ---- open and close ---- */

static void init_conditions(lgm_batch *b)
{
    pthread_condattr_t attr;
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_mutex_init(&b->lock, NULL);
    pthread_cond_init(&b->for_reader, &attr);
    pthread_cond_init(&b->for_workers, &attr);
    pthread_cond_init(&b->for_sink, &attr);
    pthread_condattr_destroy(&attr);
}

lgm_status lgm_batch_new(lgm_batch **out, const lgm_batch_options *o, lgm_err *err)
{
    *out = NULL;
    if (!o->engine || (!o->source && !o->next) || !o->make || !o->sink)
        return lgm_fail(err, LGM_E_ARG, "a batch needs an engine, a source, make and sink");
    lgm_batch *const b = lgm_calloc(1, sizeof *b);
    if (!b) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    const unsigned n = o->n_threads ? o->n_threads : processors();
    b->o = *o;
    b->n_wanted = n < LGM_CREW_MOST ? n : LGM_CREW_MOST;
    b->n_slots = (size_t)b->n_wanted * SLOTS_A_WORKER;
    b->slots = lgm_calloc(b->n_slots, sizeof *b->slots);
    if (!b->slots) {
        lgm_free(b);
        return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    }
    init_conditions(b);
    *out = b;
    return LGM_OK;
}

void lgm_batch_free(lgm_batch *b)
{
    if (!b) return;
    pthread_cond_destroy(&b->for_reader);
    pthread_cond_destroy(&b->for_workers);
    pthread_cond_destroy(&b->for_sink);
    pthread_mutex_destroy(&b->lock);
    lgm_worker_free(b->first);
    lgm_free(b->times);
    lgm_free(b->slots);
    lgm_free(b);
}

void lgm_batch_cancel(lgm_batch *b)
{
    atomic_store(&b->cancelled, true);
    if (b->o.source) lgm_source_cancel(b->o.source);
}

size_t lgm_batch_times(const lgm_batch *b, const lgm_room_time **out)
{
    *out = b->times;
    return b->n_times;
}

/* ---- the run ---- */

/* A fifth of a second from now. A signal handler can set a flag and no more, so the flag is looked
 * at as often. */
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

typedef enum state { READY, WAITING, ENDED } state;

/* Is the next report in order there? With wait, after a fifth of a second at the latest. */
static state look(lgm_batch *b, bool wait)
{
    const struct timespec until = soon();
    state now = WAITING;
    pthread_mutex_lock(&b->lock);
    for (;;) {
        if (b->handed < b->taken && b->slots[b->handed % b->n_slots].done)
            now = READY;
        else if (b->handed == b->taken && b->ended)
            now = ENDED;
        if (now != WAITING || !wait) break;
        if (pthread_cond_timedwait(&b->for_sink, &b->lock, &until) != 0) wait = false;
    }
    pthread_mutex_unlock(&b->lock);
    return now;
}

static lgm_status hand_on(lgm_batch *b, lgm_batch_progress *p, lgm_err *err)
{
    lgm_slot *const s = &b->slots[b->handed % b->n_slots];
    const bool failed = s->err.code != LGM_OK;
    lgm_batch_item item = {.number = b->handed + 1,
                           .status = s->err.code,
                           .name = failed && s->in ? s->in->name : NULL,
                           .message = s->err.message,
                           .result = s->result.at,
                           .n_words = s->n_words,
                           .line = s->err.line,
                           .byte = s->err.byte};
    if (failed && s->in && !item.line && !item.byte) {
        item.line = s->in->line;
        item.byte = s->in->at;
    }
    const lgm_status st = b->o.sink(b->o.ctx, &item, err);
    p->n_failed += failed;
    p->n_reports += !failed;
    p->n_words += failed ? 0 : s->n_words;
    s->result.at = item.result;
    pthread_mutex_lock(&b->lock);
    lgm_batch_crew_clear(b, s);
    b->handed++;
    pthread_cond_signal(&b->for_reader);
    pthread_mutex_unlock(&b->lock);
    return st;
}

static lgm_status tell(lgm_batch *b, lgm_batch_progress *p, bool waiting, lgm_err *err)
{
    if (!b->o.progress) return LGM_OK;
    pthread_mutex_lock(&b->lock);
    p->bytes_done = b->bytes_done;
    p->bytes_total = b->bytes_total;
    pthread_mutex_unlock(&b->lock);
    p->waiting = waiting;
    return b->o.progress(b->o.ctx, p, err);
}

static lgm_status hand_on_all(lgm_batch *b, lgm_err *err)
{
    lgm_batch_progress p = {0};
    lgm_status st = LGM_OK;
    while (st == LGM_OK && !atomic_load(&b->cancelled)) {
        state now = look(b, false);
        if (now == WAITING) {
            st = tell(b, &p, true, err);
            if (st == LGM_OK) now = look(b, true);
        }
        if (now == ENDED) return st;
        if (st != LGM_OK || now == WAITING || atomic_load(&b->cancelled)) continue;
        st = hand_on(b, &p, err);
        if (st == LGM_OK) st = tell(b, &p, false, err);
    }
    return st;
}

lgm_status lgm_batch_run(lgm_batch *b, lgm_err *err)
{
    if (b->times) return lgm_fail(err, LGM_E_ARG, "a batch runs once");
    lgm_status st = lgm_batch_crew_start(b, err);
    if (st != LGM_OK) return st;
    st = hand_on_all(b, err);
    if (st != LGM_OK && b->o.source) lgm_source_cancel(b->o.source);
    lgm_batch_crew_stop(b);
    for (; b->handed < b->taken; b->handed++)
        lgm_batch_crew_clear(b, &b->slots[b->handed % b->n_slots]);
    if (st == LGM_OK && atomic_load(&b->cancelled))
        return lgm_fail(err, LGM_E_CANCELLED, "%s", lgm_status_text(LGM_E_CANCELLED));
    return st;
}
