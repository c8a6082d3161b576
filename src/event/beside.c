/*
 * beside.c - what an event has from another that is told beside it, once mentions are merged.
 *
 *     "the raid on the farm, where nine were arrested"       the place of the raid
 *     "Rebels attacked the fort on Monday. Nine were hurt."  its day, and its place
 *     "Soldiers were sent there"                             the place that was told last
 *     "Lind won Tuesday's debate"                            its day
 */
#include "doc/why.h"
#include "event/event_draft.h"
#include "tree/shape.h"

enum { WIDE = 16, HIGH = 3, LOOK = 8, PLACE = 1, TIME = 2 };

static void share(lgm_event_room *room, uint32_t i, uint32_t from, int what, const char *rule)
{
    lgm_event_draft *const at = room->drafts.at;
    const lgm_event_draft *const a = &at[at[from].event];
    lgm_event_draft *const b = &at[at[i].event];
    if (a == b) return;
    if ((what & PLACE) && b->place == LGM_NONE && a->place != LGM_NONE) {
        b->place = a->place;
        LGM_WHY(room->doc, EVENT, at[i].event, "place", at[from].trigger, "%s", rule);
    }
    if ((what & TIME) && b->time == LGM_NONE && a->time != LGM_NONE) {
        b->time = a->time;
        LGM_WHY(room->doc, EVENT, at[i].event, "time", at[from].trigger, "%s", rule);
    }
}

static bool has_adverb(const lgm_trees *t, uint32_t verb, const char *word)
{
    const uint32_t sides[] = {lgm_tree_left(t, verb), lgm_tree_right(t, verb)};
    for (size_t s = 0; s < LGM_COUNT(sides); s++) {
        uint32_t c = sides[s];
        for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
            if (t->rel[c] == LGM_REL_advmod && lgm_tree_form_is(t->doc, c, word)) return true;
    }
    return false;
}

/* The event whose noun a clause with "where" describes. */
static uint32_t where_of(const lgm_event_room *room, const lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    uint32_t verb = d->verb;
    for (int i = 0; i < HIGH && verb != LGM_NONE && t->rel[verb] == LGM_REL_conj; i++)
        verb = t->doc->head[verb];
    if (verb == LGM_NONE || t->rel[verb] != LGM_REL_acl || !has_adverb(t, verb, "where"))
        return LGM_NONE;
    return lgm_event_draft_at(&room->drafts, t->doc->head[verb]);
}

/* The latest event before that has a place, of the same sentence or the one before. */
static uint32_t there_of(const lgm_event_room *room, uint32_t i)
{
    const lgm_event_draft *const at = room->drafts.at;
    if (at[i].verb == LGM_NONE || !has_adverb(room->trees, at[i].verb, "there")) return LGM_NONE;
    const uint32_t here = lgm_tree_sent(room->trees, at[i].word);
    for (uint32_t k = i; k-- > 0 && i - k <= LOOK;) {
        if (here - lgm_tree_sent(room->trees, at[k].word) > 1) break;
        if (at[at[k].event].place != LGM_NONE && at[k].event != at[i].event) return k;
    }
    return LGM_NONE;
}

/* The attack that is told right before those who died or were hurt. */
static uint32_t attack_of(const lgm_event_room *room, uint32_t i)
{
    const lgm_event_draft *const at = room->drafts.at;
    if (!at[i].harm || at[i].verb != at[i].word || at[i].negative ||
        room->trees->rel[at[i].verb] == LGM_REL_amod ||
        room->trees->rel[at[i].verb] == LGM_REL_acl || at[i].modality != LGM_MODALITY_ACTUAL ||
        at[at[i].event].n_agents > 0)
        return LGM_NONE;
    const uint32_t here = lgm_tree_sent(room->trees, at[i].word);
    for (uint32_t k = i; k-- > 0 && i - k <= LOOK;) {
        if (here - lgm_tree_sent(room->trees, at[k].word) > 1) break;
        if (lgm_event_category_of(at[k].kinds) == LGM_EVENT_ASSAULT && !at[k].negative &&
            at[k].modality == LGM_MODALITY_ACTUAL && at[k].event != at[i].event && !at[k].harm)
            return k;
    }
    return LGM_NONE;
}

/* "He died on Tuesday", of an attack on another day or on none that is told. */
static bool is_later(const lgm_event_room *room, uint32_t i, uint32_t attack)
{
    const lgm_event_draft *const at = room->drafts.at;
    const uint32_t mine = at[at[i].event].time, its = at[at[attack].event].time;
    return mine != LGM_NONE && (its == LGM_NONE || !lgm_event_same_day(room->doc, mine, its));
}

/* What is won, lost or taken part in. */
static uint32_t occasion_of(const lgm_event_room *room, const lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    if (d->word != d->verb || !LGM_SLICE_IN(lgm_doc_lemma(t->doc, d->verb), "win", "lose", "attend",
                                            "host", "hold", "organise", "organize", "join"))
        return LGM_NONE;
    const uint32_t noun = lgm_event_is_passive(t, d->verb)
                              ? lgm_event_subject(t, d->verb)
                              : lgm_tree_right_child(t, d->verb, LGM_REL_obj);
    return noun == LGM_NONE ? LGM_NONE : lgm_event_draft_at(&room->drafts, noun);
}

void lgm_event_share_beside(lgm_event_room *room)
{
    for (uint32_t i = 0; i < room->drafts.n; i++) {
        const uint32_t where = where_of(room, &room->drafts.at[i]);
        const uint32_t there = there_of(room, i), attack = attack_of(room, i);
        const uint32_t occasion = occasion_of(room, &room->drafts.at[i]);
        if (where != LGM_NONE)
            share(room, i, where, PLACE, "\"Where\" leads to this event, which has the place");
        if (there != LGM_NONE) share(room, i, there, PLACE, "\"There\" is where this event was");
        if (attack != LGM_NONE && !is_later(room, i, attack))
            share(room, i, attack, PLACE | TIME, "They came to harm in this attack");
        if (occasion != LGM_NONE)
            share(room, i, occasion, PLACE | TIME, "This is what they took part in");
    }
}
