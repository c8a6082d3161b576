/*
 * crf.c - Viterbi over padded rows, and forward-backward over probabilities scaled at each step.
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

/* ---- the best path --------------------------------------------------------------------------- */

/* Scratch: transitions [k][pad] | start [pad] | deltas [n][pad]. */
size_t lgm_nn_crf_scratch_bytes(size_t n, size_t k)
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

/* a > b ? a : b, lane by lane: what maxps computes, also for NaN. */
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

void lgm_nn_crf_viterbi(const float *emit, size_t ld, size_t n, size_t k, const float *trans,
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

/* ---- how sure -------------------------------------------------------------------------------- */

typedef double doubles __attribute__((vector_size(16), may_alias));

typedef struct chain {
    size_t k, pad;
    const double *trans, *back, *start, *end; /* exp of the scores, back = trans transposed */
} chain;

/* All double: transitions [k][pad] | the same transposed [k][pad] | start [pad] | end [pad]. Rows
 * are padded with zeros. */
size_t lgm_nn_crf_odds_bytes(size_t k)
{
    return (2 * k + 2) * padded(k) * sizeof(double);
}

void lgm_nn_crf_odds(const float *trans, size_t k, void *odds)
{
    const size_t pad = padded(k), stride = k + 2;
    double *const to = odds, *const back = to + k * pad, *const start = back + k * pad;
    memset(odds, 0, lgm_nn_crf_odds_bytes(k));
    for (size_t i = 0; i < k; i++) {
        for (size_t j = 0; j < k; j++)
            to[i * pad + j] = back[j * pad + i] = lgm_det_exp((double)trans[i * stride + j]);
        start[i] = lgm_det_exp((double)trans[k * stride + i]);
        start[pad + i] = lgm_det_exp((double)trans[i * stride + k + 1]);
    }
}

static chain chain_of(const double *odds, size_t k)
{
    const size_t pad = padded(k);
    return (chain){k, pad, odds, odds + k * pad, odds + 2 * k * pad, odds + (2 * k + 1) * pad};
}

/* Scratch, all double: two rows to work in [2][pad] | emissions [n][pad] | forward [n][pad]. */
size_t lgm_nn_crf_posterior_bytes(size_t n, size_t k)
{
    return (2 + 2 * n) * padded(k) * sizeof(double);
}

/* to[j] = sum over i of from[i] * m[i][j]. */
static void spread(const chain *c, const double *from, const double *m, double *to)
{
    for (size_t j = 0; j < c->pad; j += LANES) {
        doubles a = {0}, b = {0};
        for (size_t i = 0; i < c->k; i++) {
            const doubles *const row = (const doubles *)(m + i * c->pad + j);
            const doubles x = {from[i], from[i]};
            a += x * row[0];
            b += x * row[1];
        }
        ((doubles *)(to + j))[0] = a;
        ((doubles *)(to + j))[1] = b;
    }
}

/* a[j] *= b[j], then a is scaled to a sum of 1, which keeps it in range; a sum of 0 gives zeros. */
static void weigh(const chain *c, double *a, const double *b)
{
    double sum = 0.0;
    for (size_t j = 0; j < c->k; j++) {
        a[j] *= b[j];
        sum += a[j];
    }
    const double scale = sum > 0.0 && sum < INFINITY ? 1.0 / sum : 0.0;
    for (size_t j = 0; j < c->k; j++) a[j] *= scale;
}

/* exp of the emissions of one row, the highest taken off. */
static void weights(const chain *c, const float *emit, double *out)
{
    float top = emit[0];
    for (size_t j = 1; j < c->k; j++) top = emit[j] > top ? emit[j] : top;
    for (size_t j = 0; j < c->k; j++) out[j] = lgm_det_exp((double)emit[j] - (double)top);
    for (size_t j = c->k; j < c->pad; j++) out[j] = 0.0;
}

static float share(const chain *c, const double *alpha, const double *beta, size_t label)
{
    double all = 0.0;
    for (size_t j = 0; j < c->k; j++) all += alpha[j] * beta[j];
    const double p = alpha[label] * beta[label] / all;
    if (!(p > 0.0)) return 0.0f; /* also where nothing is possible */
    return p < 1.0 ? (float)p : 1.0f;
}

void lgm_nn_crf_posterior(const float *emit, size_t ld, size_t n, size_t k, const void *odds,
                          size_t before, size_t after, const uint8_t *path, float *prob,
                          void *scratch)
{
    assert(k >= 1 && k <= LGM_CRF_MAX_LABELS && before <= k && after <= k);
    if (n == 0) return;
    const chain c = chain_of(odds, k);
    double *beta = scratch, *next = beta + c.pad; /* change places at each step */
    double *const e = next + c.pad, *const alpha = e + n * c.pad;
    for (size_t t = 0; t < n; t++) {
        double *const here = alpha + t * c.pad;
        weights(&c, emit + t * ld, e + t * c.pad);
        if (t == 0)
            memcpy(here, before < k ? c.trans + before * c.pad : c.start, c.pad * sizeof *here);
        else
            spread(&c, here - c.pad, c.trans, here);
        weigh(&c, here, e + t * c.pad);
    }
    memcpy(beta, after < k ? c.back + after * c.pad : c.end, c.pad * sizeof *beta);
    for (size_t t = n; t-- > 0;) {
        prob[t] = share(&c, alpha + t * c.pad, beta, path[t]);
        if (t == 0) break;
        weigh(&c, beta, e + t * c.pad);
        spread(&c, beta, c.back, next);
        double *const done = beta;
        beta = next;
        next = done;
    }
}

/* ---- what BIOES forbids ---------------------------------------------------------------------- */

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

lgm_status lgm_nn_crf_constrain(const char *const *labels, size_t k, float *trans, lgm_err *err)
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
