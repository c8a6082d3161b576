/* mention_layer.h - linked mentions as the document has them. Internal. */
#ifndef LGM_COREF_MENTION_LAYER_H
#define LGM_COREF_MENTION_LAYER_H

#include "coref/coref.h"
#include "coref/links/linker.h"
#include "legomena/kinds.h"

#define LGM_COREF_ONE_TYPE(name) +1
enum { LGM_COREF_N_TYPES = 0 LGM_ENTITY_TYPES(LGM_COREF_ONE_TYPE) };
#undef LGM_COREF_ONE_TYPE

/* The mentions that were put together. */
typedef struct lgm_coref_group {
    uint32_t size; /* as the linker has it */
    uint32_t n, n_nominal;
    uint32_t first;  /* of the mentions of the document */
    uint32_t called; /* the first that describes it, else the first */
    uint32_t group;  /* the entity of its names, by the room entity */
    uint32_t entity; /* the one it becomes */
    uint32_t votes[LGM_COREF_N_TYPES];
    bool is_source, takes_part; /* the source of a claim; in an event */
} lgm_coref_group;

typedef struct lgm_coref_found {
    const lgm_coref_head *h;
    const lgm_coref_linker *l;
    lgm_arena *scratch;
    lgm_doc *doc;
    lgm_coref_group *clusters; /* [n_clusters]: by the numbers that l->cluster now has */
    uint32_t n_clusters;
    uint32_t *order;             /* [l->n]: the linker's number of each mention of the document */
    uint32_t *by_head;           /* [n_tokens] */
    uint32_t *by_name;           /* [n_names]: the mention that is this name */
    lgm_doc_mention *mentions; /* [n], in the document's arena */
    uint32_t n;
} lgm_coref_found;

/* h, l, scratch and doc are given; fills the rest, but for what comes of claims. */
LGM_NODISCARD lgm_status lgm_coref_find_mentions(lgm_coref_found *s, lgm_err *err);

#endif
