/* one_figure.c - see one_figure.h. */
#include "account/one_figure.h"

#include <math.h>

#include "account/account_words.h"
#include "account/name_words.h"
#include "account/same_answer.h"

static uint32_t kinds_of(const lgm_account_answer *a)
{
    return lgm_account_head_kinds(a->words) & LGM_ACCOUNT_COUNTED;
}

/* "Three boats", "26 pirates". */
static bool other_kinds(const lgm_account_answer *a, const lgm_account_answer *b)
{
    const uint32_t x = kinds_of(a), y = kinds_of(b);
    if (a->question == LGM_ACCOUNT_SEIZED) /* "seven AK-47 rifles", "two other rifles" */
        return lgm_account_marks_of(a->words, b->words) == LGM_ACCOUNT_ONE_MARK;
    if (a->question == LGM_ACCOUNT_AGE) return false;
    if (x && y && !((x | y) & LGM_ACCOUNT_IS_SEXES)) return !(x & y);
    return ((x | y) & LGM_ACCOUNT_IS_THINGS) && a->words.len && b->words.len;
}

/* "A man": no number word counts him. */
static bool is_implied(const lgm_account_field *f, const lgm_account_said *s)
{
    const lgm_record *const r = f->told[s->report].record;
    if (s->answer->value != 1 || s->answer->question >= LGM_ACCOUNT_SEIZED) return false;
    return s->answer->figure == LGM_NONE || r->figures.at[s->answer->figure].implied;
}

/* x may be a part of y: "12 children" of "30 people", "a man" of "two". */
static bool may_be_part(const lgm_account_field *f, const lgm_account_said *x,
                        const lgm_account_said *y)
{
    const lgm_account_answer *const a = x->answer, *const b = y->answer;
    if (a->question == LGM_ACCOUNT_SEIZED || a->question == LGM_ACCOUNT_AGE) return false;
    if (a->value >= b->value) return false;
    return (kinds_of(a) && kinds_of(a) != kinds_of(b)) || is_implied(f, x);
}

/* No two accounts of one thing are so far apart: one is of what happened in another year. */
static bool too_far(const lgm_account_answer *a, const lgm_account_answer *b)
{
    enum { MOST_TIMES = 30 };
    const double x = lgm_account_metric(a), y = lgm_account_metric(b);
    return x * MOST_TIMES < y || y * MOST_TIMES < x;
}

/* "12 Somalis", "11 Yemenis". */
static bool other_origins(const lgm_account_answer *a, const lgm_account_answer *b)
{
    lgm_account_name x, y;
    uint32_t in_a = 0, in_b = 0;
    lgm_account_name_of(&x, a->words);
    lgm_account_name_of(&y, b->words);
    for (uint32_t i = 0; i < x.n; i++) {
        if (!lgm_account_is_capital(x.at[i])) continue;
        in_a++;
        for (uint32_t k = 0; k < y.n; k++)
            if (lgm_account_one_origin(x.at[i], y.at[k])) return false;
    }
    for (uint32_t k = 0; k < y.n; k++) in_b += lgm_account_is_capital(y.at[k]);
    return in_a && in_b;
}

/* The country of who brought the event about, if it is one and known: "IND". */
static lgm_slice country_of(const lgm_account_field *f, const lgm_account_said *s)
{
    enum { CODE = 3 };
    const lgm_record *const r = f->told[s->report].record;
    const lgm_event *const e = lgm_account_event_of(f, s);
    lgm_slice country = {0};
    for (size_t i = 0; e && i < e->agents.n; i++) {
        const lgm_str code = r->entities.at[e->agents.at[i]].actor;
        if (code.len < CODE) continue;
        const lgm_slice own = {code.ptr, CODE};
        if (country.len && !lgm_account_same_letters(country, own)) return (lgm_slice){0};
        country = own;
    }
    return country;
}

/* Of the navy of one country, and of that of another. */
static bool other_agents(const lgm_account_field *f, const lgm_account_said *x,
                         const lgm_account_said *y)
{
    const lgm_slice a = country_of(f, x), b = country_of(f, y);
    return a.len && b.len && !lgm_account_same_letters(a, b);
}

static double apart(const lgm_account *a, const lgm_account *b)
{
    const double x = lgm_account_metric(a->answer), y = lgm_account_metric(b->answer);
    return x > 0 && y > 0 ? fabs(log(x / y)) : fabs(x - y);
}

/* Of what the report tells, is b nearest to a? */
static bool is_nearest(const lgm_account_field *f, uint32_t report, uint32_t b, uint32_t a)
{
    for (uint32_t i = f->first[report]; i < f->first[report + 1]; i++) {
        const lgm_account *const other = &f->at[f->of[i]];
        if (f->of[i] == b || lgm_account_other_scope(other->answer, f->at[a].answer)) continue;
        if (f->of[i] == a || apart(other, &f->at[a]) < apart(&f->at[b], &f->at[a])) return false;
    }
    return true;
}

/* The report tells a beside another figure, and both together are what b says. */
static bool is_sum(const lgm_account_field *f, uint32_t report, uint32_t a,
                   const lgm_account_answer *b)
{
    for (uint32_t i = f->first[report]; i < f->first[report + 1]; i++) {
        const lgm_account_answer *const other = f->at[f->of[i]].answer;
        if (f->of[i] != a && other->value + f->at[a].answer->value == b->value &&
            !lgm_account_other_scope(other, b))
            return true;
    }
    return false;
}

bool lgm_account_one_noun(const lgm_account_answer *a, const lgm_account_answer *b)
{
    lgm_account_name x, y;
    lgm_account_name_of(&x, a->words);
    lgm_account_name_of(&y, b->words);
    return !x.n || !y.n || lgm_account_same_letters(x.at[x.n - 1], y.at[y.n - 1]);
}

bool lgm_account_one_figure(const lgm_account_field *f, const lgm_account_said *x,
                            const lgm_account_said *y)
{
    const lgm_account_answer *const a = x->answer, *const b = y->answer;
    return !other_kinds(a, b) && !other_origins(a, b) && !may_be_part(f, x, y) &&
           !may_be_part(f, y, x) && !too_far(a, b) && !other_agents(f, x, y);
}

bool lgm_account_of_one_size(const lgm_account_field *f, uint32_t a, const lgm_account_said *x,
                             uint32_t b, const lgm_account_said *y)
{
    return !is_sum(f, x->report, a, y->answer) && !is_sum(f, y->report, b, x->answer) &&
           is_nearest(f, y->report, b, a) && is_nearest(f, x->report, a, b);
}
