/*
 * relay_words.h - how an outlet stands to a claim by the words between them. Internal.
 *
 * Trees of sentences with quotations break; the words behind a cue seldom mislead.
 */
#ifndef LGM_SPEAKER_RELAY_WORDS_H
#define LGM_SPEAKER_RELAY_WORDS_H

#include "tree/tree.h"

/* "Carried by X", "published in X", "seen by X", of what is said or of the text that says it. */
bool lgm_speaker_is_carrier(const lgm_trees *t, uint32_t word, lgm_slice prep);
/* "Said in a statement carried by X", "told France's X": do only the speaker's text and hearers
 * stand between the cue and the name? */
bool lgm_speaker_is_behind(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word);
/* "In an exclusive interview with X", in the sentence of the cue and outside of what is said. */
bool lgm_speaker_interviews(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word);

#endif
