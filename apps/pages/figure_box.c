/* figure_box.c - all figures, sorted by what they count; equal ones become one. */
#include "figure_box.h"

#include <stdlib.h>
#include <string.h>

enum { LOOKS = 4 }; /* back, for a figure that is the same */

typedef struct found {
    const lgm_figure *is;
    size_t rank; /* of what is counted: the place of its first figure */
} found;

/* ---- order ---- */

static int compare(lgm_str a, lgm_str b)
{
    const size_t n = a.len < b.len ? a.len : b.len;
    const int c = n ? memcmp(a.ptr, b.ptr, n) : 0;
    return c ? c : (a.len > b.len) - (a.len < b.len);
}

static int by_value(const lgm_figure *a, const lgm_figure *b)
{
    if (a->value != b->value) return a->value < b->value ? -1 : 1;
    if (a->upper != b->upper) return a->upper < b->upper ? -1 : 1;
    if (a->relation != b->relation) return a->relation > b->relation ? 1 : -1;
    return compare(a->unit, b->unit);
}

static int by_thing(const void *x, const void *y)
{
    const found *const a = x, *const b = y;
    const int c = compare(a->is->of, b->is->of);
    return c ? c : (a->rank > b->rank) - (a->rank < b->rank);
}

static int by_place(const void *x, const void *y)
{
    const found *const a = x, *const b = y;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    const int c = by_value(a->is, b->is);
    return c ? c : (a->is > b->is) - (a->is < b->is);
}

/* Those of one thing together in order of their first, equal ones beside one another. */
static void sort_all(found *at, const lgm_figure *all, size_t n)
{
    for (size_t i = 0; i < n; i++) at[i] = (found){&all[i], i};
    qsort(at, n, sizeof *at, by_thing);
    for (size_t i = 1; i < n; i++)
        if (compare(at[i].is->of, at[i - 1].is->of) == 0) at[i].rank = at[i - 1].rank;
    qsort(at, n, sizeof *at, by_place);
}

/* ---- equal ones ---- */

static bool same_figure(const figure *f, const lgm_figure *is)
{
    const lgm_scope none = {LGM_NONE, LGM_NONE, LGM_EXTENT_NONE};
    const lgm_scope *const a = f->is->scope ? f->is->scope : &none;
    const lgm_scope *const b = is->scope ? is->scope : &none;
    return compare(f->is->of, is->of) == 0 && by_value(f->is, is) == 0 &&
           (!f->what.len || !is->what.len || compare(f->what, is->what) == 0) &&
           a->place == b->place && a->time == b->time && a->extent == b->extent &&
           f->is->part_of.n == is->part_of.n && f->is->revised_from == is->revised_from;
}

/* The one of the last that it is. */
static figure *find_same(const figure_box *f, const lgm_figure *is)
{
    for (size_t back = 1; back <= LOOKS && back <= f->n; back++)
        if (same_figure(&f->at[f->n - back], is)) return &f->at[f->n - back];
    return NULL;
}

static bool add(figure_box *f, const lgm_figure *is, size_t rank)
{
    figure *to = find_same(f, is);
    if (!to) {
        to = &f->at[f->n++];
        *to = (figure){.is = is, .rank = rank};
    }
    if (is->what.len > to->what.len) to->what = is->what;
    to->own |= is->asserted_by.n == 0;
    if (is->asserted_by.n == 0) return true;
    uint32_t *const grown = realloc(to->claims, (to->n_claims + is->asserted_by.n) * sizeof *grown);
    if (!grown) return false;
    to->claims = grown;
    for (size_t i = 0; i < is->asserted_by.n; i++) grown[to->n_claims++] = is->asserted_by.at[i];
    return true;
}

static int ascending(const void *x, const void *y)
{
    const uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

static void sort_once(figure *f)
{
    size_t n = 0;
    if (f->n_claims) qsort(f->claims, f->n_claims, sizeof *f->claims, ascending);
    for (size_t i = 0; i < f->n_claims; i++)
        if (n == 0 || f->claims[i] != f->claims[n - 1]) f->claims[n++] = f->claims[i];
    f->n_claims = n;
}

static int by_rank(const void *x, const void *y)
{
    const figure *const a = x, *const b = y;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    return (a->is > b->is) - (a->is < b->is);
}

/* ---- the box ---- */

static lgm_figure figure_of(const lgm_record *r, uint32_t event, const lgm_count *c)
{
    return (lgm_figure){.of = c->of,
                        .value = (double)c->value,
                        .relation = c->relation,
                        .start = c->start,
                        .end = c->end,
                        .event = event,
                        .asserted_by = r->events.at[event].asserted_by,
                        .revised_from = LGM_NONE};
}

const lgm_figure *figure_box_all(const lgm_record *r, lgm_figure **own, size_t *n)
{
    size_t most = 0;
    *own = NULL;
    *n = r->figures.n;
    if (*n) return r->figures.at;
    for (size_t i = 0; i < r->events.n; i++) most += r->events.at[i].counts.n;
    *own = calloc(most + 1, sizeof **own);
    for (uint32_t i = 0; *own && i < r->events.n; i++)
        for (size_t k = 0; k < r->events.at[i].counts.n; k++)
            (*own)[(*n)++] = figure_of(r, i, &r->events.at[i].counts.at[k]);
    return *own;
}

bool figure_box_make(figure_box *f, const lgm_record *r)
{
    size_t n;
    *f = (figure_box){0};
    const lgm_figure *const from = figure_box_all(r, &f->own, &n);
    if (!from) return false;
    found *const all = calloc(n + 1, sizeof *all);
    f->at = calloc(n + 1, sizeof *f->at);
    bool ok = all && f->at;
    if (ok) sort_all(all, from, n);
    for (size_t i = 0; ok && i < n; i++) ok = add(f, all[i].is, all[i].rank);
    for (size_t i = 0; ok && i < f->n; i++) sort_once(&f->at[i]);
    if (ok) qsort(f->at, f->n, sizeof *f->at, by_rank);
    free(all);
    if (!ok) figure_box_done(f);
    return ok;
}

void figure_box_done(figure_box *f)
{
    for (size_t i = 0; f->at && i < f->n; i++) free(f->at[i].claims);
    free(f->at);
    free(f->own);
    *f = (figure_box){0};
}
