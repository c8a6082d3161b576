/*
 * layers.c - what the layers of a transformer cost, and where: random weights, one thread, best of
 * many runs.
 *
 *     build/bench/speed/bench_layers [KERNEL] [PIECES] [DEPTH]
 *
 * For each length of window: pieces a second; GOPS of the products with weights over the whole
 * time, and their share of what the same products reach on their own; then the time by part, in
 * percent, measured through a table of kernels that looks at the clock before and after. "rest" is
 * what no kernel does.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nn/transformer.h"

enum { DIM = 384, HEADS = 12, FFN = 1536, WIDTH = DIM / HEADS, MAX_RUNS = 200 };
enum { BUDGET_NS = 1000000000 }; /* for a length: as many runs as fit */

/* ---- random weights -------------------------------------------------------------------------- */

static uint64_t seed = 1;

static float random_float(void)
{
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (float)(int32_t)(seed >> 32) / 2147483648.0f;
}

static void *take(size_t size)
{
    void *const p = lgm_aligned_alloc(64, size);
    if (!p) exit(1);
    return p;
}

static float *floats(size_t n, float size, float around)
{
    float *const p = take(n * sizeof *p);
    for (size_t i = 0; i < n; i++) p[i] = around + random_float() * size;
    return p;
}

static lgm_linear layer(uint32_t n, uint32_t k)
{
    int8_t *const w = take((size_t)n * k);
    int32_t *const sum = take(n * sizeof *sum);
    memset(sum, 0, n * sizeof *sum);
    for (size_t i = 0; i < (size_t)n * k; i++) {
        w[i] = (int8_t)(random_float() * 127);
        sum[i / (16 * k) * 16 + i % 64 / 4] += w[i];
    }
    return (lgm_linear){w, floats(n, 0, 0.0006f), floats(n, 0.02f, 0), sum, n, k, n, k};
}

static lgm_norm norm(void) { return (lgm_norm){floats(DIM, 0.2f, 1), floats(DIM, 0.2f, 0)}; }

static lgm_transformer make(uint32_t depth)
{
    lgm_transformer t = {
        .dim = DIM, .heads = HEADS, .ffn = FFN, .depth = depth, .emb_norm = norm()};
    for (uint32_t i = 0; i < depth; i++)
        t.layers[i] = (lgm_tr_layer){layer(3 * DIM, DIM), layer(DIM, DIM), layer(FFN, DIM),
                                     layer(DIM, FFN), norm(), norm()};
    return t; /* it lives as long as the process */
}

/* ---- kernels with a clock -------------------------------------------------------------------- */

enum { QKV, QUANT_HEADS, PACK, SCORES, SOFTMAX, VALUES, QUANT, OUT, NORM, UP, GELU, DOWN, N_PARTS };
static const char *const part_names[N_PARTS] = {
    "qkv", "quantise heads", "pack", "scores", "softmax", "values", "quantise",
    "out", "norm",           "up",   "gelu",   "down"};
static uint64_t spent[N_PARTS];
static const lgm_kernels *inner;
static const lgm_transformer *timed;

#define TIMED(part, call)                     \
    do {                                      \
        const uint64_t start = lgm_now_ns();  \
        call;                                 \
        spent[part] += lgm_now_ns() - start;  \
    } while (0)

static int part_of(const int8_t *w, size_t n, size_t k)
{
    for (uint32_t i = 0; i < timed->depth; i++) {
        const lgm_tr_layer *const l = &timed->layers[i];
        if (w >= l->qkv.w && w < l->qkv.w + (size_t)3 * DIM * DIM) return QKV;
        if (w == l->out.w) return OUT;
    }
    return k == WIDTH ? SCORES : n == FFN ? UP : DOWN;
}

static void linear_rows(const uint8_t *a, size_t lda, const float *a_scale, size_t m,
                        const int8_t *w, const float *scale, const float *bias, const int32_t *sum,
                        size_t n, size_t k, float *out, size_t ldo)
{
    TIMED(part_of(w, n, k),
          inner->linear_rows(a, lda, a_scale, m, w, scale, bias, sum, n, k, out, ldo));
}

static void linear_bytes(const uint8_t *a, size_t lda, const float *a_scale, size_t m,
                         const int8_t *w, const float *scale, const float *bias, const int32_t *sum,
                         size_t n, size_t k, float *out, size_t ldo)
{
    TIMED(VALUES, inner->linear_bytes(a, lda, a_scale, m, w, scale, bias, sum, n, k, out, ldo));
}

static void gemm_i32(const uint8_t *a, size_t lda, size_t m, const int8_t *w, size_t n, size_t k,
                     int32_t *acc)
{
    TIMED(PACK, inner->gemm_i32(a, lda, m, w, n, k, acc));
}

static void pack_columns(const float *x, size_t ldx, size_t n, size_t w, int8_t *out, float *scale)
{
    TIMED(PACK, inner->pack_columns(x, ldx, n, w, out, scale));
}

static void quant_rows(const float *x, size_t ldx, size_t m, size_t d, uint8_t *out, size_t ldo,
                       float *scale)
{
    TIMED(d == WIDTH ? QUANT_HEADS : QUANT, inner->quant_rows(x, ldx, m, d, out, ldo, scale));
}

static void norm_rows(float *x, size_t ldx, const float *y, size_t ldy, size_t m, size_t d,
                      const float *gain, const float *offset, uint8_t *out, size_t ldo,
                      float *scale)
{
    TIMED(NORM, inner->norm_rows(x, ldx, y, ldy, m, d, gain, offset, out, ldo, scale));
}

static void gelu_quant(float *u, size_t ldu, size_t m, size_t d, uint8_t *out, size_t ldo,
                       float *scale)
{
    TIMED(GELU, inner->gelu_quant(u, ldu, m, d, out, ldo, scale));
}

static void softmax_quant(const float *s, size_t lds, size_t m, size_t n, uint8_t *out, size_t ldo,
                          float *scale)
{
    TIMED(SOFTMAX, inner->softmax_quant(s, lds, m, n, out, ldo, scale));
}

static lgm_kernels with_clock(const lgm_kernels *k)
{
    lgm_kernels c = *k;
    inner = k;
    c.linear_rows = linear_rows;
    c.linear_bytes = linear_bytes;
    c.gemm_i32 = gemm_i32;
    c.pack_columns = pack_columns;
    c.quant_rows = quant_rows;
    c.norm_rows = norm_rows;
    c.gelu_quant = gelu_quant;
    c.softmax_quant = softmax_quant;
    return c;
}

/* ---- measure --------------------------------------------------------------------------------- */

typedef struct bench {
    const lgm_transformer *t;
    lgm_transformer_work *w;
    float *first, *x; /* [LGM_TR_MAX_ROWS][DIM] */
    uint64_t parts[N_PARTS];
} bench;

/* The shortest of many runs, and where its time went if k has a clock. */
static uint64_t best_run(bench *b, const lgm_kernels *k, uint32_t n)
{
    uint64_t best = UINT64_MAX, all = 0;
    for (int run = 0; run < MAX_RUNS && all < BUDGET_NS; run++) {
        memcpy(b->x, b->first, (size_t)n * DIM * sizeof *b->x);
        memset(spent, 0, sizeof spent);
        const uint64_t start = lgm_now_ns();
        lgm_nn_transformer_run(b->t, k, b->w, b->x, n);
        const uint64_t ns = lgm_now_ns() - start;
        all += ns;
        if (ns >= best) continue;
        best = ns;
        memcpy(b->parts, spent, sizeof spent);
    }
    return best;
}

/* One layer's product on its own, over n rows, in ns. */
static double product_ns(bench *b, const lgm_kernels *k, const lgm_linear *l, uint32_t n)
{
    static uint8_t a[LGM_TR_MAX_ROWS * FFN];
    static float out[LGM_TR_MAX_ROWS * FFN], scale[LGM_TR_MAX_ROWS];
    uint64_t best = UINT64_MAX, all = 0;
    (void)b;
    for (int run = 0; run < MAX_RUNS && all < BUDGET_NS / 10; run++) {
        const uint64_t start = lgm_now_ns();
        k->linear_rows(a, l->k_pad, scale, n, l->w, l->scale, l->bias, l->sum, l->n_pad, l->k_pad,
                       out, l->n_pad);
        const uint64_t ns = lgm_now_ns() - start;
        all += ns;
        best = ns < best ? ns : best;
    }
    return (double)best;
}

static void report(bench *b, const lgm_kernels *k, uint32_t n)
{
    const lgm_tr_layer *const l = &b->t->layers[0];
    const double bare = b->t->depth * (product_ns(b, k, &l->qkv, n) + product_ns(b, k, &l->out, n) +
                                       product_ns(b, k, &l->up, n) + product_ns(b, k, &l->down, n));
    const double ops = 2.0 * n * b->t->depth * (4.0 * DIM * DIM + 2.0 * DIM * FFN);
    const double ns = (double)best_run(b, k, n);
    printf("%-12s n=%3u  %8.0f pieces/s  %6.1f GOPS of %6.1f, %4.1f %%\n", k->name, n, n * 1e9 / ns,
           ops / ns, ops / bare, 100 * bare / ns);

    const lgm_kernels clocked = with_clock(k);
    const double slow = (double)best_run(b, &clocked, n);
    double rest = slow;
    printf("   ");
    for (int i = 0; i < N_PARTS; i++) {
        printf(" %s %.1f", part_names[i], 100.0 * (double)b->parts[i] / slow);
        rest -= (double)b->parts[i];
    }
    printf(" rest %.1f\n", 100 * rest / slow);
}

int main(int argc, char **argv)
{
    static const uint32_t lengths[] = {64, 128, 256, 384, 512};
    const char *const only = argc > 1 ? argv[1] : lgm_nn_kernels_get(NULL)->name;
    const lgm_kernels *const k = lgm_nn_kernels_get(only);
    const uint32_t pieces = argc > 2 ? (uint32_t)atoi(argv[2]) : 0;
    const uint32_t depth = argc > 3 ? (uint32_t)atoi(argv[3]) : 6;
    if (!k || pieces > LGM_TR_MAX_ROWS || depth == 0 || depth > LGM_TR_MAX_DEPTH) {
        fprintf(stderr, "usage: bench_layers [KERNEL] [PIECES] [DEPTH]\n");
        return 2;
    }
    const lgm_transformer t = make(depth);
    lgm_arena *scratch;
    lgm_err err;
    bench b = {.t = &t, .first = floats(LGM_TR_MAX_ROWS * DIM, 0.1f, 0),
               .x = take(LGM_TR_MAX_ROWS * DIM * sizeof(float))};
    timed = &t;
    if (lgm_arena_new(&scratch, 0, &err) != LGM_OK ||
        lgm_nn_transformer_work_new(&b.w, &t, LGM_TR_MAX_ROWS, scratch, &err) != LGM_OK)
        return 1;
    for (size_t i = 0; i < LGM_COUNT(lengths); i++)
        if (!pieces) report(&b, k, lengths[i]);
    if (pieces) report(&b, k, pieces);
    lgm_arena_free(scratch);
    return 0;
}
