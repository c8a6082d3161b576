/* mention_score.h - scores of the words that may head a mention. Internal. */
#ifndef LGM_COREF_MENTION_SCORE_H
#define LGM_COREF_MENTION_SCORE_H

#include "coref/coref.h"
#include "coref/mentions/mention.h"

void lgm_coref_mention_rows(const lgm_trees *t, const lgm_coref_mention *m, uint32_t *row);
/* score and type of all, and all->person; kept where the score is high enough. */
bool lgm_coref_score(const lgm_coref_head *h, const lgm_kernels *k, lgm_arena *scratch,
                     const lgm_trees *t, lgm_coref_mentions *all);

#endif
