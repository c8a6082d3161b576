/*
 * place.h - where on the map the places of a report are.
 *
 * Reads   tokens, names, entities.        Writes  doc->places, one an entity.
 * How     each name is looked up in the table of places; candidates are weighed by what the report
 *         says ("X, Y", other countries and places in it), by population and by kind (weigh.c has
 *         the weights and their reasons). Doubt leaves the place empty: GeoNames has a village for
 *         almost any word, and a dot on the wrong map is worse than none.
 * Types   GPE and LOC; FAC only where the text says what it lies in. Nationalities are no places.
 * Owns    results live in the document's arena; strings in them are the table's.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET. On failure doc->places is left as it was.
 * Cost    linear in tokens; a name has at most some hundred candidates, each is looked at a fixed
 *         number of times.
 */
#ifndef LGM_PLACE_H
#define LGM_PLACE_H

#include "doc/doc.h"
#include "world/places.h"

/* places NULL: nothing is done. Scratch is rewound on return. */
LGM_NODISCARD lgm_status lgm_place_run(const lgm_places *places, lgm_arena *scratch, lgm_doc *doc,
                                       lgm_err *err);

#endif
