/*
 * gemm.c - how fast the kernels multiply: GOPS (two a multiply-add) of one thread, best of many
 * runs.
 *
 *     build/bench/speed/bench_gemm [KERNEL]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nn/nn.h"

enum { MAX_M = 512, MAX_N = 576, MAX_K = 576, RUNS = 40 };

typedef struct arena {
    uint8_t a[MAX_M * MAX_K];
    int8_t w[MAX_N * MAX_K];
    float scale[MAX_N], bias[MAX_N], out[MAX_M * MAX_N];
    int32_t sum[MAX_N];
} arena;

static double gops(const lgm_kernels *k, arena *b, size_t m, size_t n, size_t depth)
{
    uint64_t best = UINT64_MAX;
    const int repeat = strcmp(k->name, "ref") == 0 ? 1 : 20;
    for (int run = 0; run < RUNS; run++) {
        const uint64_t t0 = lgm_now_ns();
        for (int i = 0; i < repeat; i++)
            k->linear(b->a, depth, 0.01f, m, b->w, b->scale, b->bias, b->sum, n, depth, b->out, n);
        const uint64_t t = lgm_now_ns() - t0;
        if (t < best) best = t;
    }
    return 2.0 * (double)m * (double)n * (double)depth * repeat / (double)best;
}

int main(int argc, char **argv)
{
    static const size_t shapes[][2] = {{576, 192}, {384, 576}, {192, 192}, {288, 96}, {112, 192}};
    static const size_t rows[] = {64, 128, 512};
    arena *const b = lgm_aligned_alloc(64, sizeof *b);
    if (!b) return 1;
    memset(b, 0, sizeof *b);
    for (size_t i = 0; i < sizeof b->a; i++) b->a[i] = (uint8_t)(i * 41);
    for (size_t i = 0; i < sizeof b->w; i++) b->w[i] = (int8_t)(i * 67);

    const lgm_kernels *all[8];
    const size_t n_all = lgm_nn_kernels_all(all, LGM_COUNT(all));
    for (size_t i = 0; i < n_all; i++) {
        if (argc > 1 && strcmp(argv[1], all[i]->name) != 0) continue;
        for (size_t s = 0; s < LGM_COUNT(shapes); s++) {
            printf("%-12s N=%3zu K=%3zu  ", all[i]->name, shapes[s][0], shapes[s][1]);
            for (size_t r = 0; r < LGM_COUNT(rows); r++)
                printf("  M=%zu %6.1f", rows[r],
                       gops(all[i], b, rows[r], shapes[s][0], shapes[s][1]));
            printf("  GOPS\n");
        }
    }
    lgm_free(b);
    return 0;
}
