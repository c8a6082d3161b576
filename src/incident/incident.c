/* incident.c - runs the parts of the room in order. */
#include "incident/incident.h"

#include <assert.h>

#include "incident/incident_draft.h"

/* What each word heads: a mention with its type, its entity. */
static bool index_mentions(lgm_incident_room *room)
{
    const lgm_doc *const doc = room->doc;
    room->mention_type = lgm_arena_calloc(room->scratch, doc->n_tokens, 1);
    room->entity = lgm_arena_alloc(room->scratch, (size_t)doc->n_tokens * sizeof *room->entity);
    const uint32_t *const owner = lgm_doc_name_owners(doc, room->scratch);
    if (!room->mention_type || !room->entity || (doc->n_names && !owner)) return false;
    for (uint32_t i = 0; i < doc->n_tokens; i++) room->entity[i] = LGM_NONE;
    for (uint32_t i = 0; i < doc->n_names; i++)
        for (uint32_t w = doc->names[i].tokens.start; w < doc->names[i].tokens.end; w++)
            room->entity[w] = owner[i];
    for (uint32_t i = 0; i < doc->n_mentions; i++) {
        const lgm_doc_mention *const m = &doc->mentions[i];
        room->mention_type[m->head] = (uint8_t)(1 + m->type);
        if (room->entity[m->head] == LGM_NONE) room->entity[m->head] = m->entity;
    }
    return true;
}

lgm_status lgm_incident_run(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    if (doc->n_tokens == 0) return LGM_OK;
    assert(scratch != doc->arena && doc->n_sents > 0);
    lgm_status st = LGM_OK;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    lgm_incident_room room = {.trees = trees, .doc = doc, .scratch = scratch};
    lgm_incident_find_triggers(&room);
    bool ok = !room.failed;
    if (ok && room.triggers.n > 0) {
        ok = index_mentions(&room);
        if (ok) lgm_incident_find_partners(&room);
        if (ok) lgm_incident_find_perpetrators(&room);
        if (ok) lgm_incident_group(&room);
        if (ok) lgm_incident_find_blame(&room);
        if (ok) lgm_incident_find_figures(&room);
        ok = ok && !room.failed && lgm_incident_write(&room, doc);
    }
    if (!ok) {
        const bool spent = lgm_arena_status(scratch) != LGM_OK;
        st = lgm_arena_fail(spent ? scratch : doc->arena, err);
    }
    lgm_arena_rewind(scratch, mark);
    return st;
}
