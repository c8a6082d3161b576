/*
 * coref.h - who "he" and "the minister" are: mentions, and which of them are of one thing.
 *
 * Reads   tokens, quotes, sents, upos, xpos, lemma, names, entities, claims, vec, trees.
 * Writes  mentions; entities, name_order and mention_order anew; claim_source. Without the head (a
 *         model may have none) doc is left as it is.
 * Units   mentions are token ranges, in order of start, the longer first; each has a head word.
 * Shapes  see coref/README.md; scores are f32, added in a fixed order.
 * Method  a mention is its head word (Dobrovolskii 2021): a small network says which words head
 *         one, another which branches of the tree belong to it, a third scores pairs of heads. A
 *         mention goes with its best antecedent among a bounded number of candidates, or with none.
 * Owns    results live in the document's arena; scratch is rewound on return. The head borrows from
 *         the model, is read-only and may be shared.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET, LGM_E_ARG (vectors of another model); bind: LGM_E_NOTFOUND,
 *         LGM_E_CORRUPT. On failure the document's layers are left as they were.
 * Cost    linear in tokens: candidates of a mention are bounded.
 */
#ifndef LGM_COREF_H
#define LGM_COREF_H

#include "doc/doc.h"
#include "model/model.h"
#include "nn/nn.h"
#include "tree/tree.h"

enum { LGM_COREF_TYPES = 16 }; /* most labels that labels.coref may have */

typedef struct lgm_coref_head {
    bool on;      /* the model finds mentions */
    bool linking; /* and links them */
    lgm_linear mention, span, link;
    const float *mention_feat, *mention_out; /* f32 [rows][hidden], [1][hidden] */
    const float *span_feat, *span_out;       /* f32 [rows][branch], [1][branch] */
    const float *pair_feat, *pair_flat;      /* f32 [rows][pair], [rows] */
    const float *new_feat;                   /* f32 [rows][pair] */
    const float *link_out;                   /* f32 [2][pair]: of a pair, of a new thing */
    const float *bias;                       /* f32 [4]: mention, span, pair, new */
    float alone;                             /* least score of a mention that no other goes with */
    float behind; /* a candidate that is so far behind the best by the first score is dropped */
    float least;  /* least score of a word that is tried as a mention */
    uint32_t hidden, branch, ana, pair, n_types;
    uint8_t type[LGM_COREF_TYPES]; /* lgm_entity_type of a label */
} lgm_coref_head;

LGM_NODISCARD lgm_status lgm_coref_bind(lgm_coref_head *out, const lgm_model *model, lgm_err *err);

LGM_NODISCARD lgm_status lgm_coref_run(const lgm_coref_head *head, const lgm_kernels *kernels,
                                       const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc,
                                       lgm_err *err);

#endif
