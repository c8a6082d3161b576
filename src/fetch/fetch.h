/*
 * fetch.h - the bytes behind an address of the web, where a user named one.
 *
 * Network only here, and only http and https: an address that a page or a feed names is never
 *         asked for. Addresses of this machine and of private networks (RFC 1918, 4193, 6598, 3927)
 *         are refused unless they are allowed, also behind a redirect; where a proxy is set in the
 *         environment, it is the proxy that decides.
 * Limits  `most` bytes, packed and unpacked; LGM_FETCH_SECONDS in all; LGM_FETCH_REDIRECTS.
 * Owns    the body is from lgm_malloc; lgm_fetch_done frees all of it.
 * Errors  LGM_E_NOTFOUND the server says that it is not there (404, 410); LGM_E_IO no such server,
 *         no answer, another status; LGM_E_UNSUPPORTED a private address, or no libcurl;
 *         LGM_E_BUDGET a limit; LGM_E_CANCELLED; LGM_E_NOMEM. Messages start with the address.
 * Method  libcurl.
 */
#ifndef LGM_FETCH_H
#define LGM_FETCH_H

#include "base/base.h"

enum { LGM_FETCH_SECONDS = 60, LGM_FETCH_REDIRECTS = 10 };

typedef struct lgm_fetch_options {
    uint64_t most;                /* bytes */
    bool private_addresses;       /* are allowed */
    bool (*cancelled)(void *ctx); /* asked several times a second; NULL: never */
    void *ctx;
} lgm_fetch_options;

typedef struct lgm_fetched {
    char *body;
    size_t len;
    char url[2048];         /* behind the redirects; empty where it is longer */
    char content_type[128]; /* without parameters, in lower case */
    char charset[64];       /* empty: not told */
    char at[32];            /* when: "2024-05-24T09:30:00Z" */
} lgm_fetched;

/* Is it an address that can be fetched: does it begin with http:// or https://? */
bool lgm_fetch_takes(const char *address);

LGM_NODISCARD lgm_status lgm_fetch_get(lgm_fetched *out, const char *address,
                                       const lgm_fetch_options *options, lgm_err *err);
void lgm_fetch_done(lgm_fetched *f);

#endif
