/*
 * matter.h - what claims are about: the words and the entities of each, and what two have in
 * common. Internal.
 *
 * Words are compared by how they begin, so that "Ukraine" is in "Ukrainian" and "politics" in
 * "political"; those that stand in a third of all claims of a report tell nothing.
 *
 * Functions of matter.c and common.c.
 */
#ifndef LGM_ANSWER_MATTER_H
#define LGM_ANSWER_MATTER_H

#include "tree/tree.h"

enum { LGM_ANSWER_WORDS = 48, LGM_ANSWER_ENTITIES = 16 }; /* of a claim, the first ones */
enum { LGM_ANSWER_STATES = 32 };                          /* of a report, likewise */

typedef struct lgm_matter {
    uint32_t word, n_words;      /* words[word ..): sorted */
    uint32_t entity, n_entities; /* entities[entity ..): those in the content */
    uint32_t party, n_party;     /* entities[party ..): the speaker and those the source names */
} lgm_matter;

typedef struct lgm_answer_state { /* a place by how its name begins */
    uint32_t stem, entity;
} lgm_answer_state;

typedef struct lgm_matters {
    const lgm_trees *t;
    const uint32_t *by_head; /* [n_tokens]: the entity whose mention has that head, LGM_NONE */
    lgm_matter *of;          /* [n_claims] */
    LGM_VEC(uint32_t) words;
    LGM_VEC(uint32_t) entities;
    LGM_VEC(lgm_answer_state) states;
} lgm_matters;

typedef struct lgm_shared {
    uint32_t words, entities;
} lgm_shared;

/* False when scratch is spent. */
bool lgm_answer_read_matters(lgm_matters *m, const lgm_trees *t, lgm_arena *scratch);

/* What the contents of two claims have in common. */
lgm_shared lgm_answer_share(const lgm_matters *m, uint32_t a, uint32_t b);
/* Do two words begin alike? Of those that tell something. */
bool lgm_answer_same_word(const lgm_matters *m, uint32_t a, uint32_t b);
/* Does the content of a claim name whoever makes the other? */
bool lgm_answer_concerns(const lgm_matters *m, uint32_t claim, uint32_t speaker);
/* And is that the subject of an active verb there: "Berg shot the guard"? */
bool lgm_answer_tells_deed(const lgm_matters *m, uint32_t claim, uint32_t speaker);
/* Is the entity the one who makes the claim, or named in its source? */
bool lgm_answer_is_party(const lgm_matters *m, uint32_t claim, uint32_t entity);
/* The same, or is it so by a name that was taken for another's: "Lind's claim", of Ada Lind? */
bool lgm_answer_is_made_by(const lgm_matters *m, uint32_t claim, uint32_t entity);
/* Are both made by the same, as far as is known? */
bool lgm_answer_same_speaker(const lgm_matters *m, uint32_t a, uint32_t b);

#endif
