/*
 * reporter.h - whether a word is an outlet, or somebody who reports for one.
 *
 *     "the Harbour Gazette", "this newspaper"        an outlet
 *     "a Reuters witness", "reporters of Echo TV"    report for one
 *
 * Reads   names, trees, forms of tokens.      Writes  nothing.
 */
#ifndef LGM_PHRASE_REPORTER_H
#define LGM_PHRASE_REPORTER_H

#include "tree/tree.h"

/* Is the name, as an outlet's: by the lists, or by what its last word calls it. */
bool lgm_phrase_names_outlet(const lgm_doc *doc, const lgm_name *name);
/* Is the word in such a name, or the head of "this newspaper"? */
bool lgm_phrase_is_outlet(const lgm_trees *t, uint32_t word);
/* The word that names the outlet which this one reports for; LGM_NONE where it does not. */
uint32_t lgm_phrase_reporter_of(const lgm_trees *t, uint32_t word);

#endif
