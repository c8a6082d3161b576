/* repeat.h - passages that stand word for word twice. Internal. */
#ifndef LGM_ANSWER_REPEAT_H
#define LGM_ANSWER_REPEAT_H

#include "answer/matter.h"

/* Fills of[n_claims]: the claim before it that says all of this one, or all of which this one
 * says, in the same words; LGM_NONE. False when scratch is spent. */
bool lgm_answer_find_repeats(const lgm_matters *m, lgm_arena *scratch, uint32_t *of);

#endif
