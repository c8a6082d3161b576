/* kernels_ref.c - the plain loops: what every other set of kernels must equal, bit for bit. */
#include <string.h>

#include "nn/consts.h"
#include "nn/kernels.h"

/* ---- integers ------------------------------------------------------------------------------- */

/* 16 outputs of one row. */
static void panel_dot(const uint8_t *a, const int8_t *panel, size_t k_pad, int32_t acc[16])
{
    memset(acc, 0, 16 * sizeof *acc);
    for (size_t k = 0; k < k_pad; k += 4, panel += 64)
        for (size_t n = 0; n < 16; n++)
            for (size_t j = 0; j < 4; j++) acc[n] += (int32_t)a[k + j] * panel[4 * n + j];
}

static void gemm_i32(const uint8_t *a, size_t lda, size_t m, const int8_t *w, size_t n_pad,
                     size_t k_pad, int32_t *acc)
{
    for (size_t i = 0; i < m; i++)
        for (size_t n = 0; n < n_pad; n += 16)
            panel_dot(a + i * lda, w + n * k_pad, k_pad, acc + i * n_pad + n);
}

static void linear_rows(const uint8_t *a, size_t lda, const float *a_scale, size_t m, const int8_t *w,
                        const float *scale, const float *bias, const int32_t *sum, size_t n_pad,
                        size_t k_pad, float *out, size_t ldo)
{
    for (size_t i = 0; i < m; i++) {
        for (size_t n0 = 0; n0 < n_pad; n0 += 16) {
            int32_t acc[16];
            panel_dot(a + i * lda, w + n0 * k_pad, k_pad, acc);
            for (size_t n = n0; n < n0 + 16; n++)
                out[i * ldo + n] =
                    (float)(acc[n - n0] - 128 * sum[n]) * (a_scale[i] * scale[n]) + bias[n];
        }
    }
}

static void linear(const uint8_t *a, size_t lda, float a_scale, size_t m, const int8_t *w,
                   const float *scale, const float *bias, const int32_t *sum, size_t n_pad,
                   size_t k_pad, float *out, size_t ldo)
{
    for (size_t i = 0; i < m; i++)
        linear_rows(a + i * lda, lda, &a_scale, 1, w, scale, bias, sum, n_pad, k_pad, out + i * ldo,
                    ldo);
}

/* ---- floats --------------------------------------------------------------------------------- */

static float at_most(float x, float limit) { return x < limit ? x : limit; } /* NaN: limit */
static float at_least(float x, float limit) { return x > limit ? x : limit; }

static int32_t bits_of(float x)
{
    int32_t v;
    memcpy(&v, &x, sizeof v);
    return v;
}

static float float_of(uint32_t bits)
{
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static float sigmoid(float x)
{
    const float t = at_least(at_most(x, LGM_SIGMOID_MAX), -LGM_SIGMOID_MAX) * -LGM_LOG2E;
    const float rounded = t + LGM_ROUND;
    const float f = t - (rounded - LGM_ROUND);
    float p = LGM_EXP2_5 * f + LGM_EXP2_4;
    p = p * f + LGM_EXP2_3;
    p = p * f + LGM_EXP2_2;
    p = p * f + LGM_EXP2_1;
    p = p * f + 1.0f;
    const uint32_t n = (uint32_t)bits_of(rounded) - LGM_ROUND_BITS; /* may be "negative" */
    return 1.0f / (1.0f + float_of((uint32_t)bits_of(p) + (n << 23)));
}

/* |x| <= 127 */
static uint8_t quantise(float x) { return (uint8_t)bits_of(x + LGM_ROUND_128); }

static float tree_sum(float s[16])
{
    for (size_t half = 8; half > 0; half /= 2)
        for (size_t i = 0; i < half; i++) s[i] += s[i + half];
    return s[0];
}

static float clean(float x) { return at_least(at_most(x, LGM_NORM_MAX), -LGM_NORM_MAX); }

static void norm_quant(const float *x, size_t ldx, size_t m, size_t d, float clip, uint8_t *out,
                       size_t ldo)
{
    const float steps = 127.0f / clip;
    for (size_t r = 0; r < m; r++, x += ldx, out += ldo) {
        float sum[16] = {0}, squares[16] = {0};
        for (size_t i = 0; i < d; i++) sum[i % 16] += clean(x[i]);
        const float mean = tree_sum(sum) / (float)d;
        for (size_t i = 0; i < d; i++) {
            const float off = clean(x[i]) - mean;
            squares[i % 16] += off * off;
        }
        const float inv = 1.0f / __builtin_sqrtf(tree_sum(squares) / (float)d + LGM_NORM_EPS);
        for (size_t i = 0; i < d; i++) {
            const float y = (clean(x[i]) - mean) * inv;
            out[i] = quantise(at_least(at_most(y, clip), -clip) * steps);
        }
    }
}

static void glu_add(const float *g, size_t ldg, size_t m, size_t d, float *x, size_t ldx)
{
    for (size_t r = 0; r < m; r++)
        for (size_t i = 0; i < d; i++)
            x[r * ldx + i] += g[r * ldg + i] * sigmoid(g[r * ldg + d + i]);
}

static void recur_add(const float *g, size_t ldg, size_t m, size_t h, bool backward, float *state,
                      float *x, size_t ldx)
{
    for (size_t t = 0; t < m; t++) {
        const size_t r = backward ? m - 1 - t : t;
        const float *const z = g + r * ldg, *const f = z + h, *const o = f + h;
        for (size_t i = 0; i < h; i++) {
            const float s = sigmoid(f[i]);
            state[i] = s * state[i] + (1.0f - s) * z[i];
            x[r * ldx + i] += sigmoid(o[i]) * state[i];
        }
    }
}

static void relu_quant(const float *x, size_t ldx, size_t m, size_t d, uint8_t *out, size_t ldo,
                       float *scale)
{
    for (size_t r = 0; r < m; r++, x += ldx, out += ldo) {
        float max = 0;
        for (size_t i = 0; i < d; i++) max = at_least(at_most(x[i], LGM_RELU_MAX), max);
        scale[r] = max < LGM_RELU_MIN ? 1.0f : max / 127.0f;
        for (size_t i = 0; i < d; i++) {
            const float y = at_least(at_most(x[i], LGM_RELU_MAX), 0.0f) / scale[r];
            out[i] = quantise(at_most(y, 127.0f));
        }
    }
}

static void dots(const float *q, size_t ldq, size_t m, const float *k, size_t ldk, size_t n, size_t d,
                 float *out, size_t ldo)
{
    for (size_t i = 0; i < m; i++) {
        for (size_t j = 0; j < n; j++) {
            float sum = 0;
            for (size_t l = 0; l < d; l++) sum += q[i * ldq + l] * k[j * ldk + l];
            out[i * ldo + j] = sum;
        }
    }
}

static void mix(const float *e, size_t n, const float *w, const float *bias, size_t d, float *x)
{
    for (size_t j = 0; j < d; j++) x[j] = bias[j];
    for (size_t k = 0; k < n; k++)
        for (size_t j = 0; j < d; j++) x[j] += e[k] * w[k * d + j];
}

const lgm_kernels lgm_nn_ref = {
    .name = "ref",
    .gemm_i32 = gemm_i32,
    .linear = linear,
    .linear_rows = linear_rows,
    .norm_quant = norm_quant,
    .glu_add = glu_add,
    .recur_add = recur_add,
    .relu_quant = relu_quant,
    .dots = dots,
    .mix = mix,
};
