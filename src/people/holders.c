/* holders.c - who holds an office: "President Lind", "the FSB chief". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "people/joined.h"
#include "people/held_office.h"

typedef struct holding { /* an office that a person of a whole name holds in reports */
    lgm_people_office office;
    uint32_t form; /* of the person */
    int from, to;  /* years */
    size_t times;
} holding;

typedef LGM_VEC(holding) holdings;

enum { AROUND = 1 }; /* years before the first report that says so, and after the last */

static int compare(const void *x, const void *y)
{
    const holding *const a = x, *const b = y;
    if (a->form != b->form) return a->form < b->form ? -1 : 1;
    if (a->office.n != b->office.n) return a->office.n < b->office.n ? -1 : 1;
    const int c = memcmp(a->office.words, b->office.words, sizeof a->office.words);
    return c ? c : (a->from > b->from) - (a->from < b->from);
}

/* Each office of a form once, with its first and last year. */
static bool read_holdings(const lgm_people_forms *f, holdings *out, lgm_arena *arena)
{
    size_t kept = 0;
    for (uint32_t i = 0; i < f->n; i++)
        for (size_t k = f->at[i].first; k < f->at[i].first + f->at[i].n; k++) {
            const lgm_people_entity *const e = &f->e[k];
            for (size_t r = 0; r < e->roles.n && e->kind == LGM_PEOPLE_FULL; r++) {
                const lgm_people_office o = lgm_people_office_of(e->roles.at[r]);
                if (o.n && !lgm_vec_push(arena, out, (holding){o, i, e->year, e->year, 1}))
                    return false;
            }
        }
    if (out->n) qsort(out->at, out->n, sizeof *out->at, compare);
    for (size_t i = 0; i < out->n; i++) {
        holding *const last = kept ? &out->at[kept - 1] : NULL;
        const holding h = out->at[i];
        if (!last || last->form != h.form || !lgm_people_same_office(&last->office, &h.office)) {
            out->at[kept++] = h;
            continue;
        }
        last->times++;
        if (h.from && (!last->from || h.from < last->from)) last->from = h.from;
        if (h.to > last->to) last->to = h.to;
    }
    out->n = kept;
    return true;
}

static bool at_the_time(const holding *h, int year)
{
    return !year || !h->from || (year >= h->from - AROUND && year <= h->to + AROUND);
}

/* The only group that holds the office in that year, of those of the run where there is one. */
static uint32_t holder_of(const lgm_people_forms *f, const holdings *h, const lgm_people_office *o,
                          int year, const uint32_t *run, bool exactly)
{
    uint32_t found = LGM_PEOPLE_NO_GROUP;
    for (size_t i = 0; i < h->n; i++) {
        const holding *const one = &h->at[i];
        if ((run && f->at[one->form].run != *run) || !at_the_time(one, year)) continue;
        if (exactly ? !lgm_people_same_office(&one->office, o)
                    : !lgm_people_office_fits(&one->office, o))
            continue;
        const uint32_t g = f->at[one->form].group;
        if (found != LGM_PEOPLE_NO_GROUP && found != g) return LGM_PEOPLE_NO_GROUP;
        found = g;
    }
    return found;
}

/* Of a last name, by the first of its roles that only one of that name holds. */
static uint32_t by_role(const lgm_people_forms *f, const holdings *h, uint32_t form,
                        lgm_people_entity *e)
{
    for (size_t r = 0; r < e->roles.n; r++) {
        const lgm_people_office o = lgm_people_office_of(e->roles.at[r]);
        const uint32_t g =
            o.n ? holder_of(f, h, &o, e->year, &f->at[form].run, false) : LGM_PEOPLE_NO_GROUP;
        if (g == LGM_PEOPLE_NO_GROUP || !lgm_people_can_be_one(f, f->at[form].group, g)) continue;
        e->why = LGM_PERSON_OFFICE;
        e->because = e->roles.at[r];
        return g;
    }
    return LGM_PEOPLE_NO_GROUP;
}

/* An office alone is no name at all: two reports have to give it to the person, one of them in that
 * year or before and one in it or after. */
static bool is_sure(const lgm_people_forms *f, const holdings *h, const lgm_people_office *o,
                    int year, uint32_t g)
{
    size_t times = 0;
    bool before = !year, after = !year;
    for (size_t i = 0; i < h->n; i++) {
        const holding *const one = &h->at[i];
        if (f->at[one->form].group != g || !lgm_people_same_office(&one->office, o)) continue;
        times += one->times;
        before = before || (one->from && one->from <= year);
        after = after || one->to >= year;
    }
    return times > 1 && before && after;
}

static uint32_t by_office_alone(const lgm_people_forms *f, const holdings *h, lgm_people_entity *e)
{
    const lgm_people_office o = lgm_people_office_of(e->name);
    const uint32_t g = o.of_one ? holder_of(f, h, &o, e->year, NULL, true) : LGM_PEOPLE_NO_GROUP;
    if (g == LGM_PEOPLE_NO_GROUP || !is_sure(f, h, &o, e->year, g)) return LGM_PEOPLE_NO_GROUP;
    e->why = LGM_PERSON_ROLE;
    return g;
}

bool lgm_people_join_by_office(lgm_people_forms *f, uint32_t *group_of, lgm_arena *arena)
{
    holdings h = {0};
    if (!read_holdings(f, &h, arena)) return false;
    for (uint32_t i = 0; i < f->n && h.n; i++)
        for (size_t k = f->at[i].first; k < f->at[i].first + f->at[i].n; k++) {
            lgm_people_entity *const e = &f->e[k];
            const bool person = e->type.len == 3 && memcmp(e->type.ptr, "PER", 3) == 0;
            if (e->kind == LGM_PEOPLE_LAST && person)
                group_of[k] = by_role(f, &h, i, e);
            else if (e->kind == LGM_PEOPLE_WORDS && person && f->at[i].group == i)
                group_of[k] = by_office_alone(f, &h, e);
        }
    return true;
}
