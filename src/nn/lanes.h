/*
 * lanes.h - the float loops in GCC vector types, compiled once per instruction set.
 *
 * The file that includes it says LANES, the floats of one register (4, 8 or 16); a group is always
 * 16 floats, 16 / LANES registers, so that sums have the same order everywhere. Only the least and
 * the greatest of two and the narrowing to bytes need intrinsics.
 */
#ifndef LGM_NN_LANES_H
#define LGM_NN_LANES_H

#include <string.h>

#include "nn/consts.h"
#include "nn/kernels.h"

#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

typedef float vf __attribute__((vector_size(4 * LANES)));
typedef int32_t vi __attribute__((vector_size(4 * LANES)));
typedef float vf4 __attribute__((vector_size(16)));
typedef float vf8 __attribute__((vector_size(32)));

enum { GROUP = 16 / LANES };

static inline vf all(float x) { return x - (vf){0}; } /* not +: keeps -0 */

static inline vf load(const float *p)
{
    vf v;
    memcpy(&v, p, sizeof v);
    return v;
}

static inline void store(float *p, vf v) { memcpy(p, &v, sizeof v); }

/* x < limit ? x : limit, so that NaN becomes the limit; and the same for greater. */
#if defined(__AVX512F__) && LANES == 16
static inline vf at_most(vf x, vf limit) { return (vf)_mm512_min_ps((__m512)x, (__m512)limit); }
static inline vf at_least(vf x, vf limit) { return (vf)_mm512_max_ps((__m512)x, (__m512)limit); }
#elif defined(__AVX2__) && LANES == 8
static inline vf at_most(vf x, vf limit) { return (vf)_mm256_min_ps((__m256)x, (__m256)limit); }
static inline vf at_least(vf x, vf limit) { return (vf)_mm256_max_ps((__m256)x, (__m256)limit); }
#else
static inline vf pick(vi mask, vf a, vf b) { return (vf)(((vi)a & mask) | ((vi)b & ~mask)); }
static inline vf at_most(vf x, vf limit) { return pick(x < limit, x, limit); }
static inline vf at_least(vf x, vf limit) { return pick(x > limit, x, limit); }
#endif

static inline vf within(vf x, float limit) { return at_least(at_most(x, all(limit)), all(-limit)); }

/* The low bytes of 16 integers that are given as the bits of floats. */
static inline void put_bytes(uint8_t *out, const vf v[GROUP])
{
#if defined(__AVX512F__) && LANES == 16
    const __m128i bytes = _mm512_cvtepi32_epi8((__m512i)v[0]);
    memcpy(out, &bytes, 16);
#elif defined(__AVX2__) && LANES == 8
    const __m256i low = _mm256_set1_epi32(255);
    const __m256i lo = _mm256_and_si256((__m256i)v[0], low),
                  hi = _mm256_and_si256((__m256i)v[1], low);
    const __m256i words = _mm256_permute4x64_epi64(_mm256_packus_epi32(lo, hi), 0xd8);
    const __m128i bytes =
        _mm_packus_epi16(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1));
    memcpy(out, &bytes, 16);
#elif defined(__ARM_NEON) && LANES == 4
    const uint16x8_t lo = vcombine_u16(vmovn_u32((uint32x4_t)v[0]), vmovn_u32((uint32x4_t)v[1]));
    const uint16x8_t hi = vcombine_u16(vmovn_u32((uint32x4_t)v[2]), vmovn_u32((uint32x4_t)v[3]));
    vst1q_u8(out, vcombine_u8(vmovn_u16(lo), vmovn_u16(hi)));
#else
    uint32_t bits[16];
    memcpy(bits, v, sizeof bits);
    for (int i = 0; i < 16; i++) out[i] = (uint8_t)bits[i];
#endif
}

/* 16 lanes as a tree: i with i + 8, then + 4, + 2, + 1. */
static inline float tree_sum(const vf v[GROUP])
{
    vf4 s;
#if LANES == 4
    const vf4 lo = v[0] + v[2], hi = v[1] + v[3];
    s = lo + hi;
#else
#if LANES == 8
    const vf8 e = v[0] + v[1];
#else
    const vf8 e = __builtin_shufflevector(v[0], v[0], 0, 1, 2, 3, 4, 5, 6, 7) +
                  __builtin_shufflevector(v[0], v[0], 8, 9, 10, 11, 12, 13, 14, 15);
#endif
    s = __builtin_shufflevector(e, e, 0, 1, 2, 3) + __builtin_shufflevector(e, e, 4, 5, 6, 7);
#endif
    return (s[0] + s[2]) + (s[1] + s[3]);
}

static inline vf sigmoid(vf x)
{
    const vf t = within(x, LGM_SIGMOID_MAX) * -LGM_LOG2E;
    const vf rounded = t + LGM_ROUND;
    const vf f = t - (rounded - LGM_ROUND);
    vf p = LGM_EXP2_5 * f + LGM_EXP2_4;
    p = p * f + LGM_EXP2_3;
    p = p * f + LGM_EXP2_2;
    p = p * f + LGM_EXP2_1;
    p = p * f + 1.0f;
    const vi n = (vi)rounded - LGM_ROUND_BITS;
    return 1.0f / (1.0f + (vf)((vi)p + (n << 23)));
}

/* ---- the kernels ----------------------------------------------------------------------------- */

/* Rows without wild values need no clamping: mean and spread prove that there are none. */
enum { NORM_ROWS = 4 };

typedef struct row_stats {
    float mean, inv;
    bool clamp;
} row_stats;

static inline vf row_load(const float *x, bool clamp)
{
    return clamp ? within(load(x), LGM_NORM_MAX) : load(x);
}

/* A few rows at a time, so that the latency of one hides behind the others. */
static inline __attribute__((always_inline)) void
row_measure(const float *x, size_t ldx, const int rows, size_t d, bool clamp, row_stats *out)
{
    vf sum[NORM_ROWS][GROUP] = {{{0}}}, squares[NORM_ROWS][GROUP] = {{{0}}};
    float mean[NORM_ROWS];
    for (size_t i = 0; i < d; i += 16)
        for (int r = 0; r < rows; r++)
            for (size_t v = 0; v < GROUP; v++)
                sum[r][v] += row_load(x + (size_t)r * ldx + i + v * LANES, clamp);
    for (int r = 0; r < rows; r++) mean[r] = tree_sum(sum[r]) / (float)d;
    for (size_t i = 0; i < d; i += 16) {
        for (int r = 0; r < rows; r++) {
            for (size_t v = 0; v < GROUP; v++) {
                const vf off = row_load(x + (size_t)r * ldx + i + v * LANES, clamp) - mean[r];
                squares[r][v] += off * off;
            }
        }
    }
    for (int r = 0; r < rows; r++) {
        const float spread = tree_sum(squares[r]);
        /* |x - mean| <= sqrt(spread), so all |x| <= LGM_NORM_MAX where both of these hold */
        const bool tame = spread < LGM_NORM_MAX * LGM_NORM_MAX / 16 && mean[r] < LGM_NORM_MAX / 2 &&
                          mean[r] > -LGM_NORM_MAX / 2;
        const float inv = 1.0f / __builtin_sqrtf(spread / (float)d + LGM_NORM_EPS);
        out[r] = (row_stats){mean[r], inv, clamp || !tame};
    }
}

static inline void row_quantise(const float *x, size_t d, row_stats s, float clip, float steps,
                                bool clamp, uint8_t *out)
{
    for (size_t i = 0; i < d; i += 16) {
        vf q[GROUP];
        for (size_t v = 0; v < GROUP; v++) {
            const vf y = (row_load(x + i + v * LANES, clamp) - s.mean) * s.inv;
            q[v] = within(y, clip) * steps + LGM_ROUND_128;
        }
        put_bytes(out + i, q);
    }
}

static void norm_quant(const float *x, size_t ldx, size_t m, size_t d, float clip, uint8_t *out,
                       size_t ldo)
{
    const float steps = 127.0f / clip;
    for (size_t r = 0; r < m;) {
        row_stats s[NORM_ROWS];
        const size_t rows = m - r < NORM_ROWS ? 1 : NORM_ROWS;
        if (rows == 1)
            row_measure(x + r * ldx, ldx, 1, d, false, s);
        else
            row_measure(x + r * ldx, ldx, NORM_ROWS, d, false, s);
        for (size_t i = 0; i < rows; i++, r++) {
            if (s[i].clamp) row_measure(x + r * ldx, ldx, 1, d, true, s + i);
            if (s[i].clamp)
                row_quantise(x + r * ldx, d, s[i], clip, steps, true, out + r * ldo);
            else
                row_quantise(x + r * ldx, d, s[i], clip, steps, false, out + r * ldo);
        }
    }
}

static void glu_add(const float *g, size_t ldg, size_t m, size_t d, float *x, size_t ldx)
{
    for (size_t r = 0; r < m; r++, g += ldg, x += ldx)
        for (size_t i = 0; i < d; i += LANES)
            store(x + i, load(x + i) + load(g + i) * sigmoid(load(g + d + i)));
}

static void recur_add(const float *g, size_t ldg, size_t m, size_t h, bool backward, float *state,
                      float *x, size_t ldx)
{
    for (size_t t = 0; t < m; t++) {
        const size_t r = backward ? m - 1 - t : t;
        const float *const z = g + r * ldg, *const f = z + h, *const o = f + h;
        float *const y = x + r * ldx;
        for (size_t i = 0; i < h; i += LANES) {
            const vf s = sigmoid(load(f + i));
            const vf c = s * load(state + i) + (1.0f - s) * load(z + i);
            store(state + i, c);
            store(y + i, load(y + i) + sigmoid(load(o + i)) * c);
        }
    }
}

static float row_max(const float *x, size_t d)
{
    vf max = {0};
    for (size_t i = 0; i < d; i += LANES)
        max = at_least(at_most(load(x + i), all(LGM_RELU_MAX)), max);
    float most = 0;
    for (int i = 0; i < LANES; i++) most = max[i] > most ? max[i] : most;
    return most;
}

static void relu_quant(const float *x, size_t ldx, size_t m, size_t d, uint8_t *out, size_t ldo,
                       float *scale)
{
    for (size_t r = 0; r < m; r++, x += ldx, out += ldo) {
        const float max = row_max(x, d);
        scale[r] = max < LGM_RELU_MIN ? 1.0f : max / 127.0f;
        for (size_t i = 0; i < d; i += 16) {
            vf q[GROUP];
            for (size_t v = 0; v < GROUP; v++) {
                const vf y = at_most(load(x + i + v * LANES), all(LGM_RELU_MAX));
                q[v] = at_most(at_least(y, all(0.0f)) / scale[r], all(127.0f)) + LGM_ROUND_128;
            }
            put_bytes(out + i, q);
        }
    }
}

enum { DOT_ROWS = 6, DOT_DEPTH = 256 };

/* to[l][j] = k[j][l], 16 columns, zeros from n on. */
static void transpose(const float *k, size_t ldk, size_t n, size_t depth, float (*to)[16])
{
    for (size_t j = 0; j < 16; j++)
        for (size_t l = 0; l < depth; l++) to[l][j] = j < n ? k[j * ldk + l] : 0.0f;
}

/* acc[i][0..16) += the products of one row of q with 16 columns, in the order of l. */
static inline __attribute__((always_inline)) void
dot_tile(const float *q, size_t ldq, const int rows, float (*k)[16], size_t depth, float (*acc)[16])
{
    vf sum[DOT_ROWS][GROUP];
    for (int i = 0; i < rows; i++)
        for (int v = 0; v < GROUP; v++) sum[i][v] = load(acc[i] + v * LANES);
    for (size_t l = 0; l < depth; l++)
        for (int i = 0; i < rows; i++)
            for (int v = 0; v < GROUP; v++)
                sum[i][v] += q[(size_t)i * ldq + l] * load(k[l] + v * LANES);
    for (int i = 0; i < rows; i++)
        for (int v = 0; v < GROUP; v++) store(acc[i] + v * LANES, sum[i][v]);
}

static void dots(const float *q, size_t ldq, size_t m, const float *k, size_t ldk, size_t n,
                 size_t d, float *out, size_t ldo)
{
    float columns[DOT_DEPTH][16] __attribute__((aligned(64)));
    for (size_t j = 0; j < n; j += 16) {
        const size_t width = n - j < 16 ? n - j : 16;
        for (size_t i = 0; i < m; i += DOT_ROWS) {
            const size_t rows = m - i < DOT_ROWS ? m - i : DOT_ROWS;
            float acc[DOT_ROWS][16] __attribute__((aligned(64))) = {{0}};
            for (size_t l = 0; l < d; l += DOT_DEPTH) {
                const size_t depth = d - l < DOT_DEPTH ? d - l : DOT_DEPTH;
                if (i == 0 || d > DOT_DEPTH)
                    transpose(k + j * ldk + l, ldk, width, depth, columns);
                const float *const from = q + i * ldq + l;
                if (rows == DOT_ROWS)
                    dot_tile(from, ldq, DOT_ROWS, columns, depth, acc);
                else
                    for (size_t r = 0; r < rows; r++)
                        dot_tile(from + r * ldq, ldq, 1, columns, depth, acc + r);
            }
            for (size_t r = 0; r < rows; r++)
                memcpy(out + (i + r) * ldo + j, acc[r], width * sizeof(float));
        }
    }
}

enum { MIX_VECS = 8 };

/* vecs registers of x, from the first k to the last. */
static inline __attribute__((always_inline)) void mix_tile(const float *e, size_t n, const float *w,
                                                           const float *bias, size_t d, float *x,
                                                           const int vecs)
{
    vf sum[MIX_VECS];
    for (int v = 0; v < vecs; v++) sum[v] = load(bias + v * LANES);
    for (size_t k = 0; k < n; k++)
        for (int v = 0; v < vecs; v++) sum[v] += e[k] * load(w + k * d + (size_t)v * LANES);
    for (int v = 0; v < vecs; v++) store(x + v * LANES, sum[v]);
}

static void mix(const float *e, size_t n, const float *w, const float *bias, size_t d, float *x)
{
    size_t j = 0;
    for (; j + MIX_VECS * LANES <= d; j += MIX_VECS * LANES)
        mix_tile(e, n, w + j, bias + j, d, x + j, MIX_VECS);
    for (; j + 2 * LANES <= d; j += 2 * LANES) mix_tile(e, n, w + j, bias + j, d, x + j, 2);
    for (; j < d; j += LANES) mix_tile(e, n, w + j, bias + j, d, x + j, 1);
}

#endif
