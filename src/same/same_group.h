/*
 * same_group.h - groups of what is alike: pairs are given one by one, and each part that hangs
 * together is grouped by average linkage. Internal to the room same.
 */
#ifndef LGM_SAME_SAME_GROUP_H
#define LGM_SAME_SAME_GROUP_H

#include "base/linkage.h"
#include "legomena/same.h"

enum { LGM_SAME_MOST_EVENTS = 20000, LGM_SAME_MOST_CLAIMS = 5000 }; /* that are compared */

typedef struct lgm_same_pair {
    uint32_t a, b;
    double like; /* above 0 = alike */
} lgm_same_pair;

typedef struct lgm_same_grouping {
    size_t n;                     /* of what is grouped */
    LGM_VEC(lgm_same_pair) pairs; /* are put in another order */
    double unlike;                /* of pairs that are not there */
    lgm_arena *arena;
    uint32_t *group; /* [n], out: groups from 0 */
    uint32_t n_groups;
} lgm_same_grouping;

/* Of parts that are too large for all of their pairs, those are one that a chain of very much alike
 * ones ties. */
LGM_NODISCARD lgm_status lgm_same_group_all(lgm_same_grouping *g, lgm_err *err);

/* The result, in an arena that it owns. of: [n], by report. */
LGM_NODISCARD lgm_status lgm_same_make(lgm_same **out, const lgm_same_one *of,
                                       const uint32_t *group, size_t n, const lgm_told *told,
                                       lgm_err *err);

#endif
