/*
 * names.h - one form for all ways to write a name, so that names can be looked up.
 *
 * Lower case without marks ("Zürich", "Zurich"); periods and apostrophes go ("U.S.", "Sana'a"); all
 * else that is no letter or digit is a space; "saint" is "st", "mount" is "mt", "fort" is "ft"; no
 * "the" in front. tools/places/placefile.py computes the same: the two must never differ.
 */
#ifndef LGM_WORLD_NAMES_H
#define LGM_WORLD_NAMES_H

#include "base/base.h"

/* Bytes of a name; room for its folded form. */
enum { LGM_WORLD_NAME = 96, LGM_WORLD_FOLDED = 160 };

/* Folds valid UTF-8 into out, NUL-terminated; returns its bytes. 0 for a name without letter or
 * digit, and for one too long to be in a table. */
size_t lgm_world_fold(lgm_slice name, char out[LGM_WORLD_FOLDED]);

/* Up to three letters, not all of them capitals: "Un", "Who" and "us" are words, "UN", "WHO" and
 * "U.S." are names. folded: bytes of the folded form. */
bool lgm_world_is_word(lgm_slice written, size_t folded);

#endif
