/* speaker_kind.h - what kind of source a claim has. Internal. */
#ifndef LGM_SPEAKER_SPEAKER_KIND_H
#define LGM_SPEAKER_SPEAKER_KIND_H

#include "legomena/kinds.h"
#include "tree/tree.h"

/* speaker: the entity that the source of the claim is, or LGM_NONE. */
lgm_speaker_kind lgm_speaker_kind_of(const lgm_trees *t, uint32_t claim, uint32_t speaker);

#endif
