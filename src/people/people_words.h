/*
 * people_words.h - the lists of data/people as kinds of a folded word or phrase.
 *
 * Entries begin with the letter of their table: "s yuri" (spellings), "g bill" (short names),
 * "o chief" (offices); the rest of the lists share a table. A family is the number of its line.
 */
#ifndef LGM_PEOPLE_PEOPLE_WORDS_H
#define LGM_PEOPLE_PEOPLE_WORDS_H

#include "base/lexicon.h"

enum {
    LGM_PEOPLE_TITLE = 1 << 0,
    LGM_PEOPLE_SPORT = 1 << 1,
    LGM_PEOPLE_PARTICLE = 1 << 2,
    LGM_PEOPLE_COMMON_BODY = 1 << 3,
    LGM_PEOPLE_SOLE = 1 << 4,
    LGM_PEOPLE_RUNNER = 1 << 5
};
#define LGM_PEOPLE_FAMILY(n) ((uint32_t)(n) << 8)

extern const lgm_lexicon lgm_people_lexicon;

#endif
