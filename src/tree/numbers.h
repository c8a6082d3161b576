/*
 * numbers.h - a number a token, where numbers grow with the text: of its sentence, its paragraph,
 * its name. Internal to tree.h.
 *
 * 64 tokens share a base, and each has a byte that says how far it is from it. LGM_NONE is a number
 * too.
 */
#ifndef LGM_TREE_NUMBERS_H
#define LGM_TREE_NUMBERS_H

#include "base/base.h"
#include "legomena/kinds.h"

typedef struct lgm_tree_numbers {
    uint32_t *base; /* [1 + n / 64] */
    uint8_t *code;  /* [n]; 0 = LGM_NONE */
} lgm_tree_numbers;

/* All LGM_NONE. False when scratch is spent. */
bool lgm_tree_numbers_make(lgm_tree_numbers *s, uint32_t n, lgm_arena *scratch);
/* Sets the number of one token, from the first to the last. Numbers of 64 tokens are within 126 of
 * the first that is set there. */
void lgm_tree_numbers_set(lgm_tree_numbers *s, uint32_t token, uint32_t number);

static inline uint32_t lgm_tree_number(const lgm_tree_numbers *s, uint32_t token)
{
    return s->code[token] ? s->base[token / 64] + s->code[token] : LGM_NONE;
}

#endif
