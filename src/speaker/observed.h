/*
 * observed.h - claims of what the reporter saw or heard himself. Internal.
 *
 *     A Reuters witness saw three bodies.      An AFP correspondent heard gunfire.
 */
#ifndef LGM_SPEAKER_OBSERVED_H
#define LGM_SPEAKER_OBSERVED_H

#include "tree/tree.h"

/* The word that names the outlet whose reporter saw it; LGM_NONE where no reporter says so. */
uint32_t lgm_speaker_observer(const lgm_trees *t, uint32_t claim);

#endif
