/*
 * addressee.h - whom a claim is told.
 *
 *     "told residents that", "urged residents to", "said to his wife", "called on both sides to",
 *     "in a letter to the minister", "residents were told to leave", "a warning to residents that"
 *
 * Only where the words at the cue or at the source say so; nothing is carried on to later claims.
 * Who is told is a person, a body, a state or several of them; a medium is none, since it passes
 * the claim on (via), but reporters are.
 *
 * Reads   tokens, tags, lemmas, trees, names, entities, mentions, claims.      Writes  nothing.
 * Source  the lists of data/speaker.
 */
#ifndef LGM_SPEAKER_ADDRESSEE_H
#define LGM_SPEAKER_ADDRESSEE_H

#include "tree/tree.h"

enum { LGM_MAX_ADDRESSEES = 6 }; /* of one claim: "told Lind, Berg and their lawyers" */

/* Writes whom the claim is told, in order of text; returns how many. by_head: [n_tokens], the
 * mention with that head; owner: [n_names], the entity of each; who: of the claim, with its
 * speaker and via. */
uint32_t lgm_speaker_addressees(const lgm_trees *t, const uint32_t *by_head, const uint32_t *owner,
                                uint32_t claim, const lgm_claim_who *who,
                                lgm_doc_addressee out[LGM_MAX_ADDRESSEES]);

#endif
