/*
 * publisher.h - names and hosts of publishers, and whose they were on a day. Internal.
 *
 * Source  data/origin. The public functions stand in legomena/origins.h.
 */
#ifndef LGM_ORIGIN_PUBLISHER_H
#define LGM_ORIGIN_PUBLISHER_H

#include "base/base.h"
#include "legomena/origins.h"

enum { LGM_ORIGIN_NAME = 96 }; /* bytes of a name that is compared; of a longer one its beginning */

typedef struct lgm_origin_folded {
    char at[LGM_ORIGIN_NAME];
    size_t len;
} lgm_origin_folded;

/* Lower case, without "the" before it, periods and apostrophes; dashes are spaces. */
lgm_origin_folded lgm_origin_fold(lgm_slice name);
/* "www.nytimes.com" of an address; an address without one is taken for a host. */
lgm_slice lgm_origin_host(lgm_slice url);

static inline lgm_slice lgm_origin_slice(lgm_str s)
{
    return (lgm_slice){s.ptr, s.len};
}

static inline lgm_str lgm_origin_str(lgm_slice s)
{
    return (lgm_str){s.ptr, s.len};
}

#endif
