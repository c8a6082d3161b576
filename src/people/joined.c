/* joined.c - the rules that compare names, and the order of all rules. */
#include "people/joined.h"

#include <string.h>

static bool same(lgm_slice a, lgm_slice b)
{
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

static const lgm_people_entity *of(const lgm_people_forms *f, uint32_t form)
{
    return lgm_people_of_form(f, form);
}

/* A name that several bodies have is none to go by. */
static bool one_name(const lgm_people_forms *f, uint32_t a, uint32_t b)
{
    const bool several = of(f, a)->kind != of(f, b)->kind;
    return !several && same(of(f, a)->key, of(f, b)->key);
}

/* ---- rules: may form a join form b? ---- */

typedef bool may_join(const lgm_people_forms *f, uint32_t a, uint32_t b);

static bool fits(const lgm_people_forms *f, uint32_t a, uint32_t b, lgm_people_fit fit)
{
    return of(f, a)->kind == LGM_PEOPLE_FULL && of(f, b)->kind == LGM_PEOPLE_FULL &&
           lgm_people_names_fit(&f->at[a].name, &f->at[b].name) == fit;
}

/* "Hillary R. Lind" joins "Hillary Rodham Lind". */
static bool by_initial_in_middle(const lgm_people_forms *f, uint32_t a, uint32_t b)
{
    const lgm_slice x = f->at[a].name.middle, y = f->at[b].name.middle;
    return x.len && y.len && x.len < y.len && fits(f, a, b, LGM_PEOPLE_FIT_MIDDLE);
}

/* Do reports have both, as two? */
static bool stand_together(const lgm_people_forms *f, uint32_t a, uint32_t b)
{
    enum { MOST = 1000 };
    const lgm_people_entity *const x = of(f, a), *const y = of(f, b);
    for (size_t i = 0; i < f->at[a].n && i < MOST; i++)
        for (size_t k = 0; k < f->at[b].n && k < MOST; k++)
            if (x[i].reading == y[k].reading) return true;
    return false;
}

/* "Ada Lind" joins "Ada B. Lind"; it joins "Ada Lind Jr." where no report has two. */
static bool by_middle(const lgm_people_forms *f, uint32_t a, uint32_t b)
{
    const lgm_people_name *const x = &f->at[a].name, *const y = &f->at[b].name;
    const bool less = x->middle.len < y->middle.len ||
                      (x->middle.len == y->middle.len && x->suffix.len < y->suffix.len);
    if (!less || !fits(f, a, b, LGM_PEOPLE_FIT_MIDDLE)) return false;
    return x->suffix.len == y->suffix.len || !stand_together(f, a, b);
}

static bool by_short_name(const lgm_people_forms *f, uint32_t a, uint32_t b)
{
    return fits(f, a, b, LGM_PEOPLE_FIT_SHORT);
}

static bool by_initial(const lgm_people_forms *f, uint32_t a, uint32_t b)
{
    return f->at[a].name.given.len == 1 && fits(f, a, b, LGM_PEOPLE_FIT_INITIAL);
}

/* ---- the only one ---- */

/* Of what is known of a form so much: country, work, age. */
static int known(const lgm_people_forms *f, uint32_t form)
{
    const lgm_people_entity *const e = of(f, form);
    return (e->country[0] != 0) + (e->work != 0) + (e->born != 0);
}

/* The only group of the run [a, b), of forms of which as much is known, that group g could join;
 * NO_GROUP = none, or several. */
static uint32_t only_one(const lgm_people_forms *f, uint32_t a, uint32_t b, uint32_t g, int level,
                         may_join *may)
{
    uint32_t found = LGM_PEOPLE_NO_GROUP;
    for (uint32_t i = g; i != LGM_PEOPLE_NO_GROUP; i = f->at[i].next)
        for (uint32_t k = a; k < b && i >= a && i < b; k++) {
            const uint32_t to = f->at[k].group;
            if (to == g || to == found || known(f, k) < level || !may(f, i, k) ||
                !lgm_people_can_be_one(f, g, to))
                continue;
            if (found != LGM_PEOPLE_NO_GROUP) return LGM_PEOPLE_NO_GROUP;
            found = to;
        }
    return found;
}

static uint32_t end_of_run(const lgm_people_forms *f, uint32_t a)
{
    uint32_t b = a;
    while (b < f->n && f->at[b].run == a) b++;
    return b;
}

static void join_group(lgm_people_forms *f, uint32_t a, uint32_t b, uint32_t g, int level,
                       may_join *may, lgm_person_why why)
{
    const uint32_t to = only_one(f, a, b, g, level, may);
    if (to != LGM_PEOPLE_NO_GROUP) lgm_people_take_in(f, to, g, why, (lgm_slice){0});
}

/* Of one name: forms of which more is known come first, since others may fit one of them. */
static void join_by_name(lgm_people_forms *f, uint32_t a, uint32_t b)
{
    for (int level = 3; level >= 0; level--)
        for (uint32_t g = a; g < b; g++) {
            if (f->at[g].group != g || known(f, g) != level) continue;
            join_group(f, a, b, g, level + 1, one_name, LGM_PERSON_SAME_NAME);
            if (f->at[g].group == g) join_group(f, a, b, g, level, one_name, LGM_PERSON_SAME_NAME);
        }
}

static void join_by(lgm_people_forms *f, may_join *may, lgm_person_why why)
{
    for (uint32_t a = 0, b; a < f->n; a = b) {
        b = end_of_run(f, a);
        if (b - a > 1 && !may) join_by_name(f, a, b);
        for (uint32_t g = a; g < b && b - a > 1 && may; g++)
            if (f->at[g].group == g) join_group(f, a, b, g, 0, may, why);
    }
}

/* ---- company ---- */

/* What is asked of the company of a group: a larger one of the name that shares most of it. */
typedef struct choice {
    uint32_t group;
    size_t shared, second;
    lgm_slice names;
} choice;

static lgm_status ask_company(const lgm_people_forms *f, const lgm_people_company *company,
                              uint32_t g, uint32_t other, choice *best, lgm_err *err)
{
    lgm_slice names;
    size_t shared;
    const lgm_status st = company->shared(company->ctx, of(f, g), f->at[g].n, of(f, other),
                                          f->at[other].n, &shared, &names, err);
    if (st != LGM_OK || f->at[other].group == best->group) return st;
    if (shared > best->shared) {
        *best = (choice){f->at[other].group, shared, best->shared, names};
    } else if (shared > best->second) {
        best->second = shared;
    }
    return LGM_OK;
}

/* A group that its name and what is known of it leave open joins the larger one among whose people
 * it is named: two at least, and clearly more than of any other. */
static lgm_status join_by_company(lgm_people_forms *f, const lgm_people_company *company,
                                  lgm_err *err)
{
    enum { MOST = 64, ENOUGH = 2, CLEARLY = 2 };
    int asked = 0;
    for (uint32_t g = 0; g < f->n && company; g++) {
        choice best = {.group = LGM_PEOPLE_NO_GROUP};
        if (f->at[g].group != g || of(f, g)->kind != LGM_PEOPLE_FULL) continue;
        for (uint32_t k = f->at[g].run; k < f->n && f->at[k].run == f->at[g].run; k++) {
            const uint32_t to = f->at[k].group;
            const size_t mine = f->facts[g].n, theirs = f->facts[to].n;
            if (to == g || k != to || !one_name(f, g, k) || theirs < mine ||
                (theirs == mine && to > g) || ++asked > MOST)
                continue;
            const lgm_status st = ask_company(f, company, g, k, &best, err);
            if (st != LGM_OK) return st;
        }
        if (best.shared >= ENOUGH && best.shared >= CLEARLY * best.second)
            lgm_people_take_in(f, best.group, g, LGM_PERSON_COMPANY, best.names);
    }
    return LGM_OK;
}

/* ---- groups of entities ---- */

static void set_why(const lgm_people_forms *f, const lgm_people_form *form, lgm_people_entity *e,
                    size_t i)
{
    const lgm_people_entity *const first = &f->e[f->at[form->group].first];
    e->because = form->because;
    e->why = form->why;
    if (form->why != LGM_PERSON_FIRST ||
        (form->group == (uint32_t)(form - f->at) && i == form->first))
        return;
    e->why = e->kind == LGM_PEOPLE_LAST       ? LGM_PERSON_ALONE
             : same(e->folded, first->folded) ? LGM_PERSON_SAME_NAME
                                              : LGM_PERSON_SPELLING;
}

/* Numbers without gaps. An entity that an office has taken out of its form has its own reason. */
static uint32_t set_groups(lgm_people_forms *f, const uint32_t *group_of, uint32_t *number)
{
    uint32_t groups = 0;
    for (uint32_t i = 0; i < f->n; i++) number[i] = LGM_PEOPLE_NO_GROUP;
    for (uint32_t i = 0; i < f->n; i++)
        for (size_t k = f->at[i].first; k < f->at[i].first + f->at[i].n; k++) {
            const bool taken = group_of[k] != LGM_PEOPLE_NO_GROUP;
            const uint32_t g = taken ? f->at[group_of[k]].group : f->at[i].group;
            if (!taken) set_why(f, &f->at[i], &f->e[k], k);
            if (number[g] == LGM_PEOPLE_NO_GROUP) number[g] = groups++;
            f->e[k].group = number[g];
        }
    return groups;
}

lgm_status lgm_people_join(lgm_people_entity *e, size_t n, const lgm_people_company *company,
                           uint32_t *groups, lgm_arena *arena, lgm_err *err)
{
    lgm_people_forms f;
    uint32_t *const number = lgm_arena_calloc(arena, n + 1, sizeof *number);
    uint32_t *const group_of = lgm_arena_calloc(arena, n + 1, sizeof *group_of);
    if (!number || !group_of || !lgm_people_make_forms(&f, e, n, arena))
        return lgm_arena_fail(arena, err);
    for (size_t i = 0; i < n; i++) group_of[i] = LGM_PEOPLE_NO_GROUP;
    join_by(&f, NULL, LGM_PERSON_SAME_NAME);
    const lgm_status st = join_by_company(&f, company, err);
    if (st != LGM_OK) return st;
    join_by(&f, by_initial_in_middle, LGM_PERSON_MIDDLE);
    join_by(&f, by_middle, LGM_PERSON_MIDDLE);
    join_by(&f, by_short_name, LGM_PERSON_SHORT);
    join_by(&f, by_initial, LGM_PERSON_INITIAL);
    if (!lgm_people_join_by_alias(&f, arena) || !lgm_people_join_by_office(&f, group_of, arena))
        return lgm_arena_fail(arena, err);
    *groups = set_groups(&f, group_of, number);
    return LGM_OK;
}
