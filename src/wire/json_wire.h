/*
 * json_wire.h - stories of a file of JSON, as wire.h has it: the items of a JSON Feed, an object of
 * ninjs, several in an array, or one behind the other.
 *
 * Broken  an object is cut out by its brackets before it is read: what is wrong within it is said,
 *         and the next one is read.
 */
#ifndef LGM_WIRE_JSON_WIRE_H
#define LGM_WIRE_JSON_WIRE_H

#include "wire/window.h"

typedef struct lgm_wire_json lgm_wire_json;

LGM_NODISCARD lgm_status lgm_wire_json_new(lgm_wire_json **out, lgm_wire_window *window,
                                           uint64_t max_story, lgm_err *err);
void lgm_wire_json_free(lgm_wire_json *w); /* NULL is fine */
LGM_NODISCARD lgm_status lgm_wire_json_next(lgm_wire_json *w, lgm_wire_story *story, lgm_err *err);

#endif
