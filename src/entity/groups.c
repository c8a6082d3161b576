/* groups.c - the type of a group. */
#include "entity/groups.h"

uint8_t lgm_entity_group_type(const lgm_group *group)
{
    uint8_t best = group->first_type;
    for (uint8_t t = 0; t < LGM_ENTITY_TYPE_COUNT; t++)
        if (group->types[t] > group->types[best]) best = t;
    return best;
}
