/* who_clause.h - what a clause behind a noun or a name says of who it is; spans. Internal. */
#ifndef LGM_GROUNDS_WHO_CLAUSE_H
#define LGM_GROUNDS_WHO_CLAUSE_H

#include "tree/tree.h"

enum {
    LGM_GROUNDS_FAR = 24,    /* tokens from a head to what is said of it */
    LGM_GROUNDS_LONGEST = 40 /* of a ground */
};

/* "Who ...", by the verbs of data/grounds/clauses.txt; of a document "seen by ...". LGM_GROUND_NONE
 * where there is none. */
lgm_doc_ground lgm_grounds_clause(const lgm_trees *t, uint32_t head, bool document);

/* The "who" or "whose" that the clause of a verb begins with, or LGM_NONE. */
uint32_t lgm_grounds_who(const lgm_trees *t, uint32_t verb);

/* These words, if they are neither none nor too many. */
lgm_doc_ground lgm_grounds_make(lgm_tokspan s, lgm_ground kind);
/* Without articles, links, commas and dashes at its ends. */
lgm_tokspan lgm_grounds_trimmed(const lgm_trees *t, lgm_tokspan s);
/* All that hangs on the word, and the word. */
static inline lgm_tokspan lgm_grounds_all_of(const lgm_trees *t, uint32_t word)
{
    return (lgm_tokspan){lgm_tree_first(t, word), lgm_tree_last(t, word)};
}

#endif
