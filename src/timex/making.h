/*
 * making.h - an expression while its value is made, and the ways to make one. Internal.
 *
 * Each way reads what the expression says (p) and fills value, first_day and anchor of the time.
 * An empty value means that nothing is known.
 *
 * Files   anchor.c, days.c, feasts.c, spans.c, quarters.c.
 */
#ifndef LGM_TIMEX_MAKING_H
#define LGM_TIMEX_MAKING_H

#include "base/calendar.h"
#include "timex/resolve.h"

typedef struct lgm_timex_making {
    lgm_timex_resolver *r;
    const lgm_timex_parts *p;
    lgm_tokspan tokens;
    lgm_doc_time *t;
    char value[LGM_VALUE]; /* "" = not known */
    bool is_day;           /* it names a day or a part of one */
    bool none;             /* it is no time after all */
} lgm_timex_making;

/* What the expression at hand says; p is in scope wherever these are used. */
#define P(name) (p->v[LGM_TF_##name])
#define HAS(name) (p->v[LGM_TF_##name] != LGM_UNSET)
#define IS(name, number) (p->v[LGM_TF_##name] == (number))

/* ---- anchor.c: what to count from; each notes it as the anchor ---- */

int32_t lgm_timex_anchor_published(lgm_timex_making *m);
/* The last day that the text named; where it named none, that of publication. */
int32_t lgm_timex_anchor_narrative(lgm_timex_making *m);
/* That of the two which the rule asks for ("rel"). */
int32_t lgm_timex_anchor_day(lgm_timex_making *m);
/* The same for a span: "a year later", "that year" count from the last date of any kind. */
int32_t lgm_timex_anchor_span(lgm_timex_making *m, int32_t unit);
lgm_tense lgm_timex_making_tense(const lgm_timex_making *m);
/* The year in which a day and month lie nearest to `base`, on the side that the tense speaks of. */
int32_t lgm_timex_nearest_year(const lgm_timex_making *m, int32_t base, int32_t month, int32_t day);

/* ---- feasts.c ---- */

/* The day of a feast (as data/timex numbers them) in a year; false where it cannot be computed. */
bool lgm_timex_feast(int32_t feast, int32_t year, int32_t *day);
/* The n-th of a weekday in a month, the last one for n < 0; LGM_NO_DAY where there is none. */
int32_t lgm_timex_nth_weekday(int32_t year, int32_t month, int32_t weekday, int32_t n);

/* ---- days.c ---- */

void lgm_timex_make_weekday(lgm_timex_making *m);
void lgm_timex_make_deictic(lgm_timex_making *m);
void lgm_timex_make_calendar_day(lgm_timex_making *m);
void lgm_timex_make_holiday(lgm_timex_making *m);
void lgm_timex_make_holidayweek(lgm_timex_making *m);
/* Whatever says on which day something is: "Friday", "March 3", "yesterday", "the next". */
void lgm_timex_make_day(lgm_timex_making *m);
void lgm_timex_make_part(lgm_timex_making *m);
void lgm_timex_make_clock(lgm_timex_making *m);

/* ---- spans.c ---- */

/* The span of this unit in which a day lies. */
void lgm_timex_put_span(lgm_timex_making *m, int32_t unit, int32_t day);
void lgm_timex_put_year(lgm_timex_making *m, int32_t year);
void lgm_timex_make_month(lgm_timex_making *m);
void lgm_timex_make_year(lgm_timex_making *m);
void lgm_timex_make_decade(lgm_timex_making *m);
void lgm_timex_make_century(lgm_timex_making *m);
void lgm_timex_make_season(lgm_timex_making *m);
void lgm_timex_make_nthday(lgm_timex_making *m); /* "the first Monday in March" */
void lgm_timex_make_unitref(lgm_timex_making *m);
void lgm_timex_make_weekof(lgm_timex_making *m);

/* ---- quarters.c ---- */

int32_t lgm_timex_quarter_of(int32_t day); /* year * 4 + 0..3 */
void lgm_timex_make_quarter(lgm_timex_making *m);
void lgm_timex_make_half(lgm_timex_making *m);
/* "the quarter", "the year-earlier period": that of which the text speaks. */
void lgm_timex_make_period(lgm_timex_making *m);
/* "three weeks ago", "two days later": as fine as its unit. */
void lgm_timex_make_shift(lgm_timex_making *m);

#endif
