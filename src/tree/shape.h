/*
 * shape.h - what the written form of a word tells by itself: a capital, a possessive mark, "not".
 *
 * Reads   one form, or tokens and their forms.      Writes  nothing.
 */
#ifndef LGM_TREE_SHAPE_H
#define LGM_TREE_SHAPE_H

#include "doc/doc.h"

/* Does the word begin with a capital letter of any script? */
bool lgm_tree_is_capital(lgm_slice form);
/* Is the form of the token this word, whatever its case? `word` is in lower case, of at most 31
 * bytes. */
bool lgm_tree_form_is(const lgm_doc *doc, uint32_t token, const char *word);
/* "Not", "n't", "never". */
bool lgm_tree_is_not(const lgm_doc *doc, uint32_t token);
/* "the" or "The". */
bool lgm_tree_is_the(lgm_slice form);
/* "'s" or a bare apostrophe, in either typography. */
bool lgm_tree_is_possessive(lgm_slice form);
/* The span without the possessive marks at its end; at least one token is left. */
lgm_tokspan lgm_tree_without_possessive(const lgm_doc *doc, lgm_tokspan span);

/* Lemmas of rare verbs lack a letter or have one too many ("denounc", "shrugg", "decrie", "lobbi",
 * "lamente"): writes repair `which` of LGM_TREE_MENDS, in lower case, with room for a byte more.
 * False where the word has no such repair. */
enum { LGM_TREE_MENDS = 3 };
bool lgm_tree_mend_lemma(char *word, size_t *len, int which);

#endif
