/*
 * linkage.h - groups by average linkage (UPGMA: Sokal and Michener 1958): the two groups that are
 * most alike on average become one, until none are alike.
 *
 * Cost    n^2 times what is joined of a row, mostly n^2.
 */
#ifndef LGM_LINKAGE_H
#define LGM_LINKAGE_H

#include "base/base.h"

enum {
    LGM_LINKAGE_FREE,     /* what is known of two: nothing; */
    LGM_LINKAGE_TOGETHER, /* they are one; */
    LGM_LINKAGE_ONE,      /* the same, and what is like either of them is like both; */
    LGM_LINKAGE_TWO       /* they are two. Where several are known, the last of these prevails */
};

typedef struct lgm_linkage {
    size_t n;
    double *like;    /* [n * n], both ways; above 0 = alike. Is written over */
    uint8_t *known;  /* [n * n], both ways: one of these */
    uint32_t *group; /* [n], out: groups from 0, in the order of their first */
    uint32_t n_groups;
    uint32_t *best, *size; /* [n], its own */
} lgm_linkage;

/* All in the arena, all apart. False: no memory. */
bool lgm_linkage_new(lgm_linkage *k, size_t n, lgm_arena *arena);
void lgm_linkage_put(lgm_linkage *k, size_t a, size_t b, double like);
void lgm_linkage_know(lgm_linkage *k, size_t a, size_t b, int what);
void lgm_linkage_run(lgm_linkage *k);

#endif
