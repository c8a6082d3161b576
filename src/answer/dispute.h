/*
 * dispute.h - claims that deny each other, gathered in two sides. Internal.
 *
 * Functions of dispute.c and over.c.
 */
#ifndef LGM_ANSWER_DISPUTE_H
#define LGM_ANSWER_DISPUTE_H

#include "tree/tree.h"

/* Reads claim_replies, writes disputes and sides. */
LGM_NODISCARD lgm_status lgm_answer_disputes(const lgm_trees *t, lgm_arena *scratch, lgm_doc *doc,
                                             lgm_err *err);

/* A short phrase of what a claim says: what it is that others deny. */
lgm_tokspan lgm_answer_over(const lgm_trees *t, uint32_t claim);

#endif
