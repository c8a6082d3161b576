/*
 * joined.h - which entities are one person or body.
 *
 * Rules, the surest first; each joins a group to another only where that is the only one that it
 * could join, and nothing known of the two is against it (name_forms.h):
 *
 *   the same name            of what is known less of, with what is known more of
 *   the same company         of one name, left open or apart, but among the same people (company.h)
 *   a middle name            "Ada B. Lind", "Ada Lind"; then short forms, then initials
 *   another name             that a report itself gives it: "the Federal Security Service (FSB)"
 *   the last name            with an office that the person holds at the time
 *   an office alone          that only that person holds at the time: "the FSB chief"
 *
 * Files   joined.c, links.c, holders.c.
 */
#ifndef LGM_PEOPLE_JOINED_H
#define LGM_PEOPLE_JOINED_H

#include "people/name_forms.h"

/* How many people are named beside both of two groups of entities, and the first of them. */
typedef struct lgm_people_company {
    lgm_status (*shared)(void *ctx, const lgm_people_entity *a, size_t na,
                         const lgm_people_entity *b, size_t nb, size_t *n, lgm_slice *names,
                         lgm_err *err);
    void *ctx;
} lgm_people_company;

/* Sorts the entities, gives each its group, from 0, and why it is in it. The result does not depend
 * on their order. LGM_E_NOMEM, errors of company. */
LGM_NODISCARD lgm_status lgm_people_join(lgm_people_entity *e, size_t n,
                                         const lgm_people_company *company, uint32_t *groups,
                                         lgm_arena *arena, lgm_err *err);

/* ---- inside ---- */

/* links.c: by names that a report gives beside. */
bool lgm_people_join_by_alias(lgm_people_forms *f, lgm_arena *arena);
/* holders.c: entities of a last name, or of no name, by offices. They leave their forms:
 * group_of[i], of entity i, is another than its form's. */
bool lgm_people_join_by_office(lgm_people_forms *f, uint32_t *group_of, lgm_arena *arena);

#endif
