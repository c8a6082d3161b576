/*
 * act_words.h - the word lists of data/act, and how this room looks words up. Internal.
 *
 * Functions of act_words.c.
 */
#ifndef LGM_ACT_ACT_WORDS_H
#define LGM_ACT_ACT_WORDS_H

#include "base/lexicon.h"
#include "tree/tree.h"

enum {
    LGM_ACT_LIKELY = 1, /* hedges.txt */
    LGM_ACT_MAYBE = 2,
    LGM_ACT_UNLIKELY = 4,
    LGM_ACT_FIRST = 8, /* repetition.txt */
    LGM_ACT_AGAIN = 16,
    LGM_ACT_CUE = 32,        /* cues.txt: with an act, and a certainty or none */
    LGM_ACT_PROOF = 1 << 24, /* evidence.txt */
    LGM_ACT_GIVE = 1 << 25,
    LGM_ACT_BACK = 1 << 26,
    LGM_ACT_BARE = 1 << 27,
    LGM_ACT_THING = 1 << 28
};
enum { LGM_ACT_WORDS = 4 }; /* of the longest entry */

#define LGM_ACT_IS(act) ((uint32_t)(act) << 8)
#define LGM_ACT_SURE(certainty) ((uint32_t)(certainty) << 16)
static inline lgm_act lgm_act_of(uint32_t kinds)
{
    return (lgm_act)(kinds >> 8 & 0xFF);
}
static inline lgm_certainty lgm_act_sure(uint32_t kinds)
{
    return (lgm_certainty)(kinds >> 16 & 0xFF);
}

extern const lgm_lexicon lgm_act_lexicon;

/* LGM_ACT_* of the lemmas of n tokens as one phrase, behind `before` ("not") and before `after`
 * ("to"), NULL = nothing; 0 where it is not listed. */
uint32_t lgm_act_kinds(const lgm_doc *doc, const char *before, const uint32_t *tokens, uint32_t n,
                       const char *after);
static inline uint32_t lgm_act_word(const lgm_doc *doc, uint32_t token)
{
    return lgm_act_kinds(doc, NULL, &token, 1, NULL);
}

enum { LGM_ACT_REACH = 128 }; /* tokens of a sentence that are looked at from a word of a claim */

/* "About", "over": before a mere topic. */
bool lgm_act_is_topical(const lgm_doc *doc, uint32_t token);

#endif
