/* calendar.c - days and weeks by integer arithmetic (eras of 400 years, which repeat). */
#include "base/calendar.h"

enum { ERA_DAYS = 146097, TO_1970 = 719468 }; /* from 0000-03-01 */

static int32_t floor_div(int32_t a, int32_t b)
{
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0));
}

int32_t lgm_calendar_day(lgm_ymd d)
{
    const int32_t y = d.year - (d.month <= 2), era = floor_div(y, 400), of_era = y - era * 400;
    const int32_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    return era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - TO_1970;
}

lgm_ymd lgm_calendar_date(int32_t day)
{
    const int32_t z = day + TO_1970, era = floor_div(z, ERA_DAYS), of_era = z - era * ERA_DAYS;
    const int32_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const int32_t of_year = of_era - (365 * y + y / 4 - y / 100), mp = (5 * of_year + 2) / 153;
    const int32_t month = mp + (mp < 10 ? 3 : -9);
    return (lgm_ymd){y + era * 400 + (month <= 2), month, of_year - (153 * mp + 2) / 5 + 1};
}

int32_t lgm_calendar_weekday(int32_t day)
{
    return day + 3 - floor_div(day + 3, 7) * 7 + 1; /* 1970-01-01 was a Thursday */
}

int32_t lgm_calendar_month_days(int32_t year, int32_t month)
{
    static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

bool lgm_calendar_has(lgm_ymd d)
{
    return lgm_calendar_has_year(d.year) && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
           d.day <= lgm_calendar_month_days(d.year, d.month);
}

void lgm_calendar_iso_week(int32_t day, int32_t *year, int32_t *week)
{
    const int32_t thursday = day - lgm_calendar_weekday(day) + 4; /* its year is the week's */
    *year = lgm_calendar_date(thursday).year;
    *week = (thursday - lgm_calendar_day((lgm_ymd){*year, 1, 1})) / 7 + 1;
}

lgm_ymd lgm_calendar_add_months(lgm_ymd d, int32_t n)
{
    const int32_t m = d.year * 12 + d.month - 1 + n;
    lgm_ymd out = {floor_div(m, 12), m - floor_div(m, 12) * 12 + 1, d.day};
    const int32_t most = lgm_calendar_month_days(out.year, out.month);
    if (out.day > most) out.day = most;
    return out;
}

/* The anonymous Gregorian computus (Nature, 1876). */
int32_t lgm_calendar_easter(int32_t year)
{
    const int32_t a = year % 19, b = year / 100, c = year % 100;
    const int32_t g = (8 * b + 13) / 25, h = (19 * a + b - b / 4 - g + 15) % 30;
    const int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int32_t m = (a + 11 * h + 22 * l) / 451, p = h + l - 7 * m + 114;
    return lgm_calendar_day((lgm_ymd){year, p / 31, p % 31 + 1});
}
