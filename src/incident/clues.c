/* clues.c - the lists, the names and the rules as flags of each word. */
#include "incident/clues.h"

static uint32_t of_lists(uint32_t kinds)
{
    static const uint32_t KINDS[] = {LGM_INCIDENT_ALONE, LGM_INCIDENT_EXPLOSIVE, LGM_INCIDENT_GUN,
                                     LGM_INCIDENT_ARM,   LGM_INCIDENT_ARMED,     LGM_INCIDENT_BAND,
                                     LGM_INCIDENT_TARGET};
    uint32_t flags = 0;
    for (uint32_t i = 0; i < LGM_COUNT(KINDS); i++)
        if (kinds & KINDS[i]) flags |= 1u << i; /* in the order of LGM_CLUE_* */
    if (kinds & LGM_INCIDENT_TELLS) flags |= 1u << (LGM_CLUE_TYPE + lgm_incident_type_of(kinds));
    return flags;
}

/* Which flag a name of the type has; LGM_NONE for none. */
static uint32_t of_name(uint8_t type)
{
    switch (type) {
    case LGM_ENTITY_PER: return LGM_CLUE_NAME;
    case LGM_ENTITY_ORG: return LGM_CLUE_NAME + 1;
    case LGM_ENTITY_GPE: return LGM_CLUE_NAME + 2;
    case LGM_ENTITY_LOC: return LGM_CLUE_NAME + 3;
    case LGM_ENTITY_FAC: return LGM_CLUE_NAME + 4;
    default: return LGM_NONE;
    }
}

uint32_t *lgm_incident_clues(const lgm_incident_room *room)
{
    const lgm_doc *const doc = room->doc;
    uint32_t *const clues = lgm_arena_calloc(room->scratch, doc->n_tokens, sizeof *clues);
    if (!clues) return NULL;
    for (uint32_t i = 0; i < doc->n_tokens; i++)
        clues[i] = of_lists(lgm_incident_word(room->trees, i));
    for (uint32_t i = 0; i < doc->n_names; i++) {
        const uint32_t flag = of_name(doc->names[i].type);
        const lgm_tokspan s = doc->names[i].tokens;
        for (uint32_t w = s.start; w < s.end && flag != LGM_NONE; w++) clues[w] |= 1u << flag;
    }
    for (size_t i = 0; i < room->fillers.n; i++) {
        const lgm_incident_filler *const f = &room->fillers.at[i];
        for (uint32_t w = f->words.start; w < f->words.end; w++)
            clues[w] |= 1u << (LGM_CLUE_ROLE + f->role);
    }
    return clues;
}
