/*
 * xml_wire.h - stories of a file of XML, as wire.h has it.
 *
 * Broken  where XML is not well formed, reading begins anew at the next tag of a story, as if the
 *         tags around stories had just been read. Each byte is looked at twice at most.
 */
#ifndef LGM_WIRE_XML_WIRE_H
#define LGM_WIRE_XML_WIRE_H

#include "wire/window.h"

typedef struct lgm_wire_xml lgm_wire_xml;

LGM_NODISCARD lgm_status lgm_wire_xml_new(lgm_wire_xml **out, lgm_wire_window *window,
                                          uint64_t max_story, lgm_err *err);
void lgm_wire_xml_free(lgm_wire_xml *w); /* NULL is fine */
LGM_NODISCARD lgm_status lgm_wire_xml_next(lgm_wire_xml *w, lgm_wire_story *story, lgm_err *err);

#endif
