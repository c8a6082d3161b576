/*
 * again.h - what a report says twice is the same twice. Internal.
 *
 * An acronym has one type all through a report, the one that most of its names vote for by their confidence; the
 * short name that a body was given in brackets is always a body.
 * A report says "Maria Keller" once and "Keller" ten times. What is a person by its full name is one by its
 * surname: a single word of another type that the network is not sure of becomes a person, and a proper noun
 * that is no name yet becomes one.
 */
#ifndef LGM_ENTITY_AGAIN_H
#define LGM_ENTITY_AGAIN_H

#include "doc/doc.h"

typedef LGM_VEC(lgm_name) lgm_names;

/* names: those found, in order; what comes out is in order too. False when scratch is spent. */
bool lgm_names_again(lgm_arena *scratch, const lgm_doc *doc, lgm_names *names);

#endif
