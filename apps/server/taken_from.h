/* taken_from.h - what an answer was taken from: how many reports, of how many publishers, of which
 * days, and how much could not be read. */
#ifndef SERVER_TAKEN_FROM_H
#define SERVER_TAKEN_FROM_H

#include "exchange.h"

/* An object of JSON. */
void taken_from_put(strbuf *out, exchange *x);

#endif
