/*
 * grouping.c - which triggers are one incident.
 *
 * A word of the same type on the same day, or on none that is told, goes with the last incident of
 * its type; a word for what came of an act ("the attack killed three") with the incident that was
 * told just before it, whatever its type. A day of its own makes an incident of its own: "in 2002
 * gunmen took..." is not the day's.
 */
#include "incident/incident_draft.h"

enum {
    NEAR_SENTENCES = 3,
    AHEAD_SENTENCES = 6,
    FAR_DAYS = 2,
    BACK = 200 /* triggers that are looked back on */
};

static int32_t day_of(const lgm_doc *doc, uint32_t time)
{
    return time == LGM_NONE ? LGM_NO_DAY : doc->times[time].first_day;
}

static bool same_day(const lgm_doc *doc, uint32_t a, uint32_t b)
{
    const int32_t x = day_of(doc, a), y = day_of(doc, b);
    if (x == LGM_NO_DAY || y == LGM_NO_DAY) return true;
    return (x > y ? x - y : y - x) < FAR_DAYS;
}

/* Log odds of each type in its section that an incident needs where the rules alone do not tell it,
 * but its word is violent or an armed party is beside it, and the head has something that fills a
 * role: high, as the head learned on reports that are full of violence. */
static const float PROPOSED[LGM_INCIDENT_N_TYPES] = {1, 1, 1, 0.5f, 1, 4};

static bool is_told_by_rules(const lgm_incident_trigger *t)
{
    if (t->alone) return t->hits || t->armed || t->harms;
    if (t->type == LGM_INCIDENT_BOMBING) return t->explosive; /* "placed", "damaged" */
    return t->armed && t->hits;
}

bool lgm_incident_is_violent(const lgm_incident_trigger *t)
{
    return t->alone || t->armed || is_told_by_rules(t);
}

/* Does it tell an incident by itself? */
static bool is_told(const lgm_incident_room *room, uint32_t x)
{
    const lgm_incident_trigger *const t = &room->triggers.at[x];
    if (is_told_by_rules(t)) return true;
    if (!room->types || !t->proposed || !lgm_incident_is_violent(t)) return false;
    return room->types[lgm_tree_sent(room->trees, t->word)][t->type] > PROPOSED[t->type];
}

/* The incident that it goes with; LGM_NONE for none. */
static uint32_t known(const lgm_incident_room *room, uint32_t x)
{
    const lgm_incident_trigger *const t = &room->triggers.at[x];
    const uint32_t sent = lgm_tree_sent(room->trees, t->word);
    for (uint32_t i = x; i > 0 && x - i < BACK; i--) {
        const lgm_incident_trigger *const o = &room->triggers.at[i - 1];
        if (o->incident == LGM_NONE) continue;
        const bool near = sent - lgm_tree_sent(room->trees, o->word) <= NEAR_SENTENCES;
        const uint8_t type = room->incidents.at[o->incident].type;
        const bool same = type == t->type || (near && t->type == LGM_INCIDENT_ATTACK) ||
                          (near && !t->alone && t->type != LGM_INCIDENT_KIDNAPPING);
        if (same && same_day(room->doc, room->incidents.at[o->incident].time, t->time))
            return o->incident;
    }
    return LGM_NONE;
}

/* "Attack" with a bomb is a bombing. */
static uint8_t type_of(const lgm_incident_trigger *t)
{
    const bool bombs = t->type == LGM_INCIDENT_ATTACK && !t->alone && t->explosive && t->hits;
    return bombs ? LGM_INCIDENT_BOMBING : t->type;
}

static void join(lgm_incident_room *room, uint32_t x, uint32_t incident)
{
    lgm_incident_trigger *const t = &room->triggers.at[x];
    lgm_doc_incident *const to = &room->incidents.at[incident];
    t->incident = incident;
    if (to->time == LGM_NONE) to->time = t->time;
    if (t->stage < to->stage) to->stage = t->stage;
}

/* The incident that is told behind a word, where none is told before it: "more than ten died in the
 * attack" stands in the first paragraph, who attacked what in the fourth. A day that both have, or
 * nearness, says that it is the same. LGM_NONE for none. */
static uint32_t told_behind(const lgm_incident_room *room, uint32_t x)
{
    const lgm_incident_trigger *const t = &room->triggers.at[x];
    const uint32_t sent = lgm_tree_sent(room->trees, t->word);
    for (uint32_t i = x + 1; i < room->triggers.n && i - x < BACK; i++) {
        const lgm_incident_trigger *const o = &room->triggers.at[i];
        if (o->incident == LGM_NONE) continue;
        const lgm_doc_incident *const to = &room->incidents.at[o->incident];
        const bool same = to->type == t->type || (t->type == LGM_INCIDENT_ATTACK && !t->alone);
        const bool dated =
            day_of(room->doc, t->time) != LGM_NO_DAY && day_of(room->doc, to->time) != LGM_NO_DAY;
        const bool near = lgm_tree_sent(room->trees, o->word) - sent <= AHEAD_SENTENCES;
        if (same && (dated || near) && same_day(room->doc, to->time, t->time)) return o->incident;
    }
    return LGM_NONE;
}

/* "A suicide bombing killed nine", "were shot in an ambush": a word that is violent by itself, and
 * somebody or something that another word of its sentence says was hit. */
static void see_harm(lgm_incident_room *room)
{
    const lgm_trees *const t = room->trees;
    for (uint32_t x = 0; x < room->triggers.n;) {
        const uint32_t sent = lgm_tree_sent(t, room->triggers.at[x].word);
        bool harm = false;
        uint32_t end = x;
        for (; end < room->triggers.n && lgm_tree_sent(t, room->triggers.at[end].word) == sent;
             end++)
            harm = harm || room->triggers.at[end].hits;
        for (; x < end; x++) room->triggers.at[x].harms = harm;
    }
}

/* What stands before all that is told, or before another word of its sentence; from the last. */
static void look_ahead(lgm_incident_room *room)
{
    const lgm_trees *const t = room->trees;
    uint32_t x = (uint32_t)room->triggers.n, first = 0;
    while (first < x && room->triggers.at[first].incident == LGM_NONE) first++;
    while (x > 0) {
        x--;
        if (room->triggers.at[x].incident != LGM_NONE) continue;
        const bool beside =
            x + 1 < room->triggers.n && lgm_tree_sent(t, room->triggers.at[x].word) ==
                                            lgm_tree_sent(t, room->triggers.at[x + 1].word);
        if (x > first && !beside) continue;
        const uint32_t behind = told_behind(room, x);
        if (behind != LGM_NONE) join(room, x, behind);
    }
}

/* Fillers of the head beside a word that tells nothing go with the incident that is told before
 * them, or, where none is, with the first. */
static void gather(lgm_incident_room *room)
{
    const uint32_t n = (uint32_t)room->triggers.n;
    uint32_t *const told = lgm_arena_alloc(room->scratch, (n + 1) * sizeof *told);
    if (!told) room->failed = true;
    uint32_t last = LGM_NONE;
    for (uint32_t x = 0; x < n && told && last == LGM_NONE; x++)
        if (room->triggers.at[x].incident != LGM_NONE) last = x;
    for (uint32_t x = 0; x < n && told; x++) {
        if (room->triggers.at[x].incident != LGM_NONE) last = x;
        told[x] = last;
    }
    for (size_t i = 0; i < room->fillers.n && told && last != LGM_NONE; i++) {
        lgm_incident_filler *const f = &room->fillers.at[i];
        if (!f->by_rule && lgm_incident_strength(f) >= 0) f->trigger = told[f->trigger];
    }
}

void lgm_incident_group(lgm_incident_room *room)
{
    see_harm(room);
    for (uint32_t x = 0; x < room->triggers.n && !room->failed; x++) {
        lgm_incident_trigger *const t = &room->triggers.at[x];
        t->type = type_of(t);
        const uint32_t old = known(room, x);
        if (old != LGM_NONE) {
            join(room, x, old);
        } else if (is_told(room, x)) {
            const lgm_doc_incident fresh = {.type = t->type,
                                            .stage = t->stage,
                                            .time = t->time,
                                            .place = LGM_NONE,
                                            .killed = LGM_NONE,
                                            .wounded = LGM_NONE};
            room->failed = !lgm_vec_push(room->scratch, &room->incidents, fresh);
            if (!room->failed) t->incident = (uint32_t)room->incidents.n - 1;
        }
    }
    if (room->failed) return;
    look_ahead(room);
    if (room->types) gather(room);
}
