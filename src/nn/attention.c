/* attention.c - queries, keys and values to int8, and the two products between them. */
#include "nn/attention.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "nn/consts.h"

static uint32_t min_u32(uint32_t a, uint32_t b) { return a < b ? a : b; }
static uint32_t up_to(uint32_t n, uint32_t step) { return (n + step - 1) / step * step; }

/* 64-aligned; the first failure is kept in the arena's status. */
static void *take(lgm_arena *arena, size_t n, size_t m, size_t item)
{
    return lgm_arena_aligned(arena, 64, n * m * item); /* at most 512 * 1024 * 4 here */
}

static bool take_all(lgm_attention *a, lgm_arena *arena)
{
    const size_t dim = (size_t)a->heads * a->width, longest = a->rows_pad + a->width;
    a->q = take(arena, a->rows, dim, 1);
    a->q_scale = take(arena, a->rows, a->heads, sizeof(float));
    a->k = take(arena, a->rows_pad, dim, 1);
    a->k_scale = take(arena, a->rows_pad, a->heads, sizeof(float));
    a->k_sum = take(arena, a->rows_pad, a->heads, sizeof(int32_t));
    a->values = take(arena, a->rows, dim, sizeof(float));
    a->v = take(arena, a->rows_pad, dim, 1);
    a->v_scale = take(arena, dim, 1, sizeof(float));
    a->v_sum = take(arena, dim, 1, sizeof(int32_t));
    a->s = take(arena, LGM_ATT_ROWS, a->rows_pad, sizeof(float));
    a->p = take(arena, LGM_ATT_ROWS, a->rows_pad, 1);
    a->p_scale = take(arena, LGM_ATT_ROWS, 1, sizeof(float));
    a->bytes = take(arena, LGM_ATT_BLOCK, a->width, 1);
    a->ones = take(arena, longest, 1, 1);
    a->zeros = take(arena, longest, 1, sizeof(float));
    return a->q && a->q_scale && a->k && a->k_scale && a->k_sum && a->values && a->v &&
           a->v_scale && a->v_sum && a->s && a->p && a->p_scale && a->bytes && a->ones && a->zeros;
}

lgm_status lgm_nn_attention_new(lgm_attention *out, uint32_t heads, uint32_t width, uint32_t rows,
                                lgm_arena *arena, lgm_err *err)
{
    assert(heads > 0 && width > 0 && width % 16 == 0 && rows > 0 && rows <= LGM_ATT_MAX_ROWS);
    *out = (lgm_attention){.heads = heads,
                           .width = width,
                           .rows = rows,
                           .rows_pad = up_to(rows, 16),
                           .q_factor = LGM_LOG2E / sqrtf((float)width)};
    if (!take_all(out, arena)) return lgm_arena_fail(arena, err);
    memset(out->ones, 1, out->rows_pad + width);
    memset(out->zeros, 0, (out->rows_pad + width) * sizeof *out->zeros);
    return LGM_OK;
}

void lgm_nn_attention_queries(lgm_attention *a, const lgm_kernels *kernels, const float *x,
                              uint32_t first, uint32_t m)
{
    assert(first + m <= a->rows);
    const size_t w = a->width, dim = a->heads * w;
    for (size_t h = 0; h < a->heads; h++) {
        const size_t at = h * a->rows + first;
        kernels->quant_rows(x + h * w, dim, m, w, a->q + at * w, w, a->q_scale + at);
        for (uint32_t i = 0; i < m; i++) a->q_scale[at + i] *= a->q_factor;
    }
}

/* Row j of a head's keys, bytes around 128, to its place among the packed weights. */
static void pack_key(int8_t *k, size_t j, const uint8_t *row, size_t w)
{
    int8_t *const to = k + j / 16 * 16 * w + j % 16 * 4;
    for (size_t c = 0; c < w; c += 4) {
        uint32_t four;
        memcpy(&four, row + c, sizeof four);
        four ^= 0x80808080u; /* byte - 128 */
        memcpy(to + c * 16, &four, sizeof four);
    }
}

void lgm_nn_attention_keys(lgm_attention *a, const lgm_kernels *kernels, const float *x,
                           uint32_t first, uint32_t m)
{
    assert(first + m <= a->rows && m <= LGM_ATT_BLOCK);
    const size_t w = a->width, dim = a->heads * w;
    for (size_t h = 0; h < a->heads; h++) {
        int8_t *const k = a->k + h * a->rows_pad * w;
        kernels->quant_rows(x + h * w, dim, m, w, a->bytes, w,
                            a->k_scale + h * a->rows_pad + first);
        for (size_t i = 0; i < m; i++) pack_key(k, first + i, a->bytes + i * w, w);
    }
}

/* The keys that fill up the last panel: nothing, of scale 0. */
static void pad_keys(lgm_attention *a, int8_t *k, float *scale, uint32_t n)
{
    memset(a->bytes, 128, a->width);
    for (uint32_t j = n; j % 16 != 0; j++) {
        pack_key(k, j, a->bytes, a->width);
        scale[j] = 0;
    }
}

void lgm_nn_attention_pack(lgm_attention *a, const lgm_kernels *kernels, uint32_t n)
{
    assert(n > 0 && n <= a->rows);
    const size_t w = a->width, dim = a->heads * w, step = a->rows_pad * w;
    for (size_t h = 0; h < a->heads; h++) {
        int8_t *const k = a->k + h * step, *const v = a->v + h * step;
        pad_keys(a, k, a->k_scale + h * a->rows_pad, n);
        kernels->pack_columns(a->values + h * w, dim, n, w, v, a->v_scale + h * w);
        /* the sums of the weights are what a row of ones gives */
        kernels->gemm_i32(a->ones, 0, 1, k, up_to(n, 16), w, a->k_sum + h * a->rows_pad);
        kernels->gemm_i32(a->ones, 0, 1, v, w, up_to(n, 4), a->v_sum + h * w);
    }
}

/* Head h of rows [first, first + m), m <= LGM_ATT_ROWS. */
static void head_rows(lgm_attention *a, const lgm_kernels *kernels, uint32_t n, size_t h,
                      uint32_t first, uint32_t m, float *out)
{
    const size_t w = a->width, dim = a->heads * w, step = a->rows_pad * w, n_pad = up_to(n, 16);
    const size_t q = h * a->rows + first, k = h * a->rows_pad;
    kernels->linear_rows(a->q + q * w, w, a->q_scale + q, m, a->k + h * step, a->k_scale + k,
                         a->zeros, a->k_sum + k, n_pad, w, a->s, n_pad);
    kernels->softmax_quant(a->s, n_pad, m, n, a->p, n_pad, a->p_scale);
    kernels->linear_bytes(a->p, n_pad, a->p_scale, m, a->v + h * step, a->v_scale + h * w, a->zeros,
                          a->v_sum + h * w, w, up_to(n, 4), out + h * w, dim);
}

void lgm_nn_attention_rows(lgm_attention *a, const lgm_kernels *kernels, uint32_t n, uint32_t first,
                           uint32_t m, float *out)
{
    assert(first + m <= n && n <= a->rows);
    const size_t dim = (size_t)a->heads * a->width;
    for (size_t h = 0; h < a->heads; h++)
        for (uint32_t i = 0; i < m; i += LGM_ATT_ROWS)
            head_rows(a, kernels, n, h, first + i, min_u32(LGM_ATT_ROWS, m - i), out + i * dim);
}
