/*
 * lexicon.h - the word lists of data/text, compiled in as one hash table. Internal to this room.
 *
 * Entries are lower case and at most LGM_WORD_MAX bytes; abbreviations stand without their period,
 * affixes without their hyphen. The table itself is written at build time by tools/text/lexicon.py.
 */
#ifndef LGM_TEXT_LEXICON_H
#define LGM_TEXT_LEXICON_H

#include "base/base.h"

enum {
    LGM_WORD_ABBR = 1,      /* keeps its period: "Mr." */
    LGM_WORD_ABBR_NUM = 2,  /* keeps it before a digit or a comma: "No. 5" */
    LGM_WORD_ABBR_NAME = 4, /* keeps it if capitalised, before a capital or a comma: "Pa. Gov." */
    LGM_WORD_PREFIX = 8,    /* "non-": the hyphen does not part the word */
    LGM_WORD_SUFFIX = 16,   /* "-wise" */
    LGM_WORD_PARTS = 32,    /* cut at `cuts`: "can|not" */
    LGM_WORD_UNIT = 64,     /* stands apart from the number before it: "5|km" */
    LGM_WORD_WHOLE = 128,   /* not parted: "s/he", "'em" */
    LGM_WORD_ENDING = 256,  /* last part of a host or file name: "com" */
    LGM_WORD_WHOLE_LOWER = 512 /* not parted, if in lower case: "'cause" */
};

enum { LGM_WORD_MAX = 15 };

typedef struct lgm_text_entry {
    char word[LGM_WORD_MAX + 1];
    uint8_t len;
    uint8_t cuts[2]; /* bytes; 0 = none */
    uint16_t kinds;  /* LGM_WORD_* */
} lgm_text_entry;

extern const lgm_text_entry lgm_text_lexicon[];
extern const uint32_t lgm_text_lexicon_size; /* a power of two */

/* The entry of s in any ASCII case, ’ and ‘ read as '; NULL where there is none. */
const lgm_text_entry *lgm_text_lookup(const char *s, uint32_t len);

/* The kinds of that entry, 0 where there is none. */
static inline unsigned lgm_text_kinds(const char *s, uint32_t len)
{
    const lgm_text_entry *e = lgm_text_lookup(s, len);
    return e == NULL ? 0 : e->kinds;
}

#endif
