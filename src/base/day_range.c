/* day_range.c - see day_range.h. */
#include "base/day_range.h"

/* The next n characters as a number, taken off; -1: they are none. */
static int32_t take(lgm_slice *s, size_t n)
{
    int32_t v = 0;
    if (s->len < n) return -1;
    for (size_t i = 0; i < n; i++) {
        if (s->ptr[i] < '0' || s->ptr[i] > '9') return -1;
        v = v * 10 + s->ptr[i] - '0';
    }
    *s = (lgm_slice){s->ptr + n, s->len - n};
    return v;
}

static bool take_char(lgm_slice *s, char c)
{
    if (!s->len || s->ptr[0] != c) return false;
    *s = (lgm_slice){s->ptr + 1, s->len - 1};
    return true;
}

static bool set(lgm_day_range *r, int32_t from, int32_t to)
{
    *r = (lgm_day_range){from, to};
    return true;
}

/* From the first of a month on; month 1 to 12, n months. */
static bool set_months(lgm_day_range *r, int32_t year, int32_t month, int32_t n)
{
    const lgm_ymd first = {year, month, 1}, next = lgm_calendar_add_months(first, n);
    if (!lgm_calendar_has_year(year)) return false;
    return set(r, lgm_calendar_day(first), lgm_calendar_day(next) - 1);
}

/* Behind "YYYY-W": the first week has the 4th of January. */
static bool set_week(lgm_day_range *r, int32_t year, lgm_slice rest)
{
    const int32_t week = take(&rest, 2), jan4 = lgm_calendar_day((lgm_ymd){year, 1, 4});
    const int32_t monday = jan4 - (lgm_calendar_weekday(jan4) - 1) + 7 * (week - 1);
    if (week < 1 || week > 53) return false;
    if (!rest.len) return set(r, monday, monday + 6);
    if (lgm_slice_eq(rest, LGM_SLICE("-WE"))) return set(r, monday + 5, monday + 6);
    if (!take_char(&rest, '-')) return false;
    const int32_t day = take(&rest, 1);
    return day >= 1 && day <= 7 && !rest.len && set(r, monday + day - 1, monday + day - 1);
}

/* Behind "YYYY-": a month, a day, a season, a quarter, a half. */
static bool set_in_year(lgm_day_range *r, int32_t year, lgm_slice rest)
{
    static const char *const seasons[] = {"SP", "SU", "FA", "WI"};
    for (int32_t i = 0; i < 4; i++)
        if (lgm_slice_eq(rest, (lgm_slice){seasons[i], 2}))
            return set_months(r, year, 3 + 3 * i, 3);
    if (take_char(&rest, 'W')) return set_week(r, year, rest);
    if (rest.len == 2 && (rest.ptr[0] == 'Q' || rest.ptr[0] == 'H')) {
        const int32_t months = take_char(&rest, 'Q') ? 3 : (take_char(&rest, 'H'), 6);
        const int32_t n = take(&rest, 1);
        return n >= 1 && n * months <= 12 && set_months(r, year, (n - 1) * months + 1, months);
    }
    const int32_t month = take(&rest, 2);
    if (month < 1 || month > 12) return false;
    if (!rest.len) return set_months(r, year, month, 1);
    const lgm_ymd day = {year, month, take_char(&rest, '-') ? take(&rest, 2) : -1};
    if (!lgm_calendar_has(day) || (rest.len && rest.ptr[0] != 'T')) return false;
    return set(r, lgm_calendar_day(day), lgm_calendar_day(day));
}

bool lgm_day_range_of(lgm_day_range *out, lgm_slice value)
{
    lgm_slice rest = value;
    *out = (lgm_day_range){0};
    if (value.len == 3) {
        const int32_t decade = take(&rest, 3);
        return decade > 0 && set_months(out, decade * 10, 1, 120);
    }
    const int32_t year = take(&rest, 4);
    if (!lgm_calendar_has_year(year)) return false;
    if (!rest.len) return set_months(out, year, 1, 12);
    return take_char(&rest, '-') && set_in_year(out, year, rest);
}
