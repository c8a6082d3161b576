/*
 * weigh.h - the candidates of a name, and what speaks for each. Internal.
 *
 * A weight is in eighths of a doubling, as lgm_place.size is: 8 says "twice as likely", 80 "a
 * thousand times". They are set by hand; tests/unit/test_place.c has the cases that they settle.
 */
#ifndef LGM_PLACE_WEIGH_H
#define LGM_PLACE_WEIGH_H

#include "doc/doc.h"
#include "world/places.h"

/* What the report says of countries and of their divisions. */
typedef struct lgm_place_evidence {
    const lgm_places *places;
    uint16_t country[LGM_PLACES_NO_COUNTRY + 1]; /* mentions; people and places of it count */
    uint16_t settled[LGM_PLACES_NO_COUNTRY + 1]; /* known places below the country */
    bool set;          /* one country is named again and again: the report is set there */
    uint8_t *division; /* [n_divisions + 1]; 1 = it or a place in it is named */
} lgm_place_evidence;

typedef struct lgm_candidate {
    uint32_t place;
    int weight;
    bool supported; /* the report speaks of its country, or it is large enough to need no support */
    bool local;     /* ... of its division */
    bool named;     /* by the name that the table has first, or English news uses */
    bool usual;     /* by the latter */
} lgm_candidate;

enum { LGM_MAX_CANDIDATES = 512 };
typedef struct lgm_candidates {
    lgm_candidate at[LGM_MAX_CANDIDATES];
    uint32_t n;
    bool word; /* the name is a word of data/states/not_places.txt */
} lgm_candidates;

/* Those of a name, weighed by the name and the table alone. A name that is not there without its
 * last word ("city") or its first two ("city of") is looked up without them. */
void lgm_place_candidates(const lgm_places *places, lgm_slice name, lgm_candidates *out);

/* Adds the divisions of that value of lgm_world_division ("US ohio"). */
void lgm_place_add_divisions(const lgm_places *places, const char *value, lgm_candidates *out);

/* Adds to each what the report says. */
void lgm_place_weigh(const lgm_place_evidence *e, lgm_candidates *c);

/* Does place a lie in place b, a country or a division? */
bool lgm_place_within(const lgm_places *places, uint32_t a, uint32_t b);

/* The heaviest; LGM_NONE for none. *margin: by how much it outweighs all that lie elsewhere. */
uint32_t lgm_place_best(const lgm_places *places, const lgm_candidates *c, int *margin);

#endif
