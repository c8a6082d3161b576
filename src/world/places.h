/*
 * places.h - the table of places: a file of fixed columns, mapped read-only and looked up as it is.
 *
 *   offset  size  field                                     all integers little-endian
 *        0     8  magic "LGMPLACE"
 *        8     4  format version (1)
 *       12     4  n: places, at most 2^24
 *       16     8  file size in bytes
 *       24     8  XXH3-64 of the bytes [64, file size)
 *       32     4  m: names
 *       36     4  b: bits of the index, 1 to 24
 *       40     4  c: places [0, c) are the countries, ascending by their code; at most 255
 *       44     4  d: places [c, c + d) are the first-order divisions; at most 65,535
 *       48     4  t: bytes of text
 *       52     4  zero
 *       56     8  XXH3-64 of the bytes [0, 56)
 *       64        columns, each padded with zeros to a multiple of 64 bytes:
 *                   u32 [n]        GeoNames id
 *                   i32 [n]        latitude, 1e-5 degrees
 *                   i32 [n]        longitude, 1e-5 degrees
 *                   u32 [n]        name, offset into text
 *                   u16 [n]        first-order division it lies in or is, from 1; 0 = none known
 *                   u8  [n]        country, 255 = none
 *                   u8  [n]        kind (lgm_place_kind)
 *                   u8  [n]        size: 8 * log2(population + 1), rounded down
 *                   u32 [c + d]    code, offset into text: "US"; "GA"
 *                   u32 [2^b + 1]  index: names whose hash begins with the bits k stand in
 *                                  [index[k], index[k + 1])
 *                   u32 [m]        the 32 bits of the hash behind those, ascending in a slot
 *                   u32 [m]        place in the low 24 bits, LGM_CALLED_* above them
 *                 then t bytes of text: NUL, then NUL-terminated UTF-8 strings. It ends the file.
 *
 * The hash of a name is lgm_hash64 (seed 0) of its folded form (names.h). Two names with one hash
 * are taken for one: with 24 + 32 bits at most, and 17 + 32 in the table that ships, a name that is
 * not there is found in its place once in 10^9 times.
 *
 * Owns    the table owns its mapping; views live as long as it does. Read-only, shareable by
 *         threads.
 * Errors  LGM_E_FORMAT not such a file, LGM_E_VERSION, LGM_E_CORRUPT damaged, LGM_E_UNSUPPORTED on
 *         a big-endian machine; messages name the file. All of the file is checked at open.
 * Written by tools/places/placefile.py; models/places.md says from what.
 */
#ifndef LGM_WORLD_PLACES_H
#define LGM_WORLD_PLACES_H

#include "base/base.h"

typedef enum lgm_place_kind {
    LGM_PLACE_CONTINENT,
    LGM_PLACE_COUNTRY,
    LGM_PLACE_ADMIN1, /* state, province, oblast */
    LGM_PLACE_ADMIN2, /* county, district */
    LGM_PLACE_CAPITAL,
    LGM_PLACE_SEAT, /* of a first-order division */
    LGM_PLACE_TOWN,
    LGM_PLACE_PART, /* of a town */
    LGM_PLACE_N_KINDS
} lgm_place_kind;

enum {
    LGM_CALLED_OTHERWISE = 1, /* an alternate name, of whatever language or time */
    LGM_CALLED_USUALLY = 2    /* the name of data/states: what English news means by it */
};

typedef struct lgm_places lgm_places;

typedef struct lgm_place { /* a view */
    uint32_t geonames;
    int32_t lat, lon;   /* 1e-5 degrees */
    const char *name;   /* UTF-8 */
    const char *cc;     /* country, ISO 3166-1 alpha-2; NULL = none */
    const char *admin1; /* GeoNames code of the first-order division; NULL = none */
    uint32_t country;   /* number of the country; LGM_PLACES_NO_COUNTRY = none */
    uint32_t division;  /* number of the first-order division from 1; 0 = none */
    lgm_place_kind kind;
    uint32_t size;
} lgm_place;

enum { LGM_PLACES_NO_COUNTRY = 255, LGM_PLACES_MAX_DIVISIONS = 65535 };

typedef struct lgm_place_hit {
    uint32_t place;  /* index */
    uint32_t called; /* LGM_CALLED_* */
} lgm_place_hit;

LGM_NODISCARD lgm_status lgm_world_places_open(lgm_places **out, const char *path, lgm_err *err);
/* The same over bytes that the caller keeps alive; data must be 64-aligned. */
LGM_NODISCARD lgm_status lgm_world_places_open_bytes(lgm_places **out, const void *data, size_t len,
                                                     const char *what, lgm_err *err);
void lgm_world_places_close(lgm_places *p); /* NULL is fine */

uint32_t lgm_world_places_n(const lgm_places *p);
lgm_place lgm_world_places_at(const lgm_places *p, uint32_t i);
/* Places called so, by folded name. *n gets how many there are; the view is [0, *n) by
 * lgm_world_places_hit. */
uint32_t lgm_world_places_find(const lgm_places *p, const char *folded, size_t len, uint32_t *n);
lgm_place_hit lgm_world_places_hit(const lgm_places *p, uint32_t first, uint32_t i);
/* Number of the country with this code; LGM_PLACES_NO_COUNTRY = none. */
uint32_t lgm_world_places_country(const lgm_places *p, const char *cc);
uint32_t lgm_world_places_n_divisions(const lgm_places *p);

#endif
