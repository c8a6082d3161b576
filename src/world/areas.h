/*
 * areas.h - what lies in an area: the tables of data/areas, by phrase.
 *
 * An area is a country, a first-order division, or several of either: "Sinaloa" is MX.25, "Kashmir"
 * IN.12 and others, "Middle East" a list of countries. Phrases are folded (names.h). The table is
 * written at build time by tools/places/areas.py; data/areas/SOURCE.md says where its lines come
 * from.
 */
#ifndef LGM_WORLD_AREAS_H
#define LGM_WORLD_AREAS_H

#include "base/base.h"

typedef struct lgm_world_area {
    const char *phrase, *codes; /* with a space between them: "IN.12 IN.41" */
} lgm_world_area;

extern const lgm_world_area lgm_world_areas[]; /* ascending by phrase */
extern const uint32_t lgm_world_areas_size;

/* The codes of a NUL-terminated folded phrase; NULL = no area of that name. */
const char *lgm_world_area_codes(const char *phrase);

#endif
