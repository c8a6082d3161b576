/* ground_words.h - what the word lists of data/grounds say of the lemma of a word. Internal. */
#ifndef LGM_GROUNDS_GROUND_WORDS_H
#define LGM_GROUNDS_GROUND_WORDS_H

#include "base/lexicon.h"
#include "doc/doc.h"

enum {
    LGM_GROUNDS_EXPERT = 1,  /* "economist" */
    LGM_GROUNDS_WITNESS = 2, /* "bystander" */
    LGM_GROUNDS_KIN = 4,     /* "brother" */
    LGM_GROUNDS_ANYONE = 8,  /* "man" */
    LGM_GROUNDS_NEAR = 32,   /* "next door" */
    LGM_GROUNDS_HARM = 64,   /* "reprisal" */
    LGM_GROUNDS_CLAUSE = 16  /* clauses.txt: with a ground */
};
#define LGM_GROUNDS_IS(ground) ((uint32_t)(ground) << 8)
static inline lgm_ground lgm_grounds_of(uint32_t kinds)
{
    return (lgm_ground)(kinds >> 8 & 0xFF);
}

extern const lgm_lexicon lgm_grounds_lexicon;

/* LGM_GROUNDS_* of the lemma of a token; 0 where it is not listed. */
uint32_t lgm_grounds_word(const lgm_doc *doc, uint32_t token);

#endif
