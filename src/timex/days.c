/* days.c - days, and the parts and hours of one. */
#include <stdio.h>
#include <string.h>

#include "timex/making.h"

static void put_day(lgm_timex_making *m, int32_t day)
{
    if (day == LGM_NO_DAY || !lgm_calendar_has_year(lgm_calendar_date(day).year)) return;
    lgm_timex_value_of_span(m->value, LGM_UNIT_DAY, day);
    m->t->first_day = day;
    m->is_day = true;
}

/* The day just named, where it is the same day of the week: both ends of "from 1 p.m. to 3 p.m. on
 * Monday" are of one Monday. */
static int32_t day_beside(const lgm_timex_making *m, int32_t weekday)
{
    enum { BESIDE = 4 }; /* tokens */
    if (m->r->day == LGM_NONE) return LGM_NO_DAY;
    const lgm_doc_time *const t = &m->r->doc->times[m->r->day];
    const bool near = t->tokens.end + BESIDE >= m->tokens.start;
    return near && lgm_calendar_weekday(t->first_day) == weekday ? t->first_day : LGM_NO_DAY;
}

void lgm_timex_make_weekday(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    const int32_t base = lgm_timex_anchor_day(m);
    if (base == LGM_NO_DAY) {
        snprintf(m->value, sizeof m->value, "XXXX-WXX-%d", P(wday));
        return;
    }
    const int32_t ahead = (P(wday) - lgm_calendar_weekday(base) + 7) % 7, back = (7 - ahead) % 7;
    int32_t day = base - back;
    if (HAS(week))
        day = base - lgm_calendar_weekday(base) + P(wday) + 7 * P(week);
    else if (IS(rel, 3))
        day = P(dir) > 0 ? base + ahead + 7 : base - back - 7;
    else if (IS(dir, -1))
        day = base - (back ? back : 7);
    else if (IS(dir, 1))
        day = base + (ahead ? ahead : 7);
    else if (IS(dir, 0))
        day = lgm_timex_making_tense(m) == LGM_TENSE_PAST ? base - back : base + ahead;
    else if (day_beside(m, P(wday)) != LGM_NO_DAY)
        day = day_beside(m, P(wday));
    else if (lgm_timex_making_tense(m) == LGM_TENSE_FUTURE)
        day = base + ahead;
    put_day(m, day);
}

void lgm_timex_make_deictic(lgm_timex_making *m)
{
    const int32_t base = lgm_timex_anchor_day(m);
    if (base != LGM_NO_DAY) put_day(m, base + m->p->v[LGM_TF_days]);
}

/* The year of a day without one. */
static int32_t year_of(const lgm_timex_making *m, int32_t base, lgm_ymd d)
{
    const lgm_timex_parts *const p = m->p;
    const lgm_ymd now = lgm_calendar_date(base);
    const int32_t place = (d.month - now.month) * 31 + d.day - now.day;
    if (!IS(rel, 1)) return lgm_timex_nearest_year(m, base, d.month, d.day);
    return now.year + (P(dir) < 0 && place >= 0 ? -1 : P(dir) > 0 && place <= 0 ? 1 : 0);
}

/* A day that no year has ("30 February") is none, and the month behind it stands alone; a day that
 * this year does not have ("Feb. 29, 2015") is a time whose value is not known. */
static void put_date(lgm_timex_making *m, lgm_ymd d)
{
    const bool never = !lgm_calendar_has((lgm_ymd){2000, d.month, d.day});
    const bool written = d.month >= 1 && d.month <= 12 && d.day >= 1;
    if (!lgm_calendar_has_year(d.year)) return;
    m->none = never && (!written || m->p->v[LGM_TF_lead] == 1);
    if (lgm_calendar_has(d)) put_day(m, lgm_calendar_day(d));
}

void lgm_timex_make_calendar_day(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    lgm_ymd d = {P(year), P(month), P(day)};
    if (HAS(iso)) d = (lgm_ymd){P(iso) / 10000, P(iso) / 100 % 100, P(iso) % 100};
    if (HAS(year2)) d.year = lgm_timex_whole_year(P(year2));
    if (!HAS(iso) && !HAS(year) && !HAS(year2)) {
        const int32_t base = lgm_timex_anchor_published(m);
        if (!HAS(month)) { /* "the 22nd": of the month last spoken of */
            const int32_t from = lgm_timex_anchor_narrative(m);
            if (from == LGM_NO_DAY) return;
            d.month = lgm_calendar_date(from).month;
            d.year = lgm_calendar_date(from).year;
        } else if (base == LGM_NO_DAY) {
            m->none = d.day > lgm_calendar_month_days(2000, d.month) || d.day < 1;
            snprintf(m->value, sizeof m->value, "XXXX-%02d-%02d", d.month, d.day);
            return;
        } else {
            d.year = year_of(m, base, d);
        }
    }
    if (HAS(month2)) d.year -= d.month > P(month2); /* "December 28 to January 4, 2020" */
    m->none = HAS(skip) && !HAS(month2) && d.day >= P(skip); /* "3 to 2, May 4": no range */
    if (!m->none) put_date(m, d);
}

void lgm_timex_make_holiday(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    int32_t day, year = P(year);
    if (!HAS(year)) {
        const int32_t base = lgm_timex_anchor_published(m);
        if (base == LGM_NO_DAY) return;
        const int32_t now = lgm_calendar_date(base).year;
        if (!lgm_timex_feast(P(holiday), now, &day)) return;
        year = now;
        if (IS(rel, 1)) {
            if (P(dir) < 0 && day >= base) year--;
            if (P(dir) > 0 && day <= base) year++;
        } else {
            const lgm_ymd d = lgm_calendar_date(day);
            year = lgm_timex_nearest_year(m, base, d.month, d.day);
        }
    }
    if (lgm_timex_feast(P(holiday), year, &day)) put_day(m, day);
}

void lgm_timex_make_holidayweek(lgm_timex_making *m)
{
    lgm_timex_make_holiday(m);
    if (m->value[0]) lgm_timex_put_span(m, LGM_UNIT_WEEK, m->t->first_day);
    m->is_day = false;
}

void lgm_timex_make_day(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    if (HAS(iso) || HAS(month) || (HAS(day) && !HAS(wday)))
        lgm_timex_make_calendar_day(m);
    else if (HAS(wday) && HAS(day)) { /* "Thursday the 3rd" */
        lgm_timex_make_calendar_day(m);
    } else if (HAS(wday))
        lgm_timex_make_weekday(m);
    else if (HAS(holiday))
        lgm_timex_make_holiday(m);
    else if (HAS(days))
        lgm_timex_make_deictic(m);
    else {
        const int32_t base = lgm_timex_anchor_day(m);
        if (base != LGM_NO_DAY) put_day(m, base + (HAS(dir) ? P(dir) : 0));
    }
}

/* ---- parts of a day ---- */

static void append(lgm_timex_making *m, const char *more)
{
    const size_t n = strlen(m->value);
    snprintf(m->value + n, sizeof m->value - n, "%s", more);
}

void lgm_timex_make_part(lgm_timex_making *m)
{
    static const char *const parts[] = {"",       "TMO",    "TAF", "TEV", "TNI",
                                        "T12:00", "T24:00", "TDT", "TMO"};
    const lgm_timex_parts *const p = m->p;
    const int32_t part = P(part);
    lgm_timex_make_day(m);
    if (m->value[0] == '\0') return;
    if (part > 0 && (size_t)part < LGM_COUNT(parts)) append(m, parts[part]);
}

void lgm_timex_make_clock(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    int32_t hour = HAS(hour) ? P(hour) : IS(part, 6) ? 24 : 12, minute = 0; /* noon, midnight */
    char clock[32];
    if (HAS(minute)) {
        hour = P(minute) / 100;
        minute = P(minute) % 100;
    }
    if (IS(half, 1)) minute = 30;
    if (HAS(ampm) && hour > 12 && !HAS(minute)) {
        m->none = true;
        return;
    }
    if ((IS(ampm, 2) || IS(part, 2) || IS(part, 3)) && hour < 12) hour += 12;
    if (IS(part, 4) && hour < 12 && hour > 4) hour += 12;
    if (IS(ampm, 1) && hour == 12) hour = 0;
    lgm_timex_make_day(m);
    if (m->value[0] == '\0') snprintf(m->value, sizeof m->value, "XXXX-XX-XX");
    snprintf(clock, sizeof clock, "T%02d:%02d", hour, minute);
    append(m, clock);
}
