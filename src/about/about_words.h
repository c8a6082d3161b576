/*
 * about_words.h - the word lists of the room (data/about), as bits of lgm_about_lexicon. Function:
 * about.c.
 */
#ifndef LGM_ABOUT_WORDS_H
#define LGM_ABOUT_WORDS_H

#include "base/lexicon.h"

enum {
    LGM_ABOUT_PUBLISHED = 1 << 0, /* labels: "published on" */
    LGM_ABOUT_MODIFIED = 1 << 1,
    LGM_ABOUT_BYLINE = 1 << 2,
    LGM_ABOUT_KICKER = 1 << 3, /* a line above a headline */
    LGM_ABOUT_MONTH = 1 << 4,  /* with its number */
    LGM_ABOUT_WEEKDAY = 1 << 5,
    LGM_ABOUT_CLOCK = 1 << 6,         /* beside a time of day */
    LGM_ABOUT_NAME_WORD = 1 << 7,     /* in small letters in or between names */
    LGM_ABOUT_DESK = 1 << 8,          /* in a byline, and no name */
    LGM_ABOUT_COPY = 1 << 9,          /* in the name of a file: it was copied that day */
    LGM_ABOUT_ZONE = 1 << 10,         /* a time zone, with its quarters of an hour from -16:00 */
    LGM_ABOUT_ZONE_US = 1 << 11,      /* an hour ahead in the summer of the United States */
    LGM_ABOUT_AGENCY = 1 << 12,       /* news agencies, and words for them */
    LGM_ABOUT_MONTH_ABROAD = 1 << 13, /* of another language, with its number */
    LGM_ABOUT_MONTH_SHIFT = 16,
    LGM_ABOUT_ZONE_SHIFT = 20
};
#define LGM_ABOUT_MONTH_IS(n) ((n) << LGM_ABOUT_MONTH_SHIFT)
#define LGM_ABOUT_ZONE_IS(n) ((n) << LGM_ABOUT_ZONE_SHIFT)

extern const lgm_lexicon lgm_about_lexicon;

/* Of a word or phrase in any case; 0 where no list has it. */
uint32_t lgm_about_kinds(lgm_slice phrase);

#endif
