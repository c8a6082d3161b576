/* capital.h - a capital that speaks is its state, where the report names that. Internal. */
#ifndef LGM_ACTOR_CAPITAL_H
#define LGM_ACTOR_CAPITAL_H

#include "phrase/phrase.h"

/* Writes doc->seats, and in claim_who and speakers the states for which their capitals speak.
 * stands: [n_names], of lgm_actor_metonyms. False when the document's arena is spent. */
bool lgm_actor_capitals(const lgm_reader *r, const uint8_t *stands, lgm_doc *doc);

#endif
