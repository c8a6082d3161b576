/* settle.h - the last stages of the room: what was found becomes layers of the document. Internal. */
#ifndef LGM_COREF_SETTLE_H
#define LGM_COREF_SETTLE_H

#include "coref/linker.h"

/* The mention in layers doc->mentions that the source of a claim is, LGM_NONE for none. by_head:
 * [n_tokens], the mention with that head word, LGM_NONE for none. */
uint32_t lgm_source_mention(const lgm_trees *t, const uint32_t *by_head, const lgm_parts *source);
/* The name that it is, where mentions do not tell: the one its head word is in. */
uint32_t lgm_source_name(const lgm_trees *t, const lgm_parts *source);

/* Mentions into doc->mentions, entities anew, speakers of claims. Puts nothing into the document
 * where it fails. */
LGM_NODISCARD lgm_status lgm_coref_settle(const lgm_coref_head *h, const lgm_linker *l,
                                          lgm_arena *scratch, lgm_doc *doc, lgm_err *err);

/* Speakers by names alone, for a model without the head. */
LGM_NODISCARD lgm_status lgm_coref_name_speakers(const lgm_trees *t, lgm_arena *scratch,
                                                 lgm_doc *doc, lgm_err *err);

/* speaker_kind of all claims, from their sources and speakers. */
void lgm_coref_speaker_kinds(const lgm_trees *t, lgm_doc *doc);

#endif
