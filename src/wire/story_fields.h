/*
 * story_fields.h - what a rule says is done: attributes become fields, and characters and elements
 * are gathered for one. Calls of elements.c.
 */
#ifndef LGM_WIRE_STORY_FIELDS_H
#define LGM_WIRE_STORY_FIELDS_H

#include "wire/elements.h"

/* Any rule but LGM_WIRE_STORY, for the element that has just opened. */
void lgm_wire_fields_apply(lgm_wire_elements *e, const lgm_wire_element_rule *rule,
                           const XML_Char **attributes);

/* While something is gathered: */
void lgm_wire_fields_open(lgm_wire_elements *e, const XML_Char *in_full,
                          const XML_Char **attributes);
void lgm_wire_fields_close(lgm_wire_elements *e, const XML_Char *in_full);
void lgm_wire_fields_words(lgm_wire_elements *e, lgm_slice words);
void lgm_wire_fields_name(lgm_wire_elements *e, const XML_Char *name); /* of an entity */

#endif
