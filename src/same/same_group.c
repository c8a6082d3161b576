/* same_group.c - see same_group.h. */
#include "same/same_group.h"

#include <stdlib.h>

enum { MOST_AT_ONCE = 2000 };
#define VERY_LIKE 2.0

typedef struct parts {
    uint32_t *of;    /* [n]: the first that it hangs together with */
    uint32_t *place; /* [n]: its number within the part */
    uint32_t *size;  /* [n]: of the part that begins there */
} parts;

/* ---- parts: what no pair ties is not compared ---- */

static uint32_t root(uint32_t *of, uint32_t i)
{
    while (of[i] != i) i = of[i] = of[of[i]];
    return i;
}

static void tie(uint32_t *of, uint32_t a, uint32_t b)
{
    a = root(of, a);
    b = root(of, b);
    of[a < b ? b : a] = a < b ? a : b;
}

static bool find_parts(parts *p, const lgm_same_grouping *g)
{
    const size_t n = g->n;
    *p = (parts){.of = lgm_arena_calloc(g->arena, n + 1, sizeof *p->of),
                 .place = lgm_arena_calloc(g->arena, n + 1, sizeof *p->place),
                 .size = lgm_arena_calloc(g->arena, n + 1, sizeof *p->size)};
    if (!p->of || !p->place || !p->size) return false;
    for (uint32_t i = 0; i < n; i++) p->of[i] = i;
    for (size_t i = 0; i < g->pairs.n; i++)
        if (g->pairs.at[i].like > 0) tie(p->of, g->pairs.at[i].a, g->pairs.at[i].b);
    for (uint32_t i = 0; i < n; i++) {
        p->of[i] = root(p->of, i);
        p->place[i] = p->size[p->of[i]]++;
    }
    return true;
}

/* Pairs of one part stand together, those within none at the end. */
static int by_part(const void *x, const void *y, void *ctx)
{
    const lgm_same_pair *const a = x, *const b = y;
    const uint32_t *const of = ctx;
    if (of[a->a] != of[b->a]) return of[a->a] < of[b->a] ? -1 : 1;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

/* ---- one part ---- */

static bool link_part(const parts *p, lgm_same_grouping *g, uint32_t part,
                      const lgm_same_pair *pairs, size_t n_pairs, lgm_arena *arena)
{
    lgm_linkage k;
    const size_t size = p->size[part];
    if (!lgm_linkage_new(&k, size, arena)) return false;
    for (size_t i = 0; i < size * size; i++) k.like[i] = g->unlike;
    for (size_t i = 0; i < n_pairs; i++) {
        if (p->of[pairs[i].b] != part) continue;
        const uint32_t a = p->place[pairs[i].a], b = p->place[pairs[i].b];
        lgm_linkage_put(&k, a, b, pairs[i].like);
    }
    lgm_linkage_run(&k);
    for (size_t i = part; i < g->n; i++)
        if (p->of[i] == part) g->group[i] = g->n_groups + k.group[p->place[i]];
    g->n_groups += k.n_groups;
    return true;
}

static bool chain_part(const parts *p, lgm_same_grouping *g, uint32_t part,
                       const lgm_same_pair *pairs, size_t n_pairs, lgm_arena *arena)
{
    uint32_t *const of = lgm_arena_calloc(arena, g->n, sizeof *of);
    if (!of) return false;
    for (uint32_t i = 0; i < g->n; i++) of[i] = i;
    for (size_t i = 0; i < n_pairs; i++)
        if (p->of[pairs[i].b] == part && pairs[i].like > VERY_LIKE) tie(of, pairs[i].a, pairs[i].b);
    for (uint32_t i = part; i < g->n; i++) {
        if (p->of[i] != part) continue;
        const uint32_t first = root(of, i);
        g->group[i] = first == i ? g->n_groups++ : g->group[first];
    }
    return true;
}

static lgm_status link_all(const parts *p, lgm_same_grouping *g, lgm_err *err)
{
    lgm_arena *arena;
    size_t from = 0, to;
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    if (g->pairs.n) qsort_r(g->pairs.at, g->pairs.n, sizeof *g->pairs.at, by_part, p->of);
    for (uint32_t i = 0; i < g->n && st == LGM_OK; i++) {
        if (p->of[i] != i) continue;
        while (from < g->pairs.n && p->of[g->pairs.at[from].a] < i) from++;
        for (to = from; to < g->pairs.n && p->of[g->pairs.at[to].a] == i;) to++;
        if (p->size[i] == 1)
            g->group[i] = g->n_groups++;
        else if (!(p->size[i] > MOST_AT_ONCE ? chain_part : link_part)(p, g, i, g->pairs.at + from,
                                                                       to - from, arena))
            st = lgm_arena_fail(arena, err);
        lgm_arena_reset(arena);
        from = to;
    }
    lgm_arena_free(arena);
    return st;
}

/* ---- groups ---- */

typedef struct draft {
    LGM_VEC(lgm_same_one) of;
} draft;

static size_t count_reports(const lgm_same_group *group, const lgm_told *told)
{
    size_t n = 0;
    for (size_t i = 0; i < group->n; i++)
        n += told[group->at[i].report].copy_of == LGM_NONE &&
             (i == 0 || group->at[i].report != group->at[i - 1].report);
    return n;
}

static int by_reports(const void *x, const void *y)
{
    const lgm_same_group *const a = x, *const b = y;
    if (a->n_reports != b->n_reports) return a->n_reports > b->n_reports ? -1 : 1;
    if (a->at->report != b->at->report) return a->at->report < b->at->report ? -1 : 1;
    return a->at->index < b->at->index ? -1 : a->at->index > b->at->index;
}

static bool fill(lgm_same *out, const lgm_same_one *of, const uint32_t *group, size_t n,
                 const lgm_told *told)
{
    uint32_t n_groups = 0;
    for (size_t i = 0; i < n; i++)
        if (group[i] >= n_groups) n_groups = group[i] + 1;
    draft *const drafts = lgm_arena_calloc(out->arena, n_groups + 1, sizeof *drafts);
    lgm_same_group *const groups = lgm_arena_calloc(out->arena, n_groups + 1, sizeof *groups);
    if (!drafts || !groups) return false;
    for (size_t i = 0; i < n; i++)
        if (!lgm_vec_push(out->arena, &drafts[group[i]].of, of[i])) return false;
    for (size_t i = 0; i < n_groups; i++) {
        if (drafts[i].of.n == 0) continue;
        lgm_same_group *const g = &groups[out->n++];
        *g = (lgm_same_group){.at = drafts[i].of.at, .n = drafts[i].of.n};
        g->n_reports = count_reports(g, told);
    }
    if (out->n > 1) qsort(groups, out->n, sizeof *groups, by_reports);
    out->at = groups;
    return true;
}

lgm_status lgm_same_make(lgm_same **out, const lgm_same_one *of, const uint32_t *group, size_t n,
                         const lgm_told *told, lgm_err *err)
{
    lgm_arena *arena;
    lgm_status st = lgm_arena_new(&arena, 0, err);
    *out = NULL;
    if (st != LGM_OK) return st;
    lgm_same *const same = lgm_arena_calloc(arena, 1, sizeof *same);
    if (same) same->arena = arena;
    if (same && fill(same, of, group, n, told)) {
        *out = same;
        return LGM_OK;
    }
    st = lgm_arena_fail(arena, err);
    lgm_arena_free(arena);
    return st;
}

lgm_status lgm_same_group_all(lgm_same_grouping *g, lgm_err *err)
{
    parts p;
    g->group = lgm_arena_calloc(g->arena, g->n + 1, sizeof *g->group);
    if (!g->group || !find_parts(&p, g)) return lgm_arena_fail(g->arena, err);
    return link_all(&p, g, err);
}
