/*
 * role.h - the words by which a report introduces a person. Internal.
 */
#ifndef LGM_ACTOR_ROLE_H
#define LGM_ACTOR_ROLE_H

#include "actor/actor.h"
#include "phrase/phrase.h"

/* Adds the roles that stand at one mention of a person to at[0..*n), those that are there already
 * left out. At most LGM_MAX_ROLES in all. */
void lgm_actor_roles(const lgm_reader *r, uint32_t name, lgm_tokspan at[LGM_MAX_ROLES],
                     uint32_t *n);

#endif
