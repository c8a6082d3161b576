/* kinds.c - the names of the closed lists of legomena/kinds.h. */
#include "legomena/kinds.h"

#include "base/base.h"

#define TEXT(name, text) text,
#define SAME(name) #name,
#define NAMES(type, LIST, ITEM)                                                                    \
    const char *type##_name(type value)                                                            \
    {                                                                                              \
        static const char *const names[] = {LIST(ITEM)};                                           \
        return (size_t)value < LGM_COUNT(names) ? names[value] : NULL;                             \
    }

NAMES(lgm_entity_type, LGM_ENTITY_TYPES, SAME)
NAMES(lgm_mention_form, LGM_MENTION_FORMS, TEXT)
NAMES(lgm_time_type, LGM_TIME_TYPES, SAME)
NAMES(lgm_claim_form, LGM_CLAIM_FORMS, TEXT)
NAMES(lgm_speaker_kind, LGM_SPEAKER_KINDS, TEXT)
NAMES(lgm_ground, LGM_GROUNDS, TEXT)
NAMES(lgm_act, LGM_ACTS, TEXT)
NAMES(lgm_certainty, LGM_CERTAINTIES, TEXT)
NAMES(lgm_evidence, LGM_EVIDENCES, TEXT)
NAMES(lgm_block_kind, LGM_BLOCK_KINDS, TEXT)
NAMES(lgm_repetition, LGM_REPETITIONS, TEXT)
NAMES(lgm_answer, LGM_ANSWERS, TEXT)
NAMES(lgm_note_kind, LGM_NOTE_KINDS, TEXT)
NAMES(lgm_relation, LGM_RELATIONS, TEXT)
NAMES(lgm_extent, LGM_EXTENTS, TEXT)
NAMES(lgm_polarity, LGM_POLARITIES, TEXT)
NAMES(lgm_modality, LGM_MODALITIES, TEXT)
NAMES(lgm_incident_type, LGM_INCIDENT_TYPES, TEXT)
NAMES(lgm_blame, LGM_BLAMES, TEXT)
