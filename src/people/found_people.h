/*
 * found_people.h - groups of entities, as they are found. Internal to find_people.c and
 * person_facts.c.
 */
#ifndef LGM_PEOPLE_FOUND_PEOPLE_H
#define LGM_PEOPLE_FOUND_PEOPLE_H

#include "people/gathered.h"

typedef struct lgm_people_group {
    size_t first, n, n_reports, name; /* name: the entity that has it */
    const char *country;
    lgm_people_kind kind; /* of the surest name */
    bool asked;
    uint32_t work;
    int born;
    lgm_person_apart apart;
} lgm_people_group;

struct lgm_people {
    lgm_people_gathered gathered; /* sorted by group, then report */
    lgm_people_group *groups;     /* the largest first */
    uint32_t n_groups;
};

#endif
