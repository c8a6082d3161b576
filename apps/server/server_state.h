/* server_state.h - what a running server is made of. Internal to apps/server. */
#ifndef SERVER_SERVER_STATE_H
#define SERVER_SERVER_STATE_H

#include <microhttpd.h>

#include "access.h"
#include "ledger_pool.h"
#include "news_thread.h"
#include "reading_thread.h"
#include "server.h"

struct server {
    struct MHD_Daemon *daemon;
    ledger_pool *pool;
    access_rules access;
    reading_thread *reading;
    news *news;
    char *ledger_path; /* NULL = the library's default */
    char *reviewer;
    server_talk talk;
    char link[160];
};

#endif
