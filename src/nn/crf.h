/*
 * crf.h - linear-chain decoding: the best label sequence, and how sure the model is of it.
 *
 * Used by the stages that mark spans with BIOES labels (entity, attrib).
 *
 * Shapes  emit f32 [n][k], row stride ld floats; trans f32 [k+2][k+2] from row to column, row k =
 *         start of the sequence, column k+1 = its end (column k and row k+1 are not read);
 *         1 <= k <= LGM_CRF_MAX_LABELS; path u8 [n].
 * Units   scores are log-potentials; probabilities are 0..1.
 * Owns    nothing: the caller brings scratch, 64-byte aligned, of as many bytes as the *_bytes
 *         functions say for the n and k of the call. n < 2^32, so the sizes cannot overflow.
 * Exact   plain additions and maxima in a fixed order: the same path on every machine; among paths
 *         of equal score the one with the lower label index, last token first. Scores that are not
 *         numbers give some path with labels in range.
 * Source  Lafferty et al. 2001; Viterbi 1967. Deltas are kept and the choice is found again
 *         on the way back, as that leaves only an addition and a maximum in the inner loop.
 */
#ifndef LGM_NN_CRF_H
#define LGM_NN_CRF_H

#include "base/base.h"

enum { LGM_CRF_MAX_LABELS = 255 };

/* What an impossible transition scores: far below any sum of real ones, and still finite. */
#define LGM_CRF_NEVER (-1e30f)

/* The best path. n = 0 is fine and does nothing. */
size_t lgm_nn_crf_scratch_bytes(size_t n, size_t k);
void lgm_nn_crf_viterbi(const float *emit, size_t ld, size_t n, size_t k, const float *trans,
                        uint8_t *path, void *scratch);

/* prob f32 [n]: the marginal probability of label path[t] at t, by forward-backward in double with
 * an exp of our own (nn/detmath.h). The n tokens may be a part of a sequence: before and after are
 * the labels of its neighbours, k where there is none. odds: what lgm_nn_crf_odds made of the
 * transitions, once for many sequences: 64-byte aligned, of lgm_nn_crf_odds_bytes, only read
 * here. */
size_t lgm_nn_crf_odds_bytes(size_t k);
void lgm_nn_crf_odds(const float *trans, size_t k, void *odds);
size_t lgm_nn_crf_posterior_bytes(size_t n, size_t k);
void lgm_nn_crf_posterior(const float *emit, size_t ld, size_t n, size_t k, const void *odds,
                          size_t before, size_t after, const uint8_t *path, float *prob,
                          void *scratch);

/* Checks labels ("O", "B-PER", "I-PER", "E-PER", "S-PER"...) and transitions, then sets to
 * LGM_CRF_NEVER those that BIOES forbids. trans is the caller's copy of the model's tensor.
 * LGM_E_CORRUPT for a label of another form, without an "O", for a score that is no number. */
LGM_NODISCARD lgm_status lgm_nn_crf_constrain(const char *const *labels, size_t k, float *trans,
                                              lgm_err *err);

#endif
