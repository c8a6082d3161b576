/*
 * phrase.h - what the words of a role, of a body's name or of a group say: country, sector, code.
 *
 *     "Ukraine's military intelligence agency"  UKR SPY      "Syrian rebels"  SYR REB
 *
 * Any stage that has a noun phrase may ask, as `actor` does for titles and appositions.
 *
 * Reads   tokens, names, entities and, where they are known, places.      Writes  nothing.
 * Owns    a reader lives in the arena that it was made from, until the names or entities change.
 *         Strings are those of data/states.
 * Cost    a fixed number of look-ups a token.
 */
#ifndef LGM_PHRASE_H
#define LGM_PHRASE_H

#include "doc/doc.h"
#include "world/states.h"

typedef struct lgm_phrase {
    const char *country; /* alpha-3; NULL = none said */
    const char *body;    /* code of a body of record; NULL = none, "-" = one without code */
    const char *sector;  /* of a word for a body, else of the role; NULL = none */
    bool role;           /* a word for a role is in it */
    bool former;         /* "former", "ex-" */
} lgm_phrase;

typedef struct lgm_reader {
    const lgm_doc *doc;
    const uint32_t *name_at; /* [n_tokens]: the name that covers the token, LGM_NONE */
    const uint32_t *owner;   /* [n_names]: its entity */
} lgm_reader;

/* False when the arena is spent. */
bool lgm_phrase_reader(lgm_reader *out, lgm_arena *arena, const lgm_doc *doc);

lgm_phrase lgm_phrase_read(const lgm_reader *r, lgm_tokspan span);

/* Tokens of the longest phrase of that kind that starts at `at` and ends by `end`; 0 = none. */
uint32_t lgm_phrase_from(const lgm_doc *doc, lgm_world_kind kind, uint32_t at, uint32_t end,
                         const char **value);
/* ... that ends before `end` and starts at `at` or later. */
uint32_t lgm_phrase_before(const lgm_doc *doc, lgm_world_kind kind, uint32_t at, uint32_t end,
                           const char **value);

/* The country that the token at `at` names: as a country, a people, a capital or a place of the
 * map. *used: its tokens. NULL = none. */
const char *lgm_phrase_country(const lgm_reader *r, uint32_t at, uint32_t end, uint32_t *used);

/* Looks a whole name up; a possessive at its end is passed over. */
const char *lgm_phrase_whole(const lgm_doc *doc, lgm_world_kind kind, lgm_tokspan name);

/* Puts country and sector together: "" where one of them is not known. */
void lgm_phrase_code(const lgm_phrase *p, char out[LGM_ACTOR_CODE]);

#endif
