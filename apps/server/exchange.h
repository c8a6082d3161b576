/*
 * exchange.h - a request and the answer to it, as handlers see them: parameters and a body in, a
 * status and bytes out. How bytes go over the wire is over_wire.c's.
 *
 * Errors are application/problem+json (RFC 9457): {"title", "status", "detail"}.
 */
#ifndef SERVER_EXCHANGE_H
#define SERVER_EXCHANGE_H

#include <stdint.h>

#include "legomena/ledger.h"
#include "strbuf.h"

struct server;
struct MHD_Connection;

typedef struct asked_field {  /* a parameter of the address */
    const char *name, *value; /* value NULL: "?anonymous" */
} asked_field;

typedef struct exchange {
    struct server *server;
    const char *method;
    const asked_field *fields; /* [n_fields] */
    size_t n_fields;
    const char *rest; /* of the path, where the route has braces: "12:c7" of "/api/records/12:c7" */
    const char *body; /* of a POST */
    size_t body_len;
    const char *body_type; /* "text/html; charset=utf-8"; "" = none */
    struct MHD_Connection *connection;
    lgm_ledger *ledger;    /* to be read, by this thread; NULL where the route has none */
    strbuf *coverage;      /* kept with it until it changes: taken_from.h */

    int status;       /* 200 where nobody sets it */
    const char *type; /* of what is in out; static storage */
    strbuf out;
    bool lasting;        /* the same question has the same answer until the ledger changes */
    const char *allowed; /* with 405: the methods that there are */
    bool apart;          /* it takes its time, and is to be answered by the thread that reads */
    bool attached;       /* to be saved and not shown: bytes as they came in */
} exchange;

/* The value of a parameter; NULL where it is not there, or empty. */
const char *exchange_field(const exchange *x, const char *name);
/* A header of the request; NULL where it is not there. *twice is set where it is there again. */
const char *exchange_header(const exchange *x, const char *name, bool *twice);
/* A number of the address within bounds; `usual` where it is not there. false: said so. */
bool exchange_number(exchange *x, const char *name, uint64_t usual, uint64_t least, uint64_t most,
                     uint64_t *out);
/* The same for "true" and "false"; a name without a value is true. */
bool exchange_switch(exchange *x, const char *name, bool *out);

void exchange_problem(exchange *x, int status, const char *detail);
/* Of a call of the library: 400 what was asked, 404 not there, 413 too large, 503 the ledger. */
void exchange_failed(exchange *x, lgm_status st, const lgm_err *err);

#endif
