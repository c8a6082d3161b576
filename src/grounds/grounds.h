/*
 * grounds.h - why the report gives somebody as a source: the words by which it justifies that.
 *
 *     role         "the mayor of Ostrel", "foreign minister", "who heads the agency"
 *     expertise    "an economist at Ostrel University", "who studies floods", "familiar with it"
 *     eyewitness   "who saw the blast", "a survivor of the crash"
 *     relation     "her brother", "who knew the victim", "close to the family"
 *     document     "who reviewed the filing"; of a document: "seen by the Gazette"
 *     anonymity    why a source is not named: "was not authorised to speak", "fearing reprisals"
 *
 * A claim has what its own source says; else the first that is said of its speaker anywhere in the
 * report, since that is what the reader is to know of all that this speaker says. Words of a
 * source's own are none. Nothing is concluded from a name ("Doctor" is a role, "Mr" is not).
 *
 * Reads   tokens, tags, lemmas, trees, names, entities, mentions, claims, claim_who, unnamed.
 * Writes  claim_ground.
 * Owns    results live in the document's arena.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET; then the document is left as it was.
 * Cost    linear in claims and in the mentions of speakers.
 * Source  the lists of data/grounds. Kinds of justification: Vincent et al., Measuring Large
 *         Language Models Capacity to Annotate Journalistic Sourcing, arXiv 2501.00164.
 */
#ifndef LGM_GROUNDS_H
#define LGM_GROUNDS_H

#include "doc/doc.h"
#include "tree/tree.h"

LGM_NODISCARD lgm_status lgm_grounds_run(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc,
                                         lgm_err *err);

#endif
