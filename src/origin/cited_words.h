/*
 * cited_words.h - words for persons and bodies that can be cited, from the lists of other rooms.
 * Internal.
 */
#ifndef LGM_ORIGIN_CITED_WORDS_H
#define LGM_ORIGIN_CITED_WORDS_H

#include "base/lexicon.h"

enum { LGM_ORIGIN_SOURCE = 1 << 0 };
extern const lgm_lexicon lgm_origin_lexicon;

#endif
