/*
 * feed_date.h - dates as feeds and agencies write them, in the form of RFC 3339: what moment.h
 * reads, "20240524T093000+0200" too, and years of two digits as RFC 822 has them.
 */
#ifndef LGM_FEED_DATE_H
#define LGM_FEED_DATE_H

#include "about/moment.h"

/* Returns the bytes written, without a NUL; 0 where it is no date. */
size_t lgm_read_feed_date(lgm_slice s, char out[LGM_MOMENT_ROOM]);

#endif
