/* states.c - looks phrases up. */
#include "world/states.h"

#include <string.h>

static const lgm_world_entry *find(lgm_world_kind kind, const char *phrase)
{
    uint32_t lo = 0, hi = lgm_world_table_size;
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        if (strcmp(lgm_world_table[mid].phrase, phrase) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    for (; lo < lgm_world_table_size && strcmp(lgm_world_table[lo].phrase, phrase) == 0; lo++)
        if (lgm_world_table[lo].kind == kind) return &lgm_world_table[lo];
    return NULL;
}

const char *lgm_world_find(lgm_world_kind kind, const char *phrase)
{
    const lgm_world_entry *const e = find(kind, phrase);
    return e ? e->value : NULL;
}

const char *lgm_world_body(const char *phrase)
{
    const lgm_world_entry *const e = find(LGM_WORLD_BODY, phrase);
    return e ? e->first : NULL;
}

const char *lgm_world_alpha3(const char *alpha2)
{
    for (uint32_t i = 0; i < lgm_world_states_size; i++)
        if (strcmp(lgm_world_states[i].alpha2, alpha2) == 0) return lgm_world_states[i].alpha3;
    return NULL;
}

const char *lgm_world_alpha2(const char *alpha3)
{
    for (uint32_t i = 0; i < lgm_world_states_size; i++)
        if (strcmp(lgm_world_states[i].alpha3, alpha3) == 0) return lgm_world_states[i].alpha2;
    return NULL;
}
