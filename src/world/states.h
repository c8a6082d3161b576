/*
 * states.h - what is known of states and institutions: the tables of data/states, by phrase.
 *
 * Phrases are folded as names of places are (names.h). The table is written at build time by
 * tools/places/states.py; data/states/SOURCE.md says where its lines come from.
 */
#ifndef LGM_WORLD_STATES_H
#define LGM_WORLD_STATES_H

#include "base/base.h"

/* What a phrase is listed as; behind each, its value. */
typedef enum lgm_world_kind {
    LGM_WORLD_ACT_DOES,      /* lemma of what a government does; no value */
    LGM_WORLD_ACT_DONE,      /* lemma of what is done to one; no value */
    LGM_WORLD_BODY,          /* organisation: actor code, "-" = known, without one */
    LGM_WORLD_BODY_WORD,     /* "foreign ministry": sector */
    LGM_WORLD_CAPITAL,       /* where a government sits: alpha-3 */
    LGM_WORLD_COUNTRY,       /* alpha-3 */
    LGM_WORLD_DEMONYM,       /* alpha-3 */
    LGM_WORLD_DIVISION,      /* state, province: "US ohio"; several with a ";" between */
    LGM_WORLD_LEADER,        /* who governs: actor code and years, "USAGOV 1993-2001" */
    LGM_WORLD_LEADER_CALLED, /* "clinton", with a title: the same; several with a ";" */
    LGM_WORLD_NO_PLACE,      /* "west": some town is called so, and not meant; no value */
    LGM_WORLD_ROLE_WORD,     /* "mayor": sector, "-" = that of the body it goes with */
    LGM_WORLD_SEAT           /* palace, street: actor code, "-" as above */
} lgm_world_kind;

typedef struct lgm_world_entry {
    const char *phrase, *value;
    const char *first; /* of a body: the first of its names, folded; else NULL */
    lgm_world_kind kind;
} lgm_world_entry;

typedef struct lgm_world_state {
    const char *alpha2, *alpha3;
} lgm_world_state;

typedef struct lgm_world_begin {
    const char *word;
    uint32_t kinds; /* of the phrases that begin with it, a bit each */
} lgm_world_begin;

extern const lgm_world_begin lgm_world_begins_table[]; /* ascending by word */
extern const uint32_t lgm_world_begins_size;
extern const lgm_world_entry lgm_world_table[]; /* ascending by phrase */
extern const uint32_t lgm_world_table_size;
extern const lgm_world_state lgm_world_states[]; /* ascending by alpha2 */
extern const uint32_t lgm_world_states_size;

/* The value of a NUL-terminated folded phrase; NULL where it is not listed as of this kind. */
const char *lgm_world_find(lgm_world_kind kind, const char *phrase);
/* All kinds that a folded phrase is listed as, a bit each: 1 << LGM_WORLD_BODY. */
uint32_t lgm_world_kinds(const char *phrase);
/* The kinds of the phrases that begin as the folded text does with its first word, a bit each: most
 * words begin none, and one look tells it. */
uint32_t lgm_world_begins(const char *folded);
/* The first name of the body that a folded phrase is a name of, so that "ISIS" and "ISIL" are one;
 * NULL = no body of record. */
const char *lgm_world_body(const char *phrase);
/* The value of a division in full ("Ohio") or in short as news writes it: "OH" and "N.Y." in
 * capitals, "Ore." with its period, which may be in `written` or stand behind it. NULL = none. */
const char *lgm_world_division(lgm_slice written, bool period_behind);
/* "UA" to "UKR" and back; NULL = no such country. */
const char *lgm_world_alpha3(const char *alpha2);
const char *lgm_world_alpha2(const char *alpha3);

#endif
