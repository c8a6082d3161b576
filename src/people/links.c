/* links.c - names that a report gives beside the first: "the Federal Security Service (FSB)". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "people/joined.h"

enum { CLEARLY = 5 }; /* of a body: so many times as often as any other; of a person no other */

typedef struct link { /* forms of one thing, as a report says */
    uint32_t a, b;    /* the form of the other name, the form of the entity */
    const lgm_people_entity *of;
} link;

typedef struct named { /* a form by its key */
    lgm_slice type, key;
    uint32_t form;
} named;

static int compare_slices(lgm_slice a, lgm_slice b)
{
    const size_t least = a.len < b.len ? a.len : b.len;
    const int c = least ? memcmp(a.ptr, b.ptr, least) : 0;
    return c ? c : (a.len > b.len) - (a.len < b.len);
}

static int by_key(const void *x, const void *y)
{
    const named *const a = x, *const b = y;
    int c = compare_slices(a->type, b->type);
    if (!c) c = compare_slices(a->key, b->key);
    return c ? c : (a->form > b->form) - (a->form < b->form);
}

static size_t first_of(const named *list, size_t n, lgm_slice type, lgm_slice key)
{
    const named wanted = {type, key, 0};
    size_t lo = 0, hi = n;
    while (lo < hi) {
        const size_t mid = lo + (hi - lo) / 2;
        if (by_key(&list[mid], &wanted) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static int by_form(const void *x, const void *y)
{
    const link *const a = x, *const b = y;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

typedef LGM_VEC(link) links;

static bool add_links(links *out, const lgm_people_forms *f, const named *list, uint32_t form,
                      const lgm_people_entity *e, lgm_arena *arena)
{
    for (size_t i = 0; i < e->aliases.n; i++) {
        const lgm_slice key = lgm_people_key_as(e, e->aliases.at[i], arena);
        if (!key.len || compare_slices(key, e->key) == 0) continue;
        for (size_t k = first_of(list, f->n, e->type, key);
             k < f->n && compare_slices(list[k].key, key) == 0 &&
             compare_slices(list[k].type, e->type) == 0;
             k++)
            if (!lgm_vec_push(arena, out, (link){list[k].form, form, e})) return false;
    }
    return true;
}

/* How often the group of link i is linked with its first form, of the links [i, end). */
static size_t times(const lgm_people_forms *f, const link *l, size_t start, size_t end, size_t i)
{
    size_t n = 0;
    for (size_t k = start; k < end; k++) n += f->at[l[k].b].group == f->at[l[i].b].group;
    return n;
}

/* The links of one form: joins the group that is linked with it most, where no other is nearly as
 * often. */
static bool join_form(lgm_people_forms *f, const link *l, size_t start, size_t end,
                      lgm_arena *arena)
{
    const uint32_t g = f->at[l[start].a].group;
    size_t best = end, most = 0, second = 0;
    for (size_t i = start; i < end; i++) {
        const uint32_t to = f->at[l[i].b].group;
        if (to == g || !lgm_people_can_be_one(f, g, to)) continue;
        const size_t n = times(f, l, start, end, i);
        if (best < end && to == f->at[l[best].b].group) continue;
        if (n > most) {
            second = most;
            most = n;
            best = i;
        } else if (n > second) {
            second = n;
        }
    }
    const bool person = best < end && l[best].of->last.len > 0;
    if (best == end || second * (person ? most + 1 : CLEARLY) > most) return true;
    char text[400];
    const lgm_people_entity *const e = l[best].of;
    const int len =
        snprintf(text, sizeof text, "report %lld has %.*s with this name", (long long)e->report,
                 (int)(e->name.len < 300 ? e->name.len : 300), e->name.ptr);
    const char *const because = lgm_arena_strndup(arena, text, (size_t)len);
    if (!because) return false;
    lgm_people_take_in(f, f->at[l[best].b].group, g, LGM_PERSON_ALIAS,
                       (lgm_slice){because, (size_t)len});
    return true;
}

bool lgm_people_join_by_alias(lgm_people_forms *f, lgm_arena *arena)
{
    links l = {0};
    named *const list = lgm_arena_calloc(arena, f->n + 1, sizeof *list);
    if (!list) return false;
    for (uint32_t i = 0; i < f->n; i++)
        list[i] = (named){lgm_people_of_form(f, i)->type, lgm_people_of_form(f, i)->key, i};
    qsort(list, f->n, sizeof *list, by_key);
    for (uint32_t i = 0; i < f->n; i++)
        for (size_t k = 0; k < f->at[i].n; k++)
            if (!add_links(&l, f, list, i, &f->e[f->at[i].first + k], arena)) return false;
    if (l.n) qsort(l.at, l.n, sizeof *l.at, by_form);
    for (size_t i = 0, end; i < l.n; i = end) {
        for (end = i; end < l.n && l.at[end].a == l.at[i].a;) end++;
        if (!join_form(f, l.at, i, end, arena)) return false;
    }
    return true;
}
