/* over_wire.h - an answer as it goes over the wire: headers, packing, "nothing has changed". */
#ifndef SERVER_OVER_WIRE_H
#define SERVER_OVER_WIRE_H

#include <microhttpd.h>

#include "exchange.h"

/* How the bytes may be packed, by what the request accepts. */
typedef enum wire_coding { WIRE_PLAIN, WIRE_GZIP, WIRE_ZSTD } wire_coding;
wire_coding wire_accepts(struct MHD_Connection *c);

/* The answer of an exchange, whose text it takes. NULL: no memory. */
struct MHD_Response *wire_response(exchange *x, wire_coding coding, size_t *bytes);
/* The headers that all answers have; of the page too. */
void wire_headers(struct MHD_Response *r);
/* Queues it, or "304 Not Modified" where the asker has it already. */
enum MHD_Result wire_queue(struct MHD_Connection *c, int status, struct MHD_Response *r);

#endif
