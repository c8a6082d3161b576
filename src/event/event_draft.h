/*
 * event_draft.h - one mention of an event while the room is at work, and what each file fills in.
 * Internal.
 *
 * Functions of trigger.c, passive.c, with_number.c, no_event.c, factual.c, partners.c,
 * event_subject.c, carrier.c, instrument.c, named.c, police.c, setting.c, event_place.c,
 * event_time.c, sense.c, ties.c, likeness.c, merge.c, beside.c, scene.c, layer.c and event_why.c.
 */
#ifndef LGM_EVENT_EVENT_DRAFT_H
#define LGM_EVENT_EVENT_DRAFT_H

#include "event/event_words.h"
#include "event/event.h"
#include "tree/tree.h"

enum { /* at most: of one mention, the last of one claim */
       LGM_EVENT_PARTNERS = 4,
       LGM_EVENT_WHERE = 8,
       LGM_EVENT_CLAIMS = 8,
       LGM_EVENT_ABOUT = 16
};

typedef struct lgm_event_draft {
    lgm_tokspan trigger;
    uint32_t word; /* the verb or noun that tells it */
    uint32_t verb; /* the verb of its clause: itself, or the light verb of a noun, or LGM_NONE */
    uint32_t kinds;
    bool suffered; /* the subject of the verb is whom it is done to */
    bool negative;
    uint8_t harm; /* LGM_EVENT_DEAD or LGM_EVENT_HURT: what its word says of whom it is done to */
    uint32_t synonym; /* the number of its word in synonyms.txt; 0 = none */
    bool deadly;      /* its words, or those of another mention, say that somebody died */
    bool lent;        /* its mode is that of another mention */
    bool carried;     /* who does it is told by the word that carries it */
    uint8_t modality; /* lgm_modality */
    uint8_t n_agents, n_patients, n_claims;
    uint8_t n_where, n_instruments;
    lgm_tokspan instruments[LGM_EVENT_PARTNERS];
    /* words first; entities once these are known, and those that are none left out */
    uint32_t agents[LGM_EVENT_PARTNERS], patients[LGM_EVENT_PARTNERS];
    uint32_t where[LGM_EVENT_WHERE];   /* words that may be its place, the best first */
    uint8_t aimed;                     /* a bit a patient: a preposition leads to it */
    uint32_t claims[LGM_EVENT_CLAIMS]; /* those whose content it stands in, outermost first */
    uint32_t place;                    /* an entity, or LGM_NONE */
    bool is_there;   /* its words, or those of another mention, say so; a place with a name */
    bool says_where; /* its own do */
    uint32_t time;   /* an index in times, or LGM_NONE */
    uint32_t tied;   /* the earlier draft that the tree makes one event with it, or LGM_NONE */
    uint32_t event;  /* index of the first draft of the same event */
} lgm_event_draft;

typedef LGM_VEC(lgm_event_draft) lgm_event_drafts;

typedef struct lgm_event_country {
    const char *code;
    uint32_t entity;
} lgm_event_country;

struct lgm_event_room {
    const lgm_trees *trees;
    const lgm_doc *doc;
    lgm_arena *scratch;
    uint8_t *marks;   /* [n_tokens] LGM_EVENT_TAKEN, LGM_EVENT_IN_TIME */
    uint32_t *entity; /* [n_tokens] the entity whose mention has this head word, or LGM_NONE */
    lgm_event_country *countries; /* that the report names: at most 64 */
    uint32_t n_countries;
    uint32_t *police; /* mentions of it */
    uint32_t n_police;
    lgm_event_drafts drafts; /* in order of trigger, once all are found */
};

enum {
    LGM_EVENT_TAKEN = 1,   /* the noun of a phrase */
    LGM_EVENT_IN_TIME = 2, /* of a time expression */
    LGM_EVENT_IN_CUE = 4   /* of the cue of a claim */
};

static inline bool lgm_event_has(const uint32_t *list, uint8_t n, uint32_t one)
{
    for (uint8_t i = 0; i < n; i++)
        if (list[i] == one) return true;
    return false;
}

/* All triggers, in order. False when scratch is spent. */
bool lgm_event_find_triggers(lgm_event_room *room);
/* Do a verb of these kinds, with the noun of its phrase or LGM_NONE, or a noun tell of no event
 * where they stand? */
bool lgm_event_is_no_deed(const lgm_trees *t, uint32_t verb, uint32_t kinds, uint32_t noun);
/* What a verb of data/event/counted.txt tells where it has a number; 0 for nothing. */
uint32_t lgm_event_counted_kinds(const lgm_event_room *room, uint32_t verb);
/* Is a noun told of by the noun behind it: "nine shooting victims", "the vote count"? */
bool lgm_event_is_counted_by(const lgm_event_room *room, uint32_t noun);
bool lgm_event_is_no_noun(const lgm_trees *t, uint32_t noun);
/* Polarity and modality. */
void lgm_event_judge(const lgm_trees *t, lgm_event_draft *d);
/* Words that are agents and patients; words become entities. */
void lgm_event_find_partners(const lgm_event_room *room, lgm_event_draft *d);
/* With what it is done: takes things from who does it and to whom. */
void lgm_event_find_instruments(const lgm_event_room *room, lgm_event_draft *d);
void lgm_event_add_instrument(const lgm_doc *doc, lgm_event_draft *d, lgm_tokspan words);
uint32_t lgm_event_instrument(const lgm_trees *t, uint32_t noun);
uint32_t lgm_event_used_by(const lgm_trees *t, uint32_t verb);
void lgm_event_name_partners(const lgm_event_room *room, lgm_event_draft *d);
bool lgm_event_find_police(lgm_event_room *room);
void lgm_event_imply_police(const lgm_event_room *room, lgm_event_draft *d);
/* Words that may be its place; the place among them, and the time. */
void lgm_event_find_where(const lgm_event_room *room, lgm_event_draft *d);
bool lgm_event_find_countries(lgm_event_room *room);
bool lgm_event_is_country(const lgm_event_room *room, uint32_t entity);
/* Changes what is told, where it depends on to whom it is done: "captured the town". */
void lgm_event_choose_sense(const lgm_event_room *room, lgm_event_draft *d);
void lgm_event_find_place(const lgm_event_room *room, lgm_event_draft *d);
void lgm_event_find_when(const lgm_event_room *room, lgm_event_draft *d);
/* The clause that a verb shares its setting with: "spoke on Monday, promising ..." */
uint32_t lgm_event_clause_above(const lgm_trees *t, uint32_t verb);
/* The claims whose content each stands in. */
void lgm_event_find_claims(lgm_event_room *room);
/* The first draft at or behind a token. */
size_t lgm_event_first_draft(const lgm_event_drafts *drafts, uint32_t token);
/* The draft that a word tells of; LGM_NONE for none. */
static inline uint32_t lgm_event_draft_at(const lgm_event_drafts *drafts, uint32_t word)
{
    const size_t i = lgm_event_first_draft(drafts, word);
    return i < drafts->n && drafts->at[i].word == word ? (uint32_t)i : LGM_NONE;
}
/* The noun's draft, of "an explosion tore through a mill" and "a fire broke out": it is the event,
 * and its verb says no more than that it happened. LGM_NONE for none. */
uint32_t lgm_event_told_by_subject(const lgm_event_room *room, const lgm_event_draft *d);
/* Which mentions the tree makes one event: "the blast killed nine". */
void lgm_event_tie(lgm_event_room *room);
/* Of two lists of entities: the most that one of each has to do with the other. */
typedef enum lgm_event_likeness {
    LGM_EVENT_OTHERS,
    LGM_EVENT_PERHAPS,
    LGM_EVENT_SAME
} lgm_event_likeness;
lgm_event_likeness lgm_event_likeness_of(const lgm_trees *t, const uint32_t *a, uint8_t n,
                                         const uint32_t *b, uint8_t m);
/* Which drafts are one event: the first of them takes what the others know. */
void lgm_event_merge(lgm_event_room *room);
/* What an event has from another that is told beside it. */
void lgm_event_share_beside(lgm_event_room *room);
/* What is told in one breath has one place. */
void lgm_event_share_scenes(lgm_event_room *room);
bool lgm_event_same_day(const lgm_doc *doc, uint32_t a, uint32_t b);
/* Writes the layers of the document; false when its arena is spent. */
bool lgm_event_write(const lgm_event_room *room, lgm_doc *doc);

/* Notes of why an event has its fields (doc/why.h), mention by mention; most by its first one.
 * Those that were made before have the number of their draft. */
void lgm_event_explain(const lgm_doc *doc, const lgm_event_draft *d, uint32_t event,
                       uint32_t mentions, bool first);

/* The noun that is the subject of a verb, its own or one that it shares; LGM_NONE for none. */
uint32_t lgm_event_subject(const lgm_trees *t, uint32_t verb);
/* Who does what a noun tells of, by the word that carries it; LGM_NONE for nobody. */
uint32_t lgm_event_carried_by(const lgm_trees *t, uint32_t noun);
/* The verb that carries it, where it was done then and there; else LGM_NONE. */
uint32_t lgm_event_done_in(const lgm_trees *t, uint32_t noun);
/* Is the verb passive? */
bool lgm_event_is_passive(const lgm_trees *t, uint32_t verb);
/* The nearest preposition ("case") or particle on the left of a word; LGM_NONE for none. */
static inline uint32_t lgm_event_case(const lgm_trees *t, uint32_t word)
{
    return lgm_tree_left_child(t, word, LGM_REL_case);
}

#endif
