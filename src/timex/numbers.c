/* numbers.c - numbers by their shape, and those that several words make. */
#include "timex/numbers.h"

#include <string.h>

/* ---- numbers ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The number of up to 9 digits at *s, which moves behind them; -1 for none. */
static int32_t digits(const char **s, uint32_t *n)
{
    int32_t v = 0;
    for (*n = 0; is_digit(**s) && *n < 9; ++*s, ++*n) v = v * 10 + (**s - '0');
    return *n ? v : -1;
}

static int32_t whole_year(int32_t y)
{
    return y >= 100 ? y : y < 40 ? 2000 + y : 1900 + y;
}

/* One of "1990s", "90s", "1980's"; s stands behind the digits. */
static bool is_plural(const char *s)
{
    return strcmp(s, "s") == 0 || strcmp(s, "'s") == 0;
}

static void add_integer(lgm_timex_item *it, int32_t v, uint32_t n)
{
    if (v <= 2000000) lgm_timex_item_add(it, LGM_SYM_NUM, v * 1000);
    if (n == 4 && v >= 1000 && v < 2200) lgm_timex_item_add(it, LGM_SYM_YEAR, v);
    if (n <= 2 && v >= 1 && v <= 31) lgm_timex_item_add(it, LGM_SYM_DAY, v);
    if (n <= 2 && v >= 1 && v <= 24) lgm_timex_item_add(it, LGM_SYM_HOUR, v);
    if (n == 2) {
        lgm_timex_item_add(it, LGM_SYM_NUM2, v);
        lgm_timex_item_add(it, LGM_SYM_YEAREND, v);
    }
}

static void add_nth(lgm_timex_item *it, int32_t v, bool in_digits)
{
    if (v < 1) return;
    lgm_timex_item_add(it, LGM_SYM_NTH, v);
    if (in_digits && v <= 31) lgm_timex_item_add(it, LGM_SYM_NTHNUM, v);
}

/* a, b, c of "22/3/2024" as a day; which of them is the month is known, plain to see, or not. */
static void add_slashed(const lgm_timex_items *items, lgm_timex_item *it, int32_t a, int32_t b, int32_t y)
{
    int32_t day = a, month = b;
    y = whole_year(y);
    if (b > 12 || (a <= 12 && items->month_first && !items->day_first)) {
        day = b;
        month = a;
    } else if (a <= 12 && a != b && !items->day_first) {
        lgm_timex_item_add(it, LGM_SYM_YEAR, y); /* all that is certain */
        return;
    }
    if (day >= 1 && day <= 31 && month >= 1 && month <= 12)
        lgm_timex_item_add(it, LGM_SYM_ISODAY, y * 10000 + month * 100 + day);
}

/* The rest of a token that begins with the number v of n digits. */
static void add_shaped(const lgm_timex_items *items, lgm_timex_item *it, int32_t v, uint32_t n, const char *s)
{
    uint32_t m, k;
    if (*s == '\0') {
        add_integer(it, v, n);
    } else if (*s == ':') {
        s++;
        const int32_t minute = digits(&s, &m);
        if (m == 2 && n <= 2 && v <= 24 && minute < 60 && (*s == '\0' || *s == ':'))
            lgm_timex_item_add(it, LGM_SYM_CLOCK, v * 100 + minute);
    } else if (is_plural(s) && (n == 2 || n == 4) && v % 10 == 0 && (n == 4 || v >= 20)) {
        if (n == 2 || (v >= 1000 && v < 2200)) lgm_timex_item_add(it, LGM_SYM_DECADE, whole_year(v) / 10);
    } else if (strcmp(s, "st") == 0 || strcmp(s, "nd") == 0 || strcmp(s, "rd") == 0 ||
               strcmp(s, "th") == 0) {
        add_nth(it, v, true);
    } else if ((*s == '/' || *s == '-') && n <= 4) {
        const char mark = *s++;
        const int32_t b = digits(&s, &m);
        if (m < 1 || m > 2 || *s != mark) {
            if (mark == '/' && *s == '\0' && v > 0 && b > v)
                lgm_timex_item_add(it, LGM_SYM_NUM, v * 1000 / b);
            return;
        }
        s++;
        const int32_t c = digits(&s, &k);
        if (k == 0 || *s != '\0') return;
        if (n == 4 && k <= 2 && b >= 1 && b <= 12 && c >= 1 && c <= 31)
            lgm_timex_item_add(it, LGM_SYM_ISODAY, v * 10000 + b * 100 + c);
        else if (n <= 2 && (k == 4 || k == 2))
            add_slashed(items, it, v, b, c);
    }
}

/* "2.5", "1,000": the periods are gone from the normal form, so this reads the form itself. */
static bool add_written(lgm_timex_item *it, lgm_slice form)
{
    int64_t v = 0;
    uint32_t n = 0, after = 0;
    bool point = false, comma = false;
    for (size_t i = 0; i < form.len; i++) {
        const char c = form.ptr[i];
        if (is_digit(c)) {
            if (point && ++after > 3) continue;
            v = v * 10 + (c - '0');
            if (++n > 12) return true;
        } else if (c == ',' && !point && n > 0) {
            comma = true;
        } else if (c == '.' && !point && n > 0 && i + 1 < form.len) {
            point = true;
        } else {
            return false;
        }
    }
    if (!point && !comma) return false;
    for (uint32_t i = after < 3 ? after : 3; i < 3; i++) v *= 10;
    if (v <= 2000000000) lgm_timex_item_add(it, LGM_SYM_NUM, (int32_t)v);
    return true;
}

void lgm_number_shape(const lgm_timex_items *items, lgm_timex_item *it, lgm_slice form, const char *s)
{
    const bool marked = *s == '\'';
    uint32_t n;
    if (!marked && add_written(it, form)) return;
    const char *at = s + marked;
    const int32_t v = digits(&at, &n);
    if (v < 0) return;
    if (!marked) {
        add_shaped(items, it, v, n, at);
    } else if (n == 2) {
        if (*at == '\0') lgm_timex_item_add(it, LGM_SYM_YEAR2, whole_year(v));
        if (is_plural(at) && v % 10 == 0) lgm_timex_item_add(it, LGM_SYM_DECADE, whole_year(v) / 10);
    }
}

/* "q3", "fy2024", "fy24" */
void lgm_number_code(lgm_timex_item *it, const char *s)
{
    uint32_t n;
    const char *at = s;
    if (s[0] == 'q' && s[1] >= '1' && s[1] <= '4' && s[2] == '\0')
        lgm_timex_item_add(it, LGM_SYM_QUARTER, s[1] - '0');
    if (s[0] != 'f' || s[1] != 'y') return;
    at += 2;
    const int32_t v = digits(&at, &n);
    if ((n == 2 || n == 4) && *at == '\0') lgm_timex_item_add(it, LGM_SYM_FISCALYEAR, whole_year(v));
}

/* ---- numbers in words ---- */

/* The number that a token is in words ("five", "hundred"); LGM_UNSET where it is none. */
static int32_t number_word(const lgm_doc *doc, uint32_t token)
{
    char s[LGM_ITEM_FORM];
    lgm_timex_item it = {0};
    if (token >= doc->n_tokens) return LGM_UNSET;
    lgm_timex_item_word(&it, s, lgm_timex_item_form(lgm_doc_form(doc, token), s));
    return lgm_timex_item_number(&it, lgm_timex_number_word);
}

static bool is_form(const lgm_doc *doc, uint32_t token, const char *word)
{
    const lgm_slice f = token < doc->n_tokens ? lgm_doc_form(doc, token) : LGM_SLICE("");
    return f.len == strlen(word) && memcmp(f.ptr, word, f.len) == 0;
}

/* "two thousand", "one hundred and five", "twenty-five", "nineteen ninety-six" from the token at. */
void lgm_number_join(const lgm_doc *doc, lgm_timex_item *it, int32_t v)
{
    int32_t sum = v, low = v, total = 0; /* low: what was said since the last "hundred" */
    uint32_t at = it->tokens.end;
    const uint32_t limit = at + 10;
    int32_t year = LGM_UNSET;
    while (at < limit && at < doc->n_tokens && !(doc->tokens[at].flags & LGM_TOK_PAR)) {
        const bool hyphen = is_form(doc, at, "-");
        const bool and = sum >= 100 && is_form(doc, at, "and");
        const int32_t w = number_word(doc, at + (hyphen || and));
        if (w == LGM_UNSET) break;
        if (w == 100 && low < 100 && !hyphen) {
            sum = sum - low + low * 100;
            low = 0;
        } else if (w == 1000 && sum < 1000 && !hyphen) {
            total += sum * 1000;
            sum = low = 0;
        } else if (low % 10 == 0 && (low >= 20 || low == 0) && w < 10 && (low || sum || total)) {
            sum += w;
            low += w;
            if (year != LGM_UNSET) year += w;
        } else if (low == 0 && w < 100 && !hyphen && (sum || total)) {
            sum += w;
            low = w;
        } else if (total == 0 && sum >= 11 && sum <= 20 && w >= 10 && w < 100 && !hyphen &&
                   year == LGM_UNSET) {
            year = sum * 100 + w;
            low = w;
        } else {
            break;
        }
        at += 1 + (hyphen || and);
    }
    if (at == it->tokens.end) return;
    it->n = 0;
    it->tokens.end = at;
    if (year != LGM_UNSET) {
        lgm_timex_item_add(it, LGM_SYM_YEARWORD, year);
        return;
    }
    sum += total;
    if (sum <= 2000000) lgm_timex_item_add(it, LGM_SYM_NUM, sum * 1000);
    if (sum >= 1 && sum <= 31) lgm_timex_item_add(it, LGM_SYM_DAY, sum);
    if (sum >= 2000 && sum < 2100) lgm_timex_item_add(it, LGM_SYM_YEARTHOUSAND, sum);
}

/* "twenty-first": the ordinal behind a tens word and a hyphen. */
bool lgm_number_ordinal(const lgm_doc *doc, lgm_timex_item *it, int32_t v)
{
    char s[LGM_ITEM_FORM];
    lgm_timex_item next = {0};
    const uint32_t at = it->tokens.end;
    if (v < 20 || v > 90 || v % 10 || !is_form(doc, at, "-") || at + 1 >= doc->n_tokens)
        return false;
    lgm_timex_item_word(&next, s, lgm_timex_item_form(lgm_doc_form(doc, at + 1), s));
    const int32_t nth = lgm_timex_item_number(&next, LGM_SYM_NTH);
    if (nth == LGM_UNSET || nth > 9) return false;
    it->n = 0;
    it->tokens.end = at + 2;
    add_nth(it, v + nth, v + nth <= 31);
    return true;
}

/* "2 1/2" */
void lgm_number_fraction(const lgm_timex_items *items, lgm_timex_item *it)
{
    const lgm_doc *const doc = items->doc;
    char s[LGM_ITEM_FORM];
    lgm_timex_item next = {0};
    const int32_t v = lgm_timex_item_number(it, LGM_SYM_NUM);
    uint32_t at = it->tokens.end;
    if (v == LGM_UNSET || v % 1000 || v > 1000000 || at >= doc->n_tokens) return;
    if (is_form(doc, at, "-") && at + 1 < doc->n_tokens) at++;
    const lgm_slice form = lgm_doc_form(doc, at);
    if (form.len != 3 || form.ptr[1] != '/') return;
    lgm_timex_item_form(form, s);
    lgm_number_shape(items, &next, form, s);
    const int32_t part = lgm_timex_item_number(&next, LGM_SYM_NUM);
    if (part == LGM_UNSET || part <= 0 || part >= 1000) return;
    it->n = 0;
    it->tokens.end = at + 1;
    lgm_timex_item_add(it, LGM_SYM_NUM, v + part);
}

void lgm_number_order(lgm_timex_items *items)
{
    const lgm_doc *const doc = items->doc;
    for (uint32_t t = 0; t < doc->n_tokens; t++) {
        const lgm_slice f = lgm_doc_form(doc, t);
        if (f.len < 6 || f.len > 10 || !is_digit(f.ptr[0]) || !memchr(f.ptr, '/', f.len)) continue;
        char s[LGM_ITEM_FORM];
        uint32_t n, m, k;
        lgm_timex_item_form(f, s);
        const char *at = s;
        const int32_t a = digits(&at, &n);
        if (*at++ != '/') continue;
        const int32_t b = digits(&at, &m);
        if (*at++ != '/' || n > 2 || m == 0 || m > 2) continue;
        if (digits(&at, &k) < 0 || *at != '\0' || (k != 2 && k != 4)) continue;
        items->day_first |= a > 12 && a <= 31 && b <= 12;
        items->month_first |= b > 12 && b <= 31 && a <= 12;
    }
    if (items->day_first && items->month_first) items->day_first = items->month_first = false;
}
