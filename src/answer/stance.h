/*
 * stance.h - how a claim stands to others, and what it says of the one that it answers. Internal.
 *
 *     Berg denied Lind's accusation          denies what Lind charges
 *     Berg denied that the dam had burst     denies who says so
 *     Berg denies any wrongdoing             denies whatever he is accused of
 *     "That is a lie," Berg replied          denies what was said before
 *
 * Functions of stance.c, object.c, point.c and judgement.c.
 */
#ifndef LGM_ANSWER_STANCE_H
#define LGM_ANSWER_STANCE_H

#include "answer/matter.h"
#include "legomena/kinds.h"

/* By what the claim that is answered is known. */
typedef enum lgm_basis {
    LGM_BASIS_NONE,   /* it answers none */
    LGM_BASIS_NOUN,   /* a noun points back: "the charge" */
    LGM_BASIS_MATTER, /* it says the same: "that the dam had burst" */
    LGM_BASIS_CHARGE, /* it accuses who answers */
    LGM_BASIS_CLAUSE, /* the clause before "which he denied" tells it */
    LGM_BASIS_TURN    /* it stands before */
} lgm_basis;

typedef struct lgm_stance {
    lgm_basis basis;
    lgm_answer how;
    uint32_t to;     /* LGM_ANSWER_TO_*: what kind of claim the noun points to */
    uint32_t noun;   /* that noun, else the head of what is denied; LGM_NONE */
    uint32_t holder; /* the entity that made it, where the noun says so; else LGM_NONE */
    bool many;       /* "the charges" */
    bool sweeping;   /* "any charges" */
    bool bare;       /* "charges", of which nothing is said */
    bool told;       /* the noun says what they are: "charges of fraud" */
    bool is_noun;    /* what is denied is a noun with "the": "denied the thefts" */
    bool by_cue;     /* the cue says so, and not what is said */
} lgm_stance;

lgm_stance lgm_answer_stance(const lgm_matters *m, uint32_t claim);

/* What a cue that denies, confirms or refuses is about: of its content, of one word that is its
 * object. False where that word tells nothing. */
void lgm_answer_content(const lgm_matters *m, const lgm_doc_claim *own, lgm_stance *to);
bool lgm_answer_object(const lgm_matters *m, const lgm_doc_claim *own, uint32_t word,
                       lgm_stance *to);

/* Fills to, holder, many and told from the noun in what a claim says of another; false where it
 * points to no claim. */
bool lgm_answer_point(const lgm_matters *m, const lgm_doc_claim *own, uint32_t noun,
                      lgm_stance *to);
/* Is it "it", "this", "those", as what stands for a claim? */
bool lgm_answer_is_this(const lgm_trees *t, uint32_t word);
/* A verdict within what is said: "the charge is false". Fills the stance, or leaves it. */
void lgm_answer_verdict(const lgm_matters *m, uint32_t claim, lgm_stance *to);
/* The clause or phrase beside the cue that says what is answered: "asked about the charge". */
void lgm_answer_occasion(const lgm_matters *m, uint32_t claim, lgm_stance *to);

#endif
