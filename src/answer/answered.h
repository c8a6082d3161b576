/*
 * answered.h - the claims that a claim answers. Internal.
 *
 * Functions of answered.c and turn.c.
 */
#ifndef LGM_ANSWER_ANSWERED_H
#define LGM_ANSWER_ANSWERED_H

#include "answer/stance.h"

enum {
    LGM_ANSWER_BACK = 64, /* claims before it that may be answered */
    LGM_ANSWER_AHEAD = 4, /* behind it: "denied it. Lind had accused him of ..." */
    LGM_ANSWER_NEAR = 3,  /* sentences between a turn and the one before */
    LGM_ANSWER_MOST = 8   /* claims that one claim answers */
};

typedef struct lgm_targets {
    uint32_t at[LGM_ANSWER_MOST];
    uint32_t n;
} lgm_targets;

/* Those that a stance fits, the nearest first. */
void lgm_answer_targets(const lgm_matters *m, uint32_t claim, const lgm_stance *s, lgm_targets *to);

/* The question, or the turn of another, that the claim comes right after; LGM_NONE. */
uint32_t lgm_answer_question(const lgm_matters *m, uint32_t claim);
uint32_t lgm_answer_turn_before(const lgm_matters *m, uint32_t claim);

/* Is a claim within the other, or the other itself? */
bool lgm_answer_is_within(const lgm_doc *doc, uint32_t claim, uint32_t outer);
/* How many sentences lie between two claims. */
uint32_t lgm_answer_apart(const lgm_matters *m, uint32_t a, uint32_t b);

#endif
