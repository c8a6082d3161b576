/*
 * web_words.h - the word lists of the room (data/web), as bits of lgm_web_lexicon. Functions of
 * web_words.c.
 */
#ifndef LGM_WEB_WORDS_H
#define LGM_WEB_WORDS_H

#include "base/lexicon.h"

enum {
    LGM_WEB_NEVER = 1 << 0,   /* in a class: a menu, comments, a box: never the report */
    LGM_WEB_BESIDE = 1 << 1,  /* in a class: beside the report, or the name of a layout */
    LGM_WEB_PICTURE = 1 << 2, /* in a class: below a picture */
    LGM_WEB_ABOUT = 1 << 3,   /* in a class: who wrote it and when */
    LGM_WEB_LEAD_IN = 1 << 4, /* first words of a text that leads elsewhere */
    LGM_WEB_LABEL = 1 << 5,   /* the same, before a colon */
    LGM_WEB_CREDIT_WORD = 1 << 6,
    LGM_WEB_ENTRIES = 1 << 7, /* no word: in a row of entries that have their times (describe.c) */
    LGM_WEB_OF_CLASS = LGM_WEB_NEVER | LGM_WEB_BESIDE | LGM_WEB_PICTURE | LGM_WEB_ABOUT,
};

extern const lgm_lexicon lgm_web_lexicon;

/* What the words in a class or an id say: bits of LGM_WEB_OF_CLASS. */
uint32_t lgm_web_class_kinds(lgm_slice names);

/* Does the text lead away from the report: "Read more: ...", "Related: ..."? */
bool lgm_web_leads_away(lgm_slice text);
/* Does it end as captions do: "... (Image: Ostrel Courier)"? */
bool lgm_web_ends_in_credit(lgm_slice text);

#endif
