/* source_span.h - the mentions that are the source of a claim, up to its end. Internal. */
#ifndef LGM_COREF_SOURCE_SPAN_H
#define LGM_COREF_SOURCE_SPAN_H

#include "coref/mentions/mention.h"

/* Spans of mentions that head a source take in the rest of it, and leave the claim out. */
void lgm_coref_extend_sources(const lgm_trees *t, lgm_coref_mentions *all);

#endif
