/*
 * kernels_avxvnni.c - AVX2 with the VEX form of VNNI: 12 sums of 8 lanes, two weights, one
 * activation in 16 registers.
 */
#include <immintrin.h>

#define LANES 8
#define TILE_ROWS 6
#define TILE_PANELS 1
#define TILE_SHIFTED 0

typedef __m256i tile_act, tile_wts;
#ifdef __AVXVNNI__
#define tile_dot(acc, act, wts) ((vi)_mm256_dpbusd_avx_epi32((__m256i)(acc), (act), (wts)))
#else /* the same instruction in its AVX-512VL form, to try this file on machines with that */
#define tile_dot(acc, act, wts) ((vi)_mm256_dpbusd_epi32((__m256i)(acc), (act), (wts)))
#endif

static inline __m256i tile_load_act(const void *p)
{
    int four;
    __builtin_memcpy(&four, p, sizeof four);
    return _mm256_set1_epi32(four);
}

static inline __m256i tile_load_wts(const void *p)
{
    return _mm256_loadu_si256((const __m256i *)p);
}

#include "nn/tile.h"

LGM_KERNEL_TABLE(lgm_nn_avxvnni, "avxvnni");
