/* items.c - look words up, read numbers by their shape, join what is one number. */
#include "timex/items.h"

#include <assert.h>
#include <string.h>

enum { FORM = 48 }; /* bytes of a form that is looked at */

static void add(lgm_item *it, unsigned symbol, int32_t number)
{
    if (it->n < LGM_ITEM_SENSES) it->sense[it->n++] = (lgm_timex_sense){(uint16_t)symbol, number};
}

/* ---- words ---- */

/* Lower case, no periods, ’ as ', dashes as -; 0 where it is too long to be of interest. */
static uint32_t normal(lgm_slice form, char out[FORM])
{
    uint32_t n = 0;
    if (form.len >= FORM) return 0;
    for (size_t i = 0; i < form.len; i++) {
        char c = form.ptr[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
        if (c == '.' && form.len > 1) continue;
        if (form.len - i >= 3 && memcmp(form.ptr + i, "\xE2\x80", 2) == 0) {
            const unsigned char d = (unsigned char)form.ptr[i + 2];
            if (d == 0x98 || d == 0x99 || (d >= 0x90 && d <= 0x94)) {
                c = d >= 0x98 ? '\'' : '-';
                i += 2;
            }
        }
        out[n++] = c;
    }
    out[n] = '\0';
    return n;
}

static const lgm_timex_entry *look_up(const char *s, uint32_t len)
{
    if (len == 0 || len > LGM_TIMEX_WORD) return NULL;
    uint32_t h = 0x811C9DC5U;
    for (uint32_t i = 0; i < len; i++) h = (h ^ (uint8_t)s[i]) * 0x01000193U;
    const uint32_t mask = lgm_timex_words_size - 1;
    for (uint32_t i = h & mask; lgm_timex_words[i].len != 0; i = (i + 1) & mask) {
        const lgm_timex_entry *const e = &lgm_timex_words[i];
        if (e->len == len && memcmp(e->word, s, len) == 0) return e;
    }
    return NULL;
}

static void add_word(lgm_item *it, const char *s, uint32_t len)
{
    const lgm_timex_entry *const e = look_up(s, len);
    for (uint32_t i = 0; e && i < e->n; i++)
        add(it, lgm_timex_senses[e->first + i].symbol, lgm_timex_senses[e->first + i].number);
}

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

static void add_integer(lgm_item *it, int32_t v, uint32_t n)
{
    if (v <= 2000000) add(it, LGM_SYM_NUM, v * 1000);
    if (n == 4 && v >= 1000 && v < 2200) add(it, LGM_SYM_YEAR, v);
    if (n <= 2 && v >= 1 && v <= 31) add(it, LGM_SYM_DAY, v);
    if (n <= 2 && v >= 1 && v <= 24) add(it, LGM_SYM_HOUR, v);
    if (n == 2) {
        add(it, LGM_SYM_NUM2, v);
        add(it, LGM_SYM_YEAREND, v);
    }
}

static void add_nth(lgm_item *it, int32_t v, bool in_digits)
{
    if (v < 1) return;
    add(it, LGM_SYM_NTH, v);
    if (in_digits && v <= 31) add(it, LGM_SYM_NTHNUM, v);
}

/* a, b, c of "22/3/2024" as a day; which of them is the month is known, plain to see, or not. */
static void add_slashed(const lgm_items *items, lgm_item *it, int32_t a, int32_t b, int32_t y)
{
    int32_t day = a, month = b;
    y = whole_year(y);
    if (b > 12 || (a <= 12 && items->month_first && !items->day_first)) {
        day = b;
        month = a;
    } else if (a <= 12 && a != b && !items->day_first) {
        add(it, LGM_SYM_YEAR, y); /* all that is certain */
        return;
    }
    if (day >= 1 && day <= 31 && month >= 1 && month <= 12)
        add(it, LGM_SYM_ISODAY, y * 10000 + month * 100 + day);
}

/* The rest of a token that begins with the number v of n digits. */
static void add_shaped(const lgm_items *items, lgm_item *it, int32_t v, uint32_t n, const char *s)
{
    uint32_t m, k;
    if (*s == '\0') {
        add_integer(it, v, n);
    } else if (*s == ':') {
        s++;
        const int32_t minute = digits(&s, &m);
        if (m == 2 && n <= 2 && v <= 24 && minute < 60 && (*s == '\0' || *s == ':'))
            add(it, LGM_SYM_CLOCK, v * 100 + minute);
    } else if (is_plural(s) && (n == 2 || n == 4) && v % 10 == 0 && (n == 4 || v >= 20)) {
        if (n == 2 || (v >= 1000 && v < 2200)) add(it, LGM_SYM_DECADE, whole_year(v) / 10);
    } else if (strcmp(s, "st") == 0 || strcmp(s, "nd") == 0 || strcmp(s, "rd") == 0 ||
               strcmp(s, "th") == 0) {
        add_nth(it, v, true);
    } else if ((*s == '/' || *s == '-') && n <= 4) {
        const char mark = *s++;
        const int32_t b = digits(&s, &m);
        if (m < 1 || m > 2 || *s != mark) {
            if (mark == '/' && *s == '\0' && v > 0 && b > v) add(it, LGM_SYM_NUM, v * 1000 / b);
            return;
        }
        s++;
        const int32_t c = digits(&s, &k);
        if (k == 0 || *s != '\0') return;
        if (n == 4 && k <= 2 && b >= 1 && b <= 12 && c >= 1 && c <= 31)
            add(it, LGM_SYM_ISODAY, v * 10000 + b * 100 + c);
        else if (n <= 2 && (k == 4 || k == 2))
            add_slashed(items, it, v, b, c);
    }
}

/* "2.5", "1,000": the periods are gone from the normal form, so this reads the form itself. */
static bool add_written(lgm_item *it, lgm_slice form)
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
    if (v <= 2000000000) add(it, LGM_SYM_NUM, (int32_t)v);
    return true;
}

static void add_number(const lgm_items *items, lgm_item *it, lgm_slice form, const char *s)
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
        if (*at == '\0') add(it, LGM_SYM_YEAR2, whole_year(v));
        if (is_plural(at) && v % 10 == 0) add(it, LGM_SYM_DECADE, whole_year(v) / 10);
    }
}

/* "q3", "fy2024", "fy24" */
static void add_coded(lgm_item *it, const char *s)
{
    uint32_t n;
    const char *at = s;
    if (s[0] == 'q' && s[1] >= '1' && s[1] <= '4' && s[2] == '\0')
        add(it, LGM_SYM_QUARTER, s[1] - '0');
    if (s[0] != 'f' || s[1] != 'y') return;
    at += 2;
    const int32_t v = digits(&at, &n);
    if ((n == 2 || n == 4) && *at == '\0') add(it, LGM_SYM_FISCALYEAR, whole_year(v));
}

/* ---- numbers in words ---- */

static int32_t sense_of(const lgm_item *it, unsigned symbol)
{
    for (uint32_t i = 0; i < it->n; i++)
        if (it->sense[i].symbol == symbol) return it->sense[i].number;
    return LGM_UNSET;
}

/* The number that a token is in words ("five", "hundred"); LGM_UNSET where it is none. */
static int32_t number_word(const lgm_doc *doc, uint32_t token)
{
    char s[FORM];
    lgm_item it = {0};
    if (token >= doc->n_tokens) return LGM_UNSET;
    add_word(&it, s, normal(lgm_doc_form(doc, token), s));
    return sense_of(&it, lgm_timex_number_word);
}

static bool is_form(const lgm_doc *doc, uint32_t token, const char *word)
{
    const lgm_slice f = token < doc->n_tokens ? lgm_doc_form(doc, token) : LGM_SLICE("");
    return f.len == strlen(word) && memcmp(f.ptr, word, f.len) == 0;
}

/* "two thousand", "one hundred and five", "twenty-five", "nineteen ninety-six" from the token at. */
static void join_words(const lgm_doc *doc, lgm_item *it, int32_t v)
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
        add(it, LGM_SYM_YEARWORD, year);
        return;
    }
    sum += total;
    if (sum <= 2000000) add(it, LGM_SYM_NUM, sum * 1000);
    if (sum >= 1 && sum <= 31) add(it, LGM_SYM_DAY, sum);
    if (sum >= 2000 && sum < 2100) add(it, LGM_SYM_YEARTHOUSAND, sum);
}

/* "twenty-first": the ordinal behind a tens word and a hyphen. */
static bool join_ordinal(const lgm_doc *doc, lgm_item *it, int32_t v)
{
    char s[FORM];
    lgm_item next = {0};
    const uint32_t at = it->tokens.end;
    if (v < 20 || v > 90 || v % 10 || !is_form(doc, at, "-") || at + 1 >= doc->n_tokens)
        return false;
    add_word(&next, s, normal(lgm_doc_form(doc, at + 1), s));
    const int32_t nth = sense_of(&next, LGM_SYM_NTH);
    if (nth == LGM_UNSET || nth > 9) return false;
    it->n = 0;
    it->tokens.end = at + 2;
    add_nth(it, v + nth, v + nth <= 31);
    return true;
}

/* "2 1/2" */
static void join_fraction(const lgm_items *items, lgm_item *it)
{
    const lgm_doc *const doc = items->doc;
    char s[FORM];
    lgm_item next = {0};
    const int32_t v = sense_of(it, LGM_SYM_NUM);
    uint32_t at = it->tokens.end;
    if (v == LGM_UNSET || v % 1000 || v > 1000000 || at >= doc->n_tokens) return;
    if (is_form(doc, at, "-") && at + 1 < doc->n_tokens) at++;
    const lgm_slice form = lgm_doc_form(doc, at);
    if (form.len != 3 || form.ptr[1] != '/') return;
    normal(form, s);
    add_number(items, &next, form, s);
    const int32_t part = sense_of(&next, LGM_SYM_NUM);
    if (part == LGM_UNSET || part <= 0 || part >= 1000) return;
    it->n = 0;
    it->tokens.end = at + 1;
    add(it, LGM_SYM_NUM, v + part);
}

/* ---- items ---- */

/* Names of months and days are written with a capital: "may", "march" and "sun" are other words. */
static void drop_small(lgm_item *it, lgm_slice form)
{
    uint8_t kept = 0;
    if (form.ptr[0] >= 'A' && form.ptr[0] <= 'Z') return;
    for (uint8_t i = 0; i < it->n; i++) {
        bool name = false;
        for (uint32_t k = 0; k < lgm_timex_n_names; k++)
            name |= it->sense[i].symbol == lgm_timex_names[k];
        if (!name) it->sense[kept++] = it->sense[i];
    }
    it->n = kept;
}

static lgm_item *push(lgm_items *items, lgm_tokspan tokens)
{
    lgm_item *const it = &items->ring[items->made++ % LGM_ITEM_RING];
    const uint32_t end = tokens.end;
    it->tokens = tokens;
    it->n = 0;
    it->ends = end >= items->doc->n_tokens || (items->doc->tokens[end].flags & LGM_TOK_PAR) != 0;
    return it;
}

/* "mid-March", "post-1959", "pre-dawn": the prefix is an item of its own. Returns its bytes. */
static uint32_t push_prefix(lgm_items *items, const char *s, uint32_t len, lgm_tokspan tokens)
{
    static const char *const prefixes[] = {"mid-", "post-", "pre-", "early-", "late-"};
    for (size_t i = 0; i < LGM_COUNT(prefixes); i++) {
        const uint32_t n = (uint32_t)strlen(prefixes[i]);
        if (len <= n || memcmp(s, prefixes[i], n) != 0) continue;
        lgm_item *const it = push(items, tokens);
        add_word(it, s, n - 1);
        it->ends = false;
        return n;
    }
    return 0;
}

static void make(lgm_items *items)
{
    const lgm_doc *const doc = items->doc;
    const uint32_t token = items->next;
    const lgm_slice form = lgm_doc_form(doc, token);
    char s[FORM];
    uint32_t len = normal(form, s);
    lgm_tokspan tokens = {token, token + 1};
    items->next++;
    if (len == 0) {
        push(items, tokens);
        return;
    }
    const uint32_t cut = push_prefix(items, s, len, tokens);
    const lgm_slice rest = {form.ptr + cut, form.len - cut};
    lgm_item *const it = push(items, tokens);
    if (is_digit(s[cut]) || s[cut] == '\'') add_number(items, it, rest, s + cut);
    if (!is_digit(s[cut])) {
        add_word(it, s + cut, len - cut);
        add_coded(it, s + cut);
        drop_small(it, rest);
        const int32_t v = sense_of(it, lgm_timex_number_word);
        if (v != LGM_UNSET) {
            it->n = 0;
            add_word(it, s + cut, len - cut);
            add(it, LGM_SYM_NUM, v * 1000);
            if (v >= 1 && v <= 31) add(it, LGM_SYM_DAY, v);
            if (v >= 1 && v <= 24) add(it, LGM_SYM_HOUR, v);
            if (!join_ordinal(doc, it, v)) join_words(doc, it, v);
        }
    }
    join_fraction(items, it);
    items->next = it->tokens.end;
    it->ends = items->next >= doc->n_tokens || (doc->tokens[items->next].flags & LGM_TOK_PAR) != 0;
}

const lgm_item *lgm_items_at(lgm_items *items, size_t i)
{
    while (items->made <= i) {
        if (items->next >= items->doc->n_tokens) return NULL;
        make(items);
    }
    assert(items->made - i <= LGM_ITEM_RING); /* it has not been written over */
    return &items->ring[i % LGM_ITEM_RING];
}

/* Does the report write days before months, or months before days? One date that can be read in one
 * way only tells for all. */
static void find_order(lgm_items *items)
{
    const lgm_doc *const doc = items->doc;
    for (uint32_t t = 0; t < doc->n_tokens; t++) {
        const lgm_slice f = lgm_doc_form(doc, t);
        if (f.len < 6 || f.len > 10 || !is_digit(f.ptr[0]) || !memchr(f.ptr, '/', f.len)) continue;
        char s[FORM];
        uint32_t n, m, k;
        normal(f, s);
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

void lgm_items_start(lgm_items *items, const lgm_doc *doc)
{
    *items = (lgm_items){.doc = doc};
    find_order(items);
}
