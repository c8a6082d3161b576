/*
 * find_group.h - which group a name joins, by the rules of its type. Internal.
 *
 * Declares for person.c (persons), bodies.c (all others) and alias.c (the tables of data/states).
 */
#ifndef LGM_ENTITY_FIND_GROUP_H
#define LGM_ENTITY_FIND_GROUP_H

#include "entity/groups.h"

/* The group that a name joins, LGM_NONE for a new one. */
uint32_t lgm_entity_person_find(const lgm_grouper *g, const lgm_form *f);
uint32_t lgm_entity_body_find(const lgm_grouper *g, const lgm_form *f, uint8_t type);
/* Notes what the group may be called from now on. False when scratch is spent. */
bool lgm_entity_person_note(lgm_grouper *g, const lgm_form *f, uint32_t group);
bool lgm_entity_body_note(lgm_grouper *g, const lgm_form *f, uint8_t type, uint32_t group);

/* What a name is by the tables of data/states, for the index; 0 = in none of them. */
uint64_t lgm_entity_alias_key(const lgm_doc *doc, const lgm_name *name);

#endif
