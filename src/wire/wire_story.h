/*
 * wire_story.h - what was found of a story so far, field by field.
 *
 * Owns    strings live in the arena that is handed over.
 * Errors  false without memory.
 */
#ifndef LGM_WIRE_WIRE_STORY_H
#define LGM_WIRE_WIRE_STORY_H

#include "wire/wire.h"

/* Words without blanks around them; blank ones are none. A better rank replaces what is there, the
 * same is left out, or added where they are authors. */
bool lgm_wire_story_put(lgm_arena *a, lgm_wire_value of[LGM_WIRE_N_FIELDS], lgm_wire_field field,
                        uint8_t rank, bool html, lgm_slice words);

#endif
