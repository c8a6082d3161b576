/* kernels_avx512vnni.c - AVX-512 with VNNI: 24 sums of 16 lanes, three weights, one activation. */
#include <immintrin.h>

#define LANES 16
#define TILE_ROWS 8
#define TILE_PANELS 3
#define TILE_SHIFTED 0

typedef __m512i tile_act, tile_wts;
#define tile_dot(acc, act, wts) ((vi)_mm512_dpbusd_epi32((__m512i)(acc), (act), (wts)))

static inline __m512i tile_load_act(const void *p)
{
    int four;
    __builtin_memcpy(&four, p, sizeof four);
    return _mm512_set1_epi32(four);
}

static inline __m512i tile_load_wts(const void *p) { return _mm512_loadu_si512(p); }

#include "nn/tile.h"

LGM_KERNEL_TABLE(lgm_nn_avx512vnni, "avx512vnni");
