/*
 * incident_words.h - the word lists of data/incident, and how this room looks words up. Internal.
 *
 * Functions of incident_words.c.
 */
#ifndef LGM_INCIDENT_INCIDENT_WORDS_H
#define LGM_INCIDENT_INCIDENT_WORDS_H

#include "base/lexicon.h"
#include "tree/tree.h"

enum {
    LGM_INCIDENT_TELLS = 1, /* triggers.txt */
    LGM_INCIDENT_ALONE = 2,
    LGM_INCIDENT_EXPLOSIVE = 4, /* arms.txt */
    LGM_INCIDENT_GUN = 8,
    LGM_INCIDENT_ARM = 16,
    LGM_INCIDENT_ARMED = 32, /* bands.txt */
    LGM_INCIDENT_BAND = 64,
    LGM_INCIDENT_TARGET = 128,   /* targets.txt */
    LGM_INCIDENT_VERB = 1 << 16, /* of a trigger: as a verb only */
    LGM_INCIDENT_ANY_ARM = LGM_INCIDENT_EXPLOSIVE | LGM_INCIDENT_GUN | LGM_INCIDENT_ARM,
    LGM_INCIDENT_ANY_BAND = LGM_INCIDENT_ARMED | LGM_INCIDENT_BAND
};
#define LGM_INCIDENT_OF(type) ((uint32_t)(type) << 8)
static inline uint8_t lgm_incident_type_of(uint32_t kinds)
{
    return (uint8_t)(kinds >> 8 & 0xFF);
}

extern const lgm_lexicon lgm_incident_lexicon;

/* LGM_INCIDENT_* of a noun or verb by its lemma, a verb with the particle behind it first; 0 where
 * no list has it. */
uint32_t lgm_incident_word(const lgm_trees *t, uint32_t token);

#endif
