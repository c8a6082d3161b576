/*
 * venue.h - where a claim was made, as far as its own sentence says so. Internal.
 *
 * Functions of venue.c, programme.c and place_of.c.
 */
#ifndef LGM_OCCASION_VENUE_H
#define LGM_OCCASION_VENUE_H

#include "tree/tree.h"

/* The words of the venue; empty where none are. `within`: the content of the claim that this one
 * stands in, or NULL: only what is stated there is stated for it. */
lgm_tokspan lgm_occasion_venue(const lgm_trees *t, const lgm_doc_claim *c, const lgm_parts *within);

/* ---- kinds of venue, each in a file of its name ---- */

/* programme.c: on the "Morning Hour", told TV9's Harbour Today. */
lgm_tokspan lgm_occasion_programme(const lgm_trees *t, const lgm_doc_claim *c, lgm_tokspan within);
/* place_of.c: said in Ostrel. */
lgm_tokspan lgm_occasion_place_of(const lgm_trees *t, const lgm_doc_claim *c, lgm_tokspan within);

/* ---- venue.c: what they share ---- */

/* Do only the speaker's hearers and prepositions stand between the cue and this word behind it? */
bool lgm_occasion_is_near(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word);

#endif
