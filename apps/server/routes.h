/* routes.h - which handler answers what: one table, of which the API is described too. */
#ifndef SERVER_ROUTES_H
#define SERVER_ROUTES_H

#include "exchange.h"

typedef struct route {
    const char *method;
    const char *path;            /* "/api/records/{id}": what is in braces is all that is left */
    bool ledger;                 /* it asks the ledger */
    void (*handle)(exchange *x); /* NULL: what takes its time: news (with a ledger), reading */
} route;

/* NULL: there is none; *allowed: the methods of those that are there, "" where none is. */
const route *route_find(const char *method, const char *path, const char **rest,
                        const char **allowed);
/* The i-th; NULL behind the last. */
const route *route_at(size_t i);

#endif
