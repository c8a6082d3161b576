/*
 * moment_token.h - the next part of a line that may be of a moment. Between moment.c and
 * moment_token.c.
 */
#ifndef LGM_MOMENT_TOKEN_H
#define LGM_MOMENT_TOKEN_H

#include "about/moment.h"

typedef enum lgm_moment_kind {
    LGM_MOMENT_OTHER,   /* of no moment */
    LGM_MOMENT_BETWEEN, /* a mark, "at", "Friday" */
    LGM_MOMENT_DAY,     /* with a clock and a zone where these stand within it */
    LGM_MOMENT_CLOCK,
    LGM_MOMENT_ZONE /* is.zoned: an hour more in the summer of the United States */
} lgm_moment_kind;

typedef struct lgm_moment_token {
    lgm_moment_kind kind;
    size_t len;    /* at least 1 */
    lgm_moment is; /* the part that it says */
} lgm_moment_token;

/* s is not empty. */
lgm_moment_token lgm_about_moment_token(lgm_slice s, lgm_day_order order);

#endif
