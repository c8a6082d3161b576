/* entity_layer.h - clusters become entities of the document. Internal. */
#ifndef LGM_COREF_ENTITY_LAYER_H
#define LGM_COREF_ENTITY_LAYER_H

#include "coref/coref.h"
#include "coref/links/linker.h"

/* Writes mentions, entities with their orders, and claim_source; nothing of them where it fails. */
LGM_NODISCARD lgm_status lgm_coref_write_entities(const lgm_coref_head *h,
                                                  const lgm_coref_linker *l, lgm_arena *scratch,
                                                  lgm_doc *doc, lgm_err *err);

#endif
