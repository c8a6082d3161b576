/* decided.c - what people decided of names, obeyed. */
#include "people/gathered.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct obeying {
    lgm_people_entity **by_place; /* sorted by reading and number */
    size_t n;
    const lgm_people_decisions *d;
    lgm_people_entity **ends; /* two a decision; NULL = it is not among them */
    lgm_arena *arena;
} obeying;

/* ---- whom it is about ---- */

static int compare_place(int64_t reading, uint32_t n, const lgm_people_entity *e)
{
    if (reading != e->reading) return reading < e->reading ? -1 : 1;
    return (n > e->n) - (n < e->n);
}

static int by_place(const void *x, const void *y)
{
    const lgm_people_entity *const a = *(lgm_people_entity *const *)x;
    return compare_place(a->reading, a->n, *(lgm_people_entity *const *)y);
}

static lgm_people_entity *find(const obeying *o, int64_t reading, uint32_t n)
{
    size_t from = 0, to = o->n;
    while (from < to) {
        const size_t middle = from + (to - from) / 2;
        const int c = compare_place(reading, n, o->by_place[middle]);
        if (c == 0) return o->by_place[middle];
        if (c < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return NULL;
}

static bool start(obeying *o, lgm_people_gathered *g)
{
    o->by_place = lgm_arena_calloc(o->arena, g->all.n + 1, sizeof *o->by_place);
    o->ends = lgm_arena_calloc(o->arena, 2 * o->d->n + 1, sizeof *o->ends);
    if (!o->by_place || !o->ends) return false;
    o->n = g->all.n;
    for (size_t i = 0; i < o->n; i++) o->by_place[i] = &g->all.at[i];
    qsort(o->by_place, o->n, sizeof *o->by_place, by_place);
    for (size_t i = 0; i < o->d->n; i++)
        for (size_t side = 0; side < 2; side++)
            o->ends[2 * i + side] = find(o, o->d->at[i].reading[side], o->d->at[i].n[side]);
    return true;
}

/* "12:e3 · Mira Quell, 2024-05-24" */
static bool say(obeying *o, size_t i, lgm_person_why why)
{
    const lgm_people_decision *const d = &o->d->at[i];
    lgm_people_entity *const e = o->ends[2 * i + 1];
    const size_t room = d->by.len + 48;
    char *const words = lgm_arena_alloc(o->arena, room);
    if (!words) return false;
    const int len = snprintf(words, room, "%lld:e%u · %.*s", (long long)d->report[0], d->n[0],
                             (int)d->by.len, d->by.ptr);
    e->why = why;
    e->because = (lgm_slice){words, (size_t)len};
    return true;
}

/* ---- one ---- */

static bool is_decided(const obeying *o, size_t i, bool one)
{
    return o->d->at[i].one == one && o->ends[2 * i] && o->ends[2 * i + 1];
}

static bool merge(obeying *o)
{
    for (size_t i = 0; i < o->d->n; i++) {
        if (!is_decided(o, i, true)) continue;
        const uint32_t to = o->ends[2 * i]->group, from = o->ends[2 * i + 1]->group;
        for (size_t k = 0; k < o->n && from != to; k++)
            if (o->by_place[k]->group == from) o->by_place[k]->group = to;
        if (!say(o, i, LGM_PERSON_MERGED)) return false;
    }
    return true;
}

/* ---- two ---- */

static bool is_within(const obeying *o, size_t i, bool one, uint32_t group)
{
    return is_decided(o, i, one) && o->ends[2 * i]->group == group &&
           o->ends[2 * i + 1]->group == group;
}

/* Whom people merged with one that has left goes too, but for the one that is left. */
static void follow(obeying *o, uint32_t group, uint32_t left, const lgm_people_entity *stays)
{
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < o->d->n; i++) {
            lgm_people_entity *const a = o->ends[2 * i], *const b = o->ends[2 * i + 1];
            if (!is_decided(o, i, true) || a == stays || b == stays) continue;
            if (!((a->group == left && b->group == group) ||
                  (b->group == left && a->group == group)))
                continue;
            a->group = b->group = left;
            more = true;
        }
    }
}

static bool same(lgm_slice a, lgm_slice b)
{
    return a.len == b.len && (!a.len || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* All of the name of the one that leaves, where the one that stays has another. */
static void take_name(obeying *o, uint32_t group, uint32_t left, const lgm_people_entity *leaves,
                      const lgm_people_entity *stays)
{
    if (same(leaves->key, stays->key)) return;
    for (size_t i = 0; i < o->n; i++)
        if (o->by_place[i]->group == group && same(o->by_place[i]->key, leaves->key))
            o->by_place[i]->group = left;
}

/* Those that leave the group of decision i; each time fewer are left in it. */
static bool split_group(obeying *o, size_t first, uint32_t left)
{
    const lgm_people_entity *const stays = o->ends[2 * first];
    const uint32_t group = stays->group;
    for (size_t i = first; i < o->d->n; i++) {
        lgm_people_entity *const leaves = o->ends[2 * i + 1];
        if (!is_within(o, i, false, group) || leaves == stays) continue;
        leaves->group = left;
        take_name(o, group, left, leaves, stays);
        if (!say(o, i, LGM_PERSON_SPLIT)) return false;
    }
    follow(o, group, left, stays);
    return true;
}

static bool split(obeying *o, uint32_t *n_groups)
{
    for (size_t i = 0; i < o->d->n; i++)
        if (is_decided(o, i, false) && o->ends[2 * i]->group == o->ends[2 * i + 1]->group &&
            !split_group(o, i, (*n_groups)++))
            return false;
    return true;
}

lgm_status lgm_people_obey(lgm_people_gathered *g, uint32_t *n_groups, lgm_err *err)
{
    obeying o = {.d = &g->decided, .arena = g->arena};
    if (!o.d->n) return LGM_OK;
    if (start(&o, g) && merge(&o) && split(&o, n_groups)) return LGM_OK;
    return lgm_arena_fail(g->arena, err);
}
