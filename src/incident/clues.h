/*
 * clues.h - what the word lists, the names and the rules say of each word, for the head. Internal.
 *
 * Functions of clues.c. The tables of the head count by these flags: whoever changes a list of
 * data/incident may leave it as it is, whoever changes the flags trains it anew.
 */
#ifndef LGM_INCIDENT_CLUES_H
#define LGM_INCIDENT_CLUES_H

#include "incident/incident_draft.h"

enum {
    LGM_CLUE_ALONE,
    LGM_CLUE_EXPLOSIVE,
    LGM_CLUE_GUN,
    LGM_CLUE_ARM,
    LGM_CLUE_ARMED,
    LGM_CLUE_BAND,
    LGM_CLUE_TARGET,
    LGM_CLUE_TYPE,                              /* tells an incident of the type; one flag a type */
    LGM_CLUE_NAME = LGM_CLUE_TYPE + 6,          /* within a name of the type */
    LGM_CLUE_ROLE = LGM_CLUE_NAME + 5,          /* fills the role by rule */
    LGM_CLUE_REL = LGM_CLUE_ROLE + LGM_N_ROLES, /* its relation in the tree */
    LGM_N_CLUES = LGM_CLUE_REL + LGM_N_RELS
};

/* [n_tokens] flags 1 << LGM_CLUE_*, without the relation, in scratch; NULL when it is spent. */
uint32_t *lgm_incident_clues(const lgm_incident_room *room);

#endif
