/*
 * linker.h - the mentions that are linked, and what is known of each before any is. Internal.
 *
 * They are numbered from 0 in text order; `prev_*` lead from one to the last before it that has the
 * same lemma, the same words or the same named entity. LGM_NONE = there is none.
 */
#ifndef LGM_COREF_LINKER_H
#define LGM_COREF_LINKER_H

#include "coref/mentions/mention.h"

/* WINDOW: the nearest mentions, whatever they are. LIKE: further back, those with the same head
 * word. BEST: of these, what the larger network compares. */
enum {
    LGM_LINK_WINDOW = 20,
    LGM_LINK_LIKE = 3,
    LGM_LINK_MOST = LGM_LINK_WINDOW + LGM_LINK_LIKE + 2,
    LGM_LINK_BEST = 4
};

/* Holder of an office of a body that nobody with a name is said to hold. */
#define LGM_COREF_NOBODY (LGM_NONE - 1)

/* Why a mention is where it is: what mention_layer.c makes a note of. */
typedef struct lgm_coref_reason {
    const char *rule;   /* a sentence that goes on from "this is the same as"; NULL = it is alone */
    uint32_t ante;      /* the mention that it was joined with; LGM_NONE */
    float score, alone; /* by the network, and of something new; both 0 where it did not tell */
} lgm_coref_reason;

typedef struct lgm_coref_linker {
    const lgm_trees *t;
    lgm_coref_mention *at; /* [n] */
    uint32_t n;
    lgm_coref_wording *wording; /* [n] */
    uint32_t *prev_lemma, *prev_words, *prev_group;
    uint32_t *prev_topic; /* [n]: the last before it that speaks or is what a sentence is about */
    uint32_t *by;         /* [n_claims]: the mention that its source is */
    uint32_t *content;    /* [n_tokens]: the innermost claim whose content has the token */
    uint32_t *holder;     /* [n]: the entity that holds the office it describes; LGM_COREF_NOBODY */
    uint32_t *only;       /* [n]: the one named entity that it may be: it describes its office */
    uint32_t *cluster;    /* [n]: number of the first mention of its cluster */
    const uint8_t *person; /* [n_tokens]: 1 where a mention with that head is a person */
    lgm_coref_reason *why; /* [n]; NULL = nobody asks */
    lgm_arena_mark end;    /* of what stays */
} lgm_coref_linker;

/* The kept ones of all, which are all that is left in it; cluster and what links change stay to be
 * filled. False when scratch is spent. */
bool lgm_coref_linker_make(lgm_coref_linker *l, lgm_arena *scratch, const lgm_trees *t,
                           lgm_coref_mentions *all);
/* Once clusters are made: t, at, person, cluster and why stay, all else is given back. */
void lgm_coref_linker_end(lgm_coref_linker *l, lgm_arena *scratch);

/* Mention i was joined with the other, or with none (LGM_NONE), by this rule. */
static inline void lgm_coref_reason_is(const lgm_coref_linker *l, uint32_t i, uint32_t ante,
                                       const char *rule)
{
    if (l->why) l->why[i] = (lgm_coref_reason){rule, ante, 0, 0};
}

/* Candidates for the antecedent of i: numbers of mentions before it, the nearest first. Returns how
 * many there are. */
uint32_t lgm_coref_candidates(const lgm_coref_linker *l, uint32_t i, uint32_t at[LGM_LINK_MOST]);

#endif
