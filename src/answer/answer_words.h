/*
 * answer_words.h - the word lists of data/answer, and how this room looks words up. Internal.
 *
 * Functions of answer_words.c.
 */
#ifndef LGM_ANSWER_ANSWER_WORDS_H
#define LGM_ANSWER_ANSWER_WORDS_H

#include "base/lexicon.h"
#include "tree/tree.h"

enum {
    LGM_ANSWER_TO_CHARGE = 1, /* points.txt: what kind of claim a noun points to */
    LGM_ANSWER_TO_WORD = 2,
    LGM_ANSWER_TO_WARNING = 4,
    LGM_ANSWER_TO_DEMAND = 8,
    LGM_ANSWER_TO_QUESTION = 16,
    LGM_ANSWER_TO_THREAT = 32,
    LGM_ANSWER_TO_DENIAL = 64,
    LGM_ANSWER_TO_OFFER = 1 << 18,
    LGM_ANSWER_TO_ANY = 127 | LGM_ANSWER_TO_OFFER,
    LGM_ANSWER_BLANK = 128, /* blanks.txt: "wrongdoing" */
    LGM_ANSWER_FALSE = 256, /* verdicts.txt */
    LGM_ANSWER_TRUE = 512,
    LGM_ANSWER_GROUND = 1024, /* "evidence", of which there is none */
    LGM_ANSWER_TURN = 2048,   /* cues.txt: "replied" */
    LGM_ANSWER_SIDES = 4096,  /* "agreed with" */
    LGM_ANSWER_PARTS = 8192,  /* "disagreed with" */
    LGM_ANSWER_REFUSAL = 16384,
    LGM_ANSWER_ASKING = 32768,
    LGM_ANSWER_INSISTING = 65536,
    LGM_ANSWER_OF_FACT = 131072,
    LGM_ANSWER_DENYING = 1 << 19, /* "questioned the claim" */
    LGM_ANSWER_SHARING = 1 << 20, /* "echoed that view" */
    LGM_ANSWER_BLAMING = 1 << 22,
    LGM_ANSWER_REAL = 1 << 21 /* verdicts.txt: "never happened" */
};
enum { LGM_ANSWER_REACH = 256 }; /* tokens of a claim or a sentence that are looked at */

extern const lgm_lexicon lgm_answer_lexicon;

/* LGM_ANSWER_* of the lemma of a token; of it and the next word together first. */
uint32_t lgm_answer_word(const lgm_doc *doc, uint32_t token);
uint32_t lgm_answer_phrase(const lgm_doc *doc, uint32_t token);

#endif
