/* source_mention.h - which mention the source of a claim is. Internal. */
#ifndef LGM_COREF_SOURCE_MENTION_H
#define LGM_COREF_SOURCE_MENTION_H

#include "tree/tree.h"

/* Mentions by their head words. */
typedef struct lgm_coref_heads {
    const lgm_trees *t;
    const uint8_t *person; /* [n_tokens]: 1 where a mention with that head is a person */
    const uint32_t *of;    /* [n_tokens]: the mention with that head, LGM_NONE for none */
} lgm_coref_heads;

/* The mention that the source of a claim is, by its head word; LGM_NONE for none. */
uint32_t lgm_coref_source(const lgm_coref_heads *heads, const lgm_parts *source);
/* The same among the mentions of a document, and of "Ann Lee and Bo Ek" the mention of both. */
uint32_t lgm_coref_widest_source(const lgm_coref_heads *heads, const lgm_doc_mention *mentions,
                                 const lgm_parts *source);

#endif
