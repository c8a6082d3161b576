/*
 * parse.h - a dependency tree for each sentence: head and relation of every token.
 *
 * Reads   tokens, doc->sents, doc->vec.            Writes  doc->head, doc->rel.of.
 * Units   heads are token indices of the document, LGM_NONE for the root child; every sentence has
 *         exactly one root child and its heads form a tree.
 * Shapes  `parse.mlp` linear {2A + 2R, dim}: dep | head | rel_dep | rel_head; `parse.key` linear
 *         {A, A}; `parse.dist` f32 [65]; `parse.root` f32 [A]; `parse.rel` linear {labels.rel, R}.
 *         Arc scores are f32 [n][n] of one sentence at a time, n <= LGM_SENT_MAX.
 * Owns    results live in the document's arena; relations point into the model's label table. A
 *         bound head is read-only and may be shared by threads; it borrows from the model. Scratch
 *         is rewound on return and must not be the document's arena.
 * Errors  LGM_E_NOTFOUND, LGM_E_CORRUPT (bind); LGM_E_NOMEM, LGM_E_BUDGET. On failure the
 *         document's layers are left as they were.
 * Source  Dozat & Manning 2017 (biaffine scores); parse/mst.h for the trees; docs/notes/en-fast.md.
 */
#ifndef LGM_PARSE_H
#define LGM_PARSE_H

#include "doc/doc.h"
#include "model/model.h"
#include "nn/nn.h"

enum { LGM_PARSE_REACH = 32 }; /* distances beyond it share a score */

typedef struct lgm_parse_head {
    lgm_linear mlp, key, rel;
    const float *dist, *root;
    lgm_labels labels;
    uint32_t root_label; /* in labels; LGM_NONE if it is not there */
    uint32_t arc, width; /* A, R */
} lgm_parse_head;

LGM_NODISCARD lgm_status lgm_parse_bind(lgm_parse_head *out, const lgm_model *model, lgm_err *err);

LGM_NODISCARD lgm_status lgm_parse_run(const lgm_parse_head *head, const lgm_kernels *kernels,
                                       lgm_arena *scratch, lgm_doc *doc, lgm_err *err);

#endif
