/*
 * figure.h - the numbers that a report gives: how many were killed, arrested, freed, what was paid,
 * how strong a quake was; each with its bounds, its event, and the claims that give it.
 *
 *     "At least 30 people, among them 12 children, were killed, the mayor said, up from 11"
 *         killed >= 30, people; killed = 12, children, a part of it; killed = 11, which it replaces
 *
 * By rule: a number is read, with the words that bound it; the tree says what it counts, and the
 * lists of data/figure what that tells. Ages, dates, scores and numbers of houses count nothing.
 * Two figures for one thing are two: nothing is summed and none is taken for the right one.
 *
 * Reads   tokens, tags, lemmas, trees, names, times, claims, entities, mentions, editors_notes,
 *         events.
 * Writes  figures, figure_links; of events the counts, event_counts.
 * Units   values count thousandths.
 * Owns    results live in the document's arena; scratch is rewound on return.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET; then the document is left as it was.
 * Cost    linear in tokens and claims: looks around a number are bounded.
 * Source  the lists are our own: data/figure/SOURCE.md.
 */
#ifndef LGM_FIGURE_FIGURE_H
#define LGM_FIGURE_FIGURE_H

#include "tree/tree.h"

LGM_NODISCARD lgm_status lgm_figure_run(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc,
                                        lgm_err *err);

#endif
