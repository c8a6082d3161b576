/* figure.c - every number of the text, what it counts, and how figures hang together. */
#include "figure/figure.h"

#include "figure/figure_draft.h"

static void put_part(lgm_figure_room *room, uint32_t entity, uint32_t event)
{
    for (uint32_t i = 0; i < LGM_FIGURE_EVENTS; i++) {
        uint32_t *const at = &room->part[entity].events[i];
        if (*at == event) return;
        if (*at != LGM_NONE) continue;
        *at = event;
        return;
    }
}

static bool find_parts(lgm_figure_room *room)
{
    const lgm_doc *const doc = room->doc;
    room->part = lgm_arena_alloc(room->scratch, (doc->n_entities + 1) * sizeof *room->part);
    if (!room->part) return false;
    memset(room->part, 0xFF, (doc->n_entities + 1) * sizeof *room->part); /* LGM_NONE */
    for (uint32_t e = 0; e < doc->n_events; e++) {
        const lgm_doc_event *const v = &doc->events[e];
        for (uint32_t i = 0; i < (uint32_t)v->n_agents + v->n_patients; i++)
            put_part(room, doc->event_links[v->first + i], e);
    }
    return true;
}

static bool make_marks(lgm_figure_room *room)
{
    const lgm_doc *const doc = room->doc;
    room->in_time = lgm_arena_calloc(room->scratch, doc->n_tokens, 1);
    room->event = lgm_arena_alloc(room->scratch, doc->n_tokens * sizeof *room->event);
    room->entity = lgm_arena_alloc(room->scratch, doc->n_tokens * sizeof *room->entity);
    if (!room->in_time || !room->event || !room->entity) return false;
    for (uint32_t i = 0; i < doc->n_tokens; i++) room->event[i] = room->entity[i] = LGM_NONE;
    for (uint32_t i = 0; i < doc->n_times; i++)
        for (uint32_t w = doc->times[i].tokens.start; w < doc->times[i].tokens.end; w++)
            room->in_time[w] = 1;
    for (uint32_t e = 0; e < doc->n_events; e++)
        for (uint32_t i = 0; i < doc->events[e].n_mentions; i++) {
            const lgm_tokspan s = doc->event_spans[doc->events[e].mention + i];
            for (uint32_t w = s.start; w < s.end; w++)
                if (room->event[w] == LGM_NONE) room->event[w] = e;
        }
    for (uint32_t m = 0; m < doc->n_mentions; m++)
        room->entity[doc->mentions[m].head] = doc->mentions[m].entity;
    return true;
}

static void place(const lgm_figure_room *room, lgm_figure_draft *d)
{
    lgm_figure_find_event(room, d);
    lgm_figure_find_scope(room, d);
}

static bool read_one(const lgm_figure_room *room, lgm_figure_draft *d)
{
    if (!lgm_figure_measure(room, d) && !lgm_figure_find_counted(room, d)) return false;
    place(room, d);
    return true;
}

static bool find_all(lgm_figure_room *room)
{
    for (uint32_t w = 0; w < room->doc->n_tokens;) {
        lgm_figure_draft d = {.head = LGM_NONE,
                              .toll_word = LGM_NONE,
                              .toll = LGM_FIGURE_NO_TOLL,
                              .f = {.noun = LGM_NONE,
                                    .event = LGM_NONE,
                                    .place = LGM_NONE,
                                    .time = LGM_NONE,
                                    .revised_from = LGM_NONE}};
        const uint32_t next = lgm_figure_read(room, w, &d);
        if (d.number.end > d.number.start) {
            lgm_figure_find_bound(room, &d);
            if (read_one(room, &d) && !lgm_vec_push(room->scratch, &room->drafts, d)) return false;
        } else if (lgm_figure_find_implied(room, w, &d)) {
            place(room, &d);
            if (!lgm_vec_push(room->scratch, &room->drafts, d)) return false;
        }
        w = next > w ? next : w + 1;
    }
    return true;
}

lgm_status lgm_figure_run(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    lgm_figure_room room = {.trees = trees, .doc = doc, .scratch = scratch};
    if (!make_marks(&room) || !find_parts(&room) || !find_all(&room)) {
        const lgm_status st = lgm_arena_fail(scratch, err);
        lgm_arena_rewind(scratch, mark);
        return st;
    }
    lgm_figure_find_wholes(&room);
    lgm_figure_find_revisions(&room);
    lgm_figure_find_corrections(&room);
    lgm_figure_find_claims(&room);
    const bool ok = lgm_figure_write(&room, doc);
    lgm_arena_rewind(scratch, mark);
    return ok ? LGM_OK : lgm_arena_fail(doc->arena, err);
}
