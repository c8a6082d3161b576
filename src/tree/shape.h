/*
 * shape.h - what the written form of a word tells by itself: a capital, a possessive mark, "the".
 *
 * Reads   one form, or tokens and their forms.      Writes  nothing.
 */
#ifndef LGM_TREE_SHAPE_H
#define LGM_TREE_SHAPE_H

#include "doc/doc.h"

/* Does the word begin with a capital letter of any script? */
bool lgm_tree_is_capital(lgm_slice form);
/* "the" or "The". */
bool lgm_tree_is_the(lgm_slice form);
/* "'s" or a bare apostrophe, in either typography. */
bool lgm_tree_is_possessive(lgm_slice form);
/* The span without the possessive marks at its end; at least one token is left. */
lgm_tokspan lgm_tree_without_possessive(const lgm_doc *doc, lgm_tokspan span);

#endif
