/*
 * incident_draft.h - incidents while the room is at work: the words that tell them, what fills
 * their roles. Internal.
 *
 * Functions of incident.c, violent_words.c, party.c, filler_phrase.c, role_fillers.c,
 * perpetrators.c, head_fillers.c, fitting.c, grouping.c, blame.c, casualties.c, kept.c,
 * incident_layer.c and incident_why.c.
 */
#ifndef LGM_INCIDENT_INCIDENT_DRAFT_H
#define LGM_INCIDENT_INCIDENT_DRAFT_H

#include "incident/incident.h"
#include "incident/incident_words.h"

enum { LGM_INCIDENT_N_TYPES = LGM_INCIDENT_FORCED_WORK_STOPPAGE + 1 };
enum { LGM_INCIDENT_CHILDREN = 16 }; /* children of a word that are looked at, on a side */

typedef struct lgm_incident_trigger {
    uint32_t word, verb; /* what tells it; the verb of its clause, itself or a light one, or NONE */
    uint8_t type, stage;
    bool alone;        /* it tells a violent act by itself */
    bool armed;        /* an armed party or a weapon is among what fills its roles */
    bool hits;         /* a target or a victim is */
    bool harms;        /* a word of its sentence has one */
    bool explosive;    /* a weapon that explodes is */
    bool proposed;     /* the head has a filler beside it */
    uint32_t time;     /* an index in times, or LGM_NONE */
    uint32_t incident; /* LGM_NONE: of none */
} lgm_incident_trigger;

typedef struct lgm_incident_filler {
    lgm_tokspan words;
    uint32_t head, trigger;
    uint32_t entity; /* LGM_NONE: not among the entities */
    uint32_t claim;  /* of who did it: the claim that says so, or LGM_NONE */
    uint8_t role, blame;
    bool by_rule;
    float odds; /* of the head: the log odds of its likeliest word */
} lgm_incident_filler;

typedef struct lgm_incident_room {
    const lgm_trees *trees;
    const lgm_doc *doc;
    lgm_arena *scratch;
    uint8_t *mention_type; /* [n_tokens] 1 + lgm_entity_type of the mention that the word heads */
    uint32_t *entity;      /* [n_tokens] the entity of that mention or name, or LGM_NONE */
    /* [n_tokens] the innermost claim whose content has the word, or LGM_NONE; the one by which its
     * source, with the word, claims responsibility */
    uint32_t *claim, *claimed;
    LGM_VEC(lgm_incident_trigger) triggers;
    LGM_VEC(lgm_incident_filler) fillers;
    LGM_VEC(lgm_doc_incident) incidents;
    /* [n_sents] log odds that the section around it reports each type; NULL without a head */
    float (*types)[LGM_INCIDENT_N_TYPES];
    bool failed; /* scratch is spent */
} lgm_incident_room;

/* All that may tell a violent act, in order. */
void lgm_incident_find_triggers(lgm_incident_room *room);
/* "Took him hostage": the object of the verb above suffers. */
bool lgm_incident_is_state(const lgm_trees *t, uint32_t word);
/* What fills the roles of each, by the tree. */
void lgm_incident_find_partners(lgm_incident_room *room);
/* Who did it, by other words than those of the act. */
void lgm_incident_find_perpetrators(lgm_incident_room *room);
/* All of these, and what the words head; false when scratch is spent. */
bool lgm_incident_find_by_rules(lgm_incident_room *room);
/* May it tell an incident: a violent word by itself, or an armed party or a weapon beside it? */
bool lgm_incident_is_violent(const lgm_incident_trigger *t);
/* What fills roles by the head; all that rules find is there before. */
void lgm_incident_find_by_head(lgm_incident_room *room, const lgm_incident_head *head,
                               const lgm_kernels *kernels);
/* May what the head proposes fill the role: is it of its kind, and does it hang on a word that
 * tells an act? (fitting.c) */
bool lgm_incident_may_fill(const lgm_incident_room *room, uint8_t role, lgm_tokspan words,
                           uint32_t head);
/* Which triggers are one incident, and which are of none. */
void lgm_incident_group(lgm_incident_room *room);
/* Which claims have each word; false when scratch is spent. */
bool lgm_incident_index_claims(lgm_incident_room *room);
/* Is the first lgm_blame a surer one? */
bool lgm_incident_is_surer(uint8_t a, uint8_t b);
/* How sure it is that they did it, and who says so. */
void lgm_incident_find_blame(lgm_incident_room *room);
/* The figures of the killed and the wounded; incident_of: [n_events]. False when scratch is
 * spent. */
bool lgm_incident_find_casualties(const lgm_incident_room *room, const uint32_t *incident_of,
                                  lgm_doc_incident *to);
/* What is written of the fillers, once each: an incident's together, and where in to[i]. False when
 * scratch is spent. */
typedef struct lgm_incident_kept {
    lgm_doc_filler *at;
    uint32_t *from;  /* the filler that each is made of */
    float *strength; /* how much speaks for each, by the head and the rules */
    uint32_t n;
} lgm_incident_kept;
bool lgm_incident_keep(const lgm_incident_room *room, lgm_incident_kept *k, lgm_doc_incident *to);
/* Writes the layers of the document; false when its arena is spent. */
bool lgm_incident_write(const lgm_incident_room *room, lgm_doc *doc);

/* Notes of why incidents are as they are, when they are written (doc/why.h). */
void lgm_incident_explain(const lgm_incident_room *room, const lgm_incident_kept *k);

/* Is the verb passive? (role_fillers.c) */
bool lgm_incident_is_passive(const lgm_trees *t, uint32_t verb);

/* ---- what a noun phrase is (party.c) --------------------------------------------------------- */

bool lgm_incident_is_person(const lgm_incident_room *room, uint32_t head);
bool lgm_incident_is_body(const lgm_incident_room *room, uint32_t head);
/* Is it named or described as one who does such things ("gunmen", "armed men")? */
bool lgm_incident_is_armed(const lgm_incident_room *room, uint32_t head);
bool lgm_incident_is_target(const lgm_incident_room *room, uint32_t head);
bool lgm_incident_is_arm(const lgm_incident_room *room, uint32_t head);

/* The words of a noun phrase, without its article and what describes it at length; a person's name
 * where it has one. *named: it is a name. */
lgm_tokspan lgm_incident_phrase(const lgm_incident_room *room, uint32_t head, bool *named);
/* How much speaks for a filler beyond what its role needs, >= 0 where it is kept: for what a rule
 * finds 0, for what the head finds its log odds. */
float lgm_incident_strength(const lgm_incident_filler *f);
/* Adds one filler, its trigger set. */
void lgm_incident_add(lgm_incident_room *room, lgm_incident_filler f);
/* Adds a noun phrase, with all that are joined to it by "and". */
void lgm_incident_fill(lgm_incident_room *room, uint32_t trigger, uint8_t role, uint32_t head);

/* "The army's": its nearest child with this preposition. */
static inline bool lgm_incident_is_by(const lgm_trees *t, uint32_t word, const char *const *by,
                                      size_t n)
{
    const uint32_t c = lgm_tree_left_child(t, word, LGM_REL_case);
    return c != LGM_NONE && lgm_slice_in(lgm_doc_lemma(t->doc, c), by, n);
}
#define LGM_INCIDENT_BY(t, word, ...)                                                              \
    lgm_incident_is_by((t), (word), (const char *const[]){__VA_ARGS__},                            \
                       LGM_COUNT(((const char *const[]){__VA_ARGS__})))

#endif
