/* web_address.h - addresses of the web that are not whole, from the place they stand in. */
#ifndef LGM_WIRE_WEB_ADDRESS_H
#define LGM_WIRE_WEB_ADDRESS_H

#include "base/buf.h"

/* Writes what `address` means in a document at `base` (RFC 3986, 5.2): "../fire" in
 * "https://mill.example/news/" is "https://mill.example/fire". Without a whole base it stays as it
 * is. */
void lgm_wire_address(lgm_slice address, lgm_slice base, lgm_buf *out);

#endif
