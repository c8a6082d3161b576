/* description.h - what the words around a noun or a name say of who it is. Internal. */
#ifndef LGM_GROUNDS_DESCRIPTION_H
#define LGM_GROUNDS_DESCRIPTION_H

#include "tree/tree.h"

/* By the words that hang on the head of a mention: a clause ("who saw it"), what stands behind a
 * name ("the mayor of Ostrel"), a title before it, the description itself. LGM_GROUND_NONE where
 * they say nothing. e: the entity that is mentioned, or NULL. */
lgm_doc_ground lgm_grounds_describe(const lgm_trees *t, uint32_t head, const lgm_doc_entity *e);

#endif
