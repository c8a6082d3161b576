/*
 * read_words.h - the word lists of the room (data/read), as bits of lgm_read_lexicon. Function:
 * about.c.
 */
#ifndef LGM_READ_WORDS_H
#define LGM_READ_WORDS_H

#include "base/lexicon.h"

enum {
    LGM_READ_PUBLISHED = 1 << 0, /* labels: "published on" */
    LGM_READ_MODIFIED = 1 << 1,
    LGM_READ_BYLINE = 1 << 2,
    LGM_READ_KICKER = 1 << 3, /* a line above a headline */
    LGM_READ_MONTH = 1 << 4,  /* with its number */
    LGM_READ_WEEKDAY = 1 << 5,
    LGM_READ_CLOCK = 1 << 6,     /* beside a time of day */
    LGM_READ_NAME_WORD = 1 << 7, /* in small letters in or between names */
    LGM_READ_DESK = 1 << 8,      /* in a byline, and no name */
    LGM_READ_COPY = 1 << 9,      /* in the name of a file: it was copied that day */
    LGM_READ_ZONE = 1 << 10,     /* a time zone, with its quarters of an hour from -16:00 */
    LGM_READ_ZONE_US = 1 << 11,  /* an hour ahead in the summer of the United States */
    LGM_READ_MONTH_SHIFT = 16,
    LGM_READ_ZONE_SHIFT = 20
};
#define LGM_READ_MONTH_IS(n) ((n) << LGM_READ_MONTH_SHIFT)
#define LGM_READ_ZONE_IS(n) ((n) << LGM_READ_ZONE_SHIFT)

extern const lgm_lexicon lgm_read_lexicon;

/* Of a word or phrase in any case; 0 where no list has it. */
uint32_t lgm_read_kinds(lgm_slice phrase);

#endif
