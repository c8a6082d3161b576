/* linkage.c - see linkage.h. */
#include "base/linkage.h"

#include <math.h>

#define NONE UINT32_MAX

/* While groups are made, `group` of the first of a group is itself, of the rest that first one; a
 * row of `like` that is of a first one is that of its group. */

bool lgm_linkage_new(lgm_linkage *k, size_t n, lgm_arena *arena)
{
    *k = (lgm_linkage){.n = n,
                       .like = lgm_arena_calloc(arena, n * n + 1, sizeof *k->like),
                       .known = lgm_arena_calloc(arena, n * n + 1, sizeof *k->known),
                       .group = lgm_arena_calloc(arena, n + 1, sizeof *k->group),
                       .best = lgm_arena_calloc(arena, n + 1, sizeof *k->best),
                       .size = lgm_arena_calloc(arena, n + 1, sizeof *k->size)};
    return k->like && k->known && k->group && k->best && k->size;
}

void lgm_linkage_put(lgm_linkage *k, size_t a, size_t b, double like)
{
    k->like[a * k->n + b] = k->like[b * k->n + a] = like;
}

void lgm_linkage_know(lgm_linkage *k, size_t a, size_t b, int what)
{
    if (a != b) k->known[a * k->n + b] = k->known[b * k->n + a] = (uint8_t)what;
}

static bool is_first(const lgm_linkage *k, size_t i)
{
    return k->group[i] == i;
}

static double like_of(const lgm_linkage *k, size_t a, size_t b)
{
    switch (k->known[a * k->n + b]) {
    case LGM_LINKAGE_FREE: return k->like[a * k->n + b];
    case LGM_LINKAGE_TWO: return -INFINITY;
    default: return INFINITY;
    }
}

/* The group behind i that is most like it. */
static void look(lgm_linkage *k, size_t i)
{
    k->best[i] = NONE;
    for (size_t m = i + 1; m < k->n; m++)
        if (is_first(k, m) &&
            like_of(k, i, m) > (k->best[i] == NONE ? 0 : like_of(k, i, k->best[i])))
            k->best[i] = (uint32_t)m;
}

/* Group b, behind group a, becomes a part of it. */
static void join(lgm_linkage *k, size_t a, size_t b)
{
    const bool said_one = k->known[a * k->n + b] == LGM_LINKAGE_ONE;
    const double x = k->size[a], y = k->size[b];
    for (size_t i = 0; i < k->n; i++) {
        const double u = k->like[a * k->n + i], v = k->like[b * k->n + i];
        lgm_linkage_put(k, a, i, said_one ? fmax(u, v) : (u * x + v * y) / (x + y));
        if (k->known[b * k->n + i] > k->known[a * k->n + i])
            lgm_linkage_know(k, a, i, k->known[b * k->n + i]);
    }
    for (size_t i = b; i < k->n; i++)
        if (k->group[i] == b) k->group[i] = (uint32_t)a;
    k->size[a] += k->size[b];
}

/* Rows that had one of the two for their best, or have a better one now. */
static void look_again(lgm_linkage *k, size_t a, size_t b)
{
    for (size_t i = 0; i < b; i++) {
        if (!is_first(k, i)) continue;
        if (i == a || k->best[i] == a || k->best[i] == b) {
            look(k, i);
        } else if (i < a && like_of(k, i, a) > 0) {
            const double now = like_of(k, i, a);
            const double then = k->best[i] == NONE ? 0 : like_of(k, i, k->best[i]);
            if (now > then || (now == then && a < k->best[i])) k->best[i] = (uint32_t)a;
        }
    }
}

/* The two groups that come first: those known to be one, then the most alike. */
static bool next(const lgm_linkage *k, size_t *a, size_t *b)
{
    double best = 0;
    for (size_t i = 0; i < k->n; i++) {
        if (!is_first(k, i) || k->best[i] == NONE) continue;
        const double like = like_of(k, i, k->best[i]);
        if (like <= best) continue;
        best = like;
        *a = i;
        *b = k->best[i];
    }
    return best > 0;
}

static void number(lgm_linkage *k)
{
    k->n_groups = 0;
    for (size_t i = 0; i < k->n; i++) {
        const uint32_t first = k->group[i];
        k->group[i] = first == i ? k->n_groups++ : k->group[first];
    }
}

void lgm_linkage_run(lgm_linkage *k)
{
    size_t a = 0, b = 0;
    for (size_t i = 0; i < k->n; i++) {
        k->group[i] = (uint32_t)i;
        k->size[i] = 1;
    }
    for (size_t i = 0; i < k->n; i++) look(k, i);
    while (next(k, &a, &b)) {
        join(k, a, b);
        look_again(k, a, b);
    }
    number(k);
}
