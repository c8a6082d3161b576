/*
 * elided.h - who says what has no subject. Internal.
 *
 *     The firm was accused of dumping waste. Denied the charge and threatened to sue.
 *
 * Notes and headlines leave out the subject of a sentence where it is that of the one before.
 */
#ifndef LGM_SPEAKER_ELIDED_H
#define LGM_SPEAKER_ELIDED_H

#include "tree/tree.h"

/* The head word of the subject that a claim without a source has from the sentence before its cue;
 * LGM_NONE. */
uint32_t lgm_speaker_elided(const lgm_trees *t, uint32_t claim);

#endif
