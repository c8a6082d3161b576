/*
 * outlet.h - outlets as the table has them, or by their names alone. Internal.
 */
#ifndef LGM_ORIGIN_OUTLET_H
#define LGM_ORIGIN_OUTLET_H

#include "origin/publisher.h"

typedef struct lgm_origin_text { /* an outlet, or whose text a report has */
    lgm_str name;                /* "AP"; of nobody known "report 12" */
    lgm_origin_kind kind;
    lgm_slice key; /* the same for all of one owner */
    lgm_str why;   /* of a report: "has a text of AP, by its credit" */
    bool known;    /* of an outlet: by name */
} lgm_origin_text;

/* Each returns false where there is no memory. */
bool lgm_origin_listed(lgm_origin_text *out, lgm_arena *arena, const lgm_publisher *p);
/* By its name, as a report of that day has it. */
bool lgm_origin_outlet(lgm_origin_text *out, lgm_arena *arena, lgm_str name, lgm_str day);
/* An entity of the report whose text is `text`: what has no name ("the newspaper", "local media")
 * is that of this text alone, but for state media. */
bool lgm_origin_outlet_of(lgm_origin_text *out, lgm_arena *arena, const lgm_record *r,
                          const lgm_entity *e, const lgm_origin_text *text);

/* "State media", "Iranian official media": outlets by a description. */
bool lgm_origin_is_state_media(lgm_str name);
bool lgm_origin_is_named(const lgm_entity *e); /* and not described alone */

/* A sentence in the arena; ptr NULL: no memory. */
lgm_str lgm_origin_words(lgm_arena *arena, const char *format, ...) LGM_PRINTF(2, 3);

#endif
