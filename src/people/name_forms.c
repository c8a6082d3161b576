/* name_forms.c - entities of one name as forms, forms as groups. */
#include "people/name_forms.h"

#include <stdlib.h>
#include <string.h>

enum { LIFE = 60, BIRTHS = 2 }; /* years */

static int compare_slices(lgm_slice a, lgm_slice b)
{
    const size_t least = a.len < b.len ? a.len : b.len;
    const int c = least ? memcmp(a.ptr, b.ptr, least) : 0;
    return c ? c : (a.len > b.len) - (a.len < b.len);
}

static int compare_runs(const lgm_people_entity *a, const lgm_people_entity *b)
{
    const int c = compare_slices(a->type, b->type);
    return c ? c : compare_slices(a->last, b->last);
}

static int compare_names(const lgm_people_entity *a, const lgm_people_entity *b)
{
    int c = compare_runs(a, b);
    if (!c) c = compare_slices(a->key, b->key);
    if (!c) c = strcmp(a->country, b->country);
    return c ? c : (a->work > b->work) - (a->work < b->work);
}

static int compare(const void *x, const void *y)
{
    const lgm_people_entity *const a = x, *const b = y;
    const int c = compare_names(a, b);
    if (c) return c;
    if (a->born != b->born) return a->born < b->born ? -1 : 1;
    if (a->year != b->year) return a->year < b->year ? -1 : 1;
    if (a->report != b->report) return a->report < b->report ? -1 : 1;
    return (a->n > b->n) - (a->n < b->n);
}

static bool begins_form(const lgm_people_entity *a, const lgm_people_entity *b)
{
    if (compare_names(a, b) != 0) return true;
    if (a->kind != LGM_PEOPLE_FULL) return false;
    if (!a->born != !b->born || b->born - a->born > BIRTHS) return true;
    return a->year && b->year - a->year > LIFE;
}

/* A body's name is all of its run: only the same name is looked at. */
static bool begins_run(const lgm_people_entity *a, const lgm_people_entity *b)
{
    return compare_runs(a, b) != 0 || (!b->last.len && compare_slices(a->key, b->key) != 0);
}

static void learn(lgm_people_facts *facts, const lgm_people_entity *e)
{
    facts->n++;
    facts->work |= e->work;
    if (e->born) facts->born = e->born;
    if (!facts->country[0]) memcpy(facts->country, e->country, sizeof facts->country);
    if (e->year && (!facts->from || e->year < facts->from)) facts->from = e->year;
    if (e->year > facts->to) facts->to = e->year;
}

bool lgm_people_make_forms(lgm_people_forms *f, lgm_people_entity *e, size_t n, lgm_arena *arena)
{
    *f = (lgm_people_forms){.e = e};
    if (n) qsort(e, n, sizeof *e, compare);
    f->at = lgm_arena_calloc(arena, n + 1, sizeof *f->at);
    f->facts = lgm_arena_calloc(arena, n + 1, sizeof *f->facts);
    if (!f->at || !f->facts) return false;
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || begins_form(&e[i - 1], &e[i])) {
            const bool run = i == 0 || begins_run(&e[i - 1], &e[i]);
            f->at[f->n] = (lgm_people_form){.first = i,
                                            .group = f->n,
                                            .next = LGM_PEOPLE_NO_GROUP,
                                            .run = run ? f->n : f->at[f->n - 1].run,
                                            .name = lgm_people_name_of(e[i].folded)};
            f->facts[f->n] = (lgm_people_facts){.given = f->at[f->n].name.given_key,
                                                .middle = f->at[f->n].name.middle,
                                                .last = f->n};
            f->n++;
        }
        f->at[f->n - 1].n++;
        learn(&f->facts[f->n - 1], &e[i]);
    }
    return true;
}

const lgm_people_entity *lgm_people_of_form(const lgm_people_forms *f, uint32_t form)
{
    return &f->e[f->at[form].first];
}

bool lgm_people_can_be_one(const lgm_people_forms *f, uint32_t a, uint32_t b)
{
    const lgm_people_facts *const x = &f->facts[a], *const y = &f->facts[b];
    if (x->country[0] && y->country[0] && strcmp(x->country, y->country) != 0) return false;
    if (x->work && y->work && !(x->work & y->work)) return false;
    if (x->born && y->born && abs(x->born - y->born) > BIRTHS) return false;
    if (x->given && x->given == y->given && !lgm_people_middles_fit(x->middle, y->middle))
        return false;
    return !x->from || !y->from || (y->from - x->to <= LIFE && x->from - y->to <= LIFE);
}

void lgm_people_take_in(lgm_people_forms *f, uint32_t to, uint32_t g, lgm_person_why why,
                        lgm_slice because)
{
    lgm_people_facts *const into = &f->facts[to];
    const lgm_people_facts *const more = &f->facts[g];
    f->at[into->last].next = g;
    into->last = more->last;
    for (uint32_t i = g; i != LGM_PEOPLE_NO_GROUP; i = f->at[i].next) {
        f->at[i].group = to;
        if (f->at[i].why != LGM_PERSON_FIRST) continue;
        f->at[i].why = why;
        f->at[i].because = because;
    }
    if (more->country[0] && (!into->country[0] || more->n > into->n))
        memcpy(into->country, more->country, sizeof into->country);
    into->work |= more->work;
    if (!into->born) into->born = more->born;
    if (more->from && (!into->from || more->from < into->from)) into->from = more->from;
    if (more->to > into->to) into->to = more->to;
    into->n += more->n;
    if (more->given == into->given && more->middle.len > into->middle.len)
        into->middle = more->middle;
}
