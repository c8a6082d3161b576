/*
 * word_lists.h - the word lists of data/text. Internal to this room.
 *
 * Entries are lower case and at most LGM_WORD_MAX bytes; abbreviations stand without their period,
 * affixes without their hyphen.
 */
#ifndef LGM_TEXT_WORD_LISTS_H
#define LGM_TEXT_WORD_LISTS_H

#include "base/lexicon.h"

enum {
    LGM_WORD_ABBR = 1,      /* keeps its period: "Mr." */
    LGM_WORD_ABBR_NUM = 2,  /* keeps it before a digit or a comma: "No. 5" */
    LGM_WORD_ABBR_NAME = 4, /* keeps it if capitalised, before a capital or a comma: "Pa. Gov." */
    LGM_WORD_PREFIX = 8,    /* "non-": the hyphen does not part the word */
    LGM_WORD_SUFFIX = 16,   /* "-wise" */
    LGM_WORD_PARTS = 32,    /* cut at LGM_WORD_CUTS: "can|not" */
    LGM_WORD_UNIT = 64,     /* stands apart from the number before it: "5|km" */
    LGM_WORD_WHOLE = 128,   /* not parted: "s/he", "'em" */
    LGM_WORD_ENDING = 256,  /* last part of a host or file name: "com" */
    LGM_WORD_WHOLE_LOWER = 512 /* not parted, if in lower case: "'cause" */
};

enum { LGM_WORD_MAX = 15 };

/* Where the second and third part of a contraction begin, in bytes, packed into its kinds. 0
 * means none. */
#define LGM_WORD_CUTS(second, third) ((uint32_t)(second) << 16 | (uint32_t)(third) << 24)

extern const lgm_lexicon lgm_text_lexicon;

/* LGM_WORD_* of s in any ASCII case, ’ and ‘ read as '; 0 where it is not listed. */
uint32_t lgm_text_kinds(const char *s, uint32_t len);

/* The cuts of those kinds. */
static inline uint32_t lgm_text_cut(uint32_t kinds, bool third)
{
    return kinds >> (third ? 24 : 16) & 0xFF;
}

#endif
