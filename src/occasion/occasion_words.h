/*
 * occasion_words.h - the word lists of data/occasion, and how this room looks words up. Internal.
 */
#ifndef LGM_OCCASION_OCCASION_WORDS_H
#define LGM_OCCASION_OCCASION_WORDS_H

#include "base/lexicon.h"
#include "doc/doc.h"

enum { /* a list each, and a kind of venue each: data/occasion/SOURCE.md */
       LGM_OCCASION_EVENT = 1 << 0,
       LGM_OCCASION_TEXT = 1 << 1,
       LGM_OCCASION_MEDIUM = 1 << 2,
       LGM_OCCASION_NAME = 1 << 3,
       LGM_OCCASION_AUDIENCE = 1 << 4,
       LGM_OCCASION_PART = 1 << 5,
       LGM_OCCASION_SPEAKING = 1 << 6,
       LGM_OCCASION_ATTENDING = 1 << 7,
       LGM_OCCASION_PUBLISHED = 1 << 8,
       LGM_OCCASION_CITING = 1 << 9,
       LGM_OCCASION_REMARK = 1 << 10,
       LGM_OCCASION_ASKED = 1 << 11,
       LGM_OCCASION_ACTING = 1 << 12,

       LGM_OCCASION_VENUE =
           LGM_OCCASION_EVENT | LGM_OCCASION_TEXT | LGM_OCCASION_MEDIUM | LGM_OCCASION_NAME
};

extern const lgm_lexicon lgm_occasion_lexicon;

/* LGM_OCCASION_* of a token's lemma in lower case; 0 where it is not listed. The name of a medium
 * has a capital letter. */
uint32_t lgm_occasion_kinds(const lgm_doc *doc, uint32_t token);

#endif
