/*
 * json_story.h - an object of JSON Feed or ninjs becomes the fields of a story.
 *
 * Names   of both formats in one table, in any case: ninjs 1 writes "versioncreated", 3
 *         "versionCreated".
 * Source  JSON Feed 1.1 (jsonfeed.org), ninjs 1.0 to 3.3 (iptc.org).
 */
#ifndef LGM_WIRE_JSON_STORY_H
#define LGM_WIRE_JSON_STORY_H

#include "base/json_in.h"
#include "wire/wire.h"

/* The reader stands before the object. Strings live in its arena. LGM_E_NOMEM, else what the
 * reader says. */
void lgm_wire_json_story(lgm_json_in *r, lgm_wire_value of[LGM_WIRE_N_FIELDS]);
/* What a JSON Feed says of all its items; an object that may be cut before "items". */
void lgm_wire_json_feed(lgm_json_in *r, lgm_wire_value of[LGM_WIRE_N_FIELDS]);

#endif
