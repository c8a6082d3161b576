/* gender_words.h - words of men and women: the lists of data/phrase. Internal. */
#ifndef LGM_PHRASE_GENDER_WORDS_H
#define LGM_PHRASE_GENDER_WORDS_H

#include "base/lexicon.h"

enum {
    LGM_GENDER_MAN = 1,
    LGM_GENDER_WOMAN = 2,
    LGM_GENDER_TITLE = 4,
    LGM_GENDER_NOUN = 8,
    LGM_GENDER_GIVEN = 16
};
enum { LGM_GENDER_LONGEST = 15 }; /* bytes of a word */

extern const lgm_lexicon lgm_phrase_lexicon;

#endif
