/* reading_thread.c - see reading_thread.h. */
#include "reading_thread.h"

#include <pthread.h>
#include <stdlib.h>

enum { MOST = 64 };

typedef struct job {
    exchange *x;
    void (*read)(exchange *x, lgm_worker *worker);
    void (*done)(void *ctx);
    void *ctx;
} job;

struct reading_thread {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t more;
    job jobs[MOST];
    size_t first, n;
    bool ends;
    lgm_engine_options options;
    lgm_engine *engine;
    lgm_worker *worker;
};

static bool next(reading_thread *t, job *out)
{
    pthread_mutex_lock(&t->lock);
    while (!t->n && !t->ends) pthread_cond_wait(&t->more, &t->lock);
    const bool there = t->n > 0;
    if (there) {
        *out = t->jobs[t->first];
        t->first = (t->first + 1) % MOST;
        t->n--;
    }
    pthread_mutex_unlock(&t->lock);
    return there;
}

static bool open_engine(reading_thread *t, exchange *x)
{
    lgm_err err = {0};
    lgm_status st = t->engine ? LGM_OK : lgm_engine_open(&t->engine, &t->options, &err);
    if (st == LGM_OK && !t->worker) {
        lgm_worker *made;
        st = lgm_worker_new(&made, t->engine, &err);
        pthread_mutex_lock(&t->lock);
        if (st == LGM_OK) t->worker = made;
        pthread_mutex_unlock(&t->lock);
    }
    if (st != LGM_OK) exchange_failed(x, LGM_E_IO, &err);
    return st == LGM_OK;
}

static void *run(void *ctx)
{
    reading_thread *const t = ctx;
    job j;
    while (next(t, &j)) {
        if (t->ends)
            exchange_problem(j.x, 503, "the server is ending");
        else if (open_engine(t, j.x))
            j.read(j.x, t->worker);
        j.done(j.ctx);
    }
    return NULL;
}

reading_thread *reading_thread_start(const lgm_engine_options *options)
{
    reading_thread *const t = calloc(1, sizeof *t);
    if (!t) return NULL;
    t->options = *options;
    pthread_mutex_init(&t->lock, NULL);
    pthread_cond_init(&t->more, NULL);
    if (pthread_create(&t->thread, NULL, run, t) == 0) return t;
    free(t);
    return NULL;
}

void reading_thread_end(reading_thread *t)
{
    if (!t) return;
    pthread_mutex_lock(&t->lock);
    t->ends = true;
    if (t->worker) lgm_worker_cancel(t->worker);
    pthread_cond_signal(&t->more);
    pthread_mutex_unlock(&t->lock);
    pthread_join(t->thread, NULL);
    lgm_worker_free(t->worker);
    lgm_engine_close(t->engine);
    pthread_mutex_destroy(&t->lock);
    pthread_cond_destroy(&t->more);
    free(t);
}

bool reading_thread_add(reading_thread *t, exchange *x,
                        void (*read)(exchange *x, lgm_worker *worker), void (*done)(void *ctx),
                        void *ctx)
{
    pthread_mutex_lock(&t->lock);
    const bool room = t->n < MOST && !t->ends;
    if (room) t->jobs[(t->first + t->n++) % MOST] = (job){x, read, done, ctx};
    pthread_cond_signal(&t->more);
    pthread_mutex_unlock(&t->lock);
    return room;
}
