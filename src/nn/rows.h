/*
 * rows.h - what a transformer does to rows between its matrix products: quantise, normalise, GELU,
 * softmax; compiled once per instruction set, in the vector types of lanes.h.
 *
 * The largest value of a row is found among the bits of its floats without the sign, as integers:
 * that is one instruction less than cleaning each value. An infinity or NaN is then the largest of
 * all, so that only rows with one need to be cleaned.
 */
#ifndef LGM_NN_ROWS_H
#define LGM_NN_ROWS_H

#include "nn/lanes.h"

typedef uint32_t vu __attribute__((vector_size(4 * LANES)));

enum { QUANT_MAX_BITS = 0x58635fa9 /* of LGM_QUANT_MAX */, SIGN_OFF = 0x7fffffff };

#if defined(__AVX512F__) && LANES == 16
static inline vi larger(vi a, vi b) { return (vi)_mm512_max_epi32((__m512i)a, (__m512i)b); }
#elif defined(__AVX2__) && LANES == 8
static inline vi larger(vi a, vi b) { return (vi)_mm256_max_epi32((__m256i)a, (__m256i)b); }
#else
static inline vi larger(vi a, vi b)
{
    const vi mask = a > b;
    return (a & mask) | (b & ~mask);
}
#endif

static inline vi size_bits(vf x) { return (vi)x & SIGN_OFF; }

static inline int32_t largest(const vi v[GROUP])
{
    vi m = v[0];
    for (size_t i = 1; i < GROUP; i++) m = larger(m, v[i]);
#if defined(__AVX512F__) && LANES == 16
    return _mm512_reduce_max_epi32((__m512i)m);
#else
    int32_t top = m[0];
    for (int i = 1; i < LANES; i++) top = m[i] > top ? m[i] : top;
    return top;
#endif
}

/* ---- quantise -------------------------------------------------------------------------------- */

typedef struct row_steps {
    float size, in_1; /* of a step; steps a unit */
    bool wild;
} row_steps;

static inline row_steps steps_of(int32_t max_bits)
{
    const bool wild = max_bits > QUANT_MAX_BITS;
    const int32_t bits = wild ? QUANT_MAX_BITS : max_bits;
    float max;
    memcpy(&max, &bits, sizeof max);
    if (max < LGM_QUANT_MIN) return (row_steps){1.0f, 1.0f, wild};
    return (row_steps){max / 127.0f, 127.0f / max, wild};
}

static inline __attribute__((always_inline)) void row_bytes(const float *x, size_t d, float in_1,
                                                            const bool wild, uint8_t *out)
{
    for (size_t i = 0; i < d; i += 16) {
        vf q[GROUP];
        for (size_t v = 0; v < GROUP; v++) {
            const vf y = load(x + i + v * LANES);
            q[v] = (wild ? within(y, LGM_QUANT_MAX) : y) * in_1 + LGM_ROUND_128;
        }
        put_bytes(out + i, q);
    }
}

/* The row, whose largest value is known, as bytes; the size of a step. */
static inline float row_finish(const float *x, size_t d, int32_t max_bits, uint8_t *out)
{
    const row_steps s = steps_of(max_bits);
    if (s.wild)
        row_bytes(x, d, s.in_1, true, out);
    else
        row_bytes(x, d, s.in_1, false, out);
    return s.size;
}

static inline int32_t row_largest(const float *x, size_t d)
{
    vi max[GROUP] = {{0}};
    for (size_t i = 0; i < d; i += 16)
        for (size_t v = 0; v < GROUP; v++)
            max[v] = larger(max[v], size_bits(load(x + i + v * LANES)));
    return largest(max);
}

/* A few rows at a time: reading the others hides the time that it takes to reduce one row to its
 * largest value and to divide by it. */
static void quant_rows(const float *x, size_t ldx, size_t m, size_t d, uint8_t *out, size_t ldo,
                       float *scale)
{
    for (size_t r = 0; r < m; r += NORM_ROWS) {
        const size_t end = m - r < NORM_ROWS ? m : r + NORM_ROWS;
        int32_t max[NORM_ROWS];
        for (size_t i = r; i < end; i++) max[i - r] = row_largest(x + i * ldx, d);
        for (size_t i = r; i < end; i++)
            scale[i] = row_finish(x + i * ldx, d, max[i - r], out + i * ldo);
    }
}

/* ---- normalise ------------------------------------------------------------------------------- */

static inline void row_add(float *x, const float *y, size_t d)
{
    for (size_t i = 0; i < d; i += LANES) store(x + i, load(x + i) + load(y + i));
}

static inline __attribute__((always_inline)) int32_t
row_norm(float *x, size_t d, row_stats s, const float *gain, const float *offset, const bool clamp)
{
    vi max[GROUP] = {{0}};
    for (size_t i = 0; i < d; i += 16) {
        for (size_t v = 0; v < GROUP; v++) {
            const size_t at = i + v * LANES;
            const vf y = (row_load(x + at, clamp) - s.mean) * s.inv;
            const vf z = y * load(gain + at) + load(offset + at);
            max[v] = larger(max[v], size_bits(z));
            store(x + at, z);
        }
    }
    return largest(max);
}

static void norm_rows(float *x, size_t ldx, const float *y, size_t ldy, size_t m, size_t d,
                      const float *gain, const float *offset, uint8_t *out, size_t ldo,
                      float *scale)
{
    for (size_t r = 0; r < m;) {
        row_stats s[NORM_ROWS];
        int32_t max[NORM_ROWS];
        const size_t rows = m - r < NORM_ROWS ? 1 : NORM_ROWS;
        for (size_t i = 0; i < rows && y; i++) row_add(x + (r + i) * ldx, y + (r + i) * ldy, d);
        if (rows == 1)
            row_measure(x + r * ldx, ldx, 1, d, false, s);
        else
            row_measure(x + r * ldx, ldx, NORM_ROWS, d, false, s);
        for (size_t i = 0; i < rows; i++) {
            float *const row = x + (r + i) * ldx;
            if (s[i].clamp) row_measure(row, ldx, 1, d, true, s + i);
            max[i] = s[i].clamp ? row_norm(row, d, s[i], gain, offset, true)
                                : row_norm(row, d, s[i], gain, offset, false);
        }
        for (size_t i = 0; i < rows; i++, r++)
            scale[r] = row_finish(x + r * ldx, d, max[i], out + r * ldo);
    }
}

/* ---- exp ------------------------------------------------------------------------------------- */

/* Registers that go through a polynomial side by side: its latency is what takes time. */
enum { ABREAST = 4, STEP = ABREAST * LANES };

#define ROWS_INLINE static inline __attribute__((always_inline))
#define EACH(v, vecs) _Pragma("GCC unroll 16") for (int v = 0; v < (vecs); v++)

typedef struct exp2_terms {
    float c3, c2, c1, c0;
} exp2_terms;

static const exp2_terms exp2_1 = {LGM_EXP2_BYTE_3, LGM_EXP2_BYTE_2, LGM_EXP2_BYTE_1, 1.0f};
static const exp2_terms exp2_255 = {LGM_EXP2_255_3, LGM_EXP2_255_2, LGM_EXP2_255_1, 255.0f};

/* x = c0 * 2^x where x <= LGM_EXP2_MAX; good enough where a byte is kept. The exponent's bits that
 * the rounding constant brings along are shifted out. */
ROWS_INLINE void exp2_byte(vf *x, const int vecs, const exp2_terms c)
{
    vf rounded[16], p[16];
    EACH(v, vecs) x[v] = at_least(x[v], all(-LGM_EXP2_MAX));
    EACH(v, vecs) rounded[v] = x[v] + LGM_ROUND;
    EACH(v, vecs) x[v] -= rounded[v] - LGM_ROUND;
    EACH(v, vecs) p[v] = c.c3 * x[v] + c.c2;
    EACH(v, vecs) p[v] = p[v] * x[v] + c.c1;
    EACH(v, vecs) p[v] = p[v] * x[v] + c.c0;
    EACH(v, vecs) x[v] = (vf)((vu)p[v] + ((vu)rounded[v] << 23));
}

/* ---- GELU ------------------------------------------------------------------------------------ */

ROWS_INLINE void gelu(float *u, const int vecs, vi *max)
{
    vf x[16], t[16];
    EACH(v, vecs) x[v] = load(u + v * LANES);
    EACH(v, vecs) t[v] = x[v] * x[v];
    EACH(v, vecs) t[v] = x[v] * (LGM_GELU_1 + LGM_GELU_3 * t[v]);
    EACH(v, vecs) t[v] = at_most(t[v], all(LGM_EXP2_MAX));
    exp2_byte(t, vecs, exp2_1);
    EACH(v, vecs) x[v] = x[v] / (1.0f + t[v]);
    EACH(v, vecs) max[v % GROUP] = larger(max[v % GROUP], size_bits(x[v]));
    EACH(v, vecs) store(u + v * LANES, x[v]);
}

static void gelu_quant(float *u, size_t ldu, size_t m, size_t d, uint8_t *out, size_t ldo,
                       float *scale)
{
    for (size_t r = 0; r < m; r++, u += ldu, out += ldo) {
        vi max[GROUP] = {{0}};
        size_t i = 0;
        for (; i + STEP <= d; i += STEP) gelu(u + i, ABREAST, max);
        for (; i < d; i += 16) gelu(u + i, GROUP, max);
        scale[r] = row_finish(u, d, largest(max), out);
    }
}

/* ---- softmax --------------------------------------------------------------------------------- */

/* Lanes below n of a group. */
static inline void group_mask(size_t n, vi mask[GROUP])
{
    int32_t lanes[16];
    for (size_t i = 0; i < 16; i++) lanes[i] = i < n ? -1 : 0;
    memcpy(mask, lanes, sizeof lanes);
}

static inline vf choose(vi mask, vf a, vf b) { return (vf)(((vi)a & mask) | ((vi)b & ~mask)); }

static inline float row_top(const float *s, size_t n, const vi mask[GROUP])
{
    vf top[ABREAST];
    EACH(v, ABREAST) top[v] = all(-FLT_MAX);
    size_t j = 0;
    for (; j + STEP <= n; j += STEP)
        EACH(v, ABREAST) top[v] = at_least(load(s + j + v * LANES), top[v]);
    for (; j + 16 <= n; j += 16)
        EACH(v, GROUP) top[v] = at_least(load(s + j + v * LANES), top[v]);
    if (j < n)
        EACH(v, GROUP)
            top[v] = at_least(choose(mask[v], load(s + j + v * LANES), all(-FLT_MAX)), top[v]);
    for (int v = 1; v < ABREAST; v++) top[0] = at_least(top[0], top[v]);
#if defined(__AVX512F__) && LANES == 16
    return _mm512_reduce_max_ps((__m512)top[0]);
#else
    float max = top[0][0];
    for (int i = 1; i < LANES; i++) max = top[0][i] > max ? top[0][i] : max;
    return max;
#endif
}

/* round(255 * 2^(s - top)) under the bits of LGM_ROUND. */
ROWS_INLINE void weights(const float *s, float top, const int vecs, vf *p)
{
    EACH(v, vecs) p[v] = load(s + v * LANES) - top;
    exp2_byte(p, vecs, exp2_255);
    EACH(v, vecs) p[v] += LGM_ROUND;
}

/* Writes the row's bytes; their sum. The rounding constant's bits are summed too, and taken off at
 * the end: unsigned vectors wrap. */
static inline int32_t row_weights(const float *s, size_t n, float top, const vi mask[GROUP],
                                   uint8_t *out)
{
    vf p[16];
    vu sums[ABREAST] = {{0}};
    size_t j = 0;
    for (; j + STEP <= n; j += STEP) {
        weights(s + j, top, ABREAST, p);
        EACH(v, ABREAST) sums[v] += (vu)p[v];
        EACH(g, ABREAST / GROUP) put_bytes(out + j + (size_t)g * 16, p + g * GROUP);
    }
    for (; j + 16 <= n; j += 16) {
        weights(s + j, top, GROUP, p);
        EACH(v, GROUP) sums[v] += (vu)p[v];
        put_bytes(out + j, p);
    }
    if (j < n) {
        weights(s + j, top, GROUP, p);
        EACH(v, GROUP) p[v] = (vf)(((vi)p[v] - LGM_ROUND_BITS) & mask[v]);
        EACH(v, GROUP) sums[v] += (vu)p[v];
        put_bytes(out + j, p);
    }
    for (int v = 1; v < ABREAST; v++) sums[0] += sums[v];
    sums[0] -= (uint32_t)(n / 16 * GROUP) * LGM_ROUND_BITS;
#if defined(__AVX512F__) && LANES == 16
    return _mm512_reduce_add_epi32((__m512i)sums[0]);
#else
    int32_t sum = 0;
    for (int i = 0; i < LANES; i++) sum += (int32_t)sums[0][i];
    return sum;
#endif
}

static void softmax_quant(const float *s, size_t lds, size_t m, size_t n, uint8_t *out, size_t ldo,
                          float *scale)
{
    vi mask[GROUP];
    group_mask(n % 16, mask);
    for (size_t r = 0; r < m; r += NORM_ROWS) { /* a few at a time, as quant_rows does */
        const size_t end = m - r < NORM_ROWS ? m : r + NORM_ROWS;
        float top[NORM_ROWS];
        for (size_t i = r; i < end; i++) top[i - r] = row_top(s + i * lds, n, mask);
        for (size_t i = r; i < end; i++) {
            const int32_t sum = row_weights(s + i * lds, n, top[i - r], mask, out + i * ldo);
            scale[i] = 1.0f / (float)(sum > 0 ? sum : 1);
        }
    }
}

/* ---- columns to weights ---------------------------------------------------------------------- */

/* 16 columns, whose panel is out. */
static void pack_panel(const float *x, size_t ldx, size_t n, int8_t *out, float *scale)
{
    vi max[GROUP] = {{0}};
    for (size_t j = 0; j < n; j++)
        for (size_t v = 0; v < GROUP; v++)
            max[v] = larger(max[v], size_bits(load(x + j * ldx + v * LANES)));
    vf in_1[GROUP];
    for (size_t v = 0; v < GROUP; v++) {
        const vf top = within((vf)max[v], LGM_QUANT_MAX);
        const vi zero = top < LGM_QUANT_MIN;
        store(scale + v * LANES, choose(zero, all(1.0f), top / 127.0f));
        in_1[v] = choose(zero, all(1.0f), 127.0f / top);
    }
    for (size_t j = 0; j < n; j += 4, out += 64) {
        for (size_t v = 0; v < GROUP; v++) {
            vu four = {0};
            for (size_t k = 0; k < 4 && j + k < n; k++) {
                const vf y = within(load(x + (j + k) * ldx + v * LANES), LGM_QUANT_MAX);
                four |= ((vu)(y * in_1[v] + LGM_ROUND) & 255) << (unsigned)(8 * k);
            }
            memcpy(out + v * LANES * 4, &four, sizeof four);
        }
    }
}

static void pack_columns(const float *x, size_t ldx, size_t n, size_t w, int8_t *out, float *scale)
{
    const size_t k_pad = (n + 3) / 4 * 4;
    for (size_t c = 0; c < w; c += 16) pack_panel(x + c, ldx, n, out + c * k_pad, scale + c);
}

#endif
