/* same_answer.c - see same_answer.h. */
#include "account/same_answer.h"

#include <math.h>
#include <string.h>

#include "account/name_words.h"

/* ---- figures ---- */

static bool is_any(lgm_str s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (s.len == strlen(words[i]) && memcmp(s.ptr, words[i], s.len) == 0) return true;
    return false;
}

static bool is_feet(lgm_str unit)
{
    static const char *const words[] = {"ft", "feet", "foot"};
    return is_any(unit, words, sizeof words / sizeof *words);
}

static bool is_length(lgm_str unit)
{
    static const char *const words[] = {"m", "metre", "metres", "meter", "meters"};
    return is_feet(unit) || is_any(unit, words, sizeof words / sizeof *words);
}

double lgm_account_metric(const lgm_account_answer *a)
{
    return is_feet(a->unit) ? a->value * 0.3048 : a->value;
}

static bool one_unit(const lgm_account_answer *a, const lgm_account_answer *b)
{
    if (is_length(a->unit) && is_length(b->unit)) return true;
    return a->unit.len == b->unit.len &&
           memcmp(a->unit.ptr ? a->unit.ptr : "", b->unit.ptr ? b->unit.ptr : "", a->unit.len) == 0;
}

/* Feet that were made of metres, or the other way round, are rounded: 2,000 feet, 600 metres. */
static bool one_value(const lgm_account_answer *a, const lgm_account_answer *b)
{
    const double x = lgm_account_metric(a), y = lgm_account_metric(b);
    const bool converted = is_feet(a->unit) != is_feet(b->unit);
    return converted ? fabs(x - y) <= 0.02 * fmax(x, y) : x == y;
}

/* The last word of what is counted, without the ending of a plural. */
static lgm_slice counted(lgm_str words)
{
    size_t from = words.len;
    while (from > 0 && words.ptr[from - 1] != ' ') from--;
    size_t len = words.len - from;
    if (len > 3 && (words.ptr[from + len - 1] | 0x20) == 's') len--;
    return (lgm_slice){words.ptr ? words.ptr + from : "", len};
}

static bool one_person(const lgm_account_answer *a, const lgm_account_answer *b)
{
    lgm_account_name x, y;
    lgm_account_name_of(&x, a->words);
    lgm_account_name_of(&y, b->words);
    return lgm_account_name_within(&x, &y) || lgm_account_name_within(&y, &x) ||
           lgm_account_one_spelling_off(a->words, b->words);
}

/* What was seized has to be the same thing, an age that of one person; of people "pirates" and
 * "men" may be the same ones. */
static bool one_thing(const lgm_account_answer *a, const lgm_account_answer *b)
{
    if (a->question == LGM_ACCOUNT_SEIZED) {
        const lgm_account_marks marks = lgm_account_marks_of(a->words, b->words);
        if (marks == LGM_ACCOUNT_SAME_MARKS || marks == LGM_ACCOUNT_OTHER_MARKS)
            return marks == LGM_ACCOUNT_SAME_MARKS;
        return lgm_account_same_letters(counted(a->words), counted(b->words));
    }
    if (a->question == LGM_ACCOUNT_AGE && a->words.len && b->words.len) return one_person(a, b);
    return true;
}

static bool same_figure(const lgm_account_answer *a, const lgm_account_answer *b)
{
    return a->relation == b->relation && a->upper == b->upper && one_unit(a, b) &&
           one_value(a, b) && one_thing(a, b) && !lgm_account_other_scope(a, b);
}

bool lgm_account_other_scope(const lgm_account_answer *a, const lgm_account_answer *b)
{
    if (!one_thing(a, b) || !one_unit(a, b)) return true;
    return a->extent != b->extent &&
           (a->extent == LGM_EXTENT_TOTAL || b->extent == LGM_EXTENT_TOTAL ||
            a->extent == LGM_EXTENT_EACH || b->extent == LGM_EXTENT_EACH ||
            a->extent == LGM_EXTENT_SINCE || b->extent == LGM_EXTENT_SINCE);
}

static void bounds(const lgm_account_answer *a, double *low, double *high)
{
    const double value = lgm_account_metric(a), slack = 0.1 * fabs(value);
    *low = *high = value;
    switch (a->relation) {
    case LGM_RELATION_MORE:
    case LGM_RELATION_LEAST: *high = INFINITY; break;
    case LGM_RELATION_LESS: *low = value * 0.9; break; /* "nearly 30" */
    case LGM_RELATION_MOST: *low = 0; break;
    case LGM_RELATION_ABOUT:
        *low -= slack;
        *high += slack;
        break;
    default: break;
    }
    if (a->upper > a->value) *high = a->upper;
}

bool lgm_account_holds(const lgm_account_answer *a, const lgm_account_answer *b)
{
    double low, high, from, to;
    bounds(a, &low, &high);
    bounds(b, &from, &to);
    const bool wider = high - low > to - from || (isinf(high) && isinf(to) && low < from);
    return wider && low <= from && (to <= high || isinf(high));
}

/* "600" beside "612" is rounded. */
static bool is_rounded(double value, double other)
{
    enum { ROUND = 100 };
    const double most = 0.05;
    return value >= ROUND && fmod(value, ROUND) == 0 && fabs(value - other) <= most * value;
}

bool lgm_account_may_agree(const lgm_account_answer *a, const lgm_account_answer *b)
{
    double low, high, from, to;
    bounds(a, &low, &high);
    bounds(b, &from, &to);
    const bool both_wide = low < high && from < to;
    if (both_wide && low <= to && from <= high) return true;
    return !a->unit.len && !b->unit.len &&
           (is_rounded(a->value, b->value) != is_rounded(b->value, a->value));
}

/* ---- words ---- */

static bool same_names(const lgm_account_answer *a, const lgm_account_answer *b)
{
    const bool places = a->question == LGM_ACCOUNT_WHERE;
    lgm_account_name x, y;
    lgm_account_name_of(&x, a->words);
    lgm_account_name_of(&y, b->words);
    const lgm_account_origins origins = a->question == LGM_ACCOUNT_WHO
                                            ? lgm_account_origins_of(a->words, b->words)
                                            : LGM_ACCOUNT_NO_ORIGINS;
    if (origins != LGM_ACCOUNT_NO_ORIGINS) return origins == LGM_ACCOUNT_SAME_ORIGINS;
    const bool ab = lgm_account_name_within(&x, &y), ba = lgm_account_name_within(&y, &x);
    /* "Ostrel" and "Ostrel Harbour" are two places, "Lind" and "Ada Lind" one person. */
    return places || a->question == LGM_ACCOUNT_CHARGE ? ab && ba : ab || ba;
}

static bool same_day(const lgm_account_answer *a, const lgm_account_answer *b)
{
    const lgm_str x = a->day.len ? a->day : a->words, y = b->day.len ? b->day : b->words;
    return lgm_account_same_letters((lgm_slice){x.ptr, x.len}, (lgm_slice){y.ptr, y.len});
}

bool lgm_account_same(const lgm_account_answer *a, const lgm_account_answer *b)
{
    if (a->question != b->question || a->aside != b->aside || a->stance != b->stance) return false;
    return lgm_account_same_value(a, b);
}

bool lgm_account_same_value(const lgm_account_answer *a, const lgm_account_answer *b)
{
    switch (lgm_account_question_kind(a->question)) {
    case 'F': return same_figure(a, b);
    case 'D': return same_day(a, b);
    default: return same_names(a, b);
    }
}
