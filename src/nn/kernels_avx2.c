/*
 * kernels_avx2.c - AVX2: bytes at even and odd places are widened to 16 bits and multiplied in
 * pairs. vpmaddubsw would be shorter, but it saturates: 2 * 255 * 127 does not fit in 16 bits.
 */
#include <immintrin.h>

#define LANES 8
#define TILE_ROWS 4
#define TILE_PANELS 1
#define TILE_SHIFTED 0

typedef struct pairs { /* of 32 bytes: those at even places, those at odd places */
    __m256i even, odd;
} tile_act, tile_wts;

static inline tile_act tile_load_act(const void *p)
{
    int four;
    __builtin_memcpy(&four, p, sizeof four);
    const __m256i a = _mm256_set1_epi32(four);
    return (tile_act){_mm256_and_si256(a, _mm256_set1_epi16(255)), _mm256_srli_epi16(a, 8)};
}

static inline tile_wts tile_load_wts(const void *p)
{
    const __m256i w = _mm256_loadu_si256((const __m256i *)p);
    return (tile_wts){_mm256_srai_epi16(_mm256_slli_epi16(w, 8), 8), _mm256_srai_epi16(w, 8)};
}

#define tile_dot(acc, act, wts)                                                 \
    ((acc) + (vi)_mm256_madd_epi16((act).even, (wts).even) +                    \
     (vi)_mm256_madd_epi16((act).odd, (wts).odd))

#include "nn/tile.h"

LGM_KERNEL_TABLE(lgm_nn_avx2, "avx2");
