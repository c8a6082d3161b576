/*
 * redact_words.h - a text as words, and what the word lists of data/redact say of them. Internal.
 *
 * A word is letters, marks and digits without anything between: "O'Neil-Danko's" has four.
 */
#ifndef LGM_REDACT_WORDS_H
#define LGM_REDACT_WORDS_H

#include "base/lexicon.h"
#include "legomena/kinds.h"

enum {
    LGM_REDACT_OFFICE = 1,
    LGM_REDACT_MINOR = 1 << 1,
    LGM_REDACT_VICTIM = 1 << 2,
    LGM_REDACT_WITNESS = 1 << 3,
    LGM_REDACT_KIN = 1 << 4,
    LGM_REDACT_SUSPECT = 1 << 5,
    LGM_REDACT_CHARGED = 1 << 6,
    LGM_REDACT_HARMED = 1 << 7,
    LGM_REDACT_HARMING = 1 << 8,
    LGM_REDACT_SUFFERS = 1 << 9,
    LGM_REDACT_HARM_NOUN = 1 << 10,
    LGM_REDACT_SAW = 1 << 11,
    LGM_REDACT_AGE = 1 << 12,
    LGM_REDACT_PARTICLE = 1 << 13,
    LGM_REDACT_TITLE = 1 << 14,
    LGM_REDACT_ORDINARY = 1 << 15,
    LGM_REDACT_NEAR = 1 << 16,
    LGM_REDACT_BYSTANDER = 1 << 17
};
extern const lgm_lexicon lgm_redact_lexicon;

typedef struct lgm_redact_word {
    uint32_t at, len;         /* bytes of the text */
    uint32_t point, n_points; /* code points of it */
    bool capital;             /* its first letter */
} lgm_redact_word;

typedef struct lgm_redact_words {
    lgm_str text;
    const lgm_redact_word *at;
    size_t n;
} lgm_redact_words;

/* Words live in the arena; the text is borrowed. False when the arena is spent. */
bool lgm_redact_words_of(lgm_redact_words *out, lgm_arena *arena, lgm_str text);

lgm_str lgm_redact_word_text(const lgm_redact_words *w, size_t i);
/* What stands before word i, back to the word before; for i == n what stands behind the last. */
lgm_str lgm_redact_gap(const lgm_redact_words *w, size_t i);
/* Is one of these bytes in it? */
bool lgm_redact_gap_has(lgm_str gap, const char *any);
/* The first word that ends behind this code point. */
size_t lgm_redact_word_from(const lgm_redact_words *w, uint32_t point);
/* Is it this word, in lower case? */
bool lgm_redact_word_is(const lgm_redact_words *w, size_t i, const char *word);

/* LGM_REDACT_* of n words from i on as one phrase. */
uint32_t lgm_redact_kinds(const lgm_redact_words *w, size_t i, size_t n);

/* A word without its case and accents, so that "KOVAČ" and "Kovac" are one; what is longer than
 * the room is cut. Returns its bytes. */
enum { LGM_REDACT_KEY = 64 };
size_t lgm_redact_key(lgm_str word, char out[LGM_REDACT_KEY]);

#endif
