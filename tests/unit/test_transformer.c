/*
 * test_transformer.c - attention and the layers against the page written out once more, and against
 * themselves: kernels, and what stood in the memory before, change nothing.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model_builder.h"
#include "nn/attention.h"
#include "nn/consts.h"
#include "nn/transformer.h"

static const lgm_kernels *all[8];
static size_t n_all;
static uint64_t seed = 1;

static float random_float(float size)
{
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (float)((double)(seed >> 33) / 1073741824.0 - 1.0) * size;
}

static float *floats(size_t n, float size)
{
    float *const p = lgm_aligned_alloc(64, n * sizeof *p);
    assert_non_null(p);
    for (size_t i = 0; i < n; i++) p[i] = size > 0 ? random_float(size) : 0;
    return p;
}

static lgm_arena *new_arena(uint64_t budget)
{
    lgm_arena *a;
    assert_int_equal(lgm_arena_new(&a, budget, NULL), LGM_OK);
    return a;
}

/* ---- attention: the page, written out -------------------------------------------------------- */

enum { ROWS = 70, MAX_WIDTH = 48 };

/* Integers of x[0], x[step], ...; the size of a step. */
static float quantised(const float *x, size_t n, size_t step, int *out)
{
    float max = 0;
    for (size_t i = 0; i < n; i++) max = fabsf(x[i * step]) > max ? fabsf(x[i * step]) : max;
    for (size_t i = 0; i < n; i++) out[i] = max > 0 ? (int)rintf(x[i * step] * (127.0f / max)) : 0;
    return max > 0 ? max / 127.0f : 1.0f;
}

static float weight(float t)
{
    const float whole = rintf(t), f = t - whole;
    float p = LGM_EXP2_255_3 * f + LGM_EXP2_255_2;
    p = p * f + LGM_EXP2_255_1;
    p = p * f + 255.0f;
    return ldexpf(p, (int)whole);
}

/* One head: q, k, v and out are [n][w], rows `dim` floats apart. */
static void plain_head(const float *q, const float *k, const float *v, size_t n, size_t w,
                       size_t dim, float *out)
{
    static int qi[MAX_WIDTH], ki[ROWS][MAX_WIDTH], vi[MAX_WIDTH][ROWS];
    float sk[ROWS], sv[MAX_WIDTH], s[ROWS];
    for (size_t j = 0; j < n; j++) sk[j] = quantised(k + j * dim, w, 1, ki[j]);
    for (size_t c = 0; c < w; c++) sv[c] = quantised(v + c, n, dim, vi[c]);
    for (size_t i = 0; i < n; i++) {
        const float sq = quantised(q + i * dim, w, 1, qi) * (LGM_LOG2E / sqrtf((float)w));
        float top = -INFINITY;
        for (size_t j = 0; j < n; j++) {
            int dot = 0;
            for (size_t c = 0; c < w; c++) dot += qi[c] * ki[j][c];
            s[j] = (float)dot * (sq * sk[j]);
            top = s[j] > top ? s[j] : top;
        }
        int z = 0, p[ROWS];
        for (size_t j = 0; j < n; j++) z += p[j] = (int)rintf(weight(s[j] - top));
        for (size_t c = 0; c < w; c++) {
            int sum = 0;
            for (size_t j = 0; j < n; j++) sum += p[j] * vi[c][j];
            out[i * dim + c] = (float)sum * (1.0f / (float)z * sv[c]);
        }
    }
}

static void attend(const lgm_kernels *kernels, lgm_attention *a, const float *q, const float *k,
                   const float *v, uint32_t n, float *out)
{
    const size_t dim = (size_t)a->heads * a->width;
    for (uint32_t at = 0; at < n; at += LGM_ATT_BLOCK) {
        const uint32_t m = n - at < LGM_ATT_BLOCK ? n - at : LGM_ATT_BLOCK;
        lgm_nn_attention_queries(a, kernels, q + at * dim, at, m);
        lgm_nn_attention_keys(a, kernels, k + at * dim, at, m);
    }
    memcpy(a->values, v, n * dim * sizeof *v);
    lgm_nn_attention_pack(a, kernels, n);
    const uint32_t cut = n / 3; /* in two pieces: any rows can be asked for */
    lgm_nn_attention_rows(a, kernels, n, cut, n - cut, out + cut * dim);
    lgm_nn_attention_rows(a, kernels, n, 0, cut, out);
}

static void check_attention(uint32_t heads, uint32_t width, uint32_t n, float size)
{
    const size_t dim = (size_t)heads * width;
    float *const q = floats(n * dim, size), *const k = floats(n * dim, size);
    float *const v = floats(n * dim, 2), *const want = floats(n * dim, 0),
                 *const got = floats(n * dim, 0);
    memset(k + n / 2 * dim, 0, dim * sizeof *k); /* a key of zeros, a column of zeros */
    for (size_t i = 0; i < n; i++) v[i * dim + 3] = 0;
    for (size_t h = 0; h < heads; h++)
        plain_head(q + h * width, k + h * width, v + h * width, n, width, dim, want + h * width);

    lgm_arena *const arena = new_arena(0);
    lgm_attention a;
    assert_int_equal(lgm_nn_attention_new(&a, heads, width, ROWS, arena, NULL), LGM_OK);
    for (size_t i = 0; i < n_all; i++) {
        memset(a.k, 0x55, (size_t)a.rows_pad * dim); /* whatever stood there before */
        attend(all[i], &a, q, k, v, n, got);
        if (memcmp(want, got, n * dim * sizeof *want) != 0)
            fail_msg("%s: %u heads of width %u over %u pieces differ", all[i]->name, heads, width,
                     n);
    }
    lgm_arena_free(arena);
    lgm_free(q);
    lgm_free(k);
    lgm_free(v);
    lgm_free(want);
    lgm_free(got);
}

static void test_attention_as_written(void **state)
{
    (void)state;
    static const uint32_t lengths[] = {1, 2, 3, 4, 5, 15, 16, 17, 24, 25, 63, 64, 65, ROWS};
    for (size_t i = 0; i < LGM_COUNT(lengths); i++)
        for (uint32_t width = 16; width <= MAX_WIDTH; width += 16)
            check_attention(1 + (uint32_t)i % 3, width, lengths[i], i % 2 ? 1 : 4);
}

/* ---- models ---------------------------------------------------------------------------------- */

enum { DIM = 64, HEADS = 2, FFN = 96, DEPTH = 2 };

static void add_linear(model_builder *b, const char *name, uint32_t n_out, uint32_t n_in)
{
    int8_t *const w = malloc((size_t)n_out * n_in);
    assert_non_null(w);
    for (size_t i = 0; i < (size_t)n_out * n_in; i++) w[i] = (int8_t)random_float(127);
    mb_linear(b, name, n_out, n_in, w, 0.0015f, random_float(0.1f));
    free(w);
}

static void add_norm(model_builder *b, const char *name, uint32_t n)
{
    char full[64];
    float *const v = floats(n, 0.3f);
    snprintf(full, sizeof full, "%s.b", name);
    mb_f32(b, full, n, 1, v);
    for (uint32_t i = 0; i < n; i++) v[i] += 1;
    snprintf(full, sizeof full, "%s.g", name);
    mb_f32(b, full, n, 1, v);
    lgm_free(v);
}

/* A model; the tensor `without` is left out, `wrong` is made of another size (NULL: none). */
typedef struct recipe {
    float dim, heads, ffn, depth;
    const char *without, *wrong;
} recipe;

static const recipe good = {DIM, HEADS, FFN, DEPTH, NULL, NULL};

static uint32_t size_of(const recipe *r, const char *name, uint32_t n)
{
    return r->wrong && strcmp(r->wrong, name) == 0 ? n + 16 : n;
}

static void add(model_builder *b, const recipe *r, const char *name, uint32_t n_out, uint32_t n_in)
{
    if (r->without && strcmp(r->without, name) == 0) return;
    if (n_in > 0)
        add_linear(b, name, size_of(r, name, n_out), n_in);
    else
        add_norm(b, name, size_of(r, name, n_out));
}

static uint8_t *model_bytes(const recipe *r, size_t *len)
{
    static const struct {
        const char *name;
        uint32_t n_out, n_in;
    } parts[] = {{"qkv", 3 * DIM, DIM}, {"out", DIM, DIM}, {"norm1", DIM, 0},
                 {"up", FFN, DIM},      {"down", DIM, FFN}, {"norm2", DIM, 0}};
    model_builder *const b = calloc(1, sizeof *b);
    assert_non_null(b);
    mb_number(b, "dim", r->dim);
    mb_number(b, "heads", r->heads);
    mb_number(b, "ffn", r->ffn);
    if (!r->without || strcmp(r->without, "config.depth") != 0) mb_number(b, "depth", r->depth);
    add(b, r, "emb.norm", DIM, 0);
    for (int l = 0; l < DEPTH; l++) {
        for (size_t i = 0; i < LGM_COUNT(parts); i++) {
            char name[32];
            snprintf(name, sizeof name, "t.%d.%s", l, parts[i].name);
            add(b, r, name, parts[i].n_out, parts[i].n_in);
        }
    }
    uint8_t *const bytes = mb_bytes(b, len);
    free(b);
    return bytes;
}

/* Opened and bound; *t borrows from the bytes, which are to be freed after the model. */
typedef struct bound {
    uint8_t *bytes;
    lgm_model *m;
    lgm_transformer t;
} bound;

static lgm_status bind(const recipe *r, bound *out, lgm_err *err)
{
    size_t len;
    out->bytes = model_bytes(r, &len);
    if (lgm_model_open_bytes(&out->m, out->bytes, len, "test", err) != LGM_OK)
        fail_msg("%s", err->message);
    return lgm_nn_transformer_bind(&out->t, out->m, err);
}

static void unbind(bound *b)
{
    lgm_model_close(b->m);
    free(b->bytes);
}

static bound bind_good(void)
{
    bound b;
    lgm_err err = {0};
    if (bind(&good, &b, &err) != LGM_OK) fail_msg("%s", err.message);
    return b;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static float *run(const lgm_transformer *t, const lgm_kernels *k, uint32_t rows, const float *x,
                  uint32_t n)
{
    lgm_arena *const arena = new_arena(0);
    lgm_transformer_work *w;
    lgm_err err = {0};
    if (lgm_nn_transformer_work_new(&w, t, rows, arena, &err) != LGM_OK)
        fail_msg("%s", err.message);
    float *const out = floats((size_t)n * t->dim, 0);
    memcpy(out, x, (size_t)n * t->dim * sizeof *x);
    lgm_nn_transformer_run(t, k, w, out, n);
    lgm_arena_free(arena);
    return out;
}

static void compare_kernels(const lgm_transformer *t, const float *x, uint32_t n)
{
    float *const want = run(t, all[0], n, x, n);
    for (size_t i = 0; i < (size_t)n * t->dim; i++) assert_true(isfinite(want[i]));
    for (size_t v = 1; v < n_all; v++) {
        float *const got = run(t, all[v], LGM_TR_MAX_ROWS, x, n);
        if (memcmp(want, got, (size_t)n * t->dim * sizeof *got) != 0)
            fail_msg("%s: %u pieces differ from ref", all[v]->name, n);
        lgm_free(got);
    }
    lgm_free(want);
}

static void test_kernels_agree(void **state)
{
    (void)state;
    static const uint32_t lengths[] = {1, 2, 5, 64, 65, 300, 512};
    bound b = bind_good();
    for (size_t i = 0; i < LGM_COUNT(lengths); i++) {
        float *const x = floats((size_t)lengths[i] * DIM, 0.2f);
        compare_kernels(&b.t, x, lengths[i]);
        lgm_free(x);
    }
    unbind(&b);
}

/* Not a number, infinite, huge, tiny, all zeros: results are numbers, and the same ones. */
static void test_wild_values(void **state)
{
    (void)state;
    enum { N = 70 };
    static const float odd[] = {NAN, INFINITY, -INFINITY, 3e38f, -3e38f, 1e-42f, -0.0f, 1e15f};
    bound b = bind_good();
    float *const x = floats(N * DIM, 0.2f);
    memset(x + DIM, 0, DIM * sizeof *x);
    for (size_t i = 0; i < LGM_COUNT(odd); i++) {
        x[(2 * i + 3) * DIM + 7 * i] = odd[i];
        for (size_t j = 0; j < DIM; j++) x[(2 * i + 4) * DIM + j] = odd[(i + j) % LGM_COUNT(odd)];
    }
    compare_kernels(&b.t, x, N);
    unbind(&b);
    lgm_free(x);
}

/* Windows of one work are independent: a long one before changes nothing. */
static void test_work_is_reused(void **state)
{
    (void)state;
    bound b = bind_good();
    const lgm_kernels *const k = all[n_all - 1];
    float *const longer = floats(130 * DIM, 0.2f), *const x = floats(37 * DIM, 0.2f);
    float *const want = run(&b.t, k, 37, x, 37);
    lgm_arena *const arena = new_arena(0);
    lgm_transformer_work *w;
    assert_int_equal(lgm_nn_transformer_work_new(&w, &b.t, 130, arena, NULL), LGM_OK);
    const uint64_t peak = lgm_arena_peak(arena);
    lgm_nn_transformer_run(&b.t, k, w, longer, 130);
    lgm_nn_transformer_run(&b.t, k, w, x, 37);
    assert_memory_equal(want, x, 37 * DIM * sizeof *x);
    assert_true(lgm_arena_peak(arena) == peak);
    lgm_arena_free(arena);
    unbind(&b);
    lgm_free(longer);
    lgm_free(x);
    lgm_free(want);
}

/* ---- the whole in doubles, nothing quantised but the weights --------------------------------- */

static void plain_linear(const lgm_linear *l, const double *a, double *out)
{
    for (size_t n = 0; n < l->n_out; n++) {
        out[n] = (double)l->bias[n];
        for (size_t k = 0; k < l->n_in; k++)
            out[n] += (double)l->scale[n] * a[k] *
                      l->w[((n / 16) * (l->k_pad / 4) + k / 4) * 64 + (n % 16) * 4 + k % 4];
    }
}

static void plain_norm(const lgm_norm *by, double *x, const double *y)
{
    double mean = 0, squares = 0;
    for (size_t i = 0; i < DIM; i++) mean += (x[i] += y ? y[i] : 0) / DIM;
    for (size_t i = 0; i < DIM; i++) squares += (x[i] - mean) * (x[i] - mean) / DIM;
    for (size_t i = 0; i < DIM; i++)
        x[i] = (x[i] - mean) / sqrt(squares + 1e-5) * (double)by->g[i] + (double)by->b[i];
}

static void plain_attend(const double (*qkv)[3 * DIM], size_t n, size_t i, double *out)
{
    enum { W = DIM / HEADS };
    for (size_t h = 0; h < HEADS; h++) {
        double sum = 0, row[W] = {0};
        for (size_t j = 0; j < n; j++) {
            double s = 0;
            for (size_t c = h * W; c < (h + 1) * W; c++) s += qkv[i][c] * qkv[j][DIM + c];
            const double e = exp(s / sqrt(W));
            sum += e;
            for (size_t c = 0; c < W; c++) row[c] += e * qkv[j][2 * DIM + h * W + c];
        }
        for (size_t c = 0; c < W; c++) out[h * W + c] = row[c] / sum;
    }
}

static void plain_layer(const lgm_tr_layer *l, double (*x)[DIM], size_t n)
{
    static double qkv[ROWS][3 * DIM];
    for (size_t i = 0; i < n; i++) plain_linear(&l->qkv, x[i], qkv[i]);
    for (size_t i = 0; i < n; i++) {
        double a[DIM], y[DIM], u[FFN];
        plain_attend((const double(*)[3 * DIM])qkv, n, i, a);
        plain_linear(&l->out, a, y);
        plain_norm(&l->norm1, x[i], y);
        plain_linear(&l->up, x[i], u);
        for (size_t j = 0; j < FFN; j++)
            u[j] /= 1 + exp(-1.5957691 * (u[j] + 0.044715 * u[j] * u[j] * u[j]));
        plain_linear(&l->down, u, y);
        plain_norm(&l->norm2, x[i], y);
    }
}

/* States have deviation 1; what eight bits cost them in two layers. */
static void test_near_the_doubles(void **state)
{
    (void)state;
    static double want[ROWS][DIM];
    bound b = bind_good();
    float *const x = floats(ROWS * DIM, 0.2f);
    for (size_t i = 0; i < ROWS * DIM; i++) want[i / DIM][i % DIM] = (double)x[i];
    for (size_t i = 0; i < ROWS; i++) plain_norm(&b.t.emb_norm, want[i], NULL);
    for (size_t l = 0; l < DEPTH; l++) plain_layer(&b.t.layers[l], want, ROWS);
    float *const got = run(&b.t, all[n_all - 1], ROWS, x, ROWS);
    double worst = 0, squares = 0;
    for (size_t i = 0; i < ROWS * DIM; i++) {
        const double off = fabs((double)got[i] - want[i / DIM][i % DIM]);
        worst = off > worst ? off : worst;
        squares += off * off;
    }
    const double deviation = sqrt(squares / (ROWS * DIM));
    print_message("off by %.4f, at most %.4f\n", deviation, worst);
    assert_true(deviation < 0.015 && worst < 0.1);
    unbind(&b);
    lgm_free(x);
    lgm_free(got);
}

/* ---- refusals -------------------------------------------------------------------------------- */

static void test_bind_refuses(void **state)
{
    (void)state;
    static const struct {
        recipe r;
        lgm_status st;
        const char *says;
    } cases[] = {
        {{DIM, HEADS, FFN, DEPTH, "config.depth", NULL}, LGM_E_NOTFOUND, "config.depth"},
        {{DIM, HEADS, FFN, DEPTH, "emb.norm", NULL}, LGM_E_NOTFOUND, "emb.norm.g"},
        {{DIM, HEADS, FFN, DEPTH, "t.1.norm2", NULL}, LGM_E_NOTFOUND, "t.1.norm2.g"},
        {{DIM, HEADS, FFN, DEPTH, "t.0.qkv", NULL}, LGM_E_NOTFOUND, "t.0.qkv"},
        {{DIM, HEADS, FFN, DEPTH, "t.1.down", NULL}, LGM_E_NOTFOUND, "t.1.down"},
        {{DIM, HEADS, FFN, DEPTH + 1, NULL, NULL}, LGM_E_NOTFOUND, "t.2.qkv"},
        {{DIM, HEADS, FFN, DEPTH, NULL, "t.0.qkv"}, LGM_E_CORRUPT, "t.0.qkv"},
        {{DIM, HEADS, FFN, DEPTH, NULL, "t.0.out"}, LGM_E_CORRUPT, "t.0.out"},
        {{DIM, HEADS, FFN, DEPTH, NULL, "t.1.up"}, LGM_E_CORRUPT, "t.1.up"},
        {{DIM, HEADS, FFN, DEPTH, NULL, "t.1.down"}, LGM_E_CORRUPT, "t.1.down"},
        {{DIM, HEADS, FFN, DEPTH, NULL, "t.1.norm1"}, LGM_E_CORRUPT, "t.1.norm1.g"},
        {{DIM, HEADS, FFN, DEPTH, NULL, "emb.norm"}, LGM_E_CORRUPT, "emb.norm.g"},
        {{DIM, 3, FFN, DEPTH, NULL, NULL}, LGM_E_CORRUPT, "config.heads"},
        {{DIM, 8, FFN, DEPTH, NULL, NULL}, LGM_E_CORRUPT, "multiple of 16"},
        {{DIM, 0, FFN, DEPTH, NULL, NULL}, LGM_E_CORRUPT, "config.heads"},
        {{DIM, HEADS, FFN + 1, DEPTH, NULL, NULL}, LGM_E_CORRUPT, "config.ffn"},
        {{DIM, HEADS, 1e9f, DEPTH, NULL, NULL}, LGM_E_CORRUPT, "config.ffn"},
        {{4096, HEADS, FFN, DEPTH, NULL, NULL}, LGM_E_CORRUPT, "config.dim"},
        {{DIM, HEADS, FFN, 25, NULL, NULL}, LGM_E_CORRUPT, "config.depth"},
        {{DIM, HEADS, FFN, 1.5f, NULL, NULL}, LGM_E_CORRUPT, "config.depth"},
    };
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        bound b;
        lgm_err err = {0};
        const lgm_status st = bind(&cases[i].r, &b, &err);
        if (st != cases[i].st || !strstr(err.message, cases[i].says))
            fail_msg("case %zu: %d, %s", i, (int)st, err.message);
        unbind(&b);
    }
}

static void test_memory_fails(void **state)
{
    (void)state;
    bound b = bind_good();
    lgm_transformer_work *w;
    lgm_err err = {0};
    for (int64_t n = 0;; n++) { /* the n-th allocation */
        lgm_arena *const arena = new_arena(0);
        lgm_alloc_fail_after(n);
        const lgm_status st = lgm_nn_transformer_work_new(&w, &b.t, LGM_TR_MAX_ROWS, arena, &err);
        lgm_alloc_fail_after(-1);
        lgm_arena_free(arena);
        if (st == LGM_OK) {
            assert_true(n > 0);
            break;
        }
        assert_int_equal(st, LGM_E_NOMEM);
        assert_null(w);
    }
    uint64_t budget = 1024; /* too little, until it is enough */
    lgm_status st;
    do {
        lgm_arena *const arena = new_arena(budget);
        st = lgm_nn_transformer_work_new(&w, &b.t, LGM_TR_MAX_ROWS, arena, &err);
        lgm_arena_free(arena);
        assert_true(st == LGM_OK || (st == LGM_E_BUDGET && w == NULL));
        budget += budget / 8;
    } while (st != LGM_OK);
    unbind(&b);
}

int main(void)
{
    n_all = lgm_nn_kernels_all(all, LGM_COUNT(all));
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attention_as_written), cmocka_unit_test(test_kernels_agree),
        cmocka_unit_test(test_wild_values),          cmocka_unit_test(test_work_is_reused),
        cmocka_unit_test(test_near_the_doubles),     cmocka_unit_test(test_bind_refuses),
        cmocka_unit_test(test_memory_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
