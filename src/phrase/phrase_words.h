/* phrase_words.h - what the word lists of data/phrase say of a word or phrase: the kinds of its
 * table. Internal. */
#ifndef LGM_PHRASE_PHRASE_WORDS_H
#define LGM_PHRASE_PHRASE_WORDS_H

#include "base/lexicon.h"
#include "phrase/speaks.h"

/* Beside LGM_SPEAKS_*, which take the bits below and above. */
enum {
    LGM_GENDER_MAN = 1 << 8,
    LGM_GENDER_WOMAN = 1 << 9,
    LGM_GENDER_TITLE = 1 << 10,
    LGM_GENDER_NOUN = 1 << 11,
    LGM_GENDER_GIVEN = 1 << 12,
    LGM_CALLING = 1 << 13,     /* "group": what a body is called right before its name */
    LGM_CALLING_ONLY = 1 << 14 /* "chipmaker": the same, and no name begins so */
};
enum { LGM_PHRASE_LONGEST = 47 }; /* bytes of an entry */

extern const lgm_lexicon lgm_phrase_lexicon;

#endif
