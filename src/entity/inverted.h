/*
 * inverted.h - "Harrow, Peter" in a list or index is one person. Internal.
 *
 * At the start of a line or of an entry: a surname, a comma, a given name of data/phrase, and then
 * a mark. The two names become one; nameform.h puts its words in order. Not "Harrow, Peter and
 * Mary", nor "Harrow, Peter said".
 */
#ifndef LGM_ENTITY_INVERTED_H
#define LGM_ENTITY_INVERTED_H

#include "entity/words.h"

/* names: those found, in order; two that are one are joined in place. */
void lgm_entity_inverted(const lgm_doc *doc, lgm_names *names);

#endif
