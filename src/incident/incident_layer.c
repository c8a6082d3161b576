/*
 * incident_layer.c - the incidents as the document has them: the place of each, and the events that
 * it is told by.
 */
#include "doc/why.h"
#include "incident/incident_draft.h"

/* ---- events ---------------------------------------------------------------------------------- */

/* The incident that a mention of an event tells, by the trigger that stands in it; or LGM_NONE. */
static uint32_t told_by(const lgm_incident_room *room, lgm_tokspan words)
{
    size_t low = 0, high = room->triggers.n;
    while (low < high) {
        const size_t mid = (low + high) / 2;
        if (room->triggers.at[mid].word < words.start)
            low = mid + 1;
        else
            high = mid;
    }
    const bool within = low < room->triggers.n && room->triggers.at[low].word < words.end;
    return within ? room->triggers.at[low].incident : LGM_NONE;
}

/* The events of each incident, in order, and the figures of these. */
static bool link_events(const lgm_incident_room *room, lgm_doc *doc, lgm_doc_incident *to)
{
    uint32_t *const of = lgm_arena_calloc(room->scratch, doc->n_events + 1, sizeof *of);
    uint32_t *const link = lgm_arena_calloc(doc->arena, doc->n_events + 1, sizeof *link);
    if (!of || !link) return false;
    for (uint32_t v = 0; v < doc->n_events; v++) {
        const lgm_doc_event *const e = &doc->events[v];
        of[v] = LGM_NONE;
        for (uint32_t m = 0; m < e->n_mentions && of[v] == LGM_NONE; m++)
            of[v] = told_by(room, doc->event_spans[e->mention + m]);
        if (of[v] != LGM_NONE) to[of[v]].n_events++;
    }
    for (size_t i = 1; i < room->incidents.n; i++)
        to[i].first_event = to[i - 1].first_event + to[i - 1].n_events;
    for (size_t i = 0; i < room->incidents.n; i++) to[i].n_events = 0;
    for (uint32_t v = 0; v < doc->n_events; v++) {
        if (of[v] == LGM_NONE) continue;
        lgm_doc_incident *const x = &to[of[v]];
        link[x->first_event + x->n_events++] = v;
    }
    doc->incident_events = link;
    return lgm_incident_find_casualties(room, of, to);
}

/* ---- place ----------------------------------------------------------------------------------- */

/* The word of a place in the sentence of a word; LGM_NONE for none. */
static uint32_t place_near(const lgm_incident_room *room, uint32_t word)
{
    const lgm_trees *const t = room->trees;
    const lgm_tokspan s = lgm_tree_around(t, word, 40);
    for (uint32_t i = s.start; i < s.end; i++) {
        const uint32_t e = room->entity[i];
        if (e == LGM_NONE || room->doc->entities[e].type != LGM_ENTITY_GPE) continue;
        if (t->rel[i] != LGM_REL_obl && t->rel[i] != LGM_REL_nmod && t->rel[i] != LGM_REL_appos)
            continue;
        if (LGM_INCIDENT_BY(t, i, "in", "at", "near", "outside", "of")) return i;
    }
    return LGM_NONE;
}

static void find_places(const lgm_incident_room *room)
{
    for (size_t x = 0; x < room->triggers.n; x++) {
        const lgm_incident_trigger *const t = &room->triggers.at[x];
        if (t->incident == LGM_NONE) continue;
        uint32_t *const place = &room->incidents.at[t->incident].place;
        const uint32_t at = *place == LGM_NONE ? place_near(room, t->word) : LGM_NONE;
        if (at == LGM_NONE) continue;
        *place = room->entity[at];
        LGM_WHY(room->doc, INCIDENT, t->incident, "place", LGM_ONE_WORD(at),
                "It is the first place behind a preposition in the sentence of a word that tells "
                "the incident");
    }
}

/* ---- all ------------------------------------------------------------------------------------- */

bool lgm_incident_write(const lgm_incident_room *room, lgm_doc *doc)
{
    const uint32_t n = (uint32_t)room->incidents.n;
    if (n == 0) return true;
    lgm_incident_kept k = {
        .at = lgm_arena_calloc(doc->arena, room->fillers.n + 1, sizeof *k.at),
        .from = lgm_arena_calloc(room->scratch, room->fillers.n + 1, sizeof *k.from),
        .strength = lgm_arena_calloc(room->scratch, room->fillers.n + 1, sizeof *k.strength)};
    lgm_doc_incident *const to = lgm_arena_calloc(doc->arena, n, sizeof *to);
    if (!k.at || !k.from || !k.strength || !to) return false;
    find_places(room);
    for (uint32_t i = 0; i < n; i++) to[i] = room->incidents.at[i];
    if (!lgm_incident_keep(room, &k, to) || !link_events(room, doc, to)) return false;
    doc->incidents = to;
    doc->n_incidents = n;
    doc->fillers = k.at;
    if (doc->why) lgm_incident_explain(room, &k);
    return true;
}
