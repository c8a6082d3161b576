/*
 * tag.h - sentences, part-of-speech tags and lemmas, from one layer over the token vectors.
 *
 * Reads   tokens, doc->vec.                   Writes  doc->sents, upos, xpos, lemma.
 * Units   sentences are half-open ranges of tokens; they are never empty, cover all tokens, and
 *         have at most LGM_SENT_MAX (512) tokens.
 * Shapes  tag linear {1 + U + X + L, dim}: sentence start, UPOS, XPOS, lemma script; lemma_words.h:
 *         lemmas seen in training, which go first.
 * Owns    results live in the document's arena; tags point into the model's label tables; a lemma
 *         that equals its token is a view of the text. A bound head is read-only and may be shared
 *         by threads; it borrows from the model and is freed with lgm_tag_done. Scratch is
 *         rewound on return and must not be the document's arena.
 * Errors  LGM_E_NOTFOUND, LGM_E_CORRUPT (bind: no such head, labels that do not fit it);
 *         LGM_E_NOMEM, LGM_E_BUDGET. On failure the document's layers are left as they were.
 * Files   tag.c, sentence.c.
 * Source  docs/notes/en-fast.md; lemma scripts as in Chrupała 2006 and UDPipe.
 */
#ifndef LGM_TAG_H
#define LGM_TAG_H

#include "doc/doc.h"
#include "model/model.h"
#include "nn/nn.h"
#include "tag/lemma.h"
#include "tag/lemma_words.h"

typedef struct lgm_tag_head {
    lgm_linear layer;
    lgm_labels upos, xpos;
    lgm_lemma_script *scripts;
    uint32_t n_scripts;
    lgm_lemma_words known; /* empty in models without */
} lgm_tag_head;

LGM_NODISCARD lgm_status lgm_tag_bind(lgm_tag_head *out, const lgm_model *model, lgm_err *err);
void lgm_tag_done(lgm_tag_head *head); /* a zeroed head is fine */

LGM_NODISCARD lgm_status lgm_tag_run(const lgm_tag_head *head, const lgm_kernels *kernels,
                                     lgm_arena *scratch, lgm_doc *doc, lgm_err *err);

/* Writes doc->sents, given start f32 [n_tokens]: a sentence starts where the score is above 0, at
 * every paragraph, never inside a multiword token. Part of lgm_tag_run. */
LGM_NODISCARD lgm_status lgm_tag_sentences(const float *start, lgm_doc *doc, lgm_err *err);

#endif
