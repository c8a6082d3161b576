/* news_thread.h - tells those who listen that the ledger has changed: GET /api/news, server-sent
 * events. */
#ifndef SERVER_NEWS_THREAD_H
#define SERVER_NEWS_THREAD_H

#include <microhttpd.h>

#include "ledger_pool.h"

typedef struct news news;

news *news_start(const char *ledger, lgm_err *err); /* NULL: err says why */
/* Ends all that listen; before the daemon is stopped. */
void news_stop(news *n);
void news_free(news *n); /* NULL is fine; after the daemon was stopped */
/* An answer that goes on until the other end goes away. NULL: too many listen, or no memory. */
struct MHD_Response *news_listen(news *n, struct MHD_Connection *c);

#endif
