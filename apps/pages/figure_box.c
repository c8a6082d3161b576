/* figure_box.c - counts of all events, sorted by what they count; equal ones become one. */
#include "figure_box.h"

#include <stdlib.h>
#include <string.h>

#include "happened.h"

/* ---- gathering ---- */

typedef struct found {
    const lgm_count *count;
    uint32_t event;
    size_t rank; /* of what is counted: the place of its first figure */
} found;

static int compare(lgm_str a, lgm_str b)
{
    const int c = memcmp(a.ptr ? a.ptr : "", b.ptr ? b.ptr : "", a.len < b.len ? a.len : b.len);
    return c ? c : (a.len > b.len) - (a.len < b.len);
}

static int by_value(const lgm_count *a, const lgm_count *b)
{
    if (a->value != b->value) return a->value < b->value ? -1 : 1;
    return (a->relation > b->relation) - (a->relation < b->relation);
}

static int by_thing(const void *x, const void *y)
{
    const found *const a = x, *const b = y;
    const int c = compare(a->count->of, b->count->of);
    if (c) return c;
    return (a->rank > b->rank) - (a->rank < b->rank);
}

static int by_place(const void *x, const void *y)
{
    const found *const a = x, *const b = y;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    const int c = by_value(a->count, b->count);
    if (c) return c;
    return (a->count > b->count) - (a->count < b->count);
}

/* All counts, those of one thing together in order of their first, equal ones beside one another.
 * Returns how many. */
static size_t find_all(found *at, const lgm_record *r)
{
    size_t n = 0;
    for (uint32_t i = 0; i < r->events.n; i++)
        for (size_t k = 0; k < r->events.at[i].counts.n; k++, n++)
            at[n] = (found){&r->events.at[i].counts.at[k], i, n};
    qsort(at, n, sizeof *at, by_thing);
    for (size_t i = 1; i < n; i++)
        if (compare(at[i].count->of, at[i - 1].count->of) == 0) at[i].rank = at[i - 1].rank;
    qsort(at, n, sizeof *at, by_place);
    return n;
}

static void add_source(figure *f, const lgm_record *r, uint32_t event)
{
    const lgm_indices by = r->events.at[event].asserted_by;
    f->own |= by.n == 0;
    for (size_t i = 0; i < by.n; i++) f->claims[f->n_claims++] = by.at[i];
}

static int ascending(const void *x, const void *y)
{
    const uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

static void sort_once(figure *f)
{
    size_t n = 0;
    qsort(f->claims, f->n_claims, sizeof *f->claims, ascending);
    for (size_t i = 0; i < f->n_claims; i++)
        if (n == 0 || f->claims[i] != f->claims[n - 1]) f->claims[n++] = f->claims[i];
    f->n_claims = n;
}

/* One figure of equal counts. */
static bool make_one(figure *f, const lgm_record *r, const found *at, size_t n)
{
    size_t most = 0;
    for (size_t i = 0; i < n; i++) most += r->events.at[at[i].event].asserted_by.n;
    *f = (figure){
        .count = at->count, .event = at->event, .claims = malloc((most + 1) * sizeof *f->claims)};
    if (!f->claims) return false;
    for (size_t i = 0; i < n; i++) add_source(f, r, at[i].event);
    sort_once(f);
    return true;
}

bool figure_box_make(figure_box *f, const lgm_record *r)
{
    size_t n = 0;
    bool ok;
    for (size_t i = 0; i < r->events.n; i++) n += r->events.at[i].counts.n;
    found *const all = calloc(n + 1, sizeof *all);
    *f = (figure_box){.at = calloc(n + 1, sizeof *f->at)};
    ok = all && f->at;
    if (ok) n = find_all(all, r);
    for (size_t i = 0, end; ok && i < n; i = end) {
        for (end = i + 1; end < n && all[end].rank == all[i].rank &&
                          by_value(all[end].count, all[i].count) == 0;)
            end++;
        ok = make_one(&f->at[f->n], r, &all[i], end - i);
        f->n += ok;
    }
    free(all);
    if (!ok) figure_box_done(f);
    return ok;
}

void figure_box_done(figure_box *f)
{
    for (size_t i = 0; f->at && i < f->n; i++) free(f->at[i].claims);
    free(f->at);
    *f = (figure_box){0};
}

/* ---- words ---- */

void figure_box_value(strbuf *out, int64_t value, lgm_relation relation)
{
    static const char *const words[] = {
        [LGM_RELATION_EXACT] = "",          [LGM_RELATION_MORE] = "more than ",
        [LGM_RELATION_LEAST] = "at least ", [LGM_RELATION_LESS] = "fewer than ",
        [LGM_RELATION_MOST] = "at most ",   [LGM_RELATION_ABOUT] = "about "};
    if ((size_t)relation < sizeof words / sizeof *words) strbuf_puts(out, words[relation]);
    if (value < 0) strbuf_puts(out, "\u2212");
    strbuf_number(out, value < 0 ? 0ull - (unsigned long long)value : (unsigned long long)value);
}

void figure_box_words(strbuf *out, const figure *f)
{
    figure_box_value(out, f->count->value, f->count->relation);
    if (!f->count->of.len) return;
    strbuf_puts(out, " ");
    strbuf_put(out, f->count->of.ptr, f->count->of.len);
}

void figure_box_setting(strbuf *out, const lgm_record *r, const figure *f)
{
    lgm_event of = r->events.at[f->event];
    of.instruments.n = 0;
    happened_details(out, r, &of, true);
}

void figure_box_sources(strbuf *out, const lgm_record *r, const figure *f, const char *prefix)
{
    if (f->own) strbuf_puts(out, "the report says so");
    if (f->own && f->n_claims) strbuf_puts(out, " \u00b7 ");
    happened_sources(out, r, (lgm_indices){f->claims, f->n_claims}, HAPPENED_BY, prefix);
}
