/*
 * answer.h - which claims answer which, and what is disputed.
 *
 *     The union accused the firm of hiding deaths. The firm denied the charge.
 *         the second denies the first; they dispute over "hiding deaths"
 *
 * A claim answers another by its cue ("denied", "replied", "agreed with Lind"), by a verdict in
 * what it says ("the allegation is baseless") or by being the next turn of a conversation. What it
 * answers is looked for among the claims around it: by the noun that points back ("those
 * warnings"), whose claim that is, the words and entities both have in common, and whether the
 * one who denies is the one who is accused. Where that does not settle on a claim, there is no
 * reply. A claim that says a longer passage word for word once more repeats it.
 *
 * Claims that deny each other make a dispute of two sides; what confirms or repeats a claim is on
 * its side.
 *
 * Reads   tokens, upos, lemmas, trees, mentions, entities, claims, claim_parent, claim_who,
 *         claim_act.
 * Writes  claim_replies, disputes, sides.
 * Owns    results live in the document's arena.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET; then the document is left as it was.
 * Cost    linear in claims and tokens: a claim looks back over LGM_ANSWER_BACK others.
 */
#ifndef LGM_ANSWER_ANSWER_H
#define LGM_ANSWER_ANSWER_H

#include "tree/tree.h"

LGM_NODISCARD lgm_status lgm_answer_run(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc,
                                        lgm_err *err);

#endif
