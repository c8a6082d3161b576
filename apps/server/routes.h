/* routes.h - which handler answers what: one table, of which the API is described too. */
#ifndef SERVER_ROUTES_H
#define SERVER_ROUTES_H

#include "exchange.h"

typedef struct route {
    const char *method;
    const char *path;            /* "/api/records/{id}": anything may stand for the braces */
    bool ledger;                 /* it asks the ledger */
    void (*handle)(exchange *x); /* NULL: what takes its time: news (with a ledger), reading */
} route;

/* *rest: what stands for the braces, within the path. NULL: there is none; *allowed: the methods of
 * those that are there, "" where none is. */
const route *route_find(const char *method, const char *path, lgm_str *rest, const char **allowed);
/* The i-th; NULL behind the last. */
const route *route_at(size_t i);

#endif
