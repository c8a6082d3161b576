/* turn_words.h - what the words of a claim say of its occasion. Internal. */
#ifndef LGM_OCCASION_TURN_WORDS_H
#define LGM_OCCASION_TURN_WORDS_H

#include "tree/tree.h"

/* "Has often said", "once said", "later said": of another time, which is not told. */
bool lgm_occasion_has_other_times(const lgm_trees *t, const lgm_doc_claim *c, uint32_t cue);
/* "Had said", "will say", and below the lead "has said"; of the verb that the cue goes with,
 * too. */
bool lgm_occasion_is_at_other_time(const lgm_trees *t, uint32_t cue, bool lead);
/* "Said then", "said at the time". */
bool lgm_occasion_is_then(const lgm_trees *t, const lgm_doc_claim *c);
/* "After Lind said", "before she told". */
bool lgm_occasion_is_away(const lgm_trees *t, uint32_t verb);
/* "Told TV9's morning show". */
bool lgm_occasion_is_programme(const lgm_trees *t, const lgm_doc_claim *c);
/* The verb of "shouted as they marched"; LGM_NONE for none. */
uint32_t lgm_occasion_deed_of(const lgm_trees *t, uint32_t cue);

#endif
