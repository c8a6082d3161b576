/*
 * whose_text.h - whose text a report has: an agency's, by its credit or its byline;
 * an earlier report's, which it copies; else its publisher's. Internal.
 */
#ifndef LGM_ORIGIN_WHOSE_TEXT_H
#define LGM_ORIGIN_WHOSE_TEXT_H

#include "origin/publisher.h"

typedef struct lgm_origin_text {
    lgm_str name; /* "AP"; of nobody known "report 12" */
    lgm_origin_kind kind;
    lgm_slice key; /* the same for all of one owner */
    lgm_str why;   /* "has a text of AP, by its credit" */
} lgm_origin_text;

/* Of an outlet by its name, as a report of that day has it. */
bool lgm_origin_outlet(lgm_origin_text *out, lgm_arena *arena, lgm_str name, lgm_str day);
/* texts: [n]. false: no memory. */
bool lgm_origin_texts(lgm_origin_text *texts, lgm_arena *arena, const lgm_told *told, size_t n);

/* A sentence in the arena; ptr NULL: no memory. */
lgm_str lgm_origin_words(lgm_arena *arena, const char *format, ...) LGM_PRINTF(2, 3);

#endif
