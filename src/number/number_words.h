/* number_words.h - the table of words for numbers, built from data/number. Internal. */
#ifndef LGM_NUMBER_NUMBER_WORDS_H
#define LGM_NUMBER_NUMBER_WORDS_H

#include "number/number.h"

enum { LGM_NUMBER_WORD = 12 }; /* bytes of a word, with the NUL */

typedef struct lgm_number_word {
    char word[LGM_NUMBER_WORD];
    uint8_t kind; /* lgm_number_kind */
    uint16_t value;
} lgm_number_word;

extern const uint32_t lgm_number_words_size;
extern const lgm_number_word lgm_number_words[]; /* ascending */

#endif
