/* read_body.h - POST /api/read: a text, page or address, read and not kept. */
#ifndef SERVER_READ_BODY_H
#define SERVER_READ_BODY_H

#include "exchange.h"
#include "legomena/engine.h"

void read_body(exchange *x, lgm_worker *worker);

#endif
