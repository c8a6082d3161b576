/*
 * joined.c - which entities of one name are one.
 *
 * Entities whose type, whole name and country are the same have one form. Then forms join: one
 * whose country is not known, the form of that name which has one; a name without its middle the
 * one with it; a last name the one person who has it. Each only where there is no second one that
 * it could join.
 */
#include "people/joined.h"

#include <stdlib.h>
#include <string.h>

#define NO_GROUP UINT32_MAX

static bool is_person(const lgm_people_entity *e)
{
    return e->type.len == 3 && memcmp(e->type.ptr, "PER", 3) == 0;
}

static bool same(lgm_slice a, lgm_slice b)
{
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

static bool same_name(const lgm_people_entity *a, const lgm_people_entity *b)
{
    return a->folded_len == b->folded_len && memcmp(a->folded, b->folded, a->folded_len) == 0;
}

static lgm_slice first_word(const lgm_people_entity *e)
{
    return (lgm_slice){e->folded, strcspn(e->folded, " ")};
}

static lgm_slice last_word(const lgm_people_entity *e)
{
    const char *const space = strrchr(e->folded, ' ');
    return space ? (lgm_slice){space + 1, e->folded_len - (size_t)(space + 1 - e->folded)}
                 : (lgm_slice){e->folded, e->folded_len};
}

static bool has_space(const lgm_people_entity *e)
{
    return memchr(e->folded, ' ', e->folded_len) != NULL;
}

static bool one_country(const lgm_people_entity *a, const lgm_people_entity *b)
{
    return !a->country[0] || !b->country[0] || strcmp(a->country, b->country) == 0;
}

/* ---- forms: entities of one type, name and country ---- */

typedef struct form {
    const lgm_people_entity *of;
    uint32_t group;
    lgm_person_why why; /* it joined another group */
} form;

static int compare_slices(lgm_slice a, lgm_slice b)
{
    const int c = memcmp(a.ptr, b.ptr, a.len < b.len ? a.len : b.len);
    return c ? c : (a.len > b.len) - (a.len < b.len);
}

static int compare_forms(const lgm_people_entity *a, const lgm_people_entity *b)
{
    int c = compare_slices(a->type, b->type);
    if (!c) c = strcmp(a->folded, b->folded);
    return c ? c : strcmp(a->country, b->country);
}

static int compare(const void *x, const void *y)
{
    const lgm_people_entity *const a = x, *const b = y;
    const int c = compare_forms(a, b);
    if (c) return c;
    if (a->report != b->report) return a->report < b->report ? -1 : 1;
    return (a->n > b->n) - (a->n < b->n);
}

/* Of sorted entities; e[i].group is the number of its form. */
static uint32_t make_forms(lgm_people_entity *e, size_t n, form *forms)
{
    uint32_t count = 0;
    for (size_t i = 0; i < n; i++) {
        const bool new_one = i == 0 || compare_forms(&e[i - 1], &e[i]) != 0;
        if (new_one) {
            forms[count] = (form){&e[i], count, LGM_PERSON_FIRST};
            count++;
        }
        e[i].group = count - 1;
        e[i].why = new_one ? LGM_PERSON_FIRST : LGM_PERSON_SAME_NAME;
    }
    return count;
}

/* ---- joins ---- */

typedef bool joins(const lgm_people_entity *a, const lgm_people_entity *b);

/* Of one name; the country of the first is not known. */
static bool by_name(const lgm_people_entity *a, const lgm_people_entity *b)
{
    return !a->country[0] && b->country[0] && same_name(a, b);
}

/* "ada lind" joins "ada b lind": of the longer one the words between are there. */
static bool by_middle(const lgm_people_entity *a, const lgm_people_entity *b)
{
    return is_person(a) && has_space(a) && has_space(b) && a->folded_len < b->folded_len &&
           same(first_word(a), first_word(b)) && same(last_word(a), last_word(b)) &&
           one_country(a, b);
}

static bool by_last_name(const lgm_people_entity *a, const lgm_people_entity *b)
{
    return is_person(a) && !has_space(a) && has_space(b) && same(last_word(a), last_word(b)) &&
           one_country(a, b);
}

/* The only group that group `of` could join; NO_GROUP = none, or several. */
static uint32_t only_one(const form *f, uint32_t n, uint32_t of, joins *may)
{
    uint32_t found = NO_GROUP;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < n && f[i].group == of; k++) {
            if (f[k].group == of || f[k].group == found || !same(f[i].of->type, f[k].of->type) ||
                !may(f[i].of, f[k].of))
                continue;
            if (found != NO_GROUP) return NO_GROUP;
            found = f[k].group;
        }
    return found;
}

static void join_by(form *f, uint32_t n, joins *may, lgm_person_why why)
{
    for (uint32_t g = 0; g < n; g++) {
        const uint32_t to = only_one(f, n, g, may);
        for (uint32_t i = 0; i < n && to != NO_GROUP; i++) {
            if (f[i].group != g) continue;
            f[i].group = to;
            if (f[i].why == LGM_PERSON_FIRST) f[i].why = why;
        }
    }
}

/* Of the entities, by their forms; numbers without gaps. */
static uint32_t set_groups(lgm_people_entity *e, size_t n, const form *f, uint32_t *number,
                           uint32_t n_forms)
{
    uint32_t groups = 0;
    for (uint32_t i = 0; i < n_forms; i++) number[i] = NO_GROUP;
    for (size_t i = 0; i < n; i++) {
        const form *const mine = &f[e[i].group];
        if (mine->why != LGM_PERSON_FIRST) e[i].why = mine->why;
        if (number[mine->group] == NO_GROUP) number[mine->group] = groups++;
        e[i].group = number[mine->group];
    }
    return groups;
}

lgm_status lgm_people_join(lgm_people_entity *e, size_t n, uint32_t *groups, lgm_err *err)
{
    form *const forms = lgm_calloc(n + 1, sizeof *forms);
    uint32_t *const number = lgm_calloc(n + 1, sizeof *number);
    *groups = 0;
    if (forms && number) {
        qsort(e, n, sizeof *e, compare);
        const uint32_t count = make_forms(e, n, forms);
        join_by(forms, count, by_name, LGM_PERSON_SAME_NAME);
        join_by(forms, count, by_middle, LGM_PERSON_MIDDLE);
        join_by(forms, count, by_last_name, LGM_PERSON_SHORT);
        *groups = set_groups(e, n, forms, number, count);
    }
    const bool done = forms && number;
    lgm_free(forms);
    lgm_free(number);
    return done ? LGM_OK : lgm_fail(err, LGM_E_NOMEM, "out of memory");
}
