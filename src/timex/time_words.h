/*
 * time_words.h - words that tell a time from what is none, or what is to come from what is past.
 *
 * Built from the lists of data/timex by tools/lexicon.py. Internal.
 */
#ifndef LGM_TIMEX_TIME_WORDS_H
#define LGM_TIMEX_TIME_WORDS_H

#include "base/lexicon.h"
#include "doc/doc.h"

enum {
    LGM_TIMEX_AHEAD = 1 << 0,
    LGM_TIMEX_COMMAND = 1 << 1,
    LGM_TIMEX_AGREEMENT = 1 << 2,
    LGM_TIMEX_FORECAST = 1 << 3,
    LGM_TIMEX_BEGINNING = 1 << 4,
    LGM_TIMEX_TERM = 1 << 5,
    LGM_TIMEX_STATE = 1 << 6,
    LGM_TIMEX_MEASURE = 1 << 7,
    LGM_TIMEX_NUMBERED = 1 << 8,
    LGM_TIMEX_STREET = 1 << 9
};

extern const lgm_lexicon lgm_timex_lexicon;

/* The lists that have the lemma of a token, or its form where it has none. */
uint32_t lgm_timex_kinds(const lgm_doc *doc, uint32_t token);

#endif
