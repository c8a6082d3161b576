/* axis.c - see axis.h. */
#include "axis.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- days ---- */

/* Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": days_from_civil and its
 * inverse. */
static double day_of(int y, int m, int d)
{
    y -= m <= 2;
    const int era = (y >= 0 ? y : y - 399) / 400, yoe = y - era * 400;
    const int doy = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
    const int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097.0 + doe - 719468;
}

void axis_civil(double day, int *year, int *month, int *dom)
{
    const long z = (long)floor(day) + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
    const long doe = z - era * 146097;
    const long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const long doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    *dom = (int)(doy - (153 * mp + 2) / 5 + 1);
    *month = (int)(mp < 10 ? mp + 3 : mp - 9);
    *year = (int)(yoe + era * 400 + (*month <= 2));
}

/* The first day of the month that lies `months` after January of the year. */
static double month_start(int year, int months)
{
    return day_of(year + months / 12, months % 12 + 1, 1);
}

static bool set(axis_span *s, double from, double to)
{
    s->from = from;
    s->to = to;
    return true;
}

static bool set_months(axis_span *s, int year, int first, int n)
{
    return set(s, month_start(year, first), month_start(year, first + n));
}

/* ---- values ---- */

/* n digits at s, or -1. */
static int digits(const char *s, int n)
{
    int v = 0;
    for (int i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9') return -1;
        v = v * 10 + s[i] - '0';
    }
    return v;
}

/* Behind "YYYY-W": ISO weeks begin on Mondays, the first one has the 4th of January. */
static bool set_week(axis_span *s, int year, const char *rest)
{
    const int week = digits(rest, 2);
    if (week < 1 || week > 53) return false;
    const double jan4 = day_of(year, 1, 4); /* 1970-01-01 was a Thursday */
    const double monday = jan4 - fmod(fmod(jan4 + 3, 7) + 7, 7) + 7 * (week - 1);
    rest += 2;
    if (!*rest) return set(s, monday, monday + 7);
    if (strcmp(rest, "-WE") == 0) return set(s, monday + 5, monday + 7);
    const int day = *rest == '-' && rest[1] && !rest[2] ? digits(rest + 1, 1) : -1;
    return day >= 1 && day <= 7 && set(s, monday + day - 1, monday + day);
}

/* Behind the day: "T14:30", "TNI". */
static bool set_hours(axis_span *s, double day, const char *rest)
{
    static const struct {
        const char *name;
        int from, to;
    } parts[] = {{"TMO", 6, 12}, {"TAF", 12, 18}, {"TEV", 18, 24}, {"TNI", 21, 30}};
    if (!*rest) return set(s, day, day + 1);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strcmp(rest, parts[i].name) == 0)
            return set(s, day + parts[i].from / 24.0, day + parts[i].to / 24.0);
    const int hour = *rest == 'T' ? digits(rest + 1, 2) : -1;
    if (hour < 0 || hour > 24) return false;
    const int minute = rest[3] == ':' ? digits(rest + 4, 2) : 0;
    const double at = day + (hour + (minute > 0 ? minute : 0) / 60.0) / 24;
    return set(s, at, at);
}

/* Behind "YYYY-": a month, a day, a season, a quarter, a half. */
static bool set_in_year(axis_span *s, int year, const char *rest)
{
    static const char *const seasons[] = {"SP", "SU", "FA", "WI"};
    for (int i = 0; i < 4; i++)
        if (strcmp(rest, seasons[i]) == 0) return set_months(s, year, 2 + 3 * i, 3);
    if (*rest == 'W') return set_week(s, year, rest + 1);
    if ((*rest == 'Q' || *rest == 'H') && rest[1] && !rest[2]) {
        const int n = digits(rest + 1, 1), months = *rest == 'Q' ? 3 : 6;
        return n >= 1 && n * months <= 12 && set_months(s, year, (n - 1) * months, months);
    }
    const int month = digits(rest, 2);
    if (month < 1 || month > 12) return false;
    if (!rest[2]) return set_months(s, year, month - 1, 1);
    const int day = rest[2] == '-' ? digits(rest + 3, 2) : -1;
    if (day < 1 || day > 31) return false;
    return set_hours(s, day_of(year, month, day), rest + 5);
}

static void narrow(axis_span *s, const char *mod)
{
    const double third = (s->to - s->from) / 3;
    if (strcmp(mod, "START") == 0)
        s->to -= 2 * third;
    else if (strcmp(mod, "END") == 0)
        s->from += 2 * third;
    else if (strcmp(mod, "MID") == 0)
        set(s, s->from + third, s->to - third);
    else
        s->about = true;
}

bool axis_span_of(axis_span *out, const char *value, const char *mod)
{
    bool ok = false;
    *out = (axis_span){0};
    const size_t len = strlen(value);
    const int year = len >= 4 ? digits(value, 4) : -1;
    if (len == 3 && digits(value, 3) >= 0)
        ok = set_months(out, digits(value, 3) * 10, 0, 120);
    else if (len == 4 && year >= 0)
        ok = set_months(out, year, 0, 12);
    else if (year >= 0 && value[4] == '-')
        ok = set_in_year(out, year, value + 5);
    if (ok && mod) narrow(out, mod);
    out->exact = out->to - out->from <= 1 && !out->about;
    return ok;
}

/* ---- scale ---- */

static int ascending(const void *x, const void *y)
{
    const double a = *(const double *)x, b = *(const double *)y;
    return a < b ? -1 : a > b;
}

/* Every moment at which something begins or a bar ends, once. Returns how many. */
static size_t moments(double *at, const axis_span *spans, size_t n)
{
    size_t k = 0, kept = 0;
    for (size_t i = 0; i < n; i++) {
        at[k++] = spans[i].from;
        if (!spans[i].exact) at[k++] = spans[i].to;
    }
    qsort(at, k, sizeof *at, ascending);
    for (size_t i = 0; i < k; i++)
        if (!kept || at[i] > at[kept - 1]) at[kept++] = at[i];
    return kept;
}

/* How many of the ascending numbers are at most v. */
static size_t count_up_to(const double *at, size_t n, double v)
{
    size_t low = 0, high = n;
    while (low < high) {
        const size_t mid = low + (high - low) / 2;
        if (at[mid] <= v)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* Height of a day at which most of the ascending lengths come out between AXIS_LEAST and AXIS_MOST,
 * and all of them together nearest to the height wanted. */
static double best_scale(const double *lengths, size_t n, double wanted)
{
    size_t from = 0, to = 0; /* the lengths that fit */
    double sum = 0;
    for (size_t i = n; i-- > 0;) {
        const double longest = lengths[i] * (AXIS_MOST / (double)AXIS_LEAST) * (1 + 1e-9);
        const size_t end = count_up_to(lengths, n, longest);
        if (end - i < to - from || (end - i == to - from && lengths[i] < lengths[from])) continue;
        from = i;
        to = end;
    }
    if (to == from) return 1;
    for (size_t i = from; i < to; i++) sum += lengths[i];
    const double low = AXIS_LEAST / lengths[from], high = AXIS_MOST / lengths[to - 1];
    const double scale =
        (wanted - (double)from * AXIS_LEAST - (double)(n - to) * AXIS_BROKEN) / sum;
    return scale < low ? low : scale > high ? high : scale;
}

static double gap_height(double length, double scale, bool *true_scale)
{
    const double h = length * scale;
    *true_scale = h >= AXIS_LEAST * (1 - 1e-6) && h <= AXIS_MOST * (1 + 1e-6);
    return *true_scale ? h : h < AXIS_LEAST ? AXIS_LEAST : AXIS_BROKEN;
}

bool axis_make(axis *a, const axis_span *spans, size_t n, double wanted)
{
    *a = (axis){0};
    if (n == 0) return true;
    double *const at = malloc(4 * n * sizeof *at), *const lengths = at ? at + 2 * n : NULL;
    a->gaps = calloc(2 * n, sizeof *a->gaps);
    if (!at || !a->gaps) {
        free(at);
        axis_done(a);
        return false;
    }
    const size_t n_at = moments(at, spans, n);
    a->n_gaps = n_at - 1;
    for (size_t i = 0; i < a->n_gaps; i++) lengths[i] = at[i + 1] - at[i];
    qsort(lengths, a->n_gaps, sizeof *lengths, ascending);
    const double scale = best_scale(lengths, a->n_gaps, wanted);
    for (size_t i = 0; i < a->n_gaps; i++) {
        axis_gap *const g = &a->gaps[i];
        *g = (axis_gap){.from = at[i], .to = at[i + 1], .y0 = a->height};
        a->height += gap_height(g->to - g->from, scale, &g->true_scale);
        g->y1 = a->height;
    }
    free(at);
    return true;
}

void axis_done(axis *a)
{
    free(a->gaps);
    *a = (axis){0};
}

double axis_y(const axis *a, double day)
{
    size_t low = 0, high = a->n_gaps;
    while (low < high) { /* the first gap that ends at or after the day */
        const size_t mid = low + (high - low) / 2;
        if (a->gaps[mid].to < day)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == a->n_gaps) return a->height;
    const axis_gap *const g = &a->gaps[low];
    if (day <= g->from) return g->y0;
    return g->y0 + (g->y1 - g->y0) * (day - g->from) / (g->to - g->from);
}

/* ---- labels ---- */

/* Pool adjacent violators: labels that would overlap become one block, which goes to the mean of
 * where its labels want it. */
typedef struct block {
    size_t first, n;
    double height, sum, top; /* sum of (want - offset in the block) over its labels */
} block;

static double block_top(const block *b)
{
    const double mean = b->sum / (double)b->n;
    return mean > 0 ? mean : 0;
}

double axis_place_labels(axis_label *labels, size_t n)
{
    block *const blocks = n ? malloc(n * sizeof *blocks) : NULL;
    double bottom = 0;
    size_t k = 0;
    for (size_t i = 0; blocks && i < n; i++) {
        blocks[k] = (block){i, 1, labels[i].height, labels[i].want, 0};
        blocks[k].top = block_top(&blocks[k]);
        k++;
        while (k > 1 && blocks[k - 2].top + blocks[k - 2].height > blocks[k - 1].top) {
            block *const into = &blocks[k - 2], *const from = &blocks[k - 1];
            into->sum += from->sum - (double)from->n * into->height;
            into->height += from->height;
            into->n += from->n;
            into->top = block_top(into);
            k--;
        }
    }
    for (size_t b = 0; b < k; b++) {
        double y = blocks[b].top;
        for (size_t i = 0; i < blocks[b].n; i++) {
            labels[blocks[b].first + i].top = y;
            y += labels[blocks[b].first + i].height;
        }
        bottom = y;
    }
    for (size_t i = 0; !blocks && i < n; i++) { /* without memory: one below the other */
        labels[i].top = labels[i].want > bottom ? labels[i].want : bottom;
        bottom = labels[i].top + labels[i].height;
    }
    free(blocks);
    return bottom;
}
