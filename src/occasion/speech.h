/*
 * speech.h - the speeches of a report while they are put together. Internal.
 *
 * Functions of speech.c, introduced.c and undated.c.
 */
#ifndef LGM_OCCASION_SPEECH_H
#define LGM_OCCASION_SPEECH_H

#include "occasion/turn.h"

enum { LGM_OCCASION_LEAD = 2 }; /* the last paragraph that may sum up, a title counted */

typedef struct lgm_occasion_speech {
    lgm_occasion_facts known;
    uint32_t before;            /* the speech of the same speaker before it, or LGM_NONE */
    uint32_t back;              /* where the speaker is again behind an aside, or LGM_NONE */
    uint32_t last;              /* its last turn */
    bool aside, past, definite; /* definite: "the debate", which may be told of elsewhere */
} lgm_occasion_speech;

typedef struct lgm_occasion_speeches {
    const lgm_trees *t;
    int32_t published;
    const lgm_occasion_turn *turns;
    uint32_t n_turns;
    LGM_VEC(lgm_occasion_speech) at;
    uint32_t *of;               /* [turns] the speech of each, or LGM_NONE */
    uint32_t *now;              /* [n_entities] the speech that each is in, or LGM_NONE */
    uint32_t *newest;           /* [n_entities] the last one that was opened */
    uint32_t floor, floor_turn; /* the press conference of a body, and the turn that tells of it */
} lgm_occasion_speeches;

/* speech.c: gives every turn its speech. False when scratch is spent. */
bool lgm_occasion_place(lgm_occasion_speeches *s, lgm_arena *scratch);
/* introduced.c: the turn of whom the report now names ("an official said ... Okke Berg said"), or
 * LGM_NONE. */
uint32_t lgm_occasion_introduced_by(const lgm_occasion_speeches *s, uint32_t turn);
/* undated.c: gives speeches a day, and turns a speech, that no words of theirs give. */
void lgm_occasion_date_undated(lgm_occasion_speeches *s);

static inline uint32_t lgm_occasion_paragraph(const lgm_occasion_speeches *s, uint32_t turn)
{
    return lgm_tree_par(s->t, s->turns[turn].token);
}

#endif
