/* shapes.c - dates and times by the shape of a token. */
#include "timex/shapes.h"

#include <string.h>

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

int32_t lgm_timex_whole_year(int32_t y)
{
    return y >= 100 ? y : y < 40 ? 2000 + y : 1900 + y;
}

int32_t lgm_timex_year_end(int32_t from, int32_t end)
{
    const int32_t year = end < 100 ? from / 100 * 100 + end : end;
    return year <= from && end < 100 ? year + 100 : year;
}

/* The ending of "1990s", "90s", "1980's". */
static bool is_plural(const char *s)
{
    return strcmp(s, "s") == 0 || strcmp(s, "'s") == 0;
}

/* a, b, year of "22/3/2024" as a day; where nothing tells day from month, the year alone. */
static void add_slashed(lgm_timex_item *it, int32_t a, int32_t b, int32_t year,
                        lgm_timex_order order)
{
    const bool month_first = b > 12 || (a <= 12 && order == LGM_ORDER_MONTH_FIRST);
    const int32_t day = month_first ? b : a, month = month_first ? a : b;
    const int32_t y = lgm_timex_whole_year(year);
    if (a <= 12 && b <= 12 && a != b && order == LGM_ORDER_UNKNOWN)
        lgm_timex_item_add(it, LGM_SYM_YEAR, y);
    else if (day >= 1 && day <= 31 && month >= 1 && month <= 12)
        lgm_timex_item_add(it, LGM_SYM_ISODAY, y * 10000 + month * 100 + day);
}

/* "-03-22" and "/3/2024" behind the number v of n digits. */
static void add_day(lgm_timex_item *it, int32_t v, uint32_t n, const char *s,
                    lgm_timex_order order)
{
    uint32_t m, k;
    const char mark = *s++;
    const int32_t b = digits(&s, &m);
    if (m < 1 || m > 2 || *s++ != mark) return;
    const int32_t c = digits(&s, &k);
    if (k == 0 || *s != '\0') return;
    if (n == 4 && k <= 2 && b >= 1 && b <= 12 && c >= 1 && c <= 31)
        lgm_timex_item_add(it, LGM_SYM_ISODAY, v * 10000 + b * 100 + c);
    else if (n <= 2 && (k == 4 || k == 2))
        add_slashed(it, v, b, c, order);
}

/* A two-digit year or decade behind an apostrophe: "'98", "'90s". */
static void add_marked(lgm_timex_item *it, const char *s)
{
    uint32_t n;
    const int32_t v = digits(&s, &n);
    if (n != 2) return;
    if (*s == '\0') lgm_timex_item_add(it, LGM_SYM_YEAR2, lgm_timex_whole_year(v));
    if (is_plural(s) && v % 10 == 0)
        lgm_timex_item_add(it, LGM_SYM_DECADE, lgm_timex_whole_year(v) / 10);
}

void lgm_timex_shape(lgm_timex_item *it, const char *s, lgm_timex_order order)
{
    uint32_t n, m;
    if (*s == '\'') {
        add_marked(it, s + 1);
        return;
    }
    const int32_t v = digits(&s, &n);
    if (*s == '\0') {
        if (n == 4 && v < 2400 && v % 100 < 60) lgm_timex_item_add(it, LGM_SYM_CLOCK24, v);
    } else if (*s == ':') {
        s++;
        const int32_t minute = digits(&s, &m);
        if (m == 2 && n <= 2 && v <= 24 && minute < 60 && (*s == '\0' || *s == ':'))
            lgm_timex_item_add(it, LGM_SYM_CLOCK, v * 100 + minute);
    } else if (is_plural(s) && (n == 2 || n == 4) && v % 10 == 0) {
        if (n == 2 ? v >= 20 : v >= 1000 && v < 2200)
            lgm_timex_item_add(it, LGM_SYM_DECADE, lgm_timex_whole_year(v) / 10);
    } else if ((*s == '/' || *s == '-') && n <= 4) {
        add_day(it, v, n, s, order);
    }
}

/* "q3", "fy2024", "fy24" */
void lgm_timex_shape_code(lgm_timex_item *it, const char *s)
{
    uint32_t n;
    if (s[0] == 'q' && s[1] >= '1' && s[1] <= '4' && s[2] == '\0')
        lgm_timex_item_add(it, LGM_SYM_QUARTER, s[1] - '0');
    if (s[0] != 'f' || s[1] != 'y') return;
    s += 2;
    const int32_t v = digits(&s, &n);
    if ((n == 2 || n == 4) && *s == '\0')
        lgm_timex_item_add(it, LGM_SYM_FISCALYEAR, lgm_timex_whole_year(v));
}

/* Reads "22/3/2024" as two numbers and a year. */
static bool read_slashed(lgm_slice form, int32_t *a, int32_t *b)
{
    char s[LGM_ITEM_FORM];
    uint32_t n, m, k;
    if (form.len < 6 || form.len > 10 || !is_digit(form.ptr[0])) return false;
    if (!memchr(form.ptr, '/', form.len)) return false;
    lgm_timex_item_form(form, s);
    const char *at = s;
    *a = digits(&at, &n);
    if (*at++ != '/') return false;
    *b = digits(&at, &m);
    if (*at++ != '/' || n > 2 || m == 0 || m > 2) return false;
    return digits(&at, &k) >= 0 && *at == '\0' && (k == 2 || k == 4);
}

lgm_timex_order lgm_timex_shape_order(const lgm_doc *doc)
{
    bool day_first = false, month_first = false;
    for (uint32_t t = 0; t < doc->n_tokens; t++) {
        int32_t a, b;
        if (!read_slashed(lgm_doc_form(doc, t), &a, &b)) continue;
        day_first |= a > 12 && a <= 31 && b <= 12;
        month_first |= b > 12 && b <= 31 && a <= 12;
    }
    if (day_first == month_first) return LGM_ORDER_UNKNOWN;
    return day_first ? LGM_ORDER_DAY_FIRST : LGM_ORDER_MONTH_FIRST;
}
