/*
 * ledger_pool.h - ledgers that are open to be read, one for each request that is under way, and
 * answers that last until the ledger changes.
 */
#ifndef SERVER_LEDGER_POOL_H
#define SERVER_LEDGER_POOL_H

#include <microhttpd.h>
#include <stdbool.h>

#include "legomena/ledger.h"
#include "strbuf.h"

typedef struct ledger_pool ledger_pool;
typedef struct pooled pooled; /* a ledger with the answers that it gave */

/* path: NULL = the library's default. NULL: err says why. */
ledger_pool *ledger_pool_new(const char *path, lgm_err *err);
void ledger_pool_free(ledger_pool *p); /* NULL is fine; nothing is taken out */

/* NULL: err says why. */
pooled *ledger_pool_take(ledger_pool *p, lgm_err *err);
void ledger_pool_give(ledger_pool *p, pooled *one);
lgm_ledger *pooled_ledger(pooled *one);
/* Its text for taken_from.h, empty where the ledger changed since. */
strbuf *pooled_coverage(pooled *one);

/* An answer to the same question in this state of the ledger; NULL where there is none. It stays
 * the pool's. */
struct MHD_Response *pooled_answer(pooled *one, const char *question);
/* bytes: of its body. true: the answer is the pool's from now on. */
bool pooled_keep(pooled *one, const char *question, struct MHD_Response *answer, size_t bytes);

#endif
