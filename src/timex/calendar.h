/*
 * calendar.h - proleptic Gregorian days, ISO weeks, feasts. Internal.
 *
 * Units   a day is its number since 1970-01-01; weekdays are 1 (Monday) to 7. Years 1 to 9999.
 */
#ifndef LGM_TIMEX_CALENDAR_H
#define LGM_TIMEX_CALENDAR_H

#include "base/base.h"

typedef struct lgm_ymd {
    int32_t year, month, day;
} lgm_ymd;

int32_t lgm_day_of(lgm_ymd d); /* a day past its month's end runs on into the next */
lgm_ymd lgm_ymd_of(int32_t day);
int32_t lgm_weekday_of(int32_t day);
int32_t lgm_month_days(int32_t year, int32_t month);
bool lgm_ymd_ok(lgm_ymd d); /* a day that there is */
static inline bool lgm_year_ok(int32_t year)
{
    return year >= 1 && year <= 9999;
}

/* The year and number of the ISO week of a day. */
void lgm_iso_week(int32_t day, int32_t *year, int32_t *week);

/* The same day of the month, n months on; the last of that month where it has none. */
lgm_ymd lgm_add_months(lgm_ymd d, int32_t n);

int32_t lgm_easter(int32_t year); /* Western */

/* A feast as words.txt and dates.txt number them, in this year; false where we cannot compute it. */
bool lgm_feast(int32_t feast, int32_t year, int32_t *day);

#endif
