/*
 * day_range.h - from which day to which a TIMEX3 value may be. Internal.
 *
 * "2024-05" is all days of May, "2024-W20" a week from Monday, "2024-SP" March to May, "201" ten
 * years. Hours are left out: "2024-05-24TEV" is that day.
 */
#ifndef LGM_BASE_DAY_RANGE_H
#define LGM_BASE_DAY_RANGE_H

#include "base/calendar.h"

typedef struct lgm_day_range {
    int32_t from, to; /* both are of it; days as in calendar.h */
} lgm_day_range;

/* False: no place in time ("XXXX-05", "P3D"), or no day of the calendar. */
bool lgm_day_range_of(lgm_day_range *out, lgm_slice value);

#endif
