/* feasts.c - the day of a feast in a year, by the numbers that data/timex gives feasts. */
#include "timex/making.h"

int32_t lgm_timex_nth_weekday(int32_t year, int32_t month, int32_t weekday, int32_t n)
{
    const int32_t first = lgm_calendar_day((lgm_ymd){year, month, 1});
    const int32_t day = first + (weekday - lgm_calendar_weekday(first) + 7) % 7;
    const int32_t days = lgm_calendar_month_days(year, month);
    if (n < 0) return day + (day + 28 - first < days ? 28 : 21);
    return n > 0 && day + 7 * (n - 1) < first + days ? day + 7 * (n - 1) : LGM_NO_DAY;
}

bool lgm_timex_feast(int32_t feast, int32_t year, int32_t *day)
{
    static const int8_t fixed[][2] = {
        [1] = {12, 25},  [2] = {12, 24}, [3] = {1, 1},   [4] = {12, 31},
        [9] = {10, 31},  [10] = {7, 4},  [13] = {2, 14}, [14] = {12, 26},
        [15] = {11, 11}, [20] = {4, 1},  [21] = {5, 1},  [22] = {3, 17}};
    switch (feast) {
    case 5: *day = lgm_calendar_easter(year); return true;
    case 6: *day = lgm_calendar_easter(year) + 1; return true;
    case 7: *day = lgm_calendar_easter(year) - 2; return true;
    case 17: *day = lgm_calendar_easter(year) - 7; return true;
    case 18: *day = lgm_calendar_easter(year) + 49; return true;
    case 19: *day = lgm_calendar_easter(year) - 46; return true;
    case 8: *day = lgm_timex_nth_weekday(year, 11, 4, 4); return true;
    case 11: *day = lgm_timex_nth_weekday(year, 9, 1, 1); return true;
    case 12: *day = lgm_timex_nth_weekday(year, 5, 1, -1); return true;
    case 23: *day = lgm_timex_nth_weekday(year, 11, 1, 1) + 1; return true;
    case 16: *day = lgm_timex_nth_weekday(year, 1, 1, 3); return true;
    default: break;
    }
    if (feast < 1 || (size_t)feast >= LGM_COUNT(fixed) || fixed[feast][0] == 0) return false;
    *day = lgm_calendar_day((lgm_ymd){year, fixed[feast][0], fixed[feast][1]});
    return true;
}
