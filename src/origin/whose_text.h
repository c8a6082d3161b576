/*
 * whose_text.h - whose text a report has: an agency's, by its credit or its byline;
 * an earlier report's, which it copies; else its publisher's. Internal.
 */
#ifndef LGM_ORIGIN_WHOSE_TEXT_H
#define LGM_ORIGIN_WHOSE_TEXT_H

#include "origin/outlet.h"

/* texts: [n]. false: no memory. */
bool lgm_origin_texts(lgm_origin_text *texts, lgm_arena *arena, const lgm_told *told, size_t n);

#endif
