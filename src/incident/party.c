/* party.c - what a noun phrase is: a person, a body, an armed party, a thing, a weapon. */
#include "incident/incident_draft.h"
#include "tree/shape.h"

static uint8_t name_type(const lgm_incident_room *room, uint32_t head)
{
    const uint32_t name = lgm_tree_name(room->trees, head);
    return name == LGM_NONE ? LGM_ENTITY_OTH : room->doc->names[name].type;
}

static bool has_type(const lgm_incident_room *room, uint32_t head, uint8_t type)
{
    if (lgm_tree_name(room->trees, head) != LGM_NONE) return name_type(room, head) == type;
    return room->mention_type[head] == 1 + type;
}

bool lgm_incident_is_person(const lgm_incident_room *room, uint32_t head)
{
    if (has_type(room, head, LGM_ENTITY_PER)) return true;
    return (lgm_incident_word(room->trees, head) & LGM_INCIDENT_ARMED) != 0;
}

/* An army or a front; "a guerrilla column" is taken for those that it is made of. */
bool lgm_incident_is_body(const lgm_incident_room *room, uint32_t head)
{
    if (!has_type(room, head, LGM_ENTITY_ORG)) return false;
    if (lgm_incident_word(room->trees, head) & LGM_INCIDENT_ARMED) return false;
    return lgm_tree_name(room->trees, head) != LGM_NONE || !lgm_incident_is_armed(room, head);
}

bool lgm_incident_is_target(const lgm_incident_room *room, uint32_t head)
{
    if (lgm_incident_word(room->trees, head) & LGM_INCIDENT_TARGET) return true;
    return has_type(room, head, LGM_ENTITY_FAC);
}

bool lgm_incident_is_arm(const lgm_incident_room *room, uint32_t head)
{
    return (lgm_incident_word(room->trees, head) & LGM_INCIDENT_ANY_ARM) != 0;
}

bool lgm_incident_is_armed(const lgm_incident_room *room, uint32_t head)
{
    const lgm_trees *const t = room->trees;
    if (lgm_incident_word(t, head) & LGM_INCIDENT_ANY_BAND) return true;
    if (!has_type(room, head, LGM_ENTITY_PER) && !has_type(room, head, LGM_ENTITY_ORG))
        return false; /* "gang warfare" */
    for (uint32_t c = lgm_tree_left(t, head); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        if (lgm_incident_word(t, c) & LGM_INCIDENT_ANY_BAND) return true;
        if (lgm_tree_form_is(room->doc, c, "armed") || lgm_tree_form_is(room->doc, c, "masked") ||
            lgm_tree_form_is(room->doc, c, "hooded") ||
            lgm_tree_form_is(room->doc, c, "uniformed") ||
            lgm_tree_form_is(room->doc, c, "unidentified") ||
            lgm_tree_form_is(room->doc, c, "unknown"))
            return true;
    }
    return false;
}
