/*
 * own_voice.h - what of the text the report says in its own voice, to the clause.
 *
 * That is what no claim covers: whole sentences, and clauses beside a claim in a sentence: of "Nine
 * boats burned, which she called a disgrace" the first. Left out is what only tells how a claim was
 * made, as "on Thursday" or "through the Coast Agency": a stretch beside a claim counts where an
 * event is told in it that no claim asserts, or where it is OWN_VOICE_WORDS long and holds no time,
 * addressee, relay or ground of a claim. So does a sentence of its own without a stop at its end,
 * as a heading is; of a credit line nothing counts.
 */
#ifndef PAGES_OWN_VOICE_H
#define PAGES_OWN_VOICE_H

#include "happened.h"

enum { OWN_VOICE_WORDS = 5 };

/* Stretches in order of text, those of one paragraph together where nothing stands between them;
 * *out is to be freed, also where this fails. as: of happened_sort. False: out of memory. */
bool own_voice_find(lgm_cpspan **out, size_t *n, const lgm_record *r, const happened_as *as);

#endif
