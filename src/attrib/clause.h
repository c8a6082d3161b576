/*
 * clause.h - what rules of this room ask of a verb or a noun in its tree. Internal.
 *
 * Functions of clause.c.
 */
#ifndef LGM_ATTRIB_CLAUSE_H
#define LGM_ATTRIB_CLAUSE_H

#include "tree/tree.h"

enum { LGM_ATTRIB_REACH = 64 }; /* tokens of a sentence that are looked at from a cue */

/* "Was told", and not "has told" or "was telling". */
bool lgm_attrib_is_passive(const lgm_trees *t, uint32_t verb);

/* "Veld's", "his", by the mark on the word or by its form. */
bool lgm_attrib_is_possessor(const lgm_trees *t, uint32_t word);

/* The subject of the verb, or of the verb that it is joined to by "and"; before it. Or LGM_NONE. */
uint32_t lgm_attrib_subject(const lgm_trees *t, uint32_t verb);

/* The verb with its auxiliaries, its negation and adverbs between them. */
lgm_tokspan lgm_attrib_verb_group(const lgm_trees *t, uint32_t verb);

/* All below the word, cut to `within`. */
lgm_tokspan lgm_attrib_yield(const lgm_trees *t, uint32_t word, lgm_tokspan within);

/* Is there a verb or auxiliary in the span? */
bool lgm_attrib_has_verb(const lgm_trees *t, lgm_tokspan s);

#endif
