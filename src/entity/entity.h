/*
 * entity.h - names, and which of them name the same.
 *
 * Reads   tokens, doc->sents, doc->vec.        Writes  doc->names, entities, name_order.
 * Units   names are half-open ranges of tokens within one sentence, in text order, not overlapping.
 *         Entities are in order of their first name; each name belongs to exactly one.
 * Shapes  `ner` linear {labels.ner, dim}; `ner.trans` f32 [n+2][n+2]. Viterbi a sentence.
 * Owns    results live in the document's arena. A bound head is read-only and may be shared by
 *         threads; it borrows from the model and is freed with lgm_entity_done. Scratch is rewound
 *         on return and must not be the document's arena.
 * Files   entity.c, group.c.
 * Errors  LGM_E_NOTFOUND, LGM_E_CORRUPT (bind); LGM_E_NOMEM, LGM_E_BUDGET. On failure the
 *         document's layers are left as they were.
 * Source  docs/notes/en-fast.md; grouping is by rules on names alone (entity/find_group.h).
 * Trust   confidence of a name: p, the marginal probability of the least sure of its labels; with
 *         `config.calib.names.a` and `.b` sigmoid(a * logit(p) + b), learned by
 *         tools/train/heads/calibrate.py.
 */
#ifndef LGM_ENTITY_H
#define LGM_ENTITY_H

#include "doc/doc.h"
#include "entity/words.h"
#include "legomena/kinds.h"
#include "model/model.h"
#include "nn/crf.h"
#include "nn/nn.h"
#include "world/places.h"

enum { LGM_ENTITY_LEFT_OUT = 255 }; /* a type that is decoded and not kept */
#define LGM_ENTITY_CALIB_MAX 100.0f /* most that a and b may be */

typedef struct lgm_entity_head {
    lgm_linear layer;
    float *trans; /* [n+2][n+2], what BIOES forbids taken out */
    uint32_t n_labels;
    bool calibrated; /* calib_a > 0 and calib_b are set */
    float calib_a, calib_b;
    char part[LGM_CRF_MAX_LABELS];    /* O B I E S */
    uint8_t type[LGM_CRF_MAX_LABELS]; /* lgm_entity_type or LGM_ENTITY_LEFT_OUT */
} lgm_entity_head;

LGM_NODISCARD lgm_status lgm_entity_bind(lgm_entity_head *out, const lgm_model *model,
                                         lgm_err *err);
void lgm_entity_done(lgm_entity_head *head); /* a zeroed head is fine */

/* The names of the network, sentence by sentence, in scratch: lgm_entity_run without the rules that
 * look at the whole report. */
LGM_NODISCARD lgm_status lgm_entity_find(const lgm_entity_head *head, const lgm_kernels *kernels,
                                         lgm_arena *scratch, const lgm_doc *doc, lgm_names *out,
                                         lgm_err *err);

/* places: which words are towns; NULL = not known. */
LGM_NODISCARD lgm_status lgm_entity_run(const lgm_entity_head *head, const lgm_kernels *kernels,
                                        const lgm_places *places, lgm_arena *scratch, lgm_doc *doc,
                                        lgm_err *err);

/* Groups doc->names into doc->entities and doc->name_order. Part of lgm_entity_run. */
LGM_NODISCARD lgm_status lgm_entity_group(lgm_arena *scratch, lgm_doc *doc, lgm_err *err);

#endif
