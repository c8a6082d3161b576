/*
 * joined.h - entities of one name, and which of them are one.
 *
 * Files   joined.c.
 */
#ifndef LGM_PEOPLE_JOINED_H
#define LGM_PEOPLE_JOINED_H

#include "base/base.h"
#include "legomena/person.h"
#include "world/names.h"

typedef struct lgm_people_entity { /* of a reading */
    int64_t report, reading;
    uint32_t n;
    lgm_slice type, name, date;
    char folded[LGM_WORLD_FOLDED]; /* of the name */
    uint32_t folded_len;
    char country[4]; /* "" = not known */
    uint32_t group;
    lgm_person_why why;
} lgm_people_entity;

/* Sorts the entities, gives each its group, from 0, and why it is in it. The result does not depend
 * on their order. LGM_E_NOMEM. */
LGM_NODISCARD lgm_status lgm_people_join(lgm_people_entity *e, size_t n, uint32_t *groups,
                                         lgm_err *err);

#endif
