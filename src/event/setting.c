/*
 * setting.c - where an event took place and when: by what hangs on its words, else by the one that
 * its sentence names.
 */
#include <string.h>

#include "doc/why.h"
#include "event/event_draft.h"
#include "tree/shape.h"

enum { WIDE = 16, HIGH = 3 };

static bool is_where(const lgm_trees *t, uint32_t word)
{
    const uint32_t by = lgm_event_case(t, word);
    return by != LGM_NONE &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, by), "in", "at", "near", "outside", "inside",
                        "across", "around", "throughout", "within", "off", "through", "along");
}

static void put(const lgm_event_room *room, lgm_event_draft *d, uint32_t word)
{
    if (!(room->marks[word] & LGM_EVENT_IN_TIME) && d->n_where < LGM_EVENT_PARTNERS)
        d->where[d->n_where++] = word;
}

static bool is_branch(const lgm_trees *t, uint32_t word)
{
    return t->rel[word] == LGM_REL_obl || t->rel[word] == LGM_REL_nmod;
}

/* Where a branch of it is: "in the town of Ostrel", "of two embassies in Merrow". */
static void look_into(const lgm_event_room *room, lgm_event_draft *d, uint32_t branch)
{
    const lgm_trees *const t = room->trees;
    const bool where = is_where(t, branch);
    if (where) put(room, d, branch);
    uint32_t c = lgm_tree_right(t, branch);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_nmod ? where || is_where(t, c)
                                      : where && t->rel[c] == LGM_REL_appos)
            put(room, d, c);
}

static void look_below(const lgm_event_room *room, lgm_event_draft *d, uint32_t word)
{
    const lgm_trees *const t = room->trees;
    const uint32_t sides[] = {lgm_tree_right(t, word), lgm_tree_left(t, word)};
    for (size_t s = 0; s < LGM_COUNT(sides); s++) {
        uint32_t c = sides[s];
        for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
            if (is_branch(t, c)) look_into(room, d, c);
    }
}

/* The clause that a verb shares its setting with: "spoke on Monday, promising ..." */
static uint32_t clause_above(const lgm_trees *t, uint32_t verb)
{
    const uint32_t above = t->doc->head[verb];
    const bool shares = t->rel[verb] == LGM_REL_conj || t->rel[verb] == LGM_REL_advcl ||
                        t->rel[verb] == LGM_REL_xcomp;
    return above != LGM_NONE && shares && t->upos[above] == LGM_UPOS_VERB ? above : LGM_NONE;
}

/* The verb that a noun hangs on: "was killed in the attack". */
static uint32_t verb_of(const lgm_trees *t, const lgm_event_draft *d)
{
    if (d->verb != LGM_NONE) return d->verb;
    const uint32_t above = t->doc->head[d->word];
    return above != LGM_NONE && t->upos[above] == LGM_UPOS_VERB ? above : LGM_NONE;
}

void lgm_event_find_where(const lgm_event_room *room, lgm_event_draft *d)
{
    const lgm_trees *const t = room->trees;
    look_below(room, d, d->word);
    uint32_t verb = verb_of(t, d);
    for (int i = 0; i < HIGH && verb != LGM_NONE; i++, verb = clause_above(t, verb)) {
        if (verb != d->word) look_below(room, d, verb);
        const uint32_t object = lgm_tree_child(t, verb, LGM_REL_obj);
        const uint32_t subject = lgm_tree_child(t, verb, LGM_REL_nsubj);
        if (object != LGM_NONE && object != d->word) look_below(room, d, object);
        if (subject != LGM_NONE && subject != d->word) look_below(room, d, subject);
    }
}

/* The first that has a name, else the first. */
static uint32_t place_of(const lgm_event_room *room, const lgm_event_draft *d)
{
    uint32_t place = LGM_NONE;
    for (uint8_t i = 0; i < d->n_where; i++) {
        const uint32_t e = room->entity[d->where[i]];
        if (e == LGM_NONE) continue;
        const lgm_doc_entity *const entity = &room->doc->entities[e];
        if (entity->type != LGM_ENTITY_GPE && entity->type != LGM_ENTITY_LOC &&
            entity->type != LGM_ENTITY_FAC)
            continue;
        if (entity->name != LGM_NONE) return e;
        if (place == LGM_NONE) place = e;
    }
    return place;
}

/* ---- time ------------------------------------------------------------------------------------ */

static bool is_when(const lgm_doc_time *t)
{
    return (t->type == LGM_TIME_DATE || t->type == LGM_TIME_TIME) && t->value &&
           !strstr(t->value, "_REF");
}

/* Does the time hang on the word, no further below than a few words? */
static bool hangs_on(const lgm_trees *t, const lgm_doc_time *time, uint32_t word)
{
    for (uint32_t w = time->tokens.start; w < time->tokens.end; w++) {
        uint32_t above = t->doc->head[w];
        if (above == LGM_NONE || (above >= time->tokens.start && above < time->tokens.end))
            continue;
        for (int i = 0; i < HIGH && above != LGM_NONE; i++, above = t->doc->head[above]) {
            if (above == word) return true;
            if (t->upos[above] == LGM_UPOS_VERB) break;
        }
    }
    return false;
}

enum { LOOK = 16 }; /* times of a sentence that are looked at */

static uint32_t time_on(const lgm_event_room *room, uint32_t word)
{
    const lgm_doc *const doc = room->doc;
    const lgm_tokspan s = lgm_tree_sentence(room->trees, word);
    uint32_t first = lgm_doc_first_time(doc, s.start);
    const uint32_t here = lgm_doc_first_time(doc, word);
    if (here > first + LOOK / 2) first = here - LOOK / 2;
    for (uint32_t i = first; i < doc->n_times && i < first + LOOK; i++) {
        if (doc->times[i].tokens.start >= s.end) break;
        if (is_when(&doc->times[i]) && hangs_on(room->trees, &doc->times[i], word)) return i;
    }
    return LGM_NONE;
}

/* "On Monday, when the school was damaged": the clause describes the day. */
static uint32_t time_above(const lgm_event_room *room, uint32_t verb)
{
    const uint32_t above = room->doc->head[verb];
    if (room->trees->rel[verb] != LGM_REL_acl || above == LGM_NONE) return LGM_NONE;
    const uint32_t i = lgm_doc_first_time(room->doc, above + 1);
    return i > 0 && above < room->doc->times[i - 1].tokens.end && is_when(&room->doc->times[i - 1])
               ? i - 1
               : LGM_NONE;
}

static void explain(const lgm_event_room *room, const lgm_event_draft *d)
{
    const uint32_t draft = (uint32_t)(d - room->drafts.at);
    if (d->time != LGM_NONE)
        LGM_WHY_TREE(room->doc, EVENT, draft, "time", d->verb == LGM_NONE ? d->word : d->verb,
                     room->doc->times[d->time].tokens, "The time hangs on its words in the tree");
    for (uint8_t i = 0; d->place != LGM_NONE && i < d->n_where; i++) {
        if (room->entity[d->where[i]] != d->place) continue;
        LGM_WHY_TREE(room->doc, EVENT, draft, "place", d->word, LGM_ONE_WORD(d->where[i]),
                     "\"In\", \"at\" or the like leads from its words to a place");
        return;
    }
}

void lgm_event_find_setting(const lgm_event_room *room, lgm_event_draft *d)
{
    d->place = place_of(room, d);
    d->time = time_on(room, d->word);
    uint32_t verb = d->verb;
    for (int i = 0; i < HIGH && verb != LGM_NONE && d->time == LGM_NONE; i++) {
        d->time = time_on(room, verb);
        if (d->time == LGM_NONE) d->time = time_above(room, verb);
        /* on Monday he promised to go: not then */
        if (d->modality != LGM_MODALITY_ACTUAL) break;
        verb = clause_above(room->trees, verb);
    }
    if (room->doc->why) explain(room, d);
}
