/*
 * speaker.h - who makes a claim, what kind of source that is, and whom it is told.
 *
 * Reads   tokens, xpos, head, names, entities, mentions, claims, claim_source, claim_teller,
 *         claim_relay, unnamed, tags, lemmas, trees.
 * Writes  claim_who, speakers, addressees. Where no mentions were found, speakers are those whose
 *         names stand in the source.
 * Owns    results live in the document's arena.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET; then the document is left as it was.
 * Cost    linear in claims.
 */
#ifndef LGM_SPEAKER_H
#define LGM_SPEAKER_H

#include "doc/doc.h"
#include "tree/tree.h"

LGM_NODISCARD lgm_status lgm_speaker_run(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc,
                                         lgm_err *err);

#endif
