/* kernels_ref.c - the plain loops: what every other set of kernels must equal, bit for bit. */
#include <string.h>

#include "nn/consts.h"
#include "nn/kernels.h"

/* ---- integers -------------------------------------------------------------------------------- */

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

static void linear_rows(const uint8_t *a, size_t lda, const float *a_scale, size_t m,
                        const int8_t *w, const float *scale, const float *bias, const int32_t *sum,
                        size_t n_pad, size_t k_pad, float *out, size_t ldo)
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

static void linear_bytes(const uint8_t *a, size_t lda, const float *a_scale, size_t m,
                         const int8_t *w, const float *scale, const float *bias, const int32_t *sum,
                         size_t n_pad, size_t k_pad, float *out, size_t ldo)
{
    (void)sum; /* for those that multiply a - 128 */
    for (size_t i = 0; i < m; i++) {
        for (size_t n0 = 0; n0 < n_pad; n0 += 16) {
            int32_t acc[16];
            panel_dot(a + i * lda, w + n0 * k_pad, k_pad, acc);
            for (size_t n = n0; n < n0 + 16; n++)
                out[i * ldo + n] = (float)acc[n - n0] * (a_scale[i] * scale[n]) + bias[n];
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

/* ---- floats ---------------------------------------------------------------------------------- */

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

static void dots(const float *q, size_t ldq, size_t m, const float *k, size_t ldk, size_t n,
                 size_t d, float *out, size_t ldo)
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

/* ---- transformer ----------------------------------------------------------------------------- */

static float bounded(float x) { return at_least(at_most(x, LGM_QUANT_MAX), -LGM_QUANT_MAX); }

static float size_of(float x)
{
    const float y = bounded(x);
    return y < 0 ? -y : y;
}

/* Of a row or column whose largest value is max: the size of a step, and steps a unit. */
static float step_size(float max) { return max < LGM_QUANT_MIN ? 1.0f : max / 127.0f; }
static float steps_in_1(float max) { return max < LGM_QUANT_MIN ? 1.0f : 127.0f / max; }

static void quant_rows(const float *x, size_t ldx, size_t m, size_t d, uint8_t *out, size_t ldo,
                       float *scale)
{
    for (size_t r = 0; r < m; r++, x += ldx, out += ldo) {
        float max = 0;
        for (size_t i = 0; i < d; i++) max = at_least(size_of(x[i]), max);
        scale[r] = step_size(max);
        for (size_t i = 0; i < d; i++) out[i] = quantise(bounded(x[i]) * steps_in_1(max));
    }
}

static void norm_rows(float *x, size_t ldx, const float *y, size_t ldy, size_t m, size_t d,
                      const float *gain, const float *offset, uint8_t *out, size_t ldo,
                      float *scale)
{
    for (size_t r = 0; r < m; r++, x += ldx, out += ldo) {
        float sum[16] = {0}, squares[16] = {0};
        for (size_t i = 0; i < d; i++) x[i] = clean(y ? x[i] + y[r * ldy + i] : x[i]);
        for (size_t i = 0; i < d; i++) sum[i % 16] += x[i];
        const float mean = tree_sum(sum) / (float)d;
        for (size_t i = 0; i < d; i++) squares[i % 16] += (x[i] - mean) * (x[i] - mean);
        const float inv = 1.0f / __builtin_sqrtf(tree_sum(squares) / (float)d + LGM_NORM_EPS);
        for (size_t i = 0; i < d; i++) x[i] = ((x[i] - mean) * inv) * gain[i] + offset[i];
        quant_rows(x, ldx, 1, d, out, ldo, scale + r);
    }
}

/* c0 * 2^t where t <= LGM_EXP2_MAX. */
static float exp2_byte(float x, float c3, float c2, float c1, float c0)
{
    const float t = at_least(x, -LGM_EXP2_MAX);
    const float rounded = t + LGM_ROUND;
    const float f = t - (rounded - LGM_ROUND);
    const float p = ((c3 * f + c2) * f + c1) * f + c0;
    return float_of((uint32_t)bits_of(p) + ((uint32_t)bits_of(rounded) << 23));
}

static float exp2_1(float x)
{
    return exp2_byte(x, LGM_EXP2_BYTE_3, LGM_EXP2_BYTE_2, LGM_EXP2_BYTE_1, 1.0f);
}

static float exp2_255(float x)
{
    return exp2_byte(x, LGM_EXP2_255_3, LGM_EXP2_255_2, LGM_EXP2_255_1, 255.0f);
}

static void gelu_quant(float *u, size_t ldu, size_t m, size_t d, uint8_t *out, size_t ldo,
                       float *scale)
{
    for (size_t r = 0; r < m; r++) {
        float *const row = u + r * ldu;
        for (size_t i = 0; i < d; i++) {
            const float t = row[i] * (LGM_GELU_1 + LGM_GELU_3 * (row[i] * row[i]));
            row[i] /= 1.0f + exp2_1(at_most(t, LGM_EXP2_MAX));
        }
    }
    quant_rows(u, ldu, m, d, out, ldo, scale);
}

static void softmax_quant(const float *s, size_t lds, size_t m, size_t n, uint8_t *out, size_t ldo,
                          float *scale)
{
    for (size_t r = 0; r < m; r++, s += lds, out += ldo) {
        float max = -FLT_MAX;
        int32_t sum = 0;
        for (size_t j = 0; j < n; j++) max = at_least(s[j], max);
        for (size_t j = 0; j < n; j++) {
            out[j] = (uint8_t)bits_of(exp2_255(s[j] - max) + LGM_ROUND);
            sum += out[j];
        }
        for (size_t j = n; j % 16 != 0; j++) out[j] = 0;
        scale[r] = 1.0f / (float)(sum > 0 ? sum : 1);
    }
}

static void pack_columns(const float *x, size_t ldx, size_t n, size_t w, int8_t *out, float *scale)
{
    const size_t k_pad = (n + 3) / 4 * 4;
    for (size_t c = 0; c < w; c++) {
        int8_t *const to = out + c / 16 * 16 * k_pad + c % 16 * 4;
        float max = 0;
        for (size_t j = 0; j < n; j++) max = at_least(size_of(x[j * ldx + c]), max);
        scale[c] = step_size(max);
        for (size_t j = 0; j < k_pad; j++) {
            const float y = j < n ? bounded(x[j * ldx + c]) * steps_in_1(max) : 0;
            to[j / 4 * 64 + j % 4] = (int8_t)(quantise(y) - 128);
        }
    }
}

const lgm_kernels lgm_nn_ref = {
    .name = "ref",
    .gemm_i32 = gemm_i32,
    .linear = linear,
    .linear_rows = linear_rows,
    .linear_bytes = linear_bytes,
    .norm_quant = norm_quant,
    .glu_add = glu_add,
    .recur_add = recur_add,
    .relu_quant = relu_quant,
    .dots = dots,
    .mix = mix,
    .quant_rows = quant_rows,
    .norm_rows = norm_rows,
    .gelu_quant = gelu_quant,
    .softmax_quant = softmax_quant,
    .pack_columns = pack_columns,
};
