/*
 * actor.h - who an entity is, in the manner of CAMEO, and as what the report names it.
 *
 * Reads   tokens, tags, trees, names, entities, places, claims, claim_who, speakers.
 * Writes  actors, roles, stands, seats; in claim_who and speakers the state for which its capital
 *         speaks.
 * Codes   a country in three letters (ISO 3166-1), then a sector (GOV, MIL, COP, JUD, ...):
 *         "RUSGOV"; for bodies that are no state's, what data/states/bodies.txt has: "IGOUNO". A
 *         state is its country alone: "UKR". Both country and sector must be in the report's own
 *         words (title, apposition, the body's name) or in the tables; what is not known is not
 *         guessed, and the code is "". Who governed a country in the year of the report has its
 *         code by name alone (data/states/leaders.txt; docs/decisions/0043-leaders-by-name.md).
 * Roles   the words by which the report introduces a person, trimmed of articles: "spokesperson for
 *         Ukraine's military intelligence agency". In text order, each once, at most LGM_MAX_ROLES.
 * Stands  the name of a capital that speaks or acts stands for the government in it: metonym.c has
 *         how that is told; docs/decisions/0010-capitals-that-speak.md has why. Where the report
 *         names the state, that is who speaks (capital.c).
 * Owns    results live in the document's arena. Scratch is rewound on return.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET. On failure the layers are left as they were.
 * Source  Gerner, Schrodt et al., CAMEO codebook 1.1b3 (2012), chapters 3 and 4, for sectors.
 */
#ifndef LGM_ACTOR_H
#define LGM_ACTOR_H

#include "doc/doc.h"

enum { LGM_MAX_ROLES = 8 };

LGM_NODISCARD lgm_status lgm_actor_run(lgm_arena *scratch, lgm_doc *doc, lgm_err *err);

/* Does this name of a place stand for the government there? */
static inline bool lgm_actor_stands(const lgm_doc *doc, uint32_t name)
{
    return doc->stands && doc->stands[name] != 0;
}

#endif
