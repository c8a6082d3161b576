/*
 * resolve.h - from what an expression says to a TIMEX3 value. Internal.
 *
 * Expressions are resolved in order of text, since "the next day" counts from the last day named.
 * Without a day of publication, what counts from it has no value, or one with what is known
 * ("XXXX-WXX-5"): nothing is guessed.
 *
 * Files   resolve.c, value.c, tense.c, way_words.c.
 */
#ifndef LGM_TIMEX_RESOLVE_H
#define LGM_TIMEX_RESOLVE_H

#include "doc/doc.h"
#include "timex/match.h"

typedef struct lgm_timex_resolver {
    lgm_doc *doc;
    int32_t published; /* LGM_NO_DAY = not known */
    uint32_t day;  /* the last time that is a day or part of one, and the last date of any kind; */
    uint32_t date; /* LGM_NONE = none yet */
    int32_t quarter; /* the last one named, year * 4 + 0..3; LGM_UNSET = none */
    uint32_t quarter_time, quarter_token; /* its index, and where it stands */
} lgm_timex_resolver;

/* Fills *out for the expression that was matched, as number `index` of the times; *kept = false
 * where it turns out to be none. False when memory is spent. */
bool lgm_timex_resolve(lgm_timex_resolver *r, const lgm_timex_match *m, uint32_t index,
                       lgm_doc_time *out, bool *kept);

/* Notes of why the time has its value (doc/why.h): way_words.c. Only where somebody asks. */
void lgm_timex_explain(const lgm_timex_resolver *r, const lgm_timex_match *m, uint32_t index,
                       const lgm_doc_time *t);

/* ---- value.c ---- */

enum { LGM_VALUE = 48 }; /* bytes of a value */

/* Writes the day, week, month... that a day lies in ("2024-03-22", "2024-W12", "199"); returns its
 * first day. */
int32_t lgm_timex_value_of_span(char out[LGM_VALUE], int32_t unit, int32_t day);
/* "P3D"; n in thousandths, LGM_SOME = "PXD". */
void lgm_timex_value_of_length(char out[LGM_VALUE], int32_t unit, int32_t n);
/* A day moved by n thousandths of a unit; LGM_NO_DAY out of the years 1 to 9999. */
int32_t lgm_timex_value_shift(int32_t day, int32_t unit, int32_t n);

/* ---- tense.c ---- */

typedef enum lgm_tense {
    LGM_TENSE_NONE,
    LGM_TENSE_PAST,
    LGM_TENSE_PRESENT,
    LGM_TENSE_FUTURE
} lgm_tense;

/* Tense of the verb that governs the expression. */
lgm_tense lgm_timex_tense(const lgm_doc *doc, lgm_tokspan tokens);
/* It is over: it opens a sentence in the past ("In January, they built"), or follows "ended". */
bool lgm_timex_is_over(const lgm_doc *doc, lgm_tokspan tokens);
/* It is to come: it says when something will be ("will open on February 3"). */
bool lgm_timex_is_ahead(const lgm_doc *doc, lgm_tokspan tokens);

#endif
