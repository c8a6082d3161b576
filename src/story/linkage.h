/*
 * linkage.h - groups by average linkage (UPGMA: Sokal and Michener 1958): the two groups that are
 * most alike on average become one, until none are alike.
 */
#ifndef LGM_STORY_LINKAGE_H
#define LGM_STORY_LINKAGE_H

#include "base/base.h"

enum {
    LGM_STORY_FREE,     /* what is known of two: nothing; */
    LGM_STORY_TOGETHER, /* they are one; */
    LGM_STORY_ONE,      /* the same, and what is like either of them is like both; */
    LGM_STORY_TWO       /* they are two. Where several are known, the last of these prevails */
};

typedef struct lgm_story_links {
    size_t n;
    double *like;    /* [n * n], both ways; above 0 = alike. Is written over */
    uint8_t *known;  /* [n * n], both ways: one of these */
    uint32_t *group; /* [n], out: groups from 0, in the order of their first */
    uint32_t n_groups;
} lgm_story_links;

/* All in the arena, all apart. False: no memory. */
bool lgm_story_links_new(lgm_story_links *k, size_t n, lgm_arena *arena);
void lgm_story_links_put(lgm_story_links *k, size_t a, size_t b, double like);
void lgm_story_links_know(lgm_story_links *k, size_t a, size_t b, int what);
void lgm_story_link(lgm_story_links *k);

#endif
