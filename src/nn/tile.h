/*
 * tile.h - the int8 matrix product in register tiles, compiled once per instruction set.
 *
 * A tile is TILE_ROWS rows of a by TILE_PANELS panels of 16 outputs; its sums stay in registers
 * from the first k to the last, and go through the epilogue straight to their place. The file that
 * includes it says LANES, both sizes, and
 *     tile_act, tile_wts              what is held of four activations, and of LANES x 4 weights
 *     tile_load_act(p), tile_load_wts(p)
 *     tile_dot(acc, act, wts)         acc[n] += sum over four k, exact
 *     TILE_SHIFTED                    1 where it multiplies a - 128 instead of a
 *
 * Panels are the outer loop and rows the inner: a tile's weights (TILE_PANELS * 16 * K bytes, 27 KB
 * at K = 576) stay in the first-level cache while blocks of 64 rows go by.
 */
#ifndef LGM_NN_TILE_H
#define LGM_NN_TILE_H

#include "nn/rows.h"

enum { TILE_VECS = TILE_PANELS * GROUP, TILE_BLOCK = 64 };

typedef struct tile_job {
    const uint8_t *a;
    size_t lda, m;
    const int8_t *w;
    size_t n_pad, k_pad;
    const float *a_scale; /* of row i: a_scale[i * a_step] */
    size_t a_step;
    const float *scale, *bias;
    const int32_t *sum;
    bool bytes; /* activations have no zero point */
    float *out; /* or, where that is NULL, the sums themselves: */
    size_t ldo;
    int32_t *acc;
} tile_job;

#define TILE_INLINE static inline __attribute__((always_inline))

static inline vi load_i32(const int32_t *p)
{
    vi v;
    memcpy(&v, p, sizeof v);
    return v;
}

/* rows and panels are constants at every call, so that all loops but that over k are unrolled. */
TILE_INLINE void tile_sums(const tile_job *job, size_t row, size_t col, const int rows,
                           const int panels, vi acc[TILE_ROWS][TILE_VECS])
{
    const size_t panel_bytes = 16 * job->k_pad, lda = job->lda, k_pad = job->k_pad;
    const int8_t *w = job->w + col * k_pad;
    const uint8_t *const a = job->a + row * lda;
    for (int r = 0; r < rows; r++)
        for (int v = 0; v < panels * GROUP; v++) acc[r][v] = (vi){0};
    for (size_t k = 0; k < k_pad; k += 4, w += 64) {
        tile_wts wts[TILE_VECS];
#pragma GCC unroll 16
        for (int v = 0; v < panels * GROUP; v++)
            wts[v] = tile_load_wts(w + (size_t)(v / GROUP) * panel_bytes + v % GROUP * LANES * 4);
#pragma GCC unroll 16
        for (int r = 0; r < rows; r++) {
            const tile_act act = tile_load_act(a + (size_t)r * lda + k);
#pragma GCC unroll 16
            for (int v = 0; v < panels * GROUP; v++) acc[r][v] = tile_dot(acc[r][v], act, wts[v]);
        }
    }
}

/* The loops work on copies of what they need from the job: the compiler must assume that every
 * store may change the job itself. */
TILE_INLINE void tile_floats(const tile_job *job, size_t row, size_t col, const int rows,
                             const int panels, vi acc[TILE_ROWS][TILE_VECS])
{
    const int32_t by = job->bytes != TILE_SHIFTED ? 0 : TILE_SHIFTED ? -128 : 128;
    const size_t ldo = job->ldo, a_step = job->a_step;
    const float *const scale = job->scale + col, *const bias = job->bias + col;
    const float *const a_scale = job->a_scale + row * a_step;
    const int32_t *const sum = job->sum + col;
    float *const out = job->out + row * ldo + col;
#pragma GCC unroll 16
    for (int v = 0; v < panels * GROUP; v++) {
        const int n = v * LANES;
        const vi zero = load_i32(sum + n) * by;
        const vf s = load(scale + n), b = load(bias + n);
        float *to = out + n;
#pragma GCC unroll 16
        for (int r = 0; r < rows; r++, to += ldo) {
            const vf x = __builtin_convertvector(acc[r][v] - zero, vf);
            store(to, x * (a_scale[(size_t)r * a_step] * s) + b);
        }
    }
}

#if TILE_SHIFTED
/* 128 * the sum of the weights of LANES outputs, as the sums of a - 128 lack it. */
static vi tile_lack(const tile_job *job, size_t n)
{
    const int8_t *const w = job->w + n / 16 * 16 * job->k_pad + n % 16 * 4;
    vi lack = {0};
    for (size_t k = 0; k < job->k_pad; k += 4)
        for (int i = 0; i < 4 * LANES; i++) lack[i / 4] += 128 * w[k * 16 + (size_t)i];
    return lack;
}
#endif

TILE_INLINE void tile_ints(const tile_job *job, size_t row, size_t col, const int rows,
                           const int panels, vi acc[TILE_ROWS][TILE_VECS])
{
#pragma GCC unroll 16
    for (int v = 0; v < panels * GROUP; v++) {
        const size_t n = col + (size_t)v * LANES;
#if TILE_SHIFTED
        const vi lack = tile_lack(job, n);
#else
        const vi lack = {0};
#endif
#pragma GCC unroll 16
        for (int r = 0; r < rows; r++) {
            const vi x = acc[r][v] + lack;
            memcpy(job->acc + (row + (size_t)r) * job->n_pad + n, &x, sizeof x);
        }
    }
}

TILE_INLINE void tile(const tile_job *job, size_t row, size_t col, const int rows, const int panels)
{
    vi acc[TILE_ROWS][TILE_VECS];
    tile_sums(job, row, col, rows, panels, acc);
    if (job->out)
        tile_floats(job, row, col, rows, panels, acc);
    else
        tile_ints(job, row, col, rows, panels, acc);
}

/* All rows of [row, end) against `panels` panels. */
TILE_INLINE void tile_column(const tile_job *job, size_t row, size_t end, size_t col,
                             const int panels)
{
    for (; row + TILE_ROWS <= end; row += TILE_ROWS) tile(job, row, col, TILE_ROWS, panels);
#if TILE_ROWS > 4
    if (row + 4 <= end) {
        tile(job, row, col, 4, panels);
        row += 4;
    }
#endif
    if (row + 2 <= end) {
        tile(job, row, col, 2, panels);
        row += 2;
    }
    if (row < end) tile(job, row, col, 1, panels);
}

static void tile_run(const tile_job *job)
{
    for (size_t row = 0; row < job->m; row += TILE_BLOCK) {
        const size_t end = job->m - row < TILE_BLOCK ? job->m : row + TILE_BLOCK;
        size_t col = 0;
        for (; col + 16 * TILE_PANELS <= job->n_pad; col += 16 * TILE_PANELS)
            tile_column(job, row, end, col, TILE_PANELS);
#if TILE_PANELS > 2
        if (col + 32 <= job->n_pad) {
            tile_column(job, row, end, col, 2);
            col += 32;
        }
#endif
#if TILE_PANELS > 1
        for (; col < job->n_pad; col += 16) tile_column(job, row, end, col, 1);
#endif
    }
}

static void gemm_i32(const uint8_t *a, size_t lda, size_t m, const int8_t *w, size_t n_pad,
                     size_t k_pad, int32_t *acc)
{
    const tile_job job = {
        .a = a, .lda = lda, .m = m, .w = w, .n_pad = n_pad, .k_pad = k_pad, .acc = acc};
    tile_run(&job);
}

static void linear_steps(const uint8_t *a, size_t lda, const float *a_scale, size_t a_step,
                         size_t m, const int8_t *w, const float *scale, const float *bias,
                         const int32_t *sum, size_t n_pad, size_t k_pad, float *out, size_t ldo,
                         bool bytes)
{
    const tile_job job = {.a = a, .lda = lda, .m = m, .w = w, .n_pad = n_pad, .k_pad = k_pad,
                          .a_scale = a_scale, .a_step = a_step, .scale = scale, .bias = bias,
                          .sum = sum, .bytes = bytes, .out = out, .ldo = ldo};
    tile_run(&job);
}

static void linear(const uint8_t *a, size_t lda, float a_scale, size_t m, const int8_t *w,
                   const float *scale, const float *bias, const int32_t *sum, size_t n_pad,
                   size_t k_pad, float *out, size_t ldo)
{
    linear_steps(a, lda, &a_scale, 0, m, w, scale, bias, sum, n_pad, k_pad, out, ldo, false);
}

static void linear_rows(const uint8_t *a, size_t lda, const float *a_scale, size_t m,
                        const int8_t *w, const float *scale, const float *bias, const int32_t *sum,
                        size_t n_pad, size_t k_pad, float *out, size_t ldo)
{
    linear_steps(a, lda, a_scale, 1, m, w, scale, bias, sum, n_pad, k_pad, out, ldo, false);
}

static void linear_bytes(const uint8_t *a, size_t lda, const float *a_scale, size_t m,
                         const int8_t *w, const float *scale, const float *bias, const int32_t *sum,
                         size_t n_pad, size_t k_pad, float *out, size_t ldo)
{
    linear_steps(a, lda, a_scale, 1, m, w, scale, bias, sum, n_pad, k_pad, out, ldo, true);
}

#define LGM_KERNEL_TABLE(symbol, label)   \
    const lgm_kernels symbol = {          \
        .name = (label),                  \
        .gemm_i32 = gemm_i32,             \
        .linear = linear,                 \
        .linear_rows = linear_rows,       \
        .linear_bytes = linear_bytes,     \
        .norm_quant = norm_quant,         \
        .glu_add = glu_add,               \
        .recur_add = recur_add,           \
        .relu_quant = relu_quant,         \
        .dots = dots,                     \
        .mix = mix,                       \
        .quant_rows = quant_rows,         \
        .norm_rows = norm_rows,           \
        .gelu_quant = gelu_quant,         \
        .softmax_quant = softmax_quant,   \
        .pack_columns = pack_columns,     \
    }

#endif
