/*
 * decided.h - what people decided of names (lgm_review_decide), obeyed over what rules have joined.
 *
 * Names that are one are one with all that the rules have joined with either. Of names that are two
 * and in one group, the second of each pair leaves the first, with what people merged with it, and
 * with all of its name where the first has another; those that leave a group stay together. The
 * newest decision on two names is the one that is there.
 *
 * Files   decided.c (obeyed), decided_names.c (found).
 */
#ifndef LGM_PEOPLE_DECIDED_H
#define LGM_PEOPLE_DECIDED_H

#include "base/base.h"

struct lgm_people_gathered;

typedef struct lgm_people_decision {
    bool one;
    int64_t reading[2], report[2];
    uint32_t n[2]; /* e3 is 3 */
    lgm_slice type[2], name[2];
    lgm_slice by; /* "Mira Quell, 2024-05-24" */
} lgm_people_decision;

typedef LGM_VEC(lgm_people_decision) lgm_people_decisions;

/* Those on persons, in order of time; and adds to what is gathered the names that they lead to. */
LGM_NODISCARD lgm_status lgm_people_add_decided(struct lgm_people_gathered *g, lgm_err *err);
/* Gives entities other groups; *n_groups grows. */
LGM_NODISCARD lgm_status lgm_people_obey(struct lgm_people_gathered *g, uint32_t *n_groups,
                                         lgm_err *err);

#endif
