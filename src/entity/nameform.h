/*
 * nameform.h - a name taken apart for comparison: hashes of its words, initials. Internal.
 *
 * Hashes stand for words: two words differ wherever their hashes do, and 64 bits make the other
 * case no concern. They are never ordered by, so no record depends on their values.
 */
#ifndef LGM_ENTITY_NAMEFORM_H
#define LGM_ENTITY_NAMEFORM_H

#include "entity/words.h"

enum { LGM_FORM_WORDS = 12 }; /* names that are longer are compared as a whole only */

typedef struct lgm_form {
    uint64_t word[LGM_FORM_WORDS];
    uint32_t initial[LGM_FORM_WORDS]; /* first code point, folded */
    bool is_initial[LGM_FORM_WORDS];  /* the word is one letter: "J." */
    uint16_t kinds[LGM_FORM_WORDS];   /* LGM_NAME_* of the word */
    uint32_t n;                       /* words; 0 where there are none or too many to take apart */
    uint64_t all;                     /* of all words (and the suffix): equal for equal names */
    int8_t gender;                    /* person: 1 a man, -1 a woman, 0 not known */
    uint64_t suffix;                  /* person: "Jr", 0 = none; not among the words */
    bool acronym;                     /* one word of capitals: "UN", "U.N." */
    uint64_t brief; /* body: the word that may stand for it ("Orvane" of two); 0 = none */
    uint64_t initials[2]; /* what "UN" would hash to; without and with small words; 0 = none */
} lgm_form;

/* Words of persons leave out a suffix, those of others a leading "the" and legal forms ("Inc"). */
lgm_form lgm_entity_form_of(const lgm_doc *doc, const lgm_name *name);

/* Hash of the words [from, to). Equal to `all` for the whole of a name without suffix. */
uint64_t lgm_entity_form_part(const lgm_form *f, uint32_t from, uint32_t to);

#endif
