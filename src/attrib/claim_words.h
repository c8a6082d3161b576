/*
 * claim_words.h - the word lists of data/attrib, and how this room looks words up. Internal.
 *
 * Functions of claim_words.c.
 */
#ifndef LGM_ATTRIB_CLAIM_WORDS_H
#define LGM_ATTRIB_CLAIM_WORDS_H

#include "base/lexicon.h"
#include "doc/doc.h"

enum { /* a list each: data/attrib/SOURCE.md */
       LGM_ATTRIB_CLAIM_THAT = 1,
       LGM_ATTRIB_CLAIM_TO = 2,
       LGM_ATTRIB_MEDIUM = 4,
       LGM_ATTRIB_TELL = 8,
       LGM_ATTRIB_INDEFINITE = 16,
       LGM_ATTRIB_ORDINAL = 32,
       LGM_ATTRIB_PEOPLE = 64,
       LGM_ATTRIB_TURN = 128,
       LGM_ATTRIB_UNNAMED = 256,
       LGM_ATTRIB_VERDICT = 512,
       LGM_ATTRIB_LIKING = 1024,
       LGM_ATTRIB_SAYING = 2048,
       LGM_ATTRIB_UNNAMED_IF_NOT = 4096,
       LGM_ATTRIB_ASKS = 8192,
       LGM_ATTRIB_REFUSES = 16384,
       LGM_ATTRIB_WANTING = 32768,
       LGM_ATTRIB_ANIMAL = 65536,
       LGM_ATTRIB_WANTED = 131072,
       LGM_ATTRIB_INTERVIEW = 262144,
       LGM_ATTRIB_UNNAMED_FIRST = 524288, /* the first word of a phrase */
       LGM_ATTRIB_NEST_THAT = 1 << 20,
       LGM_ATTRIB_NEST_TO = 1 << 21,
       LGM_ATTRIB_NEST_THING = 1 << 22,
       LGM_ATTRIB_NEST_WHOM = 1 << 23,
       LGM_ATTRIB_NEST_HELD = 1 << 24,
       LGM_ATTRIB_NEST_WITH = 1 << 25, /* it is listed with a preposition behind it, or is so */
       LGM_ATTRIB_NEST_NOUN_THAT = 1 << 26,
       LGM_ATTRIB_NEST_NOUN_TO = 1 << 27,
       LGM_ATTRIB_NEST_STATE = 1 << 28,
       LGM_ATTRIB_HEARSAY = 1 << 29,
       LGM_ATTRIB_DEED = 1 << 30
};
enum { LGM_ATTRIB_LONGEST = 31, LGM_ATTRIB_WORDS = 4 }; /* bytes and words of an entry */

extern const lgm_lexicon lgm_attrib_lexicon;

/* LGM_ATTRIB_* of a token's lemma in lower case; 0 where it is not listed. */
uint32_t lgm_attrib_lemma_kinds(const lgm_doc *doc, uint32_t token);
/* The same of the lemma and the form of a preposition, a space between them: "call for". */
uint32_t lgm_attrib_lemma_prep_kinds(const lgm_doc *doc, uint32_t token, uint32_t prep);
/* LGM_ATTRIB_* of the forms of [from, to) in lower case, a space between them. */
uint32_t lgm_attrib_phrase_kinds(const lgm_doc *doc, uint32_t from, uint32_t to);

#endif
