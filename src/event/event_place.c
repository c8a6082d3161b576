/*
 * event_place.c - the place of an event, once there are entities: the first of its words that is a
 * place, one that is named before one that is not; else what is attacked or entered, and of an
 * arrest the country of those who make it.
 */
#include <string.h>

#include "doc/why.h"
#include "event/event_draft.h"
#include "phrase/phrase.h"

enum { WIDE = 8, HIGH = 3, COUNTRIES = 64 };

static bool is_place(const lgm_doc *doc, uint32_t entity)
{
    const uint8_t type = doc->entities[entity].type;
    return type == LGM_ENTITY_GPE || type == LGM_ENTITY_LOC || type == LGM_ENTITY_FAC;
}

static bool is_named_place(const lgm_doc *doc, uint32_t entity)
{
    return entity != LGM_NONE && is_place(doc, entity) && doc->entities[entity].name != LGM_NONE;
}

/* Does the word stand in the phrase of the noun, with no preposition between? */
static bool is_part_of(const lgm_trees *t, uint32_t word, uint32_t noun)
{
    for (int i = 0; i < HIGH && word != noun; i++) {
        const uint8_t rel = t->rel[word];
        if (rel != LGM_REL_compound && rel != LGM_REL_amod && rel != LGM_REL_nmod) return false;
        const uint32_t by = lgm_event_case(t, word);
        if (by != LGM_NONE && by < word) return false;
        word = t->doc->head[word];
    }
    return word == noun;
}

/* The place that a phrase begins with: "a Merrow office", "Ostrel's harbour". */
static uint32_t place_within(const lgm_event_room *room, uint32_t noun)
{
    const uint32_t first = lgm_tree_first(room->trees, noun);
    for (uint32_t w = noun; w-- > first && noun - w < WIDE;)
        if (is_named_place(room->doc, room->entity[w]) && is_part_of(room->trees, w, noun))
            return room->entity[w];
    return LGM_NONE;
}

/* A body that has a house: "at Northgate Terminals". */
static bool is_at_body(const lgm_event_room *room, uint32_t word, uint32_t entity)
{
    const uint32_t by = lgm_event_case(room->trees, word);
    const lgm_doc_entity *const e = &room->doc->entities[entity];
    return e->type == LGM_ENTITY_ORG && e->name != LGM_NONE && by != LGM_NONE &&
           LGM_SLICE_IN(lgm_doc_lemma(room->doc, by), "at", "outside", "inside", "near");
}

typedef struct found {
    uint32_t place, word;
} found;

/* Of the words behind "in" or "at": a place with a name, a name within, a body, any place. */
static found among_words(const lgm_event_room *room, const lgm_event_draft *d)
{
    enum { NAMED, WITHIN, BODY, NOMINAL, N };
    found best[N];
    for (int i = 0; i < N; i++) best[i] = (found){LGM_NONE, LGM_NONE};
    for (uint8_t i = 0; i < d->n_where; i++) {
        const uint32_t w = d->where[i], e = room->entity[w], within = place_within(room, w);
        int rank = N;
        if (is_named_place(room->doc, e))
            rank = NAMED;
        else if (within != LGM_NONE)
            rank = WITHIN;
        else if (e != LGM_NONE && is_at_body(room, w, e))
            rank = BODY;
        else if (e != LGM_NONE && is_place(room->doc, e))
            rank = NOMINAL;
        if (rank < N && best[rank].place == LGM_NONE)
            best[rank] = (found){rank == WITHIN ? within : e, w};
    }
    /* "The Ostrel bombing" */
    const uint32_t own = d->word != d->verb ? place_within(room, d->word) : LGM_NONE;
    if (own != LGM_NONE && best[NAMED].place == LGM_NONE &&
        !lgm_event_has(d->agents, d->n_agents, own) &&
        !lgm_event_has(d->patients, d->n_patients, own))
        best[WITHIN] = (found){own, d->word};
    for (int i = 0; i < N; i++)
        if (best[i].place != LGM_NONE) return best[i];
    return (found){LGM_NONE, LGM_NONE};
}

/* ---- without words of its own ---------------------------------------------------------------- */

/* Whom it is done to is where it is done: "attacked the fort", "cordoned off the street". */
static bool is_done_there(const lgm_event_room *room, const lgm_event_draft *d, uint32_t entity)
{
    const bool town = room->doc->entities[entity].type == LGM_ENTITY_GPE;
    if (d->verb != LGM_NONE && d->verb == d->word &&
        LGM_SLICE_IN(lgm_doc_lemma(room->doc, d->verb), "enter", "leave", "visit", "tour", "flee",
                     "storm", "raid", "occupy", "invade", "open", "reopen", "inaugurate", "build",
                     "rebuild", "renovate", "restore", "refurbish", "remodel", "close", "shut"))
        return true;
    if (lgm_event_mode_of(d->kinds) == LGM_EVENT_BY_VISIT) return true;
    if (lgm_event_mode_of(d->kinds) == LGM_EVENT_BY_CYBER) return false;
    return lgm_event_category_of(d->kinds) == LGM_EVENT_ASSAULT ||
           (lgm_event_category_of(d->kinds) == LGM_EVENT_COERCE && !town);
}

static uint32_t among_patients(const lgm_event_room *room, const lgm_event_draft *d)
{
    for (uint8_t i = 0; i < d->n_patients; i++)
        if (is_place(room->doc, d->patients[i]) && is_done_there(room, d, d->patients[i]))
            return d->patients[i];
    return LGM_NONE;
}

/* ---- those who may only act at home ---------------------------------------------------------- */

static bool acts_at_home(const lgm_event_draft *d)
{
    const lgm_event_mode how = lgm_event_mode_of(d->kinds);
    return how == LGM_EVENT_BY_ARREST || how == LGM_EVENT_BY_SEIZE || how == LGM_EVENT_BY_DEPORT ||
           how == LGM_EVENT_BY_CONVICT;
}

/* The country that a people's word stands for, where the report names it. */
static uint32_t country_of(const lgm_event_room *room, uint32_t first, uint32_t end)
{
    const char *code = NULL;
    if (!lgm_phrase_from(room->doc, LGM_WORLD_DEMONYM, first, end, &code)) return LGM_NONE;
    for (uint32_t i = 0; i < room->n_countries; i++)
        if (strcmp(room->countries[i].code, code) == 0) return room->countries[i].entity;
    return LGM_NONE;
}

/* "Merrovian police arrested", "Merrow expelled". */
static uint32_t of_authority(const lgm_event_room *room, const lgm_event_draft *d)
{
    for (uint8_t i = 0; acts_at_home(d) && i < d->n_agents; i++) {
        const lgm_doc_entity *const e = &room->doc->entities[d->agents[i]];
        if (e->type == LGM_ENTITY_GPE && e->name != LGM_NONE) return d->agents[i];
        if (e->called == LGM_NONE || e->name != LGM_NONE) continue;
        const uint32_t head = room->doc->mentions[e->called].head;
        if (!LGM_SLICE_IN(lgm_doc_lemma(room->doc, head), "police", "authority", "court", "judge",
                          "force", "official", "prosecutor", "troops", "officer"))
            continue;
        const uint32_t within = place_within(room, head);
        return within != LGM_NONE ? within
                                  : country_of(room, lgm_tree_first(room->trees, head), head);
    }
    return LGM_NONE;
}

bool lgm_event_is_country(const lgm_event_room *room, uint32_t entity)
{
    for (uint32_t i = 0; i < room->n_countries; i++)
        if (room->countries[i].entity == entity) return true;
    return false;
}

bool lgm_event_find_countries(lgm_event_room *room)
{
    const lgm_doc *const doc = room->doc;
    room->countries = lgm_arena_alloc(room->scratch, COUNTRIES * sizeof *room->countries);
    for (uint32_t i = 0; room->countries && i < doc->n_entities; i++) {
        const lgm_doc_entity *const e = &doc->entities[i];
        const char *const code =
            room->n_countries < COUNTRIES && e->type == LGM_ENTITY_GPE && e->name != LGM_NONE
                ? lgm_phrase_whole(doc, LGM_WORLD_COUNTRY, doc->names[e->name].tokens)
                : NULL;
        if (code) room->countries[room->n_countries++] = (lgm_event_country){code, i};
    }
    return room->countries != NULL;
}

void lgm_event_find_place(const lgm_event_room *room, lgm_event_draft *d)
{
    const uint32_t draft = (uint32_t)(d - room->drafts.at);
    const found f = among_words(room, d);
    d->place = f.place;
    d->is_there = d->place != LGM_NONE && is_named_place(room->doc, d->place);
    d->says_where = d->is_there;
    if (d->place != LGM_NONE) {
        LGM_WHY_TREE(room->doc, EVENT, draft, "place", d->word, LGM_ONE_WORD(f.word),
                     "\"In\", \"at\" or the like leads from its words to a place");
        return;
    }
    d->place = among_patients(room, d);
    if (d->place != LGM_NONE)
        LGM_WHY(room->doc, EVENT, draft, "place", d->trigger,
                "A place is what it is done to, and so where");
    if (d->place == LGM_NONE && (d->place = of_authority(room, d)) != LGM_NONE)
        LGM_WHY(room->doc, EVENT, draft, "place", d->trigger,
                "Those who do it are of this country, and act in it");
}
