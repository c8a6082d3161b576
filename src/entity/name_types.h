/*
 * name_types.h - one name has one type all through a report. Internal.
 *
 * The network takes "Orvane" for a person in one sentence and for a town in the next. Names of the
 * same words get the type that most of them vote for by their confidence; "Orvane Mining" is a vote
 * that "Orvane" is a body, "Mr Orvane" one that he is a person. A surname of somebody who is named
 * in full is left to repeats.c, and a word that is surely a place and surely something else ("Leeds
 * won in Leeds") keeps both.
 */
#ifndef LGM_ENTITY_NAME_TYPES_H
#define LGM_ENTITY_NAME_TYPES_H

#include "entity/groups.h"
#include "entity/repeats.h"

/* places: NULL = not known. False when scratch is spent. */
bool lgm_entity_settle_types(lgm_arena *scratch, const lgm_doc *doc, const lgm_places *places,
                             lgm_names *names);

#endif
