/* quarters.c - quarters, halves, and what lies a length of time away ("a year earlier"). */
#include <stdio.h>
#include <string.h>

#include "timex/making.h"

enum { REACH = 100 }; /* words from a quarter to the "year earlier" that means its like */

/* ---- quarters ---- */

static void put_quarter(lgm_timex_making *m, int32_t quarter)
{
    const int32_t year = quarter / 4, q = quarter % 4;
    if (!lgm_calendar_has_year(year)) return;
    snprintf(m->value, sizeof m->value, "%04d-Q%d", year, q + 1);
    m->t->first_day = lgm_calendar_day((lgm_ymd){year, q * 3 + 1, 1});
}

int32_t lgm_timex_quarter_of(int32_t day)
{
    const lgm_ymd d = lgm_calendar_date(day);
    return d.year * 4 + (d.month - 1) / 3;
}

void lgm_timex_make_quarter(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    int32_t year = P(year);
    m->none = P(q) < 1 || P(q) > 4;
    if (m->none) return;
    if (!HAS(year)) {
        const int32_t base = lgm_timex_anchor_published(m);
        if (base == LGM_NO_DAY) {
            snprintf(m->value, sizeof m->value, "XXXX-Q%d", P(q));
            return;
        }
        const int32_t now = lgm_timex_quarter_of(base);
        year = now / 4;
        if (HAS(dir))
            year += P(dir);
        else if (P(q) - 1 > now % 4 && lgm_timex_making_tense(m) != LGM_TENSE_FUTURE)
            year--; /* the last one that has begun */
        else if (P(q) - 1 < now % 4 - 1 && lgm_timex_making_tense(m) == LGM_TENSE_FUTURE)
            year++; /* of the one that has just ended, results are to come */
    }
    put_quarter(m, year * 4 + P(q) - 1);
}

void lgm_timex_make_half(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    int32_t year = P(year);
    m->none = P(half) < 1 || P(half) > 2;
    if (m->none) return;
    if (!HAS(year)) {
        const int32_t base = lgm_timex_anchor_published(m);
        if (base == LGM_NO_DAY) return;
        year = lgm_calendar_date(base).year + (HAS(dir) ? P(dir) : 0);
    }
    if (!lgm_calendar_has_year(year)) return;
    snprintf(m->value, sizeof m->value, "%04d-H%d", year, P(half));
    m->t->first_day = lgm_calendar_day((lgm_ymd){year, P(half) * 6 - 5, 1});
}

static bool quarter_near(const lgm_timex_making *m)
{
    const lgm_timex_resolver *const r = m->r;
    return r->quarter != LGM_UNSET && m->tokens.start - r->quarter_token <= REACH;
}

/* "the quarter", "the year-earlier period": that of which the text speaks. */
void lgm_timex_make_period(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    const int32_t now = m->r->published;
    const bool ahead = now != LGM_NO_DAY && m->r->quarter >= lgm_timex_quarter_of(now);
    if (quarter_near(m) && !(IS(end, 1) && ahead)) { /* "the latest" has ended */
        m->t->anchor = m->r->quarter_time;
        if (HAS(year)) {
            put_quarter(m, P(year) * 4 + m->r->quarter % 4);
            return;
        }
        put_quarter(m, m->r->quarter + 4 * (HAS(dir) ? P(dir) : 0));
        return;
    }
    if (HAS(year)) {
        lgm_timex_put_year(m, P(year));
        return;
    }
    const int32_t base = lgm_timex_anchor_published(m);
    m->none = !HAS(dir) && !IS(unit, LGM_UNIT_QUARTER);
    if (base == LGM_NO_DAY || m->none) return;
    if (IS(unit, LGM_UNIT_QUARTER))
        put_quarter(m, lgm_timex_quarter_of(base) + (HAS(dir) ? P(dir) : -1));
    else
        lgm_timex_put_year(m, lgm_calendar_date(base).year + P(dir));
}

/* "three weeks ago", "two days later": as fine as its unit. */
void lgm_timex_make_shift(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    const int32_t unit = P(unit), n = (HAS(n) ? P(n) : 1000) + (IS(half, 1) ? 500 : 0);
    if (P(n) == LGM_SOME) {
        snprintf(m->value, sizeof m->value, P(dir) < 0 ? "PAST_REF" : "FUTURE_REF");
        m->t->anchor = LGM_ANCHOR_PUBLISHED;
        return;
    }
    if (unit == LGM_UNIT_YEAR && n == 1000 && P(dir) < 0 && quarter_near(m)) {
        m->t->anchor = m->r->quarter_time; /* "a year earlier": the quarter, a year before */
        put_quarter(m, m->r->quarter - 4);
        return;
    }
    const bool later = IS(rel, 2) && P(dir) > 0;
    const int32_t base = later ? lgm_timex_anchor_span(m, unit) : lgm_timex_anchor_day(m);
    if (later && unit == LGM_UNIT_MONTH && m->r->date != LGM_NONE &&
        strlen(m->r->doc->times[m->r->date].value) < strlen("2015-03"))
        return; /* "in 2015, ... two months later" */
    if (unit <= LGM_UNIT_HOUR) {
        lgm_timex_put_span(m, LGM_UNIT_DAY, base);
        return;
    }
    /* "a decade ago" is a year, more or less */
    const bool in_years = unit >= LGM_UNIT_DECADE && unit <= LGM_UNIT_CENTURY;
    lgm_timex_put_span(m, in_years ? LGM_UNIT_YEAR : unit,
                       lgm_timex_value_shift(base, unit, P(dir) * n));
}
