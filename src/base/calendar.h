/*
 * calendar.h - proleptic Gregorian days, ISO weeks, Easter. Internal.
 *
 * Units   a day is its number since 1970-01-01; weekdays are 1 (Monday) to 7. Years 1 to 9999.
 */
#ifndef LGM_BASE_CALENDAR_H
#define LGM_BASE_CALENDAR_H

#include "base/base.h"

typedef struct lgm_ymd {
    int32_t year, month, day;
} lgm_ymd;

int32_t lgm_calendar_day(lgm_ymd d); /* a day past its month's end runs on into the next */
lgm_ymd lgm_calendar_date(int32_t day);
int32_t lgm_calendar_weekday(int32_t day);
int32_t lgm_calendar_month_days(int32_t year, int32_t month);
bool lgm_calendar_has(lgm_ymd d); /* is it a day of the calendar? */
static inline bool lgm_calendar_has_year(int32_t year)
{
    return year >= 1 && year <= 9999;
}

/* The year and number of the ISO week of a day. */
void lgm_calendar_iso_week(int32_t day, int32_t *year, int32_t *week);

/* The same day of the month, n months on; the last of that month where it has none. */
lgm_ymd lgm_calendar_add_months(lgm_ymd d, int32_t n);

int32_t lgm_calendar_easter(int32_t year); /* Western */

#endif
