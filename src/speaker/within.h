/* within.h - who speaks within what is said. Internal. */
#ifndef LGM_SPEAKER_WITHIN_H
#define LGM_SPEAKER_WITHIN_H

#include "tree/tree.h"

/* Is the source of a claim within another a pronoun for who makes that one, and not, as it was
 * read, for whom it is told? who: of all claims, with their relays and addressees. */
bool lgm_speaker_is_teller(const lgm_trees *t, const lgm_claim_who *who, uint32_t claim);

#endif
