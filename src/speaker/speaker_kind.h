/* speaker_kind.h - what kind of source a claim has. Internal. */
#ifndef LGM_SPEAKER_SPEAKER_KIND_H
#define LGM_SPEAKER_SPEAKER_KIND_H

#include "legomena/kinds.h"
#include "tree/tree.h"

/* The word of the source that the rest of it hangs on; source: at least one piece. */
uint32_t lgm_speaker_top(const lgm_doc *doc, const lgm_parts *source);
/* Does the sentence say that the source of the claim asks not to be named? */
bool lgm_speaker_asks_unnamed(const lgm_trees *t, uint32_t claim);
/* Is the entity an agency, a newspaper, a broadcaster? */
bool lgm_speaker_is_outlet(const lgm_doc *doc, const lgm_doc_entity *e);
/* speaker: the entity that the source of the claim is, or LGM_NONE; unnamed: the report says of
 * it, here or in another claim, that it asks not to be named. */
lgm_speaker_kind lgm_speaker_kind_of(const lgm_trees *t, uint32_t claim, uint32_t speaker,
                                     bool unnamed);

#endif
