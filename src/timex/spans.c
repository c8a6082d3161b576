/* spans.c - weeks, months, seasons, years: by name, or beside the one that is on. */
#include <stdio.h>

#include "timex/making.h"

/* ---- months, years, seasons ---- */

/* The year of a month; 0 where nothing tells it. */
static int32_t year_of_month(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    const int32_t wrap = HAS(month2) && P(month) > P(month2); /* "October to February 2014" */
    if (HAS(year)) return P(year) - wrap;
    const int32_t base = lgm_timex_anchor_published(m);
    if (base == LGM_NO_DAY) return 0;
    const lgm_ymd now = lgm_calendar_date(base);
    if (IS(rel, 1))
        return now.year - (P(dir) < 0 && P(month) >= now.month) +
               (P(dir) > 0 && P(month) <= now.month);
    if (HAS(dir)) return now.year + P(dir) - wrap;
    return lgm_timex_nearest_year(m, base, P(month), P(month) == now.month ? now.day : 15);
}

void lgm_timex_make_month(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    const int32_t year = year_of_month(m);
    if (!HAS(year) && m->r->published == LGM_NO_DAY)
        snprintf(m->value, sizeof m->value, "XXXX-%02d", P(month));
    if (!lgm_calendar_has_year(year)) return;
    snprintf(m->value, sizeof m->value, "%04d-%02d", year, P(month));
    m->t->first_day = lgm_calendar_day((lgm_ymd){year, P(month), 1});
}

void lgm_timex_put_year(lgm_timex_making *m, int32_t year)
{
    if (!lgm_calendar_has_year(year)) return;
    snprintf(m->value, sizeof m->value, "%04d", year);
    m->t->first_day = lgm_calendar_day((lgm_ymd){year, 1, 1});
}

void lgm_timex_make_year(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    /* "2010-11" lies in two years, and TIMEX3 has no value for that */
    if (!HAS(other) || P(other) >= 100) lgm_timex_put_year(m, P(year));
}

void lgm_timex_make_decade(lgm_timex_making *m)
{
    const int32_t decade = m->p->v[LGM_TF_decade];
    snprintf(m->value, sizeof m->value, "%03d", decade);
    m->t->first_day = lgm_calendar_day((lgm_ymd){decade * 10, 1, 1});
}

void lgm_timex_make_century(lgm_timex_making *m)
{
    const int32_t n = m->p->v[LGM_TF_century];
    m->none = n < 1 || n > 30;
    if (m->none) return;
    snprintf(m->value, sizeof m->value, "%02d", n - 1);
    m->t->first_day = lgm_calendar_day((lgm_ymd){n > 1 ? (n - 1) * 100 : 1, 1, 1});
}

void lgm_timex_make_season(lgm_timex_making *m)
{
    static const char *const names[] = {"", "SP", "SU", "FA", "WI"};
    const lgm_timex_parts *const p = m->p;
    int32_t year = P(year);
    const int32_t month = P(season) * 3; /* it begins in March, June, September, December */
    if (!HAS(year)) {
        const int32_t base = lgm_timex_anchor_published(m);
        if (base == LGM_NO_DAY) {
            snprintf(m->value, sizeof m->value, "XXXX-%s", names[P(season)]);
            return;
        }
        const lgm_ymd now = lgm_calendar_date(base);
        year = now.year;
        /* the one that is on, or was last: a winter is that of the year it ends in, too */
        if (IS(rel, 1)) {
            if (P(dir) < 0 && now.month < month + 3) year--;
            if (P(dir) > 0 && now.month >= month) year++;
        } else {
            year = lgm_timex_nearest_year(m, base, month, 15);
        }
    }
    if (!lgm_calendar_has_year(year)) return;
    snprintf(m->value, sizeof m->value, "%04d-%s", year, names[P(season)]);
    m->t->first_day = lgm_calendar_day((lgm_ymd){year, month, 1});
}

/* ---- spans of the calendar ---- */

void lgm_timex_put_span(lgm_timex_making *m, int32_t unit, int32_t day)
{
    if (day == LGM_NO_DAY) return;
    m->t->first_day = lgm_timex_value_of_span(m->value, unit, day);
    m->is_day = unit == LGM_UNIT_DAY || unit == LGM_UNIT_NIGHT;
}

void lgm_timex_make_unitref(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    const int32_t dir = HAS(dir) ? P(dir) : 0;
    int32_t base = lgm_timex_anchor_span(m, P(unit));
    if (IS(unit, LGM_UNIT_WEEKEND) && !HAS(rel) && base != LGM_NO_DAY && dir == 0 &&
        lgm_timex_making_tense(m) == LGM_TENSE_PAST && lgm_calendar_weekday(base) < 6)
        base -= 7; /* "over the weekend", said on a Monday */
    lgm_timex_put_span(m, P(unit), lgm_timex_value_shift(base, P(unit), dir * 1000));
}

void lgm_timex_make_nthday(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    const int32_t year = year_of_month(m);
    if (!lgm_calendar_has_year(year)) return;
    const int32_t day = lgm_timex_nth_weekday(year, P(month), P(wday), P(nth));
    m->none = day == LGM_NO_DAY;
    lgm_timex_put_span(m, LGM_UNIT_DAY, day);
}

/* A week (or weekend) of a month by its number; a week is of the month that has its Thursday. */
static void make_nth_week(lgm_timex_making *m)
{
    enum { THURSDAY = 4, SATURDAY = 6 };
    const lgm_timex_parts *const p = m->p;
    const int32_t year = year_of_month(m), unit = P(unit);
    const int32_t middle = unit == LGM_UNIT_WEEKEND ? SATURDAY : THURSDAY;
    if (!lgm_calendar_has_year(year)) return;
    const int32_t day = lgm_timex_nth_weekday(year, P(month), middle, P(nth));
    m->none = day == LGM_NO_DAY;
    lgm_timex_put_span(m, unit, day);
}

void lgm_timex_make_weekof(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    if (HAS(nth)) {
        make_nth_week(m);
        return;
    }
    lgm_timex_make_calendar_day(m);
    if (m->value[0] && !m->none && m->t->first_day != LGM_NO_DAY)
        lgm_timex_put_span(m, IS(unit, LGM_UNIT_WEEKEND) ? LGM_UNIT_WEEKEND : LGM_UNIT_WEEK,
                     m->t->first_day);
    m->is_day = false;
}
