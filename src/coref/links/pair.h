/* pair.h - what is compared of two mentions. Internal. */
#ifndef LGM_COREF_PAIR_H
#define LGM_COREF_PAIR_H

#include "coref/links/linker.h"
#include "coref/mentions/features.h"

/* The first of the rows of lgm_coref_pair_rows: what the first score knows. */
void lgm_coref_first_rows(const lgm_coref_linker *l, uint32_t i, uint32_t ante,
                          uint32_t row[LGM_N_FIRST_FEATURES]);
/* Adds the weights of those rows to the scores of n candidates. */
void lgm_coref_add_first_scores(const lgm_coref_linker *l, const float *flat, uint32_t i,
                                const uint32_t *at, uint32_t n, float *score);
void lgm_coref_pair_rows(const lgm_coref_linker *l, uint32_t i, uint32_t ante, uint32_t *row);
/* Does the tree say that one is the other: "Lind, a lawyer", "Lind is a lawyer"? */
bool lgm_coref_is_predicate(const lgm_coref_linker *l, uint32_t i, uint32_t ante);
/* Is i the same noun as the antecedent, with no more words to it? */
bool lgm_coref_repeats(const lgm_coref_linker *l, uint32_t i, uint32_t ante);
/* Do they share a word, or does the tree say that one is the other? */
bool lgm_coref_is_alike(const lgm_coref_linker *l, uint32_t i, uint32_t ante);
/* What tells that a mention is new. */
void lgm_coref_new_rows(const lgm_coref_linker *l, uint32_t i, uint32_t *row);

#endif
