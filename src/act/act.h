/*
 * act.h - what each claim does, how sure its source is, on what evidence, and whether it is said
 * for the first time.
 *
 *     "The mayor has repeatedly denied, without offering evidence, that the dam might burst"
 *         deny, CT-, withheld, again
 *
 * By rule, from the tree: the words of the cue (data/act/cues.txt), its negation, and the modals,
 * hedges and negations of what is said. Certainty is the source's and not the report's, of the
 * first statement of the content.
 *
 * Reads   tokens, upos, lemmas, trees, names, mentions, claims, claim_who.     Writes  claim_act,
 *         about.
 * Owns    results live in the document's arena.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET; then the document is left as it was.
 * Cost    linear in claims and their tokens.
 * Source  Saurí & Pustejovsky 2009 (FactBank: degrees of certainty). We differ: what is demanded,
 *         hoped or asked is open, what is planned or promised is probable.
 */
#ifndef LGM_ACT_ACT_H
#define LGM_ACT_ACT_H

#include "tree/tree.h"

LGM_NODISCARD lgm_status lgm_act_run(const lgm_trees *trees, lgm_doc *doc, lgm_err *err);

#endif
