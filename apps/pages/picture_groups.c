/* picture_groups.c - dates into groups, groups in order of time. */
#include "picture_groups.h"

#include <stdlib.h>
#include <string.h>

static bool same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static int earlier(const void *x, const void *y)
{
    const picture_group *const a = x, *const b = y;
    if (a->span.from != b->span.from) return a->span.from < b->span.from ? -1 : 1;
    if (a->span.to != b->span.to) return a->span.to > b->span.to ? -1 : 1;
    return a->first < b->first ? -1 : a->first > b->first;
}

static void add_group(picture_groups *p, const lgm_time *t, size_t entry)
{
    picture_group *const last = p->n ? &p->at[p->n - 1] : NULL;
    picture_group g = {.value = t->value.ptr, .mod = t->mod.ptr, .first = entry, .n = 1};
    if (last && last->first + last->n == entry && same(last->value, g.value) &&
        same(last->mod, g.mod))
        last->n++;
    else if (axis_span_of(&g.span, g.value, g.mod))
        p->at[p->n++] = g;
    else
        p->left_out++;
}

/* The day of the report, at its claims or on its own. */
static void add_published(picture_groups *p, const lgm_record *r)
{
    const lgm_str date = r->date;
    picture_group g = {.value = p->date, .first = SIZE_MAX, .published = true};
    if (!p->n || !date.ptr || date.len >= sizeof p->date) return;
    memcpy(p->date, date.ptr, date.len);
    for (size_t i = 0; i < p->n; i++)
        if (same(p->at[i].value, p->date) && !p->at[i].mod) {
            p->at[i].published = true;
            return;
        }
    if (axis_span_of(&g.span, g.value, NULL)) p->at[p->n++] = g;
}

/* Bars that overlap stand side by side, as far as there are lanes. */
static void give_lanes(picture_groups *p)
{
    double taken[PICTURE_LANES];
    for (int k = 0; k < PICTURE_LANES; k++) taken[k] = -1e18;
    for (size_t i = 0; i < p->n; i++) {
        picture_group *const g = &p->at[i];
        g->lane = -1;
        if (g->span.exact) continue;
        for (g->lane = 0; g->lane < PICTURE_LANES - 1 && taken[g->lane] > g->span.from;) g->lane++;
        taken[g->lane] = g->span.to;
    }
}

/* Their parts, each with its name at its first group, where there are several. */
static void give_parts(picture_groups *p, const lgm_record *r)
{
    for (size_t i = 0; i < p->n; i++) p->at[i].part = news_part_of(r, p->at[i].value, p->at[i].mod);
    for (size_t i = 0; i < p->n; i++) {
        const bool other =
            i ? p->at[i].part != p->at[i - 1].part : p->at[0].part != p->at[p->n - 1].part;
        p->at[i].headed = other;
    }
}

bool picture_groups_make(picture_groups *p, const lgm_record *r)
{
    const size_t n = r->timeline.n;
    *p = (picture_groups){.at = calloc(n + 1, sizeof *p->at)};
    if (!p->at) return false;
    for (size_t i = 0; i < n; i++) {
        const lgm_time *const t = shown_time_of(r, &r->timeline.at[i]);
        if (t && t->value.ptr) add_group(p, t, i);
    }
    add_published(p, r);
    qsort(p->at, p->n, sizeof *p->at, earlier);
    give_lanes(p);
    give_parts(p, r);
    return true;
}

void picture_groups_done(picture_groups *p)
{
    free(p->at);
    *p = (picture_groups){0};
}
