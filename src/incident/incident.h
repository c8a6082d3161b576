/*
 * incident.h - violent incidents in the manner of MUC-4: of which type, who did it, to what and to
 * whom, with what, when and where, how many were killed.
 *
 *     "Gunmen kidnapped the mayor of Ostrel on Friday"
 *         kidnapping, individuals: gunmen, victims: the mayor of Ostrel, 2024-03-15
 *
 * Words that tell a violent act (data/incident) make the incidents; what fills their roles comes
 * from the tree around those words, and more of it, where the model has a head for it, from that
 * (incident_net.h). A word such as "attack" or "kill" counts only where an armed party or a weapon
 * is beside it, or an incident that it can be a part of before it.
 *
 * Reads   tokens, sents, upos, xpos, lemma, trees, names, entities, mentions, times,
 *         events, figures, claims, vec.
 * Writes  incidents, fillers, incident_events. A report without violence gets none.
 * Owns    results live in the document's arena; scratch is rewound on return. The head borrows from
 *         the model, is read-only and may be shared.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET, LGM_E_ARG (vectors of another model); bind: LGM_E_NOTFOUND,
 *         LGM_E_CORRUPT. On failure the document is left as it was.
 * Cost    linear in tokens: looks around a word are bounded.
 * Source  MUC-4 (Sundheim 1992) for types and roles. The lists are our own:
 *         data/incident/SOURCE.md.
 */
#ifndef LGM_INCIDENT_H
#define LGM_INCIDENT_H

#include "doc/doc.h"
#include "model/model.h"
#include "nn/nn.h"
#include "tree/tree.h"

enum { LGM_INCIDENT_WIDTH = 128 }; /* most units of a layer */

typedef struct lgm_incident_head {
    bool on;
    uint32_t width; /* units of each layer, a multiple of 16 */
    lgm_linear near;
    const float *clue;                                  /* f32 [clues][2 width] */
    const float *wide, *sentence, *section, *wide_bias; /* f32 [inputs][width], [width] */
    const float *out, *out_bias, *types, *types_bias;   /* f32 [inputs][LGM_INCIDENT_OUT] */
} lgm_incident_head;

LGM_NODISCARD lgm_status lgm_incident_bind(lgm_incident_head *out, const lgm_model *model,
                                           lgm_err *err);

LGM_NODISCARD lgm_status lgm_incident_run(const lgm_incident_head *head, const lgm_kernels *kernels,
                                          const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc,
                                          lgm_err *err);

#endif
