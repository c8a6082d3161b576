/*
 * head.h - what the stages that decode heads share: binding, argmax, sentences in groups.
 *
 * A head is a linear layer over the token vectors (doc->vec). Scores are computed for a group of
 * sentences at a time, so that a report of any length needs little scratch.
 */
#ifndef LGM_NN_HEAD_H
#define LGM_NN_HEAD_H

#include "doc/doc.h"
#include "model/model.h"
#include "nn/nn.h"

/* Most tokens in a sentence: the tag room cuts longer ones, the parser's cost is bounded by it. */
enum { LGM_SENT_MAX = 512 };

/* A whole number of the configuration, 1..max. */
LGM_NODISCARD lgm_status lgm_nn_head_size(const lgm_model *m, const char *what, uint32_t max,
                                          uint32_t *out, lgm_err *err);

/* The linear layer `name` of n_out outputs over the token vectors of this model. */
LGM_NODISCARD lgm_status lgm_nn_head_linear(const lgm_model *m, const char *name, uint32_t n_out,
                                            lgm_linear *out, lgm_err *err);

/* Is a byte enough to number these labels (lgm_doc_labels)? */
LGM_NODISCARD lgm_status lgm_nn_head_few(lgm_labels labels, const char *what, lgm_err *err);

/* Were doc's vectors made for this layer? */
LGM_NODISCARD lgm_status lgm_nn_head_fits(const lgm_linear *w, const lgm_doc *doc, lgm_err *err);

/* The sentences [first, result) together have at least `rows` tokens, or are the last ones; a
 * single sentence may have more. first < doc->n_sents. */
uint32_t lgm_nn_head_group(const lgm_doc *doc, uint32_t first, uint32_t rows);

/* Tokens of the largest group that lgm_nn_head_group(…, rows) gives over the whole document. */
uint32_t lgm_nn_head_largest(const lgm_doc *doc, uint32_t rows);

/* The vectors of n tokens from `first`, at most LGM_ROWS_MOST, borrowed until the next call: read
 * from the first token of the document to the last; and one token's, from anywhere. */
enum { LGM_ROWS_MOST = 256 };
const uint8_t *lgm_nn_head_rows(const lgm_doc *doc, uint32_t first, uint32_t n);
const uint8_t *lgm_nn_head_far_row(const lgm_doc *doc, uint32_t token);

/* scores f32 [tokens][w->n_pad] of the tokens [first, first + n). */
void lgm_nn_head_scores(const lgm_linear *w, const lgm_kernels *kernels, const lgm_doc *doc,
                        uint32_t first, uint32_t n, float *scores);

/* The error of whichever of the two arenas could not give memory. */
lgm_status lgm_nn_head_spent(const lgm_arena *a, const lgm_arena *b, lgm_err *err);

/* The first of the highest of x[0..n), n > 0; 0 where no item is a number. */
uint32_t lgm_nn_argmax(const float *x, uint32_t n);

#endif
