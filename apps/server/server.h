/*
 * server.h - a ledger over HTTP: the API and the page, by libmicrohttpd in as many threads as there
 * are processors.
 *
 *     server *s;
 *     if (server_start(&s, &options, &err) == LGM_OK) { ... wait ...; server_stop(s); }
 *
 * Who may ask: whoever has the token, as "Authorization: Bearer TOKEN", or as a cookie that the
 * one-time link sets (server_link). A request that names another host than the server's is refused,
 * so that no page elsewhere can send a browser here by a name of its own.
 * Reading goes on while another program writes into the ledger.
 */
#ifndef SERVER_SERVER_H
#define SERVER_SERVER_H

#include "legomena/engine.h"
#include "legomena/ledger.h"

typedef struct server server;
struct exchange;

/* What POST /mcp is answered by: apps/mcp has it, and knows the server, which does not know it. */
typedef struct server_talk {
    void (*answer)(struct exchange *x); /* NULL = nothing is there */
    /* Where `answer` said that it takes its time (exchange.apart). */
    void (*read)(struct exchange *x, lgm_worker *worker);
} server_talk;

typedef struct server_options {
    const char *ledger;        /* path; NULL = the library's default */
    const char *address;       /* to listen at: "127.0.0.1", "::1", "0.0.0.0" */
    unsigned port;             /* 0 = one that is free */
    const char *token;         /* NULL = a random one */
    server_talk talk;
    const char *reviewer;      /* who reviews through the page */
    lgm_engine_options engine; /* of what is read without being kept */
} server_options;

/* LGM_E_ARG an address that is none, LGM_E_IO one that is taken; those of ledger.h. */
LGM_NODISCARD lgm_status server_start(server **out, const server_options *options, lgm_err *err);
/* Ends what is under way within a second or so. NULL is fine. */
void server_stop(server *s);

const char *server_token(const server *s);
/* A link that opens the page once: "http://127.0.0.1:8080/?once=…". Borrowed. */
const char *server_link(const server *s);

#endif
