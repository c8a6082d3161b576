/*
 * unsaid.h - claims that tell what a source did not say. Internal.
 *
 * Functions of unsaid.c.
 */
#ifndef LGM_ATTRIB_UNSAID_H
#define LGM_ATTRIB_UNSAID_H

#include "tree/tree.h"

/* "Did not say", "never claimed": the verb of the cue is one of data/attrib/saying_verbs.txt, and
 * the cue or the source ("nobody") denies it. */
bool lgm_attrib_is_denied_saying(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb);

/* The same, and who declined to speak or could not be reached for a comment. */
bool lgm_attrib_is_unsaid(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb);

#endif
