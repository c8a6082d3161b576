/*
 * number.h - the numbers of a text, in digits or in words.
 *
 * Reads   forms of tokens.        Writes  nothing.
 * Units   value counts thousandths ("2.5" is 2500, "third" is 3000).
 * Owns    nothing; the table of words is built in (data/number).
 * Errors  none: what is no number has the kind LGM_NUMBER_NONE.
 * Cost    a search among 50 words for a token that is none; at most ten tokens are joined.
 */
#ifndef LGM_NUMBER_H
#define LGM_NUMBER_H

#include "doc/doc.h"

typedef enum lgm_number_kind {
    LGM_NUMBER_NONE,
    LGM_NUMBER_CARDINAL, /* "3", "1,000", "2 1/2", "two hundred and five" */
    LGM_NUMBER_ORDINAL,  /* "22nd", "third", "twenty-first" */
    LGM_NUMBER_YEAR      /* "nineteen ninety-six": the year 1996 */
} lgm_number_kind;

typedef struct lgm_number {
    lgm_tokspan tokens;
    int64_t value;
    lgm_number_kind kind;
    bool digits; /* its first token is written in digits */
} lgm_number;

/* The number that begins with a token. The first `skip` bytes of the token are passed over: 5 of
 * "post-1959". */
lgm_number lgm_number_at(const lgm_doc *doc, uint32_t token, uint32_t skip);

#endif
