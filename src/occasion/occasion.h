/*
 * occasion.h - when and where claims are made, and which of them are made in one speech.
 *
 *     "The dam is safe," Veld told a news conference on Friday. He also said ...
 *
 * A speech is what one speaker says on one occasion: an interview, a rally, a statement. What is
 * stated of it once (its time, its venue, who relays it) holds for all claims of it, the lead that
 * sums it up too. A claim within another has only what is stated for it.
 *
 * Reads   tokens, tags, lemmas, trees, quotes, names, times, claims, claim_parent, claim_who,
 *         mentions, doc->date.
 * Writes  claim_when, claim_venue, claim_speech; claim_who[].via, where it holds on. Then timeline.
 * Owns    results live in the document's arena.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET.
 * Cost    linear in tokens and claims.
 * Files   occasion.c: the order of the steps. said.c, venue.c, place_of.c, programme.c over path.c,
 *         by_words.c, dated_source.c: what the sentence of a claim states. told_of.c: sentences
 *         that tell of a speech and claim nothing. turns.c, speech.c, undated.c: which turns are of
 *         one speech. carry.c: what holds for it. dated.c.
 */
#ifndef LGM_OCCASION_H
#define LGM_OCCASION_H

#include "tree/tree.h"

LGM_NODISCARD lgm_status lgm_occasion_run(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc,
                                          lgm_err *err);

/* Writes doc->timeline of dated claims and events, which are there by then: days in order, within a
 * day the hours that are told, wholes before their parts, then order of text. What is done by a
 * dated claim ("accused") has the entry of that claim alone. */
LGM_NODISCARD lgm_status lgm_occasion_timeline(lgm_arena *scratch, lgm_doc *doc, lgm_err *err);

#endif
