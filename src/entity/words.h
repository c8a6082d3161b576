/*
 * words.h - the words of names: how they are compared, and the lists of data/entity. Internal.
 *
 * Declares for words.c (down to lgm_entity_possessive), trim.c and brief.c.
 *
 * A folded word is lower case, without periods and apostrophes: "U.N." and "UN", "KELLER" and
 * "Keller" are one.
 */
#ifndef LGM_ENTITY_WORDS_H
#define LGM_ENTITY_WORDS_H

#include "base/lexicon.h"
#include "doc/doc.h"
#include "legomena/kinds.h"

typedef LGM_VEC(lgm_name) lgm_names;

enum {
    LGM_NAME_TITLE = 1,  /* "prime minister": not part of the name that follows */
    LGM_NAME_SUFFIX = 2, /* "jr" */
    LGM_NAME_LEGAL = 4,  /* "inc" */
    LGM_NAME_BODY = 8,   /* "foundation": may be left out when the name comes again */
    LGM_NAME_SMALL = 16, /* "of": gives no letter to an acronym, or may give one */
    LGM_NAME_CAPITAL_TITLE = 32, /* "DI": a title where it is in capitals */
    LGM_NAME_LETTERS = 64,       /* "MP": not part of the name before it, where it is in capitals */
    LGM_NAME_PLACE = 128,        /* "oblast": ends the name of a region */
    LGM_NAME_OPENER = 256,       /* "national": begins names, and is none by itself */
    LGM_NAME_CLUB = 512,         /* "rovers": ends a club's name, and is its name by itself */
    LGM_NAME_TRADE = 1024        /* "mining": ends a company's name, and may be left out */
};

extern const lgm_lexicon lgm_entity_lexicon; /* words folded, one space between them */

/* LGM_NAME_* of a NUL-terminated folded phrase; 0 where it is not listed. */
unsigned lgm_entity_kinds(const char *phrase);

enum { LGM_NAME_WORD = 64, LGM_NAME_FOLDED = 100 }; /* bytes of a word; room for its folded form */

/* Folds a word into out, NUL-terminated; returns its bytes. 0 for words without a letter or digit,
 * and for those longer than LGM_NAME_WORD. */
size_t lgm_entity_fold(lgm_slice word, char out[LGM_NAME_FOLDED]);

/* Does a title stand at the token by itself: "Dr", "PC"? */
bool lgm_entity_is_title(const lgm_doc *doc, uint32_t token);

/* Are these letters behind a person's name: "Ann Pell MP", "Ian Voss, KC"? */
bool lgm_entity_is_letters(const lgm_doc *doc, uint32_t token);

/* Takes off what is not part of a name: a leading "the" in lower case, titles before a person, the
 * possessive of a person or place. At least one token stays. */
lgm_tokspan lgm_entity_trim(const lgm_doc *doc, lgm_tokspan name, uint8_t type);

/* Is the name one noun in lower case, such as "state" of "secretary of state"? Then it names no
 * body, place or person; other things may be called so ("monkeypox"). */
bool lgm_entity_is_noun(const lgm_doc *doc, lgm_tokspan name, uint8_t type);

/* Does the name begin with the party of a member, "(D-Ohio)"? The place starts two tokens later. */
bool lgm_entity_has_party(const lgm_doc *doc, lgm_tokspan name);

/* Is the name a firm's by its "&": "Barlow & Finch", also where the network sees a person? */
bool lgm_entity_is_firm(const lgm_doc *doc, lgm_tokspan name);

/* Is it a company by its last word, though the network sees a person: "Orvane Mining"? */
bool lgm_entity_is_trade(const lgm_doc *doc, lgm_tokspan name);

/* Is it a region by its last word, whatever the network takes it for: "Donetsk Oblast"? */
bool lgm_entity_is_region(const lgm_doc *doc, lgm_tokspan name);

/* Is the name a title and a person, whatever the network takes it for: "Rt Hon Giles Moorland", but
 * not "General Electric"? */
bool lgm_entity_is_titled(const lgm_doc *doc, lgm_tokspan name);

/* Does the person's name a go on in b, with a nickname in quotation marks? Robert C. "Bobby" Lind:
 * the opening mark stands between the two, the closing mark in b. */
bool lgm_entity_goes_on(const lgm_doc *doc, lgm_tokspan a, lgm_tokspan b);

/* Is `brief` the short name of the body `whole`: one word in brackets right behind it that begins
 * as one of its words does? Not "the Courier (Velmora)". */
bool lgm_entity_is_brief(const lgm_doc *doc, const lgm_name *whole, const lgm_name *brief);

#endif
