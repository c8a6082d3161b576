/*
 * kernels_neon.c - AArch64 with the dot product extension: 24 sums of 4 lanes, four weights, one
 * activation. The instruction multiplies signed bytes, so activations lose their zero point first.
 */
#include <arm_neon.h>

#define LANES 4
#define TILE_ROWS 6
#define TILE_PANELS 1
#define TILE_SHIFTED 1

typedef int8x16_t tile_act, tile_wts;
#define tile_dot(acc, act, wts) ((vi)vdotq_s32((int32x4_t)(acc), (act), (wts)))

static inline int8x16_t tile_load_act(const void *p)
{
    uint32_t four;
    __builtin_memcpy(&four, p, sizeof four);
    return vreinterpretq_s8_u32(vdupq_n_u32(four ^ 0x80808080u));
}

static inline int8x16_t tile_load_wts(const void *p) { return vld1q_s8(p); }

#include "nn/tile.h"

LGM_KERNEL_TABLE(lgm_nn_neon, "neon");
