/*
 * towns.h - a town and the state behind its comma are two names. Internal.
 *
 * "TROY, N.Y." and "Hamilton, Ontario", found as one name, become two places. Short forms of states
 * (data/states/divisions.txt) that were not found, or were taken for something else, become places
 * where they stand behind a comma and a place: "Moscow, ID", "Halifax, N.S.".
 */
#ifndef LGM_ENTITY_TOWNS_H
#define LGM_ENTITY_TOWNS_H

#include "entity/repeats.h"

/* names: those found, in order; what comes out is in order too. False when scratch is spent. */
bool lgm_entity_towns(lgm_arena *scratch, const lgm_doc *doc, lgm_names *names);

#endif
