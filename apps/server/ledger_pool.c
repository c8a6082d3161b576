/* ledger_pool.c - see ledger_pool.h. Answers stand in a table by their hash; a newer one takes the
 * place of another that stands there. */
#include "ledger_pool.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

enum { ANSWERS = 512, LARGEST = 64 << 10 };

typedef struct answer {
    char *question;
    struct MHD_Response *response;
} answer;

struct pooled {
    lgm_ledger *ledger;
    uint64_t state; /* of the ledger, when the answers were given */
    answer answers[ANSWERS];
    strbuf coverage;
    pooled *next;
};

struct ledger_pool {
    char *path;
    pthread_mutex_t lock;
    pooled *free;
};

static void forget(pooled *one)
{
    for (size_t i = 0; i < ANSWERS; i++) {
        if (one->answers[i].response) MHD_destroy_response(one->answers[i].response);
        free(one->answers[i].question);
        one->answers[i] = (answer){0};
    }
    one->coverage.len = 0;
}

static void close_one(pooled *one)
{
    forget(one);
    strbuf_done(&one->coverage);
    lgm_ledger_close(one->ledger);
    free(one);
}

static pooled *open_one(const char *path, lgm_err *err)
{
    const lgm_ledger_options o = {.read_only = 1};
    pooled *const one = calloc(1, sizeof *one);
    if (one && lgm_ledger_open(&one->ledger, path, &o, err) == LGM_OK) return one;
    free(one);
    return NULL;
}

ledger_pool *ledger_pool_new(const char *path, lgm_err *err)
{
    ledger_pool *const p = calloc(1, sizeof *p);
    if (!p) return NULL;
    p->path = path ? strdup(path) : NULL;
    pthread_mutex_init(&p->lock, NULL);
    p->free = (path && !p->path) ? NULL : open_one(p->path, err);
    if (p->free) return p;
    ledger_pool_free(p);
    return NULL;
}

void ledger_pool_free(ledger_pool *p)
{
    if (!p) return;
    while (p->free) {
        pooled *const one = p->free;
        p->free = one->next;
        close_one(one);
    }
    pthread_mutex_destroy(&p->lock);
    free(p->path);
    free(p);
}

pooled *ledger_pool_take(ledger_pool *p, lgm_err *err)
{
    pthread_mutex_lock(&p->lock);
    pooled *one = p->free;
    if (one) p->free = one->next;
    pthread_mutex_unlock(&p->lock);
    if (!one) one = open_one(p->path, err);
    if (!one) return NULL;
    const uint64_t state = lgm_ledger_state(one->ledger);
    if (!state || state != one->state) forget(one);
    one->state = state;
    return one;
}

void ledger_pool_give(ledger_pool *p, pooled *one)
{
    if (!one) return;
    pthread_mutex_lock(&p->lock);
    one->next = p->free;
    p->free = one;
    pthread_mutex_unlock(&p->lock);
}

lgm_ledger *pooled_ledger(pooled *one)
{
    return one->ledger;
}

strbuf *pooled_coverage(pooled *one)
{
    return &one->coverage;
}

static answer *place_of(pooled *one, const char *question)
{
    return &one->answers[XXH3_64bits(question, strlen(question)) % ANSWERS];
}

struct MHD_Response *pooled_answer(pooled *one, const char *question)
{
    const answer *const a = place_of(one, question);
    return a->question && strcmp(a->question, question) == 0 ? a->response : NULL;
}

bool pooled_keep(pooled *one, const char *question, struct MHD_Response *response, size_t bytes)
{
    answer *const a = place_of(one, question);
    char *const copy = bytes > LARGEST ? NULL : strdup(question);
    if (!copy) return false;
    if (a->response) MHD_destroy_response(a->response);
    free(a->question);
    *a = (answer){copy, response};
    return true;
}
