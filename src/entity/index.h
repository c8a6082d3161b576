/*
 * index.h - from what a name may be called to the entity last called so. Internal.
 *
 * An open-addressed table from 64-bit keys to entity numbers, in the scratch arena.
 */
#ifndef LGM_ENTITY_INDEX_H
#define LGM_ENTITY_INDEX_H

#include "base/base.h"

typedef struct lgm_index_slot {
    uint64_t key;    /* 0 = free */
    uint32_t entity; /* the one that was put there last */
    bool several;    /* different ones have been put there */
} lgm_index_slot;

typedef struct lgm_index {
    lgm_arena *scratch;
    lgm_index_slot *slots;
    size_t n, room; /* room: a power of two, or 0 */
} lgm_index;

/* NULL = nothing under this key. Valid until the next put. */
const lgm_index_slot *lgm_entity_index_get(const lgm_index *index, uint64_t key);
/* False when scratch is spent. */
bool lgm_entity_index_put(lgm_index *index, uint64_t key, uint32_t entity);

#endif
