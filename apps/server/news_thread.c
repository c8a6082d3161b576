/* news_thread.c - a thread looks at the ledger once a second; who listens is suspended until there
 * is something to send. */
#include "news_thread.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST = 256, QUIET_SECONDS = 15, BLOCK = 256 };

typedef struct listener {
    news *n;
    struct MHD_Connection *connection;
    uint64_t heard; /* the last change that was sent */
    bool suspended, greeted, alive;
    struct listener *next;
} listener;

struct news {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t end;
    lgm_ledger *ledger;
    listener *listeners;
    size_t n;
    uint64_t changes;
    unsigned quiet; /* seconds since somebody was last sent something */
    bool ends;
};

/* With the lock. */
static void wake(news *n, bool alive)
{
    for (listener *l = n->listeners; l; l = l->next) {
        l->alive |= alive;
        if (!l->suspended) continue;
        l->suspended = false;
        MHD_resume_connection(l->connection);
    }
}

static void *run(void *ctx)
{
    news *const n = ctx;
    uint64_t state = lgm_ledger_state(n->ledger);
    pthread_mutex_lock(&n->lock);
    while (!n->ends) {
        struct timespec until;
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_sec++;
        pthread_cond_timedwait(&n->end, &n->lock, &until);
        const uint64_t now = lgm_ledger_state(n->ledger);
        if (now != state) n->changes++;
        if (now != state || ++n->quiet >= QUIET_SECONDS) {
            wake(n, now == state);
            n->quiet = 0;
        }
        state = now;
    }
    wake(n, false);
    pthread_mutex_unlock(&n->lock);
    return NULL;
}

news *news_start(const char *path, lgm_err *err)
{
    const lgm_ledger_options o = {.read_only = 1};
    news *const n = calloc(1, sizeof *n);
    if (!n) return NULL;
    pthread_mutex_init(&n->lock, NULL);
    pthread_cond_init(&n->end, NULL);
    if (lgm_ledger_open(&n->ledger, path, &o, err) == LGM_OK &&
        pthread_create(&n->thread, NULL, run, n) == 0)
        return n;
    lgm_ledger_close(n->ledger);
    free(n);
    return NULL;
}

void news_stop(news *n)
{
    if (!n) return;
    pthread_mutex_lock(&n->lock);
    n->ends = true;
    pthread_cond_signal(&n->end);
    pthread_mutex_unlock(&n->lock);
    pthread_join(n->thread, NULL);
}

void news_free(news *n)
{
    if (!n) return;
    lgm_ledger_close(n->ledger);
    pthread_mutex_destroy(&n->lock);
    pthread_cond_destroy(&n->end);
    free(n);
}

static ssize_t say(void *ctx, uint64_t at, char *out, size_t room)
{
    listener *const l = ctx;
    news *const n = l->n;
    ssize_t len = 0;
    (void)at;
    pthread_mutex_lock(&n->lock);
    if (n->ends) {
        len = MHD_CONTENT_READER_END_OF_STREAM;
    } else if (!l->greeted) {
        l->greeted = true;
        len = snprintf(out, room, "retry: 2000\n\n");
    } else if (l->heard != n->changes) {
        l->heard = n->changes;
        len = snprintf(out, room, "event: changed\ndata: {\"changes\": %llu}\n\n",
                       (unsigned long long)n->changes);
    } else if (l->alive) {
        len = snprintf(out, room, ":\n\n");
    } else {
        l->suspended = true;
        MHD_suspend_connection(l->connection);
    }
    l->alive = false;
    pthread_mutex_unlock(&n->lock);
    return len;
}

static void leave(void *ctx)
{
    listener *const l = ctx;
    news *const n = l->n;
    pthread_mutex_lock(&n->lock);
    listener **at = &n->listeners;
    while (*at != l) at = &(*at)->next;
    *at = l->next;
    n->n--;
    pthread_mutex_unlock(&n->lock);
    free(l);
}

struct MHD_Response *news_listen(news *n, struct MHD_Connection *c)
{
    listener *const l = calloc(1, sizeof *l);
    if (!l) return NULL;
    *l = (listener){.n = n, .connection = c};
    pthread_mutex_lock(&n->lock);
    const bool room = n->n < MOST && !n->ends;
    struct MHD_Response *const r =
        room ? MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK, say, l, leave) : NULL;
    if (r) {
        l->heard = n->changes;
        l->next = n->listeners;
        n->listeners = l;
        n->n++;
    }
    pthread_mutex_unlock(&n->lock);
    if (!r) free(l);
    if (r) MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_TYPE, "text/event-stream");
    return r;
}
