/*
 * people.h - who wrote it, from the fields of feeds: people's names alone.
 *
 * Reads   names, one a line: "Ada Lind", "By Ada Lind", "ada@mill.example (Ada Lind)",
 *         "Ada Lind <ada@mill.example>".
 * Writes  "Ada Lind, Joren Vale and Mira Holt".
 * Leaves  addresses, and what is no person: "admin", "Newsroom", the outlet itself.
 */
#ifndef LGM_WIRE_PEOPLE_H
#define LGM_WIRE_PEOPLE_H

#include "base/buf.h"

/* outlet: may be empty. Adds to out; nothing where there are no people. */
void lgm_wire_people(lgm_slice lines, lgm_slice outlet, lgm_buf *out);

#endif
