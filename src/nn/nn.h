/*
 * nn.h - numeric kernels: int8 matrix products and the few float loops around them.
 *
 * One table of functions per instruction set, chosen at run time. All of them give the same bits:
 * products of integers are exact, floats are computed lane by lane in a fixed order, without fused
 * multiply-add, sums over a row in sixteen lanes that are then added as a fixed tree, and exp by
 * one polynomial (kernels_ref.c has the plain loops that define it; tile.h and lanes.h are compiled
 * once per instruction set). So the choice of kernels changes the speed and never a record.
 *
 * Activations are u8 with a zero point of 128: value = (a - 128) * a_scale. Rows of activation
 * matrices may be any stride; K is the padded K of the weights, so rows must be readable (any
 * bytes: the padding weights are zero) up to it. Packed weights: see model/model.h.
 *
 * Files   dispatch.c chooses the table; kernels_*.c hold one each.
 */
#ifndef LGM_NN_H
#define LGM_NN_H

#include "base/base.h"

typedef struct lgm_kernels {
    const char *name;

    /* acc[m][n] = sum_k a[m*lda + k] * w[n,k], exact i32, for n in [0,n_pad). a is u8 raw (no zero
     * point taken off). acc is [m][n_pad]. k_pad <= LGM_MODEL_MAX_K so nothing overflows. */
    void (*gemm_i32)(const uint8_t *a, size_t lda, size_t m, const int8_t *w, size_t n_pad,
                     size_t k_pad, int32_t *acc);

    /* out[m][n_pad] = (float)(acc - 128 * sum[n]) * (a_scale * scale[n]) + bias[n]: one GEMM with
     * its epilogue, out rows of stride ldo floats. */
    void (*linear)(const uint8_t *a, size_t lda, float a_scale, size_t m, const int8_t *w,
                   const float *scale, const float *bias, const int32_t *sum, size_t n_pad,
                   size_t k_pad, float *out, size_t ldo);

    /* The same with one scale per row of a. */
    void (*linear_rows)(const uint8_t *a, size_t lda, const float *a_scale, size_t m,
                        const int8_t *w, const float *scale, const float *bias, const int32_t *sum,
                        size_t n_pad, size_t k_pad, float *out, size_t ldo);

    /* The same where an activation is the byte itself, without a zero point:
     * out = (float)acc * (a_scale[m] * scale[n]) + bias[n]. */
    void (*linear_bytes)(const uint8_t *a, size_t lda, const float *a_scale, size_t m,
                         const int8_t *w, const float *scale, const float *bias, const int32_t *sum,
                         size_t n_pad, size_t k_pad, float *out, size_t ldo);

    /* x[m][d] (stride ldx), d a multiple of 16 -> normalised (mean 0, variance 1, eps 1e-5),
     * clamped to +-clip, q = 128 + round(x * (127 / clip)), ties to even; out stride ldo. Values
     * beyond +-1e15 count as that, and so does what is not a number. */
    void (*norm_quant)(const float *x, size_t ldx, size_t m, size_t d, float clip, uint8_t *out,
                       size_t ldo);

    /* Gated linear unit added to the residual: x[m][d] += g[m][0..d) * sigmoid(g[m][d..2d)), d a
     * multiple of 16. */
    void (*glu_add)(const float *g, size_t ldg, size_t m, size_t d, float *x, size_t ldx);

    /* Gated recurrence (QRNN/SRU family) in one direction over m rows, h lanes, h a multiple of 16.
     * g[m][3h] holds z, f, o, each h wide; state[h] is c before the first row visited and after the
     * last; backward visits the rows from the last to the first.
     *     c = s*c + (1 - s)*z with s = sigmoid(f);   x[t] += sigmoid(o) * c */
    void (*recur_add)(const float *g, size_t ldg, size_t m, size_t h, bool backward, float *state,
                      float *x, size_t ldx);

    /* y[i] = max(x[i], 0) quantised row by row: scale[r] = max / 127 (1 if the row is zero),
     * q = 128 + round(y / scale). d a multiple of 16. */
    void (*relu_quant)(const float *x, size_t ldx, size_t m, size_t d, uint8_t *out, size_t ldo,
                       float *scale);

    /* out[i][j] = dot(q[i], k[j]) over d lanes, f32, added in the order of the lanes. */
    void (*dots)(const float *q, size_t ldq, size_t m, const float *k, size_t ldk, size_t n,
                 size_t d, float *out, size_t ldo);

    /* One row times a matrix: x[j] = bias[j], then for k ascending x[j] += e[k] * w[k*d + j]; d a
     * multiple of 16. */
    void (*mix)(const float *e, size_t n, const float *w, const float *bias, size_t d, float *x);

    /* ---- transformer ------------------------------------------------------------------------- */

    /* Quantised row by row: scale[r] = max |x| / 127 (1 if the row is zero), out = 128 +
     * round(x * (127 / max |x|)), ties to even; d a multiple of 16. Values beyond +-1e15 count as
     * that, and so does what is not a number. */
    void (*quant_rows)(const float *x, size_t ldx, size_t m, size_t d, uint8_t *out, size_t ldo,
                       float *scale);

    /* x += y (NULL: nothing is added), x = ((x - mean) * inv) * gain + offset with the mean and
     * 1 / deviation of the row (eps 1e-5), and that quantised as quant_rows does. Sums beyond
     * +-1e15 count as that, and so does what is not a number. */
    void (*norm_rows)(float *x, size_t ldx, const float *y, size_t ldy, size_t m, size_t d,
                      const float *gain, const float *offset, uint8_t *out, size_t ldo,
                      float *scale);

    /* GELU (its tanh form), then as quant_rows; u is overwritten. */
    void (*gelu_quant)(float *u, size_t ldu, size_t m, size_t d, uint8_t *out, size_t ldo,
                       float *scale);

    /* Rows of s[m][n] to weights: out = round(255 * 2^(s - max of the row)), zeros from n up to the
     * next multiple of 16, which s must be readable and out writable to; scale[r] = 1 / the sum of
     * the row's bytes (of 1, if s has no numbers). */
    void (*softmax_quant)(const float *s, size_t lds, size_t m, size_t n, uint8_t *out, size_t ldo,
                          float *scale);

    /* Columns of x[n][w] to packed int8 weights of w outputs and n inputs (padded with zeros to a
     * multiple of 4), quantised column by column: scale[c] = max |x| / 127 (1 if zero),
     * round(x * (127 / max |x|)); w a multiple of 16. Wild values as in quant_rows. */
    void (*pack_columns)(const float *x, size_t ldx, size_t n, size_t w, int8_t *out, float *scale);
} lgm_kernels;

/* By name, or the best that this machine has (name NULL). NULL: unknown here. */
const lgm_kernels *lgm_nn_kernels_get(const char *name);
/* All that run on this machine, "ref" first; returns how many. */
size_t lgm_nn_kernels_all(const lgm_kernels **out, size_t room);

#endif
