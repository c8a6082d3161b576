/* anchor.c - the days that a value may count from, and which year is meant. */
#include "timex/making.h"

enum { LATE = 20 }; /* days */

int32_t lgm_timex_anchor_published(lgm_timex_making *m)
{
    m->t->anchor = LGM_ANCHOR_PUBLISHED;
    return m->r->published;
}

int32_t lgm_timex_anchor_narrative(lgm_timex_making *m)
{
    if (m->r->day == LGM_NONE) return lgm_timex_anchor_published(m);
    m->t->anchor = m->r->day;
    return m->r->doc->times[m->r->day].first_day;
}

int32_t lgm_timex_anchor_span(lgm_timex_making *m, int32_t unit)
{
    const lgm_timex_parts *const p = m->p;
    const lgm_timex_resolver *const r = m->r;
    if (!(IS(rel, 2) || IS(rel, 4)) || r->date == LGM_NONE) return lgm_timex_anchor_day(m);
    if (unit < LGM_UNIT_MONTH || unit > LGM_UNIT_CENTURY) return lgm_timex_anchor_day(m);
    m->t->anchor = r->date;
    return r->doc->times[r->date].first_day;
}

int32_t lgm_timex_anchor_day(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    /* "that day", "two days later" need a day to count from; "two days earlier" may count from the
     * day of the report */
    if ((IS(rel, 4) || (IS(rel, 2) && HAS(dir) && P(dir) > 0)) && m->r->day == LGM_NONE)
        return LGM_NO_DAY;
    return IS(rel, 2) || IS(rel, 4) ? lgm_timex_anchor_narrative(m) : lgm_timex_anchor_published(m);
}

lgm_tense lgm_timex_making_tense(const lgm_timex_making *m)
{
    return lgm_timex_tense(m->r->doc, m->tokens);
}

int32_t lgm_timex_nearest_year(const lgm_timex_making *m, int32_t base, int32_t month, int32_t day)
{
    const lgm_timex_parts *const p = m->p;
    const lgm_tense t = lgm_timex_making_tense(m);
    const bool ahead = lgm_timex_is_ahead(m->r->doc, m->tokens);
    const bool over = lgm_timex_is_over(m->r->doc, m->tokens);
    const int32_t year = lgm_calendar_date(base).year;
    int32_t best = year, least = INT32_MAX;
    for (int32_t y = year - 1; y <= year + 1; y++) {
        const int32_t off = lgm_calendar_day((lgm_ymd){y, month, day}) - base;
        int32_t far = off < 0 ? -off : off;
        if (off > 0)
            far += over                  ? 400
                   : t == LGM_TENSE_PAST ? HAS(day) ? 120 : 170
                   : t == LGM_TENSE_NONE ? 60
                                         : 0;
        /* what was to be a few days ago may stand in a report that is late */
        if (off < 0 && t == LGM_TENSE_FUTURE) far += ahead && off < -LATE ? 400 : 250;
        if (p->v[LGM_TF_wday] == lgm_calendar_weekday(base + off)) far -= 1000;
        if (far < least) {
            least = far;
            best = y;
        }
    }
    return best;
}
