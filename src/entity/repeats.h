/*
 * repeats.h - what a report names twice is the same thing both times. Internal.
 *
 * An acronym has one type all through a report: the type that most of its names vote for, by their
 * confidence. A short name in brackets behind a body's name is a body. A report says "Maria Keller"
 * once and "Keller" ten times. Once a person is known by the full name, the surname alone is a
 * person too: a single word of another type becomes one if the network is not sure of it, and so
 * does a proper noun that is no name yet.
 */
#ifndef LGM_ENTITY_REPEATS_H
#define LGM_ENTITY_REPEATS_H

#include "entity/words.h"
#include "world/places.h"

/* places: which words are towns, NULL = not known. names: those found, in order; what comes out is
 * in order too. False when scratch is spent. */
bool lgm_entity_repeats(lgm_arena *scratch, const lgm_doc *doc, const lgm_places *places,
                        lgm_names *names);

#endif
