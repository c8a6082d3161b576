/*
 * named.c - who takes part, once there are entities: words become entities, and those that cannot
 * do or suffer such a thing are left out.
 */
#include <string.h>

#include "doc/why.h"
#include "event/event_draft.h"
#include "tree/shape.h"

static void put(uint32_t *list, uint8_t *n, uint32_t entity)
{
    if (!lgm_event_has(list, *n, entity) && *n < LGM_EVENT_PARTNERS) list[(*n)++] = entity;
}

/* The entity that a noun phrase is, by its head or by the name that is its title's ("mayor Ada
 * Lind"). */
static uint32_t entity_of(const lgm_event_room *room, uint32_t word)
{
    const lgm_trees *const t = room->trees;
    if (room->entity[word] != LGM_NONE) return room->entity[word];
    for (uint32_t c = lgm_tree_right(t, word); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_tree_is_titled(t, c) && room->entity[c] != LGM_NONE) return room->entity[c];
    return LGM_NONE;
}

/* A fort may be attacked, and nobody is met on a plain. */
static bool can_suffer(const lgm_event_room *room, const lgm_event_draft *d, uint32_t entity)
{
    const lgm_event_category what = lgm_event_category_of(d->kinds);
    return room->doc->entities[entity].type != LGM_ENTITY_LOC || what == LGM_EVENT_ASSAULT ||
           what == LGM_EVENT_COERCE;
}

/* "The Ostrel bombing", "Bosnia's war": where it is. Countries bomb, towns do not. */
static bool is_where_of(const lgm_event_room *room, const lgm_event_draft *d, uint32_t word,
                        uint32_t entity)
{
    const lgm_trees *const t = room->trees;
    const lgm_event_category what = lgm_event_category_of(d->kinds);
    if (d->word == d->verb || t->doc->head[word] != d->word || word > d->word ||
        t->doc->entities[entity].type != LGM_ENTITY_GPE)
        return false;
    return !lgm_event_is_country(room, entity) || what == LGM_EVENT_PROTEST ||
           (what == LGM_EVENT_OTHER && (d->kinds & LGM_EVENT_HAPPENS)) ||
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, d->word), "war", "conflict", "violence", "fighting",
                        "election", "referendum", "vote", "coup", "crisis");
}

/* A hotel kills nobody. */
static bool can_do(const lgm_event_room *room, const lgm_event_draft *d, uint32_t word,
                   uint32_t entity)
{
    const uint8_t type = room->doc->entities[entity].type;
    if (type == LGM_ENTITY_EVT || is_where_of(room, d, word, entity)) return false;
    return (type != LGM_ENTITY_FAC && type != LGM_ENTITY_LOC) ||
           lgm_event_category_of(d->kinds) != LGM_EVENT_ASSAULT;
}

/* "Opened fire at an office": there, not at it. */
static bool is_spot(const lgm_event_room *room, uint32_t word, uint32_t entity)
{
    const uint32_t by = lgm_event_case(room->trees, word);
    const uint8_t type = room->doc->entities[entity].type;
    return by != LGM_NONE && lgm_doc_lemma_is(room->doc, by, "at") &&
           (type == LGM_ENTITY_FAC || type == LGM_ENTITY_LOC || type == LGM_ENTITY_ORG ||
            type == LGM_ENTITY_EVT);
}

/* What is asked for or agreed on is no partner. */
static bool takes_events(const lgm_event_draft *d)
{
    const lgm_event_category what = lgm_event_category_of(d->kinds);
    return what == LGM_EVENT_OTHER || what == LGM_EVENT_COERCE || what == LGM_EVENT_ACCUSE ||
           what == LGM_EVENT_REJECT || what == LGM_EVENT_SUPPORT;
}

static uint8_t name_agents(const lgm_event_room *room, lgm_event_draft *d)
{
    uint8_t kept = 0;
    for (uint8_t i = 0; i < d->n_agents; i++) {
        const uint32_t word = d->agents[i], entity = entity_of(room, word);
        if (entity == LGM_NONE || !can_do(room, d, word, entity)) continue;
        LGM_WHY_TREE(room->doc, EVENT, (uint32_t)(d - room->drafts.at), "agents",
                     d->verb == LGM_NONE ? d->word : d->verb, LGM_ONE_WORD(word),
                     "The tree has it as who does it");
        put(d->agents, &kept, entity);
    }
    return kept;
}

static uint8_t name_patients(const lgm_event_room *room, lgm_event_draft *d)
{
    uint8_t kept = 0;
    for (uint8_t i = 0; i < d->n_patients; i++) {
        const uint32_t word = d->patients[i], entity = entity_of(room, word);
        if (entity == LGM_NONE || lgm_event_has(d->agents, d->n_agents, entity)) continue;
        if ((d->aimed >> i & 1) && (!can_suffer(room, d, entity) || is_spot(room, word, entity)))
            continue;
        if (!takes_events(d) && room->doc->entities[entity].type == LGM_ENTITY_EVT) continue;
        LGM_WHY_TREE(room->doc, EVENT, (uint32_t)(d - room->drafts.at), "patients",
                     d->verb == LGM_NONE ? d->word : d->verb, LGM_ONE_WORD(word),
                     "The tree has it as whom it is done to");
        put(d->patients, &kept, entity);
    }
    return kept;
}

/* "The two met": each is whom the other meets. */
static bool is_mutual(const lgm_event_draft *d)
{
    const lgm_event_category what = lgm_event_category_of(d->kinds);
    return what == LGM_EVENT_CONSULT || what == LGM_EVENT_AGREE || what == LGM_EVENT_COOPERATE;
}

void lgm_event_name_partners(const lgm_event_room *room, lgm_event_draft *d)
{
    d->n_agents = name_agents(room, d);
    d->n_patients = name_patients(room, d);
    if (d->n_patients > 0 || d->n_agents < 2 || !is_mutual(d)) return;
    memcpy(d->patients, d->agents, sizeof d->patients);
    d->n_patients = d->n_agents;
    LGM_WHY(room->doc, EVENT, (uint32_t)(d - room->drafts.at), "patients", LGM_ONE_WORD(d->word),
            "Who meets, agrees or works with others does it to each of them");
}
