/*
 * shapes.h - dates and times by the shape of a token: "22/3/2024", "1990s", "7:15", "Q3". Internal.
 *
 * s is the normal form of a token (lgm_timex_item_form).
 */
#ifndef LGM_TIMEX_SHAPES_H
#define LGM_TIMEX_SHAPES_H

#include "timex/item.h"

/* The order in which a report writes dates; with neither, "3/4/2024" is a year and no more. */
typedef enum lgm_timex_order {
    LGM_ORDER_UNKNOWN,
    LGM_ORDER_DAY_FIRST,
    LGM_ORDER_MONTH_FIRST
} lgm_timex_order;

/* The year that two digits stand for: 98 is 1998, 24 is 2024. */
int32_t lgm_timex_whole_year(int32_t digits);

/* The last year of a range whose end may be written with two digits: 1999 and 00 are 2000. */
int32_t lgm_timex_year_end(int32_t from, int32_t end);

/* One date that can be read in one way only tells for all of a report. */
lgm_timex_order lgm_timex_shape_order(const lgm_doc *doc);

/* A form that begins with a digit or an apostrophe. */
void lgm_timex_shape(lgm_timex_item *it, const char *s, lgm_timex_order order);
/* "q3", "fy2024" */
void lgm_timex_shape_code(lgm_timex_item *it, const char *s);

#endif
