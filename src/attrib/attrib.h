/*
 * attrib.h - who said what: claims with their source, cue and content.
 *
 * Reads   doc->tokens, quotes, vec, sents; upos, lemma, head and rel where they are.
 * Writes  doc->claims, claim_teller, claim_parent, claim_relay.
 * Units   spans are token ranges; a paragraph runs from one LGM_TOK_PAR token to the next.
 * Shapes  tag emissions f32 [n_tokens of a piece][n_pad]; span vectors f32 [n][link] a corner.
 * Method  docs/notes/en-fast.md ("attrib.*"): BIOES tags per paragraph by exact Viterbi, then a
 *         small network scores pairs of cue and fragment. Direct quotes that stay without a cue
 *         get their source from the structure of quotation (cueless.c says by which rules, and how
 *         often they hold), and rules over the trees mend what the network is known to get wrong
 *         (amend.c). README.md has the stages.
 * Owns    claims live in the document's arena; scratch is left as it was found. The head borrows
 *         from the model, is read-only and may be shared.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET, LGM_E_ARG (vectors of another model); bind: LGM_E_NOTFOUND,
 *         LGM_E_CORRUPT.
 * Cost    linear in the number of tokens, whatever they are.
 * Source  conventions of PolNeAR (Newell, Margolin, Ruths, LREC 2018).
 */
#ifndef LGM_ATTRIB_H
#define LGM_ATTRIB_H

#include "doc/doc.h"
#include "model/model.h"
#include "nn/nn.h"
#include "tree/tree.h"

enum { LGM_ATTRIB_MAX_LABELS = 16, LGM_TRUST_WEIGHTS = 7 };
#define LGM_TRUST_MAX 100.0f /* most that a weight of calib.claims may be */

typedef struct lgm_attrib_label {
    char kind;    /* O B I E S */
    uint8_t role; /* lgm_attrib_role (frags.h) */
} lgm_attrib_label;

typedef struct lgm_attrib_head {
    lgm_linear tag;        /* {n_labels, dim} */
    lgm_linear span;       /* {4 link, dim} */
    const float *feat;     /* f32 [48 or more][link] */
    const float *out;      /* f32 [2][link] */
    const float *out_bias; /* f32 [2] */
    const float *trust;    /* f32 [LGM_TRUST_WEIGHTS], or NULL: trust.c */
    uint32_t link, n_labels;
    lgm_attrib_label label[LGM_ATTRIB_MAX_LABELS];
    float trans[(LGM_ATTRIB_MAX_LABELS + 2) * (LGM_ATTRIB_MAX_LABELS + 2)];
    bool keep_cueless; /* claims without a cue, from quotations. A switch for experiments and tests,
                          which set it by hand; bind turns it on and the pipeline leaves it so */
} lgm_attrib_head;

LGM_NODISCARD lgm_status lgm_attrib_bind(lgm_attrib_head *out, const lgm_model *model,
                                         lgm_err *err);

/* trees: of the document, for the rules; NULL: the claims stay as they were learned. */
LGM_NODISCARD lgm_status lgm_attrib_run(const lgm_attrib_head *head, const lgm_kernels *kernels,
                                        const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc,
                                        lgm_err *err);

#endif
