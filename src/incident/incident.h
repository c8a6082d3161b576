/*
 * incident.h - violent incidents in the manner of MUC-4: of which type, who did it, to what and to
 * whom, with what, when and where, how many were killed.
 *
 *     "Gunmen kidnapped the mayor of Ostrel on Friday"
 *         kidnapping, individuals: gunmen, victims: the mayor of Ostrel, 2024-03-15
 *
 * Words that tell a violent act (data/incident) make the incidents; what fills their roles comes
 * from the tree around those words. A word such as "attack" or "kill" counts only where an armed
 * party or a weapon is beside it, or an incident that it can be a part of before it.
 *
 * Reads   tokens, sents, upos, xpos, lemma, trees, names, entities, mentions, times,
 *         events.
 * Writes  incidents, fillers, incident_events. A report without violence gets none.
 * Owns    results live in the document's arena; scratch is rewound on return.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET. On failure the document is left as it was.
 * Cost    linear in tokens: looks around a word are bounded.
 * Source  MUC-4 (Sundheim 1992) for types and roles. The lists are our own:
 *         data/incident/SOURCE.md.
 */
#ifndef LGM_INCIDENT_H
#define LGM_INCIDENT_H

#include "tree/tree.h"

LGM_NODISCARD lgm_status lgm_incident_run(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc,
                                          lgm_err *err);

#endif
