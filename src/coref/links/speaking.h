/* speaking.h - which mentions speak. Internal. */
#ifndef LGM_COREF_SPEAKING_H
#define LGM_COREF_SPEAKING_H

#include "coref/links/linker.h"

/* Fills by, prev_topic and `speaks` of mentions, from content. False when scratch is spent. */
bool lgm_coref_find_speakers(lgm_coref_linker *l, lgm_arena *scratch);

#endif
