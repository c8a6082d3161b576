/* last_speaker.h - who spoke before. Internal. */
#ifndef LGM_COREF_LAST_SPEAKER_H
#define LGM_COREF_LAST_SPEAKER_H

#include "coref/links/cluster.h"

/* Where i is the "he", "she", "it" or "the official" of a claim: the mention of whoever spoke last
 * and may be meant. LGM_NONE where there is none. */
uint32_t lgm_coref_last_speaker(const lgm_coref_clusters *s, uint32_t i);

#endif
