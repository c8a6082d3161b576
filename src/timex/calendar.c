/* calendar.c - days and weeks by integer arithmetic (eras of 400 years, which repeat). */
#include "timex/calendar.h"

enum { ERA_DAYS = 146097, TO_1970 = 719468 }; /* from 0000-03-01 */

static int32_t floor_div(int32_t a, int32_t b)
{
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0));
}

int32_t lgm_day_of(lgm_ymd d)
{
    const int32_t y = d.year - (d.month <= 2), era = floor_div(y, 400), of_era = y - era * 400;
    const int32_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    return era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - TO_1970;
}

lgm_ymd lgm_ymd_of(int32_t day)
{
    const int32_t z = day + TO_1970, era = floor_div(z, ERA_DAYS), of_era = z - era * ERA_DAYS;
    const int32_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const int32_t of_year = of_era - (365 * y + y / 4 - y / 100), mp = (5 * of_year + 2) / 153;
    const int32_t month = mp + (mp < 10 ? 3 : -9);
    return (lgm_ymd){y + era * 400 + (month <= 2), month, of_year - (153 * mp + 2) / 5 + 1};
}

int32_t lgm_weekday_of(int32_t day)
{
    return day + 3 - floor_div(day + 3, 7) * 7 + 1; /* 1970-01-01 was a Thursday */
}

int32_t lgm_month_days(int32_t year, int32_t month)
{
    static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

bool lgm_ymd_ok(lgm_ymd d)
{
    return lgm_year_ok(d.year) && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
           d.day <= lgm_month_days(d.year, d.month);
}

void lgm_iso_week(int32_t day, int32_t *year, int32_t *week)
{
    const int32_t thursday = day - lgm_weekday_of(day) + 4; /* its year is the week's */
    *year = lgm_ymd_of(thursday).year;
    *week = (thursday - lgm_day_of((lgm_ymd){*year, 1, 1})) / 7 + 1;
}

lgm_ymd lgm_add_months(lgm_ymd d, int32_t n)
{
    const int32_t m = d.year * 12 + d.month - 1 + n;
    lgm_ymd out = {floor_div(m, 12), m - floor_div(m, 12) * 12 + 1, d.day};
    const int32_t most = lgm_month_days(out.year, out.month);
    if (out.day > most) out.day = most;
    return out;
}

/* The anonymous Gregorian computus (Nature, 1876). */
int32_t lgm_easter(int32_t year)
{
    const int32_t a = year % 19, b = year / 100, c = year % 100;
    const int32_t g = (8 * b + 13) / 25, h = (19 * a + b - b / 4 - g + 15) % 30;
    const int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int32_t m = (a + 11 * h + 22 * l) / 451, p = h + l - 7 * m + 114;
    return lgm_day_of((lgm_ymd){year, p / 31, p % 31 + 1});
}

/* The n-th weekday of a month; n < 0 = the last. */
static int32_t nth_weekday(int32_t year, int32_t month, int32_t weekday, int32_t n)
{
    const int32_t first = lgm_day_of((lgm_ymd){year, month, 1});
    const int32_t day = first + (weekday - lgm_weekday_of(first) + 7) % 7;
    if (n > 0) return day + 7 * (n - 1);
    return day + (day + 28 - first < lgm_month_days(year, month) ? 28 : 21);
}

bool lgm_feast(int32_t feast, int32_t year, int32_t *day)
{
    static const int8_t fixed[][2] = {
        [1] = {12, 25},  [2] = {12, 24}, [3] = {1, 1},   [4] = {12, 31},
        [9] = {10, 31},  [10] = {7, 4},  [13] = {2, 14}, [14] = {12, 26},
        [15] = {11, 11}, [20] = {4, 1},  [21] = {5, 1},  [22] = {3, 17}};
    switch (feast) {
    case 5: *day = lgm_easter(year); return true;
    case 6: *day = lgm_easter(year) + 1; return true;
    case 7: *day = lgm_easter(year) - 2; return true;
    case 17: *day = lgm_easter(year) - 7; return true;
    case 18: *day = lgm_easter(year) + 49; return true;
    case 19: *day = lgm_easter(year) - 46; return true;
    case 8: *day = nth_weekday(year, 11, 4, 4); return true;
    case 11: *day = nth_weekday(year, 9, 1, 1); return true;
    case 12: *day = nth_weekday(year, 5, 1, -1); return true;
    case 23: *day = nth_weekday(year, 11, 1, 1) + 1; return true;
    case 16: *day = nth_weekday(year, 1, 1, 3); return true;
    default: break;
    }
    if (feast < 1 || (size_t)feast >= LGM_COUNT(fixed) || fixed[feast][0] == 0) return false;
    *day = lgm_day_of((lgm_ymd){year, fixed[feast][0], fixed[feast][1]});
    return true;
}
