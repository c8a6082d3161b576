/*
 * lexicon.h - word lists of data/ as one table: from a word or phrase to the lists that hold it.
 *
 *     extern const lgm_lexicon lgm_entity_lexicon;
 *     lgm_lexicon_kinds(&lgm_entity_lexicon, "prime minister", 14)   LGM_NAME_TITLE
 *
 * tools/lexicon.py writes a table a room at build time and names the lists of each. Entries are in
 * lower case: a phrase is put together from words as they are written, word by word.
 *
 *     lgm_lexicon_phrase p = {.len = 0};
 *     lgm_lexicon_add(&p, LGM_SLICE("Prime"));
 *     lgm_lexicon_add(&p, LGM_SLICE("Minister"));
 *     lgm_lexicon_find(&lgm_entity_lexicon, &p)                      LGM_NAME_TITLE
 *
 * Owns    nothing. Tables are constants.
 * Cost    for most words that no list has a look at length, first and last byte; else one hash of
 *         the phrase and, the table being at most half full, about one comparison.
 */
#ifndef LGM_LEXICON_H
#define LGM_LEXICON_H

#include "base/base.h"

typedef struct lgm_lexicon_slot {
    uint32_t at;    /* where the phrase starts in `text` */
    uint32_t len;   /* bytes; 0 = a free slot */
    uint32_t kinds; /* a bit a list, as the room's header names them */
} lgm_lexicon_slot;

typedef struct lgm_lexicon {
    const char *text; /* all phrases, one behind the other */
    const lgm_lexicon_slot *slots;
    uint32_t n_slots; /* a power of two */
    const uint32_t *lengths; /* [LGM_LEXICON_ENDS]: by the first and last byte of a phrase, how long
                                such phrases are: bit n for n bytes, the last for more */
} lgm_lexicon;

enum { LGM_LEXICON_ENDS = 256 };

enum { LGM_LEXICON_LONGEST = 47 }; /* bytes of a phrase; no list has a longer one */
typedef struct lgm_lexicon_phrase {
    char at[LGM_LEXICON_LONGEST];
    size_t len;
    bool too_long; /* a word did not fit: no list has it */
} lgm_lexicon_phrase;

/* Appends a word in lower case, a space before it but for the first. */
void lgm_lexicon_add(lgm_lexicon_phrase *p, lgm_slice word);

/* The kinds of a phrase; 0 where no list has it. */
uint32_t lgm_lexicon_find(const lgm_lexicon *lexicon, const lgm_lexicon_phrase *p);
uint32_t lgm_lexicon_kinds(const lgm_lexicon *lexicon, const char *phrase, size_t len);

#endif
