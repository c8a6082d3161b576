/*
 * content.h - what the content of a claim says of itself: how surely, and whether it asks, promises
 * or apologises. Internal.
 *
 * Functions of certainty.c and content.c.
 */
#ifndef LGM_ACT_CONTENT_H
#define LGM_ACT_CONTENT_H

#include "act/cue.h"

/* The verb, or the adjective or noun with a subject, that the first statement hangs on; without a
 * clause its first loose word. */
uint32_t lgm_act_head(const lgm_trees *t, const lgm_parts *content);
/* Is this word the head of a clause? */
bool lgm_act_is_clause(const lgm_trees *t, uint32_t word);

/* How sure the source of a claim is. */
lgm_certainty lgm_act_certainty(const lgm_trees *t, const lgm_doc_claim *c, const lgm_act_cue *cue);

/* What a claim does whose cue only says: LGM_ACT_STATE where its content tells no more. */
lgm_act lgm_act_by_content(const lgm_trees *t, uint32_t claim);
/* Does the content ask, by a question mark or as "whether"? */
bool lgm_act_is_question(const lgm_trees *t, const lgm_doc_claim *c);

/* Is the clause as in "insisted that the mill close"? */
bool lgm_act_is_bidding(const lgm_trees *t, uint32_t head);

#endif
