/* day.c - days as they are written, where only one reading is possible. */
#include "about/about.h"
#include "about/about_words.h"
#include "about/letters.h"

enum { FIRST_YEAR = 1800, LAST_YEAR = 2199 };

typedef struct scan { /* what is left, and what was there in all */
    const char *at, *end;
    bool abroad; /* months of other languages too */
} scan;

static bool take(scan *s, char c)
{
    if (s->at == s->end || *s->at != c) return false;
    s->at++;
    return true;
}

static void skip_blanks(scan *s)
{
    while (take(s, ' ')) continue;
}

/* Up to `most` digits; their number, or 0 where there are more or none. */
static size_t take_number(scan *s, size_t most, int32_t *value)
{
    size_t n = 0;
    *value = 0;
    while (s->at + n < s->end && is_digit(s->at[n]) && n <= most)
        *value = *value * 10 + s->at[n++] - '0';
    if (n > most) return 0;
    s->at += n;
    return n;
}

static lgm_slice take_word(scan *s)
{
    const char *const start = s->at;
    while (s->at < s->end && is_letter(*s->at)) s->at++;
    return (lgm_slice){start, (size_t)(s->at - start)};
}

static void skip_weekday(scan *s)
{
    scan t = *s;
    if (!(lgm_about_kinds(take_word(&t)) & LGM_ABOUT_WEEKDAY)) return;
    take(&t, '.');
    take(&t, ',');
    skip_blanks(&t);
    *s = t;
}

static bool take_month(scan *s, int32_t *month)
{
    const uint32_t kinds = lgm_about_kinds(take_word(s));
    *month = (int32_t)(kinds >> LGM_ABOUT_MONTH_SHIFT & 15);
    take(s, '.');
    return (kinds & (s->abroad ? LGM_ABOUT_MONTH | LGM_ABOUT_MONTH_ABROAD : LGM_ABOUT_MONTH)) != 0;
}

static void skip_ordinal(scan *s)
{
    static const char *const ends[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < LGM_COUNT(ends) && s->end - s->at >= 2; i++)
        if (memcmp(s->at, ends[i], 2) == 0 && (s->end - s->at == 2 || !is_letter(s->at[2]))) {
            s->at += 2;
            return;
        }
}

static bool take_year(scan *s, int32_t *year)
{
    return take_number(s, 4, year) == 4;
}

/* "de", "of" between the parts of a day. */
static void skip_of(scan *s)
{
    scan t = *s;
    const lgm_slice word = take_word(&t);
    if (!lgm_slice_eq(word, LGM_SLICE("of")) && !(s->abroad && lgm_slice_eq(word, LGM_SLICE("de"))))
        return;
    skip_blanks(&t);
    *s = t;
}

/* "4 March 2024", "4th of March, 2024", "4-Mar-2024", "4. März 2024", "4 de março de 2024" */
static bool day_month_year(scan s, lgm_ymd *d, scan *left)
{
    if (!take_number(&s, 2, &d->day)) return false;
    skip_ordinal(&s);
    if (s.abroad) take(&s, '.');
    const bool dash = take(&s, '-');
    skip_blanks(&s);
    skip_of(&s);
    if (!take_month(&s, &d->month)) return false;
    if (dash ? !take(&s, '-') : (take(&s, ','), skip_blanks(&s), false)) return false;
    if (s.abroad) skip_of(&s);
    if (!take_year(&s, &d->year)) return false;
    *left = s;
    return true;
}

/* "March 4, 2024", "Mar. 4th 2024" */
static bool month_day_year(scan s, lgm_ymd *d, scan *left)
{
    if (!take_month(&s, &d->month)) return false;
    skip_blanks(&s);
    if (!take_number(&s, 2, &d->day)) return false;
    skip_ordinal(&s);
    take(&s, ',');
    skip_blanks(&s);
    if (!take_year(&s, &d->year)) return false;
    *left = s;
    return true;
}

/* "2024-03-04", "2024/3/4", "2024.03.04" */
static bool year_month_day(scan s, lgm_ymd *d, scan *left)
{
    if (!take_year(&s, &d->year) || s.at == s.end || !strchr("-/.", *s.at)) return false;
    const char between = *s.at++;
    if (!take_number(&s, 2, &d->month) || !take(&s, between) || !take_number(&s, 2, &d->day))
        return false;
    *left = s;
    return true;
}

/* "24/05/2024" and "05/24/2024" can be read in one way only, and "04/04/2024" is the same in both;
 * "04/05/2024" loses its year. */
static bool of_numbers(scan s, lgm_ymd *d, scan *left)
{
    int32_t a, b;
    if (!take_number(&s, 2, &a) || s.at == s.end || !strchr("-/.", *s.at)) return false;
    const char between = *s.at++;
    if (!take_number(&s, 2, &b) || !take(&s, between) || !take_year(&s, &d->year)) return false;
    if (a != b && a <= 12 && b <= 12) d->year = 0;
    d->day = a > 12 ? a : b;
    d->month = a > 12 ? b : a;
    *left = s;
    return true;
}

static bool is_day(lgm_ymd d)
{
    return d.year >= FIRST_YEAR && d.year <= LAST_YEAR && lgm_calendar_has(d);
}

static size_t read_day(lgm_slice text, bool abroad, lgm_ymd *day)
{
    scan s = {text.ptr, text.ptr + text.len, abroad}, left;
    lgm_ymd d = {0};
    skip_weekday(&s);
    if (!day_month_year(s, &d, &left) && !month_day_year(s, &d, &left) &&
        !year_month_day(s, &d, &left) && !of_numbers(s, &d, &left))
        return 0;
    const bool time = left.end - left.at >= 2 && *left.at == 'T' && is_digit(left.at[1]);
    if (left.at < left.end && (is_digit(*left.at) || (is_letter(*left.at) && !time))) return 0;
    if (d.year && !is_day(d)) return 0;
    *day = d.year ? d : (lgm_ymd){0};
    return (size_t)(left.at - text.ptr);
}

size_t lgm_about_day(lgm_slice text, lgm_ymd *day)
{
    return read_day(text, false, day);
}

size_t lgm_about_day_abroad(lgm_slice text, lgm_ymd *day)
{
    return read_day(text, true, day);
}

/* ---- names of files -------------------------------------------------------------------------- */

/* "20240524", "2024-05-24", "2024_05_24" at s; how many bytes. */
static size_t compact_day(scan s, lgm_ymd *d)
{
    const char *const start = s.at;
    size_t n = 0;
    while (s.at + n < s.end && is_digit(s.at[n])) n++;
    if (n != 8 && n != 4) return 0;
    int32_t part[3] = {0};
    const size_t digits[3] = {4, 2, 2};
    const char between = n == 4 && s.end - s.at > 4 ? s.at[4] : 0;
    if (n == 4 && (!between || !strchr("-_.", between))) return 0;
    for (size_t i = 0; i < 3; i++) {
        if (i && n == 4 && !take(&s, between)) return 0;
        for (size_t k = 0; k < digits[i]; k++, s.at++) {
            if (s.at == s.end || !is_digit(*s.at)) return 0;
            part[i] = part[i] * 10 + *s.at - '0';
        }
    }
    *d = (lgm_ymd){part[0], part[1], part[2]};
    const bool ends = s.at == s.end || !is_digit(*s.at);
    return ends && is_day(*d) ? (size_t)(s.at - start) : 0;
}

bool lgm_about_day_of_name(const char *file, lgm_ymd *day)
{
    const char *const slash = strrchr(file, '/'), *const base = slash ? slash + 1 : file;
    scan s = {base, base + strlen(base), false};
    size_t n_found = 0;
    while (s.at < s.end) {
        lgm_ymd d = {0};
        const bool starts = s.at == base || !is_digit(s.at[-1]);
        const size_t n = starts && is_digit(*s.at) ? compact_day(s, &d) : 0;
        const lgm_slice word = take_word(&s);
        if (lgm_about_kinds(word) & LGM_ABOUT_COPY) return false;
        if (n && n_found && lgm_calendar_day(d) != lgm_calendar_day(*day)) return false;
        if (n) *day = d, n_found++;
        if (!word.len) s.at += n ? n : 1;
    }
    return n_found > 0;
}
