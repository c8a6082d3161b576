/*
 * mention.h - a mention while it is found and compared, and the words that may head one. Internal.
 */
#ifndef LGM_COREF_MENTION_H
#define LGM_COREF_MENTION_H

#include "tree/tree.h"

/* How a mention is made, finer than the record's form. */
typedef enum lgm_coref_make {
    LGM_MAKE_NAME, /* head of a name that the entity room found */
    LGM_MAKE_PROPER,
    LGM_MAKE_DEF,   /* the minister */
    LGM_MAKE_INDEF, /* a minister */
    LGM_MAKE_DEM,   /* this minister */
    LGM_MAKE_POSS,  /* his minister, Spain's minister */
    LGM_MAKE_QUANT, /* some ministers */
    LGM_MAKE_BARE,  /* ministers */
    LGM_MAKE_NUMBER,
    LGM_MAKE_CLAUSE,
    LGM_MAKE_GROUP, /* Ann and Bob */
    LGM_MAKE_I,
    LGM_MAKE_YOU,
    LGM_MAKE_HE,
    LGM_MAKE_SHE,
    LGM_MAKE_IT,
    LGM_MAKE_WE,
    LGM_MAKE_THEY,
    LGM_MAKE_THIS,
    LGM_MAKE_THESE,
    LGM_MAKE_WHO,
    LGM_MAKE_WHICH,
    LGM_MAKE_ADVERB, /* here, then */
    LGM_MAKE_OTHER,  /* other pronouns */
    LGM_N_MAKES
} lgm_coref_make;

typedef struct lgm_coref_mention {
    uint32_t head;
    lgm_tokspan span;
    uint32_t name;  /* the name that it is, or LGM_NONE */
    uint32_t group; /* the entity of that name, or LGM_NONE */
    float score;    /* above 0: a mention */
    bool is_group;  /* several, joined by "and": the head is the first */
    bool kept;      /* likely enough to be linked */
    bool reflexive;
    bool speaks;      /* is the source of a claim; set where mentions are linked */
    uint8_t make;     /* lgm_coref_make */
    uint8_t type;     /* label of labels.coref; LGM_COREF_TYPES where there is none */
    uint8_t number;   /* 0 not known, 1 one, 2 several */
    uint8_t role;     /* in its clause: lgm_mention_role */
    uint64_t lemma;   /* hash of the head's lemma in lower case */
} lgm_coref_mention;

typedef struct lgm_coref_wording { /* of a mention */
    uint64_t words;   /* hash of all words in lower case, articles and possessives left out */
    uint64_t content; /* a bit for each of those words but the head */
} lgm_coref_wording;

typedef struct lgm_coref_mentions {
    lgm_coref_mention *at; /* [n], in order of their heads */
    size_t n;
    uint8_t *person; /* [n_tokens]: 1 where a mention with that head is a person */
} lgm_coref_mentions;

/* All words that may head a mention, in text order, with everything that does not depend on a
 * model, except their spans. False when scratch is spent. */
bool lgm_coref_collect(const lgm_trees *t, lgm_arena *scratch, lgm_coref_mentions *out);

#endif
