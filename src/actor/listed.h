/* listed.h - an entity in the tables of data/states, by all its names. Internal. */
#ifndef LGM_ACTOR_LISTED_H
#define LGM_ACTOR_LISTED_H

#include "phrase/phrase.h"

/* What a table has for one of the entity's names; NULL where none is listed. */
const char *lgm_actor_listed(const lgm_doc *doc, const lgm_doc_entity *e, lgm_world_kind kind);

#endif
