/*
 * turn.h - the turns of a report in order of text, and which of them are of one speech. Internal.
 *
 * A turn is a claim that stands in no other, or a sentence that tells that somebody spoke and
 * claims nothing ("Lind spoke at a rally on Monday.").
 *
 * Functions of turns.c, told_of.c and carry.c.
 */
#ifndef LGM_OCCASION_TURN_H
#define LGM_OCCASION_TURN_H

#include "tree/tree.h"

/* What is known of where and when one speaks; LGM_NONE and empty where it is not. */
typedef struct lgm_occasion_facts {
    uint32_t when;  /* an index in times */
    lgm_relays via; /* entities */
    lgm_tokspan venue;
} lgm_occasion_facts;

typedef struct lgm_occasion_turn {
    lgm_occasion_facts stated; /* by its own sentence */
    uint32_t token;            /* where its cue begins */
    uint32_t claim;            /* LGM_NONE: a mere setting */
    uint32_t speaker;          /* an entity */
    bool told;                 /* to who relays it: "she told CNN" */
    bool apart;                /* of another time than what the report tells: "has often said" */
    bool away;                 /* of another occasion than its sentence: "after she said" */
    bool then;                 /* "she said at the time" */
    bool present;              /* "she says" */
    bool in_front;             /* the venue, before the speaker: "in an interview, she said" */
    bool pronoun;              /* "she said": goes on where the last one stopped */
    bool some_one;             /* "an official said": whom the next turn may name */
    bool described;            /* "Okke Berg, head of the mill, said" */
    bool group;                /* "officials": not the same ones for long */
    bool another;              /* "in a separate interview" */
    bool the_venue;            /* "in the speech": of an event that was told of */
    bool next_only;            /* tells of no speech: "Lind opened the mill on Monday" */
    bool soon;                 /* "moments after she spoke at a rally" */
    bool programme;            /* "told TV9's morning show": may be one that has a name */
    uint32_t deed;             /* "shouted as they marched"; LGM_NONE */
} lgm_occasion_turn;

typedef LGM_VEC(lgm_occasion_turn) lgm_occasion_turns;

/* Adds the turns that claims are. False when scratch is spent. */
bool lgm_occasion_claim_turns(const lgm_trees *t, lgm_arena *scratch, lgm_occasion_turns *turns);
/* "The remarks came after he spoke at a rally": does the verb tell of another occasion than that of
 * its sentence? */
bool lgm_occasion_is_beside(const lgm_trees *t, uint32_t verb);
/* "Minutes after she spoke at a rally". */
bool lgm_occasion_is_soon(const lgm_trees *t, uint32_t verb);
/* "The debate", "her speech": one that was told of. */
bool lgm_occasion_is_the(const lgm_doc *doc, lgm_tokspan venue);
/* Adds those that are mere settings. */
bool lgm_occasion_settings(const lgm_trees *t, lgm_arena *scratch, int32_t published,
                           lgm_occasion_turns *turns);

/* Carries what is stated of a speech to all its claims: claim_when, claim_venue, via, and which
 * is of which: claim_speech. */
bool lgm_occasion_carry(const lgm_trees *t, lgm_arena *scratch, lgm_doc *doc, int32_t published,
                        lgm_occasion_turns *turns);

static inline bool lgm_occasion_has_venue(const lgm_occasion_facts *f)
{
    return f->venue.start < f->venue.end;
}

#endif
