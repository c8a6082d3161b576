/*
 * access.h - who may ask: the token, as a header or a cookie; the link that gives the cookie once;
 * the host that a request names, and the page that it comes from.
 */
#ifndef SERVER_ACCESS_H
#define SERVER_ACCESS_H

#include <microhttpd.h>
#include <pthread.h>
#include <stdbool.h>

#include "legomena/status.h"

typedef struct access_rules {
    char token[129]; /* given, or 43 random characters */
    char once[44];   /* "" = the link was used */
    bool local;      /* only this machine can ask: hosts are checked */
    unsigned port;
    pthread_mutex_t lock; /* of once */
} access_rules;

/* token: NULL = a random one. LGM_E_ARG one that is too short or long, or has other characters than
 * letters, digits, "-", "_", "." and "~". */
LGM_NODISCARD lgm_status access_start(access_rules *a, const char *token, bool local, lgm_err *err);
void access_end(access_rules *a);

/* The status that the request is refused with, and why; 0 = it is not. */
int access_refuses(const access_rules *a, struct MHD_Connection *c, const char **why);
/* The same but for the token: what the page itself is made of. */
int access_refuses_host(const access_rules *a, struct MHD_Connection *c, const char **why);
/* Uses the link up; false where it was used, or is another. */
bool access_enters(access_rules *a, const char *once);

#endif
