/* value.c - TIMEX3 values of spans and lengths. */
#include <stdio.h>

#include "base/calendar.h"
#include "timex/resolve.h"

static int32_t put_week(char out[LGM_VALUE], int32_t day, const char *after)
{
    int32_t year, week;
    lgm_calendar_iso_week(day, &year, &week);
    snprintf(out, LGM_VALUE, "%04d-W%02d%s", year, week, after);
    return day - lgm_calendar_weekday(day) + 1;
}

int32_t lgm_timex_value_of_span(char out[LGM_VALUE], int32_t unit, int32_t day)
{
    const lgm_ymd d = lgm_calendar_date(day);
    switch (unit) {
    case LGM_UNIT_FORTNIGHT:
    case LGM_UNIT_WEEK: return put_week(out, day, "");
    case LGM_UNIT_WEEKEND: return put_week(out, day, "-WE") + 5;
    case LGM_UNIT_MONTH:
        snprintf(out, LGM_VALUE, "%04d-%02d", d.year, d.month);
        return lgm_calendar_day((lgm_ymd){d.year, d.month, 1});
    case LGM_UNIT_QUARTER:
        snprintf(out, LGM_VALUE, "%04d-Q%d", d.year, (d.month + 2) / 3);
        return lgm_calendar_day((lgm_ymd){d.year, (d.month + 2) / 3 * 3 - 2, 1});
    case LGM_UNIT_SEMESTER:
        snprintf(out, LGM_VALUE, "%04d-H%d", d.year, d.month < 7 ? 1 : 2);
        return lgm_calendar_day((lgm_ymd){d.year, d.month < 7 ? 1 : 7, 1});
    case LGM_UNIT_YEAR:
        snprintf(out, LGM_VALUE, "%04d", d.year);
        return lgm_calendar_day((lgm_ymd){d.year, 1, 1});
    case LGM_UNIT_DECADE:
        snprintf(out, LGM_VALUE, "%03d", d.year / 10);
        return lgm_calendar_day((lgm_ymd){d.year / 10 * 10, 1, 1});
    case LGM_UNIT_CENTURY:
        snprintf(out, LGM_VALUE, "%02d", d.year / 100);
        return lgm_calendar_day((lgm_ymd){d.year / 100 * 100, 1, 1});
    case LGM_UNIT_MILLENNIUM:
        snprintf(out, LGM_VALUE, "%d", d.year / 1000);
        return lgm_calendar_day((lgm_ymd){d.year / 1000 * 1000, 1, 1});
    default: snprintf(out, LGM_VALUE, "%04d-%02d-%02d", d.year, d.month, d.day); return day;
    }
}

/* What a unit is in TIMEX3: so many of a letter, or of one behind "T". */
typedef struct letter {
    const char *name;
    int32_t times;
    const char *part; /* letter of its parts, where a half of it is written with them */
    int32_t parts;
} letter;

static letter letter_of(int32_t unit)
{
    static const letter letters[LGM_UNIT_COUNT] = {
        [LGM_UNIT_NONE] = {"X", 1, NULL, 0},      [LGM_UNIT_SECOND] = {"TS", 1, NULL, 0},
        [LGM_UNIT_MINUTE] = {"TM", 1, "S", 60},   [LGM_UNIT_HOUR] = {"TH", 1, "M", 60},
        [LGM_UNIT_DAY] = {"D", 1, "TH", 24},      [LGM_UNIT_WEEKEND] = {"WE", 1, NULL, 0},
        [LGM_UNIT_WEEK] = {"W", 1, NULL, 0},      [LGM_UNIT_FORTNIGHT] = {"W", 2, NULL, 0},
        [LGM_UNIT_MONTH] = {"M", 1, NULL, 0},     [LGM_UNIT_QUARTER] = {"Q", 1, NULL, 0},
        [LGM_UNIT_YEAR] = {"Y", 1, "M", 12},      [LGM_UNIT_DECADE] = {"Y", 10, NULL, 0},
        [LGM_UNIT_CENTURY] = {"Y", 100, NULL, 0}, [LGM_UNIT_MILLENNIUM] = {"Y", 1000, NULL, 0},
        [LGM_UNIT_NIGHT] = {"TNI", 1, NULL, 0},   [LGM_UNIT_SEMESTER] = {"M", 6, NULL, 0},
    };
    return letters[unit > 0 && unit < LGM_UNIT_COUNT ? unit : LGM_UNIT_NONE];
}

void lgm_timex_value_of_length(char out[LGM_VALUE], int32_t unit, int32_t n)
{
    const letter l = letter_of(unit);
    const bool timed = l.name[0] == 'T';
    const char *const t = timed ? "T" : "", *const name = l.name + timed;
    if (n == LGM_SOME) {
        const char *const many = unit == LGM_UNIT_DECADE    ? "DE"
                                 : unit == LGM_UNIT_CENTURY ? "CE"
                                                            : name;
        snprintf(out, LGM_VALUE, "P%sX%s", t, many);
        return;
    }
    const int64_t all = (int64_t)n * l.times, whole = all / 1000, rest = all % 1000;
    const int64_t parts = l.part ? rest * l.parts : 1;
    if (rest == 0)
        snprintf(out, LGM_VALUE, "P%s%lld%s", t, (long long)whole, name);
    else if (parts % 1000 == 0 && whole == 0)
        snprintf(out, LGM_VALUE, "P%s%lld%s", timed ? "T" : "", (long long)(parts / 1000), l.part);
    else if (parts % 1000 == 0)
        snprintf(out, LGM_VALUE, "P%s%lld%s%s%lld%s", t, (long long)whole, name,
                 l.part[0] == 'T' ? "T" : "", (long long)(parts / 1000),
                 l.part + (l.part[0] == 'T'));
    else
        snprintf(out, LGM_VALUE, "P%s%lld.%lld%s", t, (long long)whole, (long long)(rest / 100),
                 name);
}

int32_t lgm_timex_value_shift(int32_t day, int32_t unit, int32_t n)
{
    int64_t days = 0, months = 0;
    if (day == LGM_NO_DAY) return day;
    switch (unit) {
    case LGM_UNIT_DAY:
    case LGM_UNIT_NIGHT: days = n / 1000; break;
    case LGM_UNIT_WEEK:
    case LGM_UNIT_WEEKEND: days = (int64_t)n * 7 / 1000; break;
    case LGM_UNIT_FORTNIGHT: days = (int64_t)n * 14 / 1000; break;
    case LGM_UNIT_MONTH: months = n / 1000; break;
    case LGM_UNIT_QUARTER: months = (int64_t)n * 3 / 1000; break;
    case LGM_UNIT_SEMESTER: months = (int64_t)n * 6 / 1000; break;
    case LGM_UNIT_YEAR: months = (int64_t)n * 12 / 1000; break;
    case LGM_UNIT_DECADE: months = (int64_t)n * 120 / 1000; break;
    case LGM_UNIT_CENTURY: months = (int64_t)n * 1200 / 1000; break;
    case LGM_UNIT_MILLENNIUM: months = (int64_t)n * 12000 / 1000; break;
    default: break;
    }
    lgm_ymd d = lgm_calendar_date(day);
    if (months > 12 * 9999 || months < -12 * 9999 || days > 9999 * 366 || days < -9999 * 366)
        return LGM_NO_DAY;
    if (months) d = lgm_calendar_add_months(d, (int32_t)months);
    if (!lgm_calendar_has_year(d.year)) return LGM_NO_DAY;
    day = lgm_calendar_day(d) + (int32_t)days;
    d = lgm_calendar_date(day);
    return lgm_calendar_has_year(d.year) ? day : LGM_NO_DAY;
}
