/*
 * making.h - an expression while its value is made, and the ways to make one. Internal.
 *
 * Each way reads what the expression says (p) and fills value, first_day and anchor of the time; value
 * stays empty where nothing is known.
 */
#ifndef LGM_TIMEX_MAKING_H
#define LGM_TIMEX_MAKING_H

#include "base/calendar.h"
#include "timex/resolve.h"

typedef struct lgm_making {
    lgm_resolver *r;
    const lgm_parts_of_time *p;
    lgm_tokspan tokens;
    lgm_time_layer *t;
    char value[LGM_VALUE]; /* "" = not known */
    bool is_day;           /* it names a day or a part of one */
    bool none;             /* it is no time after all */
} lgm_making;

/* What the expression at hand says; p is in scope wherever these are used. */
#define P(name) (p->v[LGM_TF_##name])
#define HAS(name) (p->v[LGM_TF_##name] != LGM_UNSET)
#define IS(name, number) (p->v[LGM_TF_##name] == (number))

/* ---- anchor.c: what to count from; each notes it as the anchor ---- */

int32_t lgm_anchor_published(lgm_making *m);
/* The last day that the text named; where it named none, that of publication. */
int32_t lgm_anchor_narrative(lgm_making *m);
/* That of the two which the rule asks for ("rel"). */
int32_t lgm_anchor_day(lgm_making *m);
lgm_tense lgm_making_tense(const lgm_making *m);
/* Of the years around that of `base`, the one in which the day is nearest to it, on the side that the
 * tense speaks of. */
int32_t lgm_nearest_year(const lgm_making *m, int32_t base, int32_t month, int32_t day);

/* ---- feasts.c ---- */

/* The day of a feast, as data/timex numbers them, in this year; false where it cannot be computed. */
bool lgm_timex_feast(int32_t feast, int32_t year, int32_t *day);

/* ---- days.c ---- */

void lgm_make_weekday(lgm_making *m);
void lgm_make_deictic(lgm_making *m);
void lgm_make_calendar_day(lgm_making *m);
void lgm_make_holiday(lgm_making *m);
void lgm_make_holidayweek(lgm_making *m);
/* Whatever says on which day something is: "Friday", "March 3", "yesterday", "the next". */
void lgm_make_day(lgm_making *m);
void lgm_make_part(lgm_making *m);
void lgm_make_clock(lgm_making *m);

/* ---- spans.c ---- */

/* The span of this unit in which a day lies. */
void lgm_put_span(lgm_making *m, int32_t unit, int32_t day);
void lgm_put_year(lgm_making *m, int32_t year);
void lgm_make_month(lgm_making *m);
void lgm_make_year(lgm_making *m);
void lgm_make_decade(lgm_making *m);
void lgm_make_century(lgm_making *m);
void lgm_make_season(lgm_making *m);
void lgm_make_unitref(lgm_making *m);
void lgm_make_weekof(lgm_making *m);

/* ---- quarters.c ---- */

int32_t lgm_quarter_of(int32_t day); /* year * 4 + 0..3 */
void lgm_make_quarter(lgm_making *m);
void lgm_make_half(lgm_making *m);
/* "the quarter", "the year-earlier period": that of which the text speaks. */
void lgm_make_period(lgm_making *m);
/* "three weeks ago", "two days later": as fine as its unit. */
void lgm_make_shift(lgm_making *m);

#endif
