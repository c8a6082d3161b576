/* linkage.c - see linkage.h. */
#include "story/linkage.h"

#include <math.h>

/* While groups are made, `group` of the first of a group is itself, of the rest that first one; a
 * row of `like` that is of a first one is that of its group. */

bool lgm_story_links_new(lgm_story_links *k, size_t n, lgm_arena *arena)
{
    *k = (lgm_story_links){.n = n,
                           .like = lgm_arena_calloc(arena, n * n + 1, sizeof *k->like),
                           .known = lgm_arena_calloc(arena, n * n + 1, sizeof *k->known),
                           .group = lgm_arena_calloc(arena, n + 1, sizeof *k->group)};
    return k->like && k->known && k->group;
}

void lgm_story_links_put(lgm_story_links *k, size_t a, size_t b, double like)
{
    k->like[a * k->n + b] = k->like[b * k->n + a] = like;
}

void lgm_story_links_know(lgm_story_links *k, size_t a, size_t b, int what)
{
    if (a != b) k->known[a * k->n + b] = k->known[b * k->n + a] = (uint8_t)what;
}

static size_t size_of(const lgm_story_links *k, size_t first)
{
    size_t n = 0;
    for (size_t i = first; i < k->n; i++) n += k->group[i] == first;
    return n;
}

/* Group b becomes a part of group a. */
static void join(lgm_story_links *k, size_t a, size_t b)
{
    const bool said_one = k->known[a * k->n + b] == LGM_STORY_ONE;
    const double x = (double)size_of(k, a), y = (double)size_of(k, b);
    for (size_t i = 0; i < k->n; i++) {
        const double u = k->like[a * k->n + i], v = k->like[b * k->n + i];
        lgm_story_links_put(k, a, i, said_one ? fmax(u, v) : (u * x + v * y) / (x + y));
        if (k->known[b * k->n + i] > k->known[a * k->n + i])
            lgm_story_links_know(k, a, i, k->known[b * k->n + i]);
    }
    for (size_t i = 0; i < k->n; i++)
        if (k->group[i] == b) k->group[i] = (uint32_t)a;
}

/* The two groups that come first: those known to be one, then the most alike. */
static bool next(const lgm_story_links *k, size_t *a, size_t *b)
{
    double best = 0;
    bool found = false;
    for (size_t i = 0; i < k->n; i++) {
        if (k->group[i] != i) continue;
        for (size_t m = i + 1; m < k->n; m++) {
            const uint8_t known = k->known[i * k->n + m];
            const double like = known ? INFINITY : k->like[i * k->n + m];
            if (k->group[m] != m || known == LGM_STORY_TWO || like <= best) continue;
            best = like;
            *a = i;
            *b = m;
            found = true;
        }
    }
    return found;
}

static void number(lgm_story_links *k)
{
    k->n_groups = 0;
    for (size_t i = 0; i < k->n; i++) {
        const uint32_t first = k->group[i];
        k->group[i] = first == i ? k->n_groups++ : k->group[first];
    }
}

void lgm_story_link(lgm_story_links *k)
{
    size_t a = 0, b = 0;
    for (size_t i = 0; i < k->n; i++) k->group[i] = (uint32_t)i;
    while (next(k, &a, &b)) join(k, a, b);
    number(k);
}
