/*
 * stand_in.h - whom a description without a name stands for, where coreference left it alone.
 *
 *     Veltron lost money. The carmaker said ...      Veltron
 *     Lind met Berg. The latter said ...             Berg
 *
 * A firm is the body that was the subject last; "the latter" is who was named last in the sentence
 * before, "the former" who was named first in it.
 *
 * Reads   tokens, tags, trees, names, entities, mentions, claims.      Writes  nothing.
 */
#ifndef LGM_SPEAKER_STAND_IN_H
#define LGM_SPEAKER_STAND_IN_H

#include "tree/tree.h"

/* The entity with a name that the mention stands for; LGM_NONE = not known. owner: [n_names], the
 * entity of each. */
uint32_t lgm_speaker_stand_in(const lgm_trees *t, const uint32_t *owner, uint32_t mention);

#endif
