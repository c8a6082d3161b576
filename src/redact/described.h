/*
 * described.h - what the words around a name say of its bearer: an age, an office, harm.
 *
 *     "the 12-year-old girl, Mirela Danko, was killed"     MINOR CHILD_AGE HARMED
 *     "Mila Torv, 45, who lives nearby"                    AGED PRESENT
 *
 * Only words and the marks between them are looked at, a few on each side: a record that was read
 * back has no trees. Internal.
 *
 * Files   described.c, ages.c.
 */
#ifndef LGM_REDACT_DESCRIBED_H
#define LGM_REDACT_DESCRIBED_H

#include "redact/redact_words.h"

enum {
    LGM_REDACT_IS_PUBLIC = 1,          /* an office, a calling that is in public */
    LGM_REDACT_IS_MINOR = 1 << 1,      /* "the girl" */
    LGM_REDACT_IS_CHILD_AGE = 1 << 2,  /* a stated age below 18 */
    LGM_REDACT_IS_AGED = 1 << 3,       /* any stated age */
    LGM_REDACT_IS_VICTIM = 1 << 4,     /* "the victim", "was killed", "the death of ..." */
    LGM_REDACT_IS_WITNESS = 1 << 5,    /* "a survivor", "who heard the blast" */
    LGM_REDACT_IS_KIN = 1 << 6,        /* "her mother" */
    LGM_REDACT_IS_SUSPECT = 1 << 7,    /* "the gunman", "was charged" */
    LGM_REDACT_IS_AUTHOR = 1 << 8,     /* of the report */
    LGM_REDACT_IS_SPEAKER = 1 << 9,    /* of a claim */
    LGM_REDACT_IS_NEAR = 1 << 11,      /* "a resident" */
    LGM_REDACT_IS_BYSTANDER = 1 << 12, /* "a taxi driver" */
    LGM_REDACT_IS_BLAMED = 1 << 10     /* an incident has it as perpetrator */
};

/* LGM_REDACT_IS_* that a noun phrase says of whom it is used: words from `from` to `end`. */
unsigned lgm_redact_of_phrase(const lgm_redact_words *w, size_t from, size_t end);

/* The same, of a name at words from `from` to `end` in a sentence of words first to last. */
typedef struct lgm_redact_spot {
    size_t first, last; /* of the sentence; last is behind it */
    size_t from, end;   /* of the name */
} lgm_redact_spot;
unsigned lgm_redact_around(const lgm_redact_words *w, lgm_redact_spot spot);
/* The same of "she": what stands before it does not describe it. */
unsigned lgm_redact_around_pronoun(const lgm_redact_words *w, lgm_redact_spot spot);

/* ---- ages ---- */

/* Is word i one of these, of which the last is NULL? */
bool lgm_redact_is_any(const lgm_redact_words *w, size_t i, const char *const *words);
/* The number that the word is: 0 to 199; -1 = none. */
int lgm_redact_number(const lgm_redact_words *w, size_t i);
unsigned lgm_redact_of_age(int years);
/* "12-year-old", "twelve years old", "six-month-old" at i; *used its words. */
unsigned lgm_redact_age_with_unit(const lgm_redact_words *w, size_t i, size_t end, size_t *used);

#endif
