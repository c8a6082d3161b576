/*
 * verb_words.h - the word lists of data/tag. Internal to the room tag.
 *
 * A whole stem begins with "^", an irregular form with "=". This has an edit: how many letters to
 * drop at its end, and up to five to add, "a" as 1.
 */
#ifndef LGM_TAG_VERB_WORDS_H
#define LGM_TAG_VERB_WORDS_H

#include "base/lexicon.h"

enum {
    LGM_TAG_E = 1,    /* "blam": an "e" more */
    LGM_TAG_KEEP = 2, /* "visit" */
    LGM_TAG_HALF = 4, /* "stopp": one consonant less */
    LGM_TAG_Y = 8,    /* "carri": "y" for "i" */
    LGM_TAG_IE = 16   /* "dy": "ie" for "y" */
};

#define LGM_TAG_EDIT(drop, a, b, c, d, e)                                                          \
    (1u << 31 | (unsigned)(drop) << 25 | (unsigned)(a) << 20 | (unsigned)(b) << 15 |      \
     (unsigned)(c) << 10 | (unsigned)(d) << 5 | (unsigned)(e))
#define LGM_TAG_DROP_OF(edit) ((edit) >> 25 & 7u)
#define LGM_TAG_LETTER_OF(edit, i) ((edit) >> (20 - 5 * (i)) & 31u)

extern const lgm_lexicon lgm_tag_lexicon;

#endif
