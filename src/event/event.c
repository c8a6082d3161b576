/* event.c - find what tells of events, read each mention, join those of one event. */
#include "event/event.h"

#include <string.h>

#include "event/event_draft.h"

static void mark_times(lgm_event_room *room)
{
    const lgm_doc *const doc = room->doc;
    for (uint32_t i = 0; i < doc->n_times; i++)
        for (uint32_t w = doc->times[i].tokens.start; w < doc->times[i].tokens.end; w++)
            room->marks[w] |= LGM_EVENT_IN_TIME;
}

static void mark_cues(lgm_event_room *room)
{
    const lgm_doc *const doc = room->doc;
    for (uint32_t i = 0; i < doc->n_claims; i++)
        for (uint8_t k = 0; k < doc->claims[i].cue.n; k++)
            for (uint32_t w = doc->claims[i].cue.at[k].start; w < doc->claims[i].cue.at[k].end; w++)
                room->marks[w] |= LGM_EVENT_IN_CUE;
}

static bool push_words(lgm_event_room *room, lgm_doc *doc, const uint32_t *words, uint8_t n,
                       bool is_place)
{
    for (uint8_t i = 0; i < n; i++)
        if (room->trees->upos[words[i]] != LGM_UPOS_NUM &&
            !lgm_vec_push(room->scratch, &doc->partners, (lgm_doc_partner){words[i], is_place}))
            return false;
    return true;
}

static bool read_drafts(lgm_event_room *room, lgm_doc *doc)
{
    for (size_t i = 0; i < room->drafts.n; i++) {
        lgm_event_draft *const d = &room->drafts.at[i];
        d->harm = (uint8_t)lgm_event_word(doc, LGM_EVENT_HARMS, d->word) &
                  (LGM_EVENT_DEAD | LGM_EVENT_HURT);
        if (lgm_event_category_of(d->kinds) == LGM_EVENT_OTHER)
            d->synonym = lgm_event_word(doc, LGM_EVENT_SYNONYMS, d->word);
        lgm_event_judge(room->trees, d);
        lgm_event_find_partners(room, d);
        lgm_event_find_instruments(room, d);
        lgm_event_find_where(room, d);
        if (!push_words(room, doc, d->agents, d->n_agents, false) ||
            !push_words(room, doc, d->patients, d->n_patients, false) ||
            !push_words(room, doc, d->where, d->n_where, true))
            return false;
    }
    return true;
}

lgm_status lgm_event_find(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc,
                          lgm_event_room **out, lgm_err *err)
{
    lgm_event_room *const room = lgm_arena_calloc(scratch, 1, sizeof *room);
    *out = room;
    if (!room) return lgm_arena_fail(scratch, err);
    *room = (lgm_event_room){.trees = trees, .doc = doc, .scratch = scratch};
    room->marks = lgm_arena_calloc(scratch, doc->n_tokens, 1);
    if (!room->marks) return lgm_arena_fail(scratch, err);
    mark_times(room);
    return lgm_event_find_triggers(room) && read_drafts(room, doc) ? LGM_OK
                                                                   : lgm_arena_fail(scratch, err);
}

/* ---- with entities --------------------------------------------------------------------------- */

static bool mark_entities(lgm_event_room *room)
{
    const lgm_doc *const doc = room->doc;
    room->entity = lgm_arena_alloc(room->scratch, doc->n_tokens * sizeof *room->entity);
    if (!room->entity) return false;
    for (uint32_t i = 0; i < doc->n_tokens; i++) room->entity[i] = LGM_NONE;
    for (uint32_t m = 0; m < doc->n_mentions; m++)
        if (doc->mentions[m].entity != LGM_NONE)
            room->entity[doc->mentions[m].head] = doc->mentions[m].entity;
    return true;
}

lgm_status lgm_event_run(lgm_event_room *room, lgm_doc *doc, lgm_err *err)
{
    const lgm_arena_mark mark = lgm_arena_save(room->scratch);
    mark_cues(room);
    if (!mark_entities(room) || !lgm_event_find_countries(room) || !lgm_event_find_police(room))
        return lgm_arena_fail(room->scratch, err);
    for (size_t i = 0; i < room->drafts.n; i++) {
        lgm_event_name_partners(room, &room->drafts.at[i]);
        lgm_event_choose_sense(room, &room->drafts.at[i]);
        lgm_event_find_place(room, &room->drafts.at[i]);
        lgm_event_find_when(room, &room->drafts.at[i]);
    }
    lgm_event_find_claims(room);
    lgm_event_tie(room);
    lgm_event_merge(room);
    for (size_t i = 0; i < room->drafts.n; i++)
        if (room->drafts.at[i].event == i) lgm_event_imply_police(room, &room->drafts.at[i]);
    const bool ok = lgm_event_write(room, doc);
    lgm_arena_rewind(room->scratch, mark);
    return ok ? LGM_OK : lgm_arena_fail(doc->arena, err);
}
