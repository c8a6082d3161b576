/*
 * choices.h - the best candidates for the antecedent of each mention, by their scores. Internal.
 *
 * Scores compare two mentions and know nothing of clusters, so they are computed once and from one
 * end of the report to the other: what the network makes of a mention is kept for SLAB of them and
 * for as many before them, and made again for the few that lie further back.
 */
#ifndef LGM_COREF_CHOICES_H
#define LGM_COREF_CHOICES_H

#include "coref/coref.h"
#include "coref/links/linker.h"

typedef struct lgm_coref_choice {
    uint32_t ante; /* LGM_NONE: something new */
    float score;
} lgm_coref_choice;

/* Is the cluster of this mention not told by its name, or by its words? */
bool lgm_coref_is_open(const lgm_coref_linker *l, uint32_t i);

/* The choices of all open mentions, in order; NULL when scratch is spent. Of each, something new
 * comes first, then the antecedents that may have a higher score than that once lgm_coref_bonus is
 * added: at most LGM_LINK_BEST, the highest of the first score first. Behind the last stands
 * LGM_NONE. */
lgm_coref_choice *lgm_coref_choose(const lgm_coref_head *h, const lgm_kernels *k,
                                   lgm_arena *scratch, const lgm_coref_linker *l);

#endif
