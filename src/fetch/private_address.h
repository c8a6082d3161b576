/* private_address.h - is this an address of this machine or of a private network? */
#ifndef LGM_FETCH_PRIVATE_ADDRESS_H
#define LGM_FETCH_PRIVATE_ADDRESS_H

#include <stdbool.h>
#include <sys/socket.h>

/* Everything that is no unicast address of the public internet, by the registries of RFC 6890. */
bool lgm_fetch_is_private(const struct sockaddr *address);

#endif
