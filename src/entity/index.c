/* index.c - the table of keys. */
#include "entity/index.h"

static lgm_index_slot *slot_of(const lgm_index *index, uint64_t key)
{
    size_t i = (size_t)key & (index->room - 1);
    while (index->slots[i].key != 0 && index->slots[i].key != key) i = (i + 1) & (index->room - 1);
    return &index->slots[i];
}

const lgm_index_slot *lgm_entity_index_get(const lgm_index *index, uint64_t key)
{
    if (index->room == 0) return NULL;
    const lgm_index_slot *const s = slot_of(index, key);
    return s->key == key && key != 0 ? s : NULL;
}

static bool grow(lgm_index *index)
{
    const lgm_index old = *index;
    const size_t room = old.room ? old.room * 2 : 256;
    lgm_index_slot *const slots = lgm_arena_calloc(old.scratch, room, sizeof *slots);
    if (!slots) return false;
    index->slots = slots;
    index->room = room;
    for (size_t i = 0; i < old.room; i++)
        if (old.slots[i].key != 0) *slot_of(index, old.slots[i].key) = old.slots[i];
    return true;
}

bool lgm_entity_index_put(lgm_index *index, uint64_t key, uint32_t entity)
{
    if (key == 0) return true; /* one key of 2^64 is not kept */
    if (2 * index->n >= index->room && !grow(index)) return false;
    lgm_index_slot *const s = slot_of(index, key);
    if (s->key == 0) {
        *s = (lgm_index_slot){key, entity, false};
        index->n++;
    } else {
        s->several = s->several || s->entity != entity;
        s->entity = entity;
    }
    return true;
}
