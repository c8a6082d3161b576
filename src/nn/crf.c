/*
 * crf.c - Viterbi over padded rows, and forward-backward in log space.
 *
 * The label axis is padded to a multiple of LANES, for vectors of the smallest width that every
 * machine has. A lane never meets another lane: the width does not change a bit.
 */
#include "nn/crf.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#else
typedef int32_t bits __attribute__((vector_size(16)));
#endif

#include "nn/detmath.h"

enum { LANES = 4, BLOCK = 4 }; /* floats a vector; vectors that stay in registers */
typedef float lanes __attribute__((vector_size(16), may_alias));

static size_t padded(size_t k)
{
    return (k + LANES - 1) / LANES * LANES;
}

/* ---- the best path ----------------------------------------------------------------------------- */

/* Scratch: transitions [k][pad] | start [pad] | deltas [n][pad]. */
size_t lgm_crf_scratch_bytes(size_t n, size_t k)
{
    return (k + 1 + n) * padded(k) * sizeof(float);
}

static void pad_transitions(const float *trans, size_t k, size_t pad, float *out)
{
    for (size_t i = 0; i <= k; i++) { /* row k is the start */
        memcpy(out + i * pad, trans + i * (k + 2), k * sizeof(float));
        for (size_t j = k; j < pad; j++) out[i * pad + j] = LGM_CRF_NEVER;
    }
}

/* a > b ? a : b, lane by lane: what maxps computes, also where a number is none. */
static inline lanes larger(lanes a, lanes b)
{
#if defined(__SSE2__)
    return (lanes)_mm_max_ps((__m128)a, (__m128)b);
#else
    const bits take = a > b;
    return (lanes)((take & (bits)a) | (~take & (bits)b));
#endif
}

/* to[j] = max over i of from[i] + trans[i][j], for `width` vectors of columns; width <= BLOCK. */
static inline __attribute__((always_inline)) void best_before(const float *from, size_t k,
                                                              const float *trans, size_t pad,
                                                              float *to, const size_t width)
{
    lanes best[BLOCK];
    for (size_t v = 0; v < width; v++) best[v] = from[0] + *(const lanes *)(trans + v * LANES);
    for (size_t i = 1; i < k; i++) {
        const float *row = trans + i * pad;
        for (size_t v = 0; v < width; v++)
            best[v] = larger(from[i] + *(const lanes *)(row + v * LANES), best[v]);
    }
    for (size_t v = 0; v < width; v++) *(lanes *)(to + v * LANES) = best[v];
}

static void step(const float *from, size_t k, const float *trans, size_t pad, float *to)
{
    size_t j = 0;
    for (; j + BLOCK * LANES <= pad; j += BLOCK * LANES)
        best_before(from, k, trans + j, pad, to + j, BLOCK);
    switch ((pad - j) / LANES) { /* a width that is known becomes registers */
    case 3: best_before(from, k, trans + j, pad, to + j, 3); break;
    case 2: best_before(from, k, trans + j, pad, to + j, 2); break;
    case 1: best_before(from, k, trans + j, pad, to + j, 1); break;
    default: break;
    }
}

/* The first label i with the highest from[i] + trans[i][j], stride floats from row to row. */
static uint8_t choose(const float *from, size_t k, const float *trans, size_t stride, size_t j)
{
    size_t at = 0;
    float best = from[0] + trans[j];
    for (size_t i = 1; i < k; i++) {
        const float score = from[i] + trans[i * stride + j];
        if (score > best) {
            best = score;
            at = i;
        }
    }
    return (uint8_t)at;
}

void lgm_crf_viterbi(const float *emit, size_t ld, size_t n, size_t k, const float *trans,
                     uint8_t *path, void *scratch)
{
    assert(k >= 1 && k <= LGM_CRF_MAX_LABELS);
    if (n == 0) return;
    const size_t pad = padded(k);
    float *t = scratch, *delta = t + (k + 1) * pad;
    pad_transitions(trans, k, pad, t);

    memcpy(delta, t + k * pad, pad * sizeof(float));
    for (size_t at = 0;; at++) {
        float *row = delta + at * pad;
        for (size_t j = 0; j < k; j++) row[j] += emit[at * ld + j];
        if (at + 1 == n) break;
        step(row, k, t, pad, row + pad);
    }

    path[n - 1] = choose(delta + (n - 1) * pad, k, trans, k + 2, k + 1);
    for (size_t at = n - 1; at-- > 0;)
        path[at] = choose(delta + at * pad, k, t, pad, path[at + 1]);
}

/* ---- how sure ------------------------------------------------------------------------------------ */

/* Below this distance to the highest term a term is less than the last bit of the sum. */
#define NEGLIGIBLE 50.0

/* log sum over i of exp(score[i]). */
static double log_sum(const double *score, size_t k)
{
    double top = score[0];
    for (size_t i = 1; i < k; i++) top = score[i] > top ? score[i] : top;
    double sum = 0.0;
    for (size_t i = 0; i < k; i++)
        if (score[i] > top - NEGLIGIBLE) sum += lgm_det_exp(score[i] - top);
    return top + lgm_det_log(sum);
}

/* Scratch: forward [n][k] | backward [k] | next backward [k] | terms [k], all double. */
size_t lgm_crf_posterior_bytes(size_t n, size_t k)
{
    return (n + 3) * k * sizeof(double);
}

static void forward(const float *emit, size_t ld, size_t n, size_t k, const float *trans,
                    double *alpha, double *terms)
{
    const size_t stride = k + 2;
    for (size_t j = 0; j < k; j++) alpha[j] = (double)trans[k * stride + j] + (double)emit[j];
    for (size_t t = 1; t < n; t++) {
        const double *from = alpha + (t - 1) * k;
        for (size_t j = 0; j < k; j++) {
            for (size_t i = 0; i < k; i++) terms[i] = from[i] + (double)trans[i * stride + j];
            alpha[t * k + j] = log_sum(terms, k) + (double)emit[t * ld + j];
        }
    }
}

void lgm_crf_posterior(const float *emit, size_t ld, size_t n, size_t k, const float *trans,
                       const uint8_t *path, float *prob, void *scratch)
{
    assert(k >= 1 && k <= LGM_CRF_MAX_LABELS);
    if (n == 0) return;
    const size_t stride = k + 2;
    double *alpha = scratch, *beta = alpha + n * k, *next = beta + k, *terms = next + k;
    forward(emit, ld, n, k, trans, alpha, terms);

    for (size_t i = 0; i < k; i++) {
        beta[i] = (double)trans[i * stride + k + 1];
        terms[i] = alpha[(n - 1) * k + i] + beta[i];
    }
    const double all = log_sum(terms, k);
    for (size_t t = n; t-- > 0;) {
        const double p = lgm_det_exp(alpha[t * k + path[t]] + beta[path[t]] - all);
        prob[t] = p < 1.0 ? (float)p : 1.0f;
        if (t == 0) break;
        memcpy(next, beta, k * sizeof *next);
        for (size_t i = 0; i < k; i++) {
            for (size_t j = 0; j < k; j++)
                terms[j] = (double)trans[i * stride + j] + (double)emit[t * ld + j] + next[j];
            beta[i] = log_sum(terms, k);
        }
    }
}

/* ---- what BIOES forbids ---------------------------------------------------------------------------- */

static bool well_formed(const char *label)
{
    if (strcmp(label, "O") == 0) return true;
    return label[0] != '\0' && strchr("BIES", label[0]) != NULL && label[1] == '-' && label[2];
}

/* May b follow a? NULL stands for the edge of the sequence on either side. */
static bool may_follow(const char *a, const char *b)
{
    const bool open = a != NULL && (a[0] == 'B' || a[0] == 'I');
    const bool inside = b != NULL && (b[0] == 'I' || b[0] == 'E');
    if (open != inside) return false;
    return !open || strcmp(a + 1, b + 1) == 0;
}

lgm_status lgm_crf_constrain(const char *const *labels, size_t k, float *trans, lgm_err *err)
{
    if (k < 1 || k > LGM_CRF_MAX_LABELS)
        return lgm_fail(err, LGM_E_CORRUPT, "a model with %zu span labels; 1 to %d are possible", k,
                        (int)LGM_CRF_MAX_LABELS);
    bool has_outside = false;
    for (size_t i = 0; i < k; i++) {
        if (!well_formed(labels[i]))
            return lgm_fail(err, LGM_E_CORRUPT, "the span label \"%.40s\" is not of BIOES form",
                            labels[i]);
        has_outside = has_outside || labels[i][0] == 'O';
    }
    if (!has_outside) return lgm_fail(err, LGM_E_CORRUPT, "the span labels lack \"O\"");

    for (size_t i = 0; i <= k; i++) {
        for (size_t j = 0; j < k + 2; j++) {
            if (j == k) continue; /* nothing leads to the start */
            float *at = &trans[i * (k + 2) + j];
            const char *a = i < k ? labels[i] : NULL, *b = j < k ? labels[j] : NULL;
            if (!may_follow(a, b)) *at = LGM_CRF_NEVER;
            else if (!(fabsf(*at) < 1e6f))
                return lgm_fail(err, LGM_E_CORRUPT, "a transition score that is not a number");
        }
    }
    return LGM_OK;
}
