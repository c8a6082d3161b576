/* resolve.c - one expression: by its way to a value; lengths and sets, which need no day. */
#include "timex/resolve.h"

#include <stdio.h>
#include <string.h>

#include "legomena/kinds.h"
#include "timex/making.h"

/* ---- lengths, sets, references ---- */

static void make_length(lgm_timex_making *m)
{
    const lgm_timex_parts *const p = m->p;
    const int32_t n = HAS(n) ? P(n) : 1000, half = n != LGM_SOME && IS(half, 1) ? 500 : 0;
    lgm_timex_value_of_length(m->value, HAS(unit) ? P(unit) : LGM_UNIT_NONE, n + half);
}

/* A length of time, until the day of its event is known (event_day.c). */
static void make_event(lgm_timex_making *m)
{
    if (m->t->type == LGM_TIME_DURATION) make_length(m);
}

static void make_every(lgm_timex_making *m)
{
    static const char *const parts[] = {"", "TMO", "TAF", "TEV", "TNI"};
    static const char *const seasons[] = {"", "SP", "SU", "FA", "WI"};
    const lgm_timex_parts *const p = m->p;
    m->t->quant = (uint8_t)(HAS(quant) ? P(quant) : 0);
    if (HAS(wday))
        snprintf(m->value, sizeof m->value, "XXXX-WXX-%d%s", P(wday),
                 HAS(part) ? parts[P(part)] : "");
    else if (HAS(month) && HAS(day))
        snprintf(m->value, sizeof m->value, "XXXX-%02d-%02d", P(month), P(day));
    else if (HAS(month))
        snprintf(m->value, sizeof m->value, "XXXX-%02d", P(month));
    else if (HAS(season))
        snprintf(m->value, sizeof m->value, "XXXX-%s", seasons[P(season)]);
    else if (HAS(part))
        snprintf(m->value, sizeof m->value, "XXXX-XX-XX%s", parts[P(part)]);
    else
        make_length(m);
}

static void make_none(lgm_timex_making *m)
{
    m->none = true;
}

static void make_ref(lgm_timex_making *m)
{
    static const char *const refs[] = {"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"};
    snprintf(m->value, sizeof m->value, "%s", refs[m->p->v[LGM_TF_ref]]);
    m->t->anchor = LGM_ANCHOR_PUBLISHED;
}

/* ---- one expression ---- */

static void make(lgm_timex_making *m, uint8_t way)
{
    static void (*const ways[LGM_WAY_COUNT])(lgm_timex_making *) = {
        [LGM_WAY_day] = lgm_timex_make_day,
        [LGM_WAY_month] = lgm_timex_make_month,
        [LGM_WAY_year] = lgm_timex_make_year,
        [LGM_WAY_decade] = lgm_timex_make_decade,
        [LGM_WAY_century] = lgm_timex_make_century,
        [LGM_WAY_quarter] = lgm_timex_make_quarter,
        [LGM_WAY_half] = lgm_timex_make_half,
        [LGM_WAY_season] = lgm_timex_make_season,
        [LGM_WAY_weekday] = lgm_timex_make_weekday,
        [LGM_WAY_nthday] = lgm_timex_make_nthday,
        [LGM_WAY_holiday] = lgm_timex_make_holiday,
        [LGM_WAY_holidayweek] = lgm_timex_make_holidayweek,
        [LGM_WAY_deictic] = lgm_timex_make_deictic,
        [LGM_WAY_unitref] = lgm_timex_make_unitref,
        [LGM_WAY_weekof] = lgm_timex_make_weekof,
        [LGM_WAY_period] = lgm_timex_make_period,
        [LGM_WAY_length] = make_length,
        [LGM_WAY_shift] = lgm_timex_make_shift,
        [LGM_WAY_event] = make_event,
        [LGM_WAY_clock] = lgm_timex_make_clock,
        [LGM_WAY_part] = lgm_timex_make_part,
        [LGM_WAY_every] = make_every,
        [LGM_WAY_ref] = make_ref,
        [LGM_WAY_none] = make_none,
    };
    ways[way](m);
}

enum {
    RECENT = 3
}; /* quarters back that a report may be about, and its "year earlier" count from */

/* What later expressions may count from. */
static void remember(lgm_timex_resolver *r, const lgm_timex_making *m, uint8_t way, uint32_t index)
{
    const lgm_doc_time *const t = m->t;
    if (t->first_day == LGM_NO_DAY || t->type > LGM_TIME_TIME) return;
    r->date = index;
    if (m->is_day) r->day = index;
    const int32_t quarter = lgm_timex_quarter_of(t->first_day);
    if (r->published != LGM_NO_DAY && lgm_timex_quarter_of(r->published) - quarter > RECENT) return;
    if (way == LGM_WAY_quarter || (way == LGM_WAY_period && m->p->v[LGM_TF_dir] == LGM_UNSET)) {
        r->quarter = quarter;
        r->quarter_time = index;
        r->quarter_token = t->tokens.start;
    }
}

bool lgm_timex_resolve(lgm_timex_resolver *r, const lgm_timex_match *match, uint32_t index,
                       lgm_doc_time *out, bool *kept)
{
    *out = (lgm_doc_time){.tokens = match->tokens,
                            .first_day = LGM_NO_DAY,
                            .anchor = LGM_NONE,
                            .type = match->rule->type};
    lgm_timex_making m = {.r = r, .p = &match->parts, .tokens = match->tokens, .t = out};
    const int32_t mod = match->parts.v[LGM_TF_mod];
    make(&m, match->rule->way);
    *kept = !m.none;
    if (m.none) return true;
    out->mod = (uint8_t)(mod > 0 ? mod : 0);
    if (m.value[0]) {
        out->value = lgm_arena_strndup(r->doc->arena, m.value, strlen(m.value));
        if (!out->value) return false;
    }
    if (r->doc->why) lgm_timex_explain(r, match, index, out);
    remember(r, &m, match->rule->way, index);
    return true;
}
