/*
 * common_words.h - the rarest words that two reports have in common, as people read them.
 */
#ifndef LGM_STORY_COMMON_WORDS_H
#define LGM_STORY_COMMON_WORDS_H

#include "base/buf.h"
#include "legomena/record.h"

/* "mud; buried; rescuers": words of a that are no part of its names, the rarest first. False: no
 * memory. */
bool lgm_story_common_words(lgm_buf *out, const lgm_record *a, const lgm_record *b);

/* Descriptions ("the spokesman") are no names. */
bool lgm_story_is_name(const lgm_entity *e);

#endif
