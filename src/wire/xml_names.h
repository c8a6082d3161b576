/*
 * xml_names.h - names of elements and attributes as small numbers, the same whatever prefixes a
 * file uses for its namespaces.
 *
 * Units   0 is a name that no rule speaks of.
 * Owns    a table holds the names it was given (borrowed) and copies of those it has met.
 * Cost    a hash of the name and a comparison; at most LGM_WIRE_NAMES names are remembered.
 */
#ifndef LGM_WIRE_XML_NAMES_H
#define LGM_WIRE_XML_NAMES_H

#include "base/base.h"

enum { LGM_WIRE_NAMES = 1024 };  /* a power of 2 */
enum { LGM_WIRE_NS_END = '\n' }; /* between a namespace and a name, as the parser hands them over */

typedef struct lgm_wire_names {
    lgm_arena *arena;
    struct {
        const char *name;
        uint16_t id;
    } known[LGM_WIRE_NAMES], met[LGM_WIRE_NAMES];
    uint16_t n_known, n_met;
} lgm_wire_names;

LGM_NODISCARD lgm_status lgm_wire_names_new(lgm_wire_names **out, lgm_err *err);
void lgm_wire_names_free(lgm_wire_names *n);                          /* NULL is fine */
uint16_t lgm_wire_names_add(lgm_wire_names *n, const char *name);     /* "dc:creator" */
uint16_t lgm_wire_names_find(lgm_wire_names *n, const char *in_full); /* "http://...\ncreator" */

#endif
