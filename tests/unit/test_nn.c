/* test_nn.c - every set of kernels gives the same bits as the plain loops. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "nn/nn.h"

static uint64_t seed = 1;

static uint32_t random_below(uint32_t n)
{
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (uint32_t)(seed >> 33) % n;
}

static float random_float(float size)
{
    return ((float)random_below(20001) / 10000.0f - 1.0f) * size;
}

/* From tiny to huge, so that sums round and clips are reached. */
static float wild_float(void) { return random_float(1) * powf(10, (float)random_below(13) - 6); }

/* Memory that ends where the sanitizer sees a byte too much. */
static void *take(size_t size)
{
    void *const p = lgm_aligned_alloc(64, size);
    assert_non_null(p);
    memset(p, 0xa5, size);
    return p;
}

static const lgm_kernels *all[8];
static size_t n_all;

static void same(const void *a, const void *b, size_t size, const char *kernel, const char *what)
{
    if (memcmp(a, b, size) != 0) fail_msg("%s: %s differs from ref", kernel, what);
}

/* ---- matrix products ------------------------------------------------------------------------- */

enum { RANDOM, ZERO, EXTREME };

typedef struct problem {
    size_t m, n, k, lda, ldo;
    uint8_t *a;
    int8_t *w;
    float *scale, *bias, *a_scale;
    int32_t *sum;
} problem;

static uint8_t act(int kind)
{
    return kind == RANDOM    ? (uint8_t)random_below(256)
           : kind == ZERO    ? 128
           : random_below(2) ? 255
                             : 0;
}

static int8_t weight(int kind)
{
    return (int8_t)(kind == RANDOM    ? (int)random_below(256) - 128
                    : kind == ZERO    ? 0
                    : random_below(2) ? 127
                                      : -128);
}

static problem make_problem(size_t m, size_t n, size_t k, int a_kind, int w_kind)
{
    problem p = {
        .m = m, .n = n, .k = k, .lda = k + random_below(3) * 4, .ldo = n + random_below(3)};
    p.a = take(m > 0 ? (m - 1) * p.lda + k : 0);
    p.w = take(n * k);
    p.scale = take(n * sizeof(float));
    p.bias = take(n * sizeof(float));
    p.sum = take(n * sizeof(int32_t));
    p.a_scale = take(m * sizeof(float));
    for (size_t i = 0; m > 0 && i < (m - 1) * p.lda + k; i++) p.a[i] = act(a_kind);
    for (size_t i = 0; i < m; i++) p.a_scale[i] = random_float(0.1f);
    memset(p.sum, 0, n * sizeof *p.sum);
    for (size_t i = 0; i < n * k; i++) {
        p.w[i] = weight(w_kind);
        p.sum[i / (16 * k) * 16 + i % 64 / 4] += p.w[i];
    }
    for (size_t i = 0; i < n; i++) {
        p.scale[i] = random_float(0.01f);
        p.bias[i] = random_float(3);
    }
    return p;
}

static void free_problem(problem *p)
{
    lgm_free(p->a);
    lgm_free(p->w);
    lgm_free(p->scale);
    lgm_free(p->bias);
    lgm_free(p->sum);
    lgm_free(p->a_scale);
}

/* The definition in nn.h, written out once more and slowly. */
static void check_definition(const problem *p, const int32_t *acc)
{
    for (size_t i = 0; i < p->m; i++) {
        for (size_t n = 0; n < p->n; n++) {
            int64_t sum = 0;
            for (size_t k = 0; k < p->k; k++)
                sum += p->a[i * p->lda + k] *
                       p->w[((n / 16) * (p->k / 4) + k / 4) * 64 + (n % 16) * 4 + k % 4];
            if (sum != acc[i * p->n + n]) fail_msg("ref is wrong at %zu, %zu", i, n);
        }
    }
}

static void compare_products(const problem *p)
{
    const size_t ints = p->m * p->n * sizeof(int32_t);
    const size_t floats = p->m > 0 ? ((p->m - 1) * p->ldo + p->n) * sizeof(float) : 0;
    int32_t *const acc[2] = {take(ints), take(ints)};
    float *out[6];
    for (size_t i = 0; i < 6; i++) out[i] = take(floats);
    for (size_t v = 0; v < n_all; v++) {
        const lgm_kernels *const k = all[v];
        const size_t slot = v > 0;
        k->gemm_i32(p->a, p->lda, p->m, p->w, p->n, p->k, acc[slot]);
        k->linear(p->a, p->lda, 0.037f, p->m, p->w, p->scale, p->bias, p->sum, p->n, p->k,
                  out[slot], p->ldo);
        k->linear_rows(p->a, p->lda, p->a_scale, p->m, p->w, p->scale, p->bias, p->sum, p->n, p->k,
                       out[2 + slot], p->ldo);
        k->linear_bytes(p->a, p->lda, p->a_scale, p->m, p->w, p->scale, p->bias, p->sum, p->n, p->k,
                        out[4 + slot], p->ldo);
        if (v == 0) {
            check_definition(p, acc[0]);
            continue;
        }
        same(acc[0], acc[1], ints, k->name, "gemm_i32");
        same(out[0], out[1], floats, k->name, "linear");
        same(out[2], out[3], floats, k->name, "linear_rows");
        same(out[4], out[5], floats, k->name, "linear_bytes");
    }
    for (size_t i = 0; i < 2; i++) lgm_free(acc[i]);
    for (size_t i = 0; i < 6; i++) lgm_free(out[i]);
}

static void test_products(void **state)
{
    (void)state;
    for (size_t m = 0; m < 19; m++) {
        for (size_t n = 16; n <= 112; n += 16) {
            problem p = make_problem(m, n, 4 + 4 * random_below(40), RANDOM, RANDOM);
            compare_products(&p);
            free_problem(&p);
        }
    }
    static const size_t shapes[][3] = {{64, 576, 192}, {65, 192, 576}, {130, 48, 4}, {1, 16, 4096}};
    for (size_t i = 0; i < LGM_COUNT(shapes); i++) {
        problem p = make_problem(shapes[i][0], shapes[i][1], shapes[i][2], RANDOM, RANDOM);
        compare_products(&p);
        free_problem(&p);
    }
}

static void test_products_of_zeros_and_extremes(void **state)
{
    (void)state;
    for (int a = ZERO; a <= EXTREME; a++) {
        for (int w = ZERO; w <= EXTREME; w++) {
            problem p = make_problem(13, 80, 4096, a, w);
            compare_products(&p);
            free_problem(&p);
        }
    }
    problem p = make_problem(2, 16, 4096, ZERO, RANDOM); /* the largest sum there can be */
    memset(p.a, 255, p.lda + p.k);
    memset(p.w, -128, p.n * p.k);
    for (size_t i = 0; i < p.n; i++) p.sum[i] = -128 * 4096;
    compare_products(&p);
    free_problem(&p);
}

/* ---- float loops ----------------------------------------------------------------------------- */

enum { MAX_ROWS = 70, MAX_D = 208 };

static float value(int kind)
{
    static const float odd[] = {0,          -0.0f,     NAN,    INFINITY, -INFINITY, 1e-40f,
                                -1e-40f,    3.4e38f,   -3e38f, 0.5f,     1e15f,     -2e15f};
    if (kind == 2 && random_below(4) == 0) return odd[random_below(LGM_COUNT(odd))];
    return kind == 0 ? random_float(4) : kind == 1 ? wild_float() : 0;
}

static float *floats(size_t n, int kind)
{
    float *const p = take(n * sizeof *p);
    for (size_t i = 0; i < n; i++) p[i] = value(kind);
    return p;
}

static void test_norm_quant(void **state)
{
    (void)state;
    for (int round = 0; round < 120; round++) {
        const size_t m = random_below(9), d = 16 + 16 * random_below(13), ld = d + random_below(3);
        float *const x = floats(m * ld, round % 4);
        uint8_t *const out[2] = {take(m * ld), take(m * ld)};
        const float clip = round % 2 ? 4.0f : 0.5f;
        for (size_t v = 0; v < n_all; v++) {
            all[v]->norm_quant(x, ld, m, d, clip, out[v > 0], ld);
            same(out[0], out[v > 0], m * ld, all[v]->name, "norm_quant");
        }
        for (size_t i = 0; i < m * ld; i++) /* the clip is symmetric: 0 is never given */
            if (i % ld < d) assert_true(out[0][i] >= 1);
        lgm_free(x);
        lgm_free(out[0]);
        lgm_free(out[1]);
    }
}

static void test_norm_quant_by_hand(void **state)
{
    (void)state;
    float x[16] = {0};
    uint8_t q[16];
    for (size_t v = 0; v < n_all; v++) {
        for (int i = 0; i < 16; i++) x[i] = i % 2 ? 3.0f : 1.0f; /* mean 2, deviation 1 */
        all[v]->norm_quant(x, 16, 1, 16, 2.0f, q, 16);
        assert_int_equal(q[0], 128 - 63); /* 63.4997 */
        assert_int_equal(q[1], 128 + 63);
        for (int i = 0; i < 16; i++) x[i] = 7;
        all[v]->norm_quant(x, 16, 1, 16, 2.0f, q, 16);
        for (int i = 0; i < 16; i++) assert_int_equal(q[i], 128);
        for (int i = 0; i < 16; i++) x[i] = 2e15f; /* far from 0, no spread */
        all[v]->norm_quant(x, 16, 1, 16, 2.0f, q, 16);
        for (int i = 0; i < 16; i++) assert_int_equal(q[i], 128);
    }
}

static void test_glu_and_recurrence(void **state)
{
    (void)state;
    for (int round = 0; round < 120; round++) {
        const int kind = round % 2 ? 1 : round % 4 == 2 ? 3 : 0;
        const size_t m = random_below(MAX_ROWS), d = 16 + 16 * random_below(7);
        const size_t ldg = 3 * d + random_below(3), ldx = d + random_below(3);
        float *const g = floats(m * ldg, kind), *const x = floats(m * ldx, 0);
        float *const y[2] = {take(m * ldx * sizeof(float)), take(m * ldx * sizeof(float))};
        float *const c[2] = {take(d * sizeof(float)), take(d * sizeof(float))};
        for (size_t v = 0; v < n_all; v++) {
            memcpy(y[v > 0], x, m * ldx * sizeof *x);
            all[v]->glu_add(g, ldg, m, d, y[v > 0], ldx);
            same(y[0], y[v > 0], m * ldx * sizeof *x, all[v]->name, "glu_add");
        }
        for (size_t v = 0; v < n_all; v++) {
            memcpy(y[v > 0], x, m * ldx * sizeof *x);
            for (size_t i = 0; i < d; i++) c[v > 0][i] = (float)i;
            all[v]->recur_add(g, ldg, m, d, round % 3 == 0, c[v > 0], y[v > 0], ldx);
            same(y[0], y[v > 0], m * ldx * sizeof *x, all[v]->name, "recur_add");
            same(c[0], c[v > 0], d * sizeof *x, all[v]->name, "the state of recur_add");
        }
        lgm_free(g);
        lgm_free(x);
        for (int i = 0; i < 2; i++) {
            lgm_free(y[i]);
            lgm_free(c[i]);
        }
    }
}

/* In pieces, with the state handed on, it is the same as in one. */
static void test_recurrence_in_blocks(void **state)
{
    (void)state;
    enum { M = 23, H = 16 };
    float *const g = floats(M * 3 * H, 0);
    for (int backward = 0; backward < 2; backward++) {
        float whole[M * H] = {0}, parts[M * H] = {0}, c[H] = {0}, e[H] = {0};
        all[n_all - 1]->recur_add(g, 3 * H, M, H, backward, c, whole, H);
        for (size_t b = 0; b < 3; b++) {
            const size_t block = backward ? 2 - b : b, at = block * 8, n = at + 8 > M ? M - at : 8;
            all[n_all - 1]->recur_add(g + at * 3 * H, 3 * H, n, H, backward, e, parts + at * H, H);
        }
        assert_memory_equal(whole, parts, sizeof whole);
        assert_memory_equal(c, e, sizeof c);
    }
    lgm_free(g);
}

/* |sigmoid - exact| <= 3e-7: a polynomial of degree 5, see nn/consts.h. */
static void test_sigmoid(void **state)
{
    (void)state;
    float worst = 0;
    for (int i = -4000; i <= 4000; i += 16) {
        float g[32], x[16] = {0};
        for (int j = 0; j < 16; j++) {
            g[j] = 1;
            g[16 + j] = (float)(i + j) / 100.0f;
        }
        all[0]->glu_add(g, 32, 1, 16, x, 16);
        for (int j = 0; j < 16; j++) {
            const float off = fabsf(x[j] - (float)(1.0 / (1.0 + exp(-(double)g[16 + j]))));
            worst = off > worst ? off : worst;
        }
    }
    assert_true(worst < 3e-7f);
}

static void test_relu_quant(void **state)
{
    (void)state;
    for (int round = 0; round < 120; round++) {
        const size_t m = random_below(9), d = 16 + 16 * random_below(13), ld = d + random_below(3);
        float *const x = floats(m * ld, round % 4);
        uint8_t *const out[2] = {take(m * ld), take(m * ld)};
        float *const scale[2] = {take(m * sizeof(float)), take(m * sizeof(float))};
        for (size_t v = 0; v < n_all; v++) {
            all[v]->relu_quant(x, ld, m, d, out[v > 0], ld, scale[v > 0]);
            same(out[0], out[v > 0], m * ld, all[v]->name, "relu_quant");
            same(scale[0], scale[v > 0], m * sizeof(float), all[v]->name,
                 "the scale of relu_quant");
        }
        for (size_t r = 0; r < m; r++) {
            assert_true(isfinite(scale[0][r]) && scale[0][r] > 0);
            for (size_t i = 0; i < d; i++) assert_true(out[0][r * ld + i] >= 128);
        }
        lgm_free(x);
        for (int i = 0; i < 2; i++) {
            lgm_free(out[i]);
            lgm_free(scale[i]);
        }
    }
}

static void test_dots(void **state)
{
    (void)state;
    for (int round = 0; round < 120; round++) {
        const size_t m = random_below(20), n = random_below(40), ldo = n + random_below(3);
        const size_t d = round % 10 == 0 ? 528 : 16 + 16 * random_below(8),
                     ld = d + random_below(3);
        float *const q = floats(m * ld, round % 2), *const k = floats(n * ld, 0);
        float *const out[2] = {take(m * ldo * sizeof(float)), take(m * ldo * sizeof(float))};
        for (size_t v = 0; v < n_all; v++) {
            all[v]->dots(q, ld, m, k, ld, n, d, out[v > 0], ldo);
            same(out[0], out[v > 0], m * ldo * sizeof(float), all[v]->name, "dots");
        }
        lgm_free(q);
        lgm_free(k);
        lgm_free(out[0]);
        lgm_free(out[1]);
    }
}

static void test_mix(void **state)
{
    (void)state;
    for (int round = 0; round < 60; round++) {
        const size_t n = random_below(200), d = 16 + 16 * random_below(20);
        float *const e = floats(n, round % 2), *const w = floats(n * d, 0),
                     *const bias = floats(d, 1);
        float *const x[2] = {take(d * sizeof(float)), take(d * sizeof(float))};
        for (size_t v = 0; v < n_all; v++) {
            all[v]->mix(e, n, w, bias, d, x[v > 0]);
            same(x[0], x[v > 0], d * sizeof(float), all[v]->name, "mix");
        }
        lgm_free(e);
        lgm_free(w);
        lgm_free(bias);
        lgm_free(x[0]);
        lgm_free(x[1]);
    }
}

/* ---- transformer ----------------------------------------------------------------------------- */

/* What a kernel that quantises rows gives, of ref and of another: bytes, scales, and the floats
 * that it leaves. */
typedef struct quantised {
    uint8_t *q;
    float *scale, *x;
} quantised;

static quantised new_quantised(size_t m, size_t ld, const float *x)
{
    const quantised r = {take(m * ld), take(m * sizeof(float)), take(m * ld * sizeof(float))};
    if (x) memcpy(r.x, x, m * ld * sizeof *x);
    return r;
}

static void free_quantised(quantised r)
{
    lgm_free(r.q);
    lgm_free(r.scale);
    lgm_free(r.x);
}

static void same_quantised(quantised a, quantised b, size_t m, size_t ld, const char *kernel,
                           const char *what)
{
    same(a.q, b.q, m * ld, kernel, what);
    same(a.scale, b.scale, m * sizeof(float), kernel, what);
}

/* Every row uses its whole range, unless it is zero, and no byte is 0. */
static void check_rows(quantised r, size_t m, size_t ld, size_t d)
{
    for (size_t i = 0; i < m; i++) {
        assert_true(isfinite(r.scale[i]) && r.scale[i] > 0);
        int most = 0;
        for (size_t j = 0; j < d; j++) {
            const int off = abs(r.q[i * ld + j] - 128);
            most = off > most ? off : most;
        }
        assert_true(most == 127 || (most == 0 && r.scale[i] == 1.0f));
    }
}

static void test_quant_rows(void **state)
{
    (void)state;
    for (int round = 0; round < 200; round++) {
        const size_t m = random_below(9), d = 16 + 16 * random_below(13), ld = d + random_below(3);
        float *const x = floats(m * ld, round % 4);
        quantised r[2];
        for (size_t v = 0; v < n_all; v++) {
            r[v > 0] = new_quantised(m, ld, NULL);
            all[v]->quant_rows(x, ld, m, d, r[v > 0].q, ld, r[v > 0].scale);
            same_quantised(r[0], r[v > 0], m, ld, all[v]->name, "quant_rows");
            if (v > 0) free_quantised(r[1]);
        }
        check_rows(r[0], m, ld, d);
        free_quantised(r[0]);
        lgm_free(x);
    }
}

static void test_quant_rows_by_hand(void **state)
{
    (void)state;
    const float x[16] = {-127, 126.5f, 125.5f, 1, -1, 0.5f, 1.5f, -0.5f, 0};
    static const int want[16] = {-127, 126, 126, 1, -1, 0, 2, 0, 0}; /* ties to even */
    for (size_t v = 0; v < n_all; v++) {
        uint8_t q[16];
        float scale;
        all[v]->quant_rows(x, 16, 1, 16, q, 16, &scale);
        assert_true(scale == 1.0f);
        for (int i = 0; i < 16; i++) assert_int_equal(q[i], 128 + want[i]);
    }
}

static void test_norm_rows(void **state)
{
    (void)state;
    for (int round = 0; round < 240; round++) {
        const size_t m = random_below(10), d = 16 + 16 * random_below(13), ld = d + random_below(3);
        float *const x = floats(m * ld, round % 4),
                     *const y = floats(m * ld, round % 3 == 0 ? 0 : round % 4);
        float *const gain = floats(d, round % 5 == 0), *const offset = floats(d, 0);
        const float *const add = round % 6 < 2 ? NULL : y;
        quantised r[2];
        for (size_t v = 0; v < n_all; v++) {
            r[v > 0] = new_quantised(m, ld, x);
            all[v]->norm_rows(r[v > 0].x, ld, add, ld, m, d, gain, offset, r[v > 0].q, ld,
                              r[v > 0].scale);
            same_quantised(r[0], r[v > 0], m, ld, all[v]->name, "norm_rows");
            same(r[0].x, r[v > 0].x, m * ld * sizeof *x, all[v]->name, "the floats of norm_rows");
            if (v > 0) free_quantised(r[1]);
        }
        check_rows(r[0], m, ld, d);
        for (size_t i = 0; i < m * ld; i++)
            if (i % ld < d) assert_true(isfinite(r[0].x[i]));
        free_quantised(r[0]);
        lgm_free(x);
        lgm_free(y);
        lgm_free(gain);
        lgm_free(offset);
    }
}

static void test_gelu_quant(void **state)
{
    (void)state;
    for (int round = 0; round < 200; round++) {
        const size_t m = random_below(6), d = 16 + 16 * random_below(13), ld = d + random_below(3);
        float *const u = floats(m * ld, round % 4);
        quantised r[2];
        for (size_t v = 0; v < n_all; v++) {
            r[v > 0] = new_quantised(m, ld, u);
            all[v]->gelu_quant(r[v > 0].x, ld, m, d, r[v > 0].q, ld, r[v > 0].scale);
            same_quantised(r[0], r[v > 0], m, ld, all[v]->name, "gelu_quant");
            if (v > 0) free_quantised(r[1]);
        }
        check_rows(r[0], m, ld, d);
        free_quantised(r[0]);
        lgm_free(u);
    }
}

/* Half a step of the byte, and the polynomial's 1.01e-4 of the sigmoid. */
static void test_gelu_is_close(void **state)
{
    (void)state;
    for (float at = -6; at < 6; at += 0.11f) {
        float u[16], exact[16], scale;
        uint8_t q[16];
        for (int i = 0; i < 16; i++) {
            u[i] = at + 0.01f * (float)i;
            exact[i] = u[i] / (1 + expf(-1.5957691f * (u[i] + 0.044715f * u[i] * u[i] * u[i])));
        }
        all[0]->gelu_quant(u, 16, 1, 16, q, 16, &scale);
        for (int i = 0; i < 16; i++) {
            const float off = fabsf((float)(q[i] - 128) * scale - exact[i]);
            assert_true(off <= 0.501f * scale + 1.1e-4f * fabsf(exact[i]) + 1e-30f);
        }
    }
}

static void test_softmax_quant(void **state)
{
    (void)state;
    for (int round = 0; round < 240; round++) {
        const size_t m = random_below(6), n = 1 + random_below(70), lds = (n + 15) / 16 * 16;
        const size_t ldo = lds + random_below(3);
        float *const s = floats(m * lds, round % 4);
        uint8_t *const out[2] = {take(m * ldo), take(m * ldo)};
        float *const scale[2] = {take(m * sizeof(float)), take(m * sizeof(float))};
        for (size_t v = 0; v < n_all; v++) {
            all[v]->softmax_quant(s, lds, m, n, out[v > 0], ldo, scale[v > 0]);
            same(out[0], out[v > 0], m * ldo, all[v]->name, "softmax_quant");
            same(scale[0], scale[v > 0], m * sizeof(float), all[v]->name,
                 "the scale of softmax_quant");
        }
        for (size_t r = 0; r < m; r++) {
            int sum = 0;
            for (size_t j = 0; j < lds; j++) sum += out[0][r * ldo + j];
            assert_true(scale[0][r] == 1.0f / (float)(sum > 0 ? sum : 1));
            for (size_t j = n; j < lds; j++) assert_int_equal(out[0][r * ldo + j], 0);
        }
        lgm_free(s);
        for (int i = 0; i < 2; i++) {
            lgm_free(out[i]);
            lgm_free(scale[i]);
        }
    }
}

static void test_softmax_is_close(void **state)
{
    (void)state;
    for (int k = 0; k < 100; k++) {
        float s[16], scale;
        uint8_t p[16];
        for (int i = 0; i < 16; i++) s[i] = random_float(5);
        s[k % 16] = 5;
        all[0]->softmax_quant(s, 16, 1, 16, p, 16, &scale);
        assert_int_equal(p[k % 16], 255);
        for (int i = 0; i < 16; i++)
            assert_true(fabsf((float)p[i] - 255 * exp2f(s[i] - 5)) <= 0.5f + 255 * 1.02e-4f);
    }
}

/* As pack_columns lays them out. */
static size_t packed_at(size_t c, size_t j, size_t k_pad)
{
    return (c / 16 * (k_pad / 4) + j / 4) * 64 + c % 16 * 4 + j % 4;
}

static void test_pack_columns(void **state)
{
    (void)state;
    for (int round = 0; round < 200; round++) {
        const size_t n = 1 + random_below(40), w = 16 + 16 * random_below(4),
                     ld = w + random_below(3);
        const size_t k_pad = (n + 3) / 4 * 4;
        float *const x = floats(n * ld, round % 4);
        int8_t *const out[2] = {take(w * k_pad), take(w * k_pad)};
        float *const scale[2] = {take(w * sizeof(float)), take(w * sizeof(float))};
        for (size_t v = 0; v < n_all; v++) {
            all[v]->pack_columns(x, ld, n, w, out[v > 0], scale[v > 0]);
            same(out[0], out[v > 0], w * k_pad, all[v]->name, "pack_columns");
            same(scale[0], scale[v > 0], w * sizeof(float), all[v]->name,
                 "the scale of pack_columns");
        }
        for (size_t c = 0; c < w; c++) {
            int most = 0;
            for (size_t j = 0; j < k_pad; j++) {
                const int q = abs(out[0][packed_at(c, j, k_pad)]);
                assert_true(j < n || q == 0);
                most = q > most ? q : most;
            }
            assert_true(most == 127 || (most == 0 && scale[0][c] == 1.0f));
        }
        lgm_free(x);
        for (int i = 0; i < 2; i++) {
            lgm_free(out[i]);
            lgm_free(scale[i]);
        }
    }
}

/* ---- dispatch -------------------------------------------------------------------------------- */

static void test_kernels_by_name(void **state)
{
    (void)state;
    assert_string_equal(all[0]->name, "ref");
    assert_ptr_equal(lgm_nn_kernels_get(NULL), all[n_all - 1]);
    for (size_t i = 0; i < n_all; i++) {
        print_message("kernels here: %s\n", all[i]->name);
        assert_ptr_equal(lgm_nn_kernels_get(all[i]->name), all[i]);
    }
    assert_null(lgm_nn_kernels_get("abacus"));
    const lgm_kernels *one;
    assert_int_equal(lgm_nn_kernels_all(&one, 1), 1);
}

int main(void)
{
    n_all = lgm_nn_kernels_all(all, LGM_COUNT(all));
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_products),
        cmocka_unit_test(test_products_of_zeros_and_extremes),
        cmocka_unit_test(test_norm_quant),
        cmocka_unit_test(test_norm_quant_by_hand),
        cmocka_unit_test(test_glu_and_recurrence),
        cmocka_unit_test(test_recurrence_in_blocks),
        cmocka_unit_test(test_sigmoid),
        cmocka_unit_test(test_relu_quant),
        cmocka_unit_test(test_dots),
        cmocka_unit_test(test_mix),
        cmocka_unit_test(test_quant_rows),
        cmocka_unit_test(test_quant_rows_by_hand),
        cmocka_unit_test(test_norm_rows),
        cmocka_unit_test(test_gelu_quant),
        cmocka_unit_test(test_gelu_is_close),
        cmocka_unit_test(test_softmax_quant),
        cmocka_unit_test(test_softmax_is_close),
        cmocka_unit_test(test_pack_columns),
        cmocka_unit_test(test_kernels_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
