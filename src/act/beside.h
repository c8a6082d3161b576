/*
 * beside.h - what the report says beside a claim: evidence for it, and how often it was said.
 * Internal.
 *
 * Each fills its value and span, which stay as they are where nothing is said.
 *
 * Functions of evidence.c and repetition.c.
 */
#ifndef LGM_ACT_BESIDE_H
#define LGM_ACT_BESIDE_H

#include "tree/tree.h"

void lgm_act_find_evidence(const lgm_trees *t, const lgm_doc_claim *c, lgm_claim_act *to);
void lgm_act_find_repetition(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb,
                             lgm_claim_act *to);

#endif
