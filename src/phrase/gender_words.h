/*
 * gender_words.h - words of men and women: the table built from data/phrase. Internal.
 */
#ifndef LGM_PHRASE_GENDER_WORDS_H
#define LGM_PHRASE_GENDER_WORDS_H

#include "base/base.h"

enum {
    LGM_MAN = 1,
    LGM_WOMAN = 2,
    LGM_GENDER_TITLE = 4,
    LGM_GENDER_NOUN = 8,
    LGM_GENDER_GIVEN = 16
};
enum { LGM_GENDER_MAX = 16 }; /* bytes of an entry, with the NUL */

typedef struct lgm_gender_entry {
    char phrase[LGM_GENDER_MAX];
    uint8_t kinds;
} lgm_gender_entry;

extern const uint32_t lgm_gender_table_size;
extern const lgm_gender_entry lgm_gender_table[]; /* ascending */

#endif
