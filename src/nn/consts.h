/*
 * consts.h - the numbers that all kernels share, and the reason why each of them is safe.
 *
 * Everything here works on finite values: what is not a number is replaced by the larger bound (the
 * comparisons are written so), and the model file's values are bounded when it is opened.
 */
#ifndef LGM_NN_CONSTS_H
#define LGM_NN_CONSTS_H

#include <float.h>

/* Where floats are computed wider than they are stored (x87), no two machines would agree. */
_Static_assert(FLT_EVAL_METHOD == 0, "floats must be computed as float: use -msse2 -mfpmath=sse");

/* x + this rounds x (|x| < 2^22) to an integer, ties to even, in the low bits of the sum. */
#define LGM_ROUND 12582912.0f /* 1.5 * 2^23 */
#define LGM_ROUND_BITS 0x4b400000
/* The same with the zero point added: the low byte of the sum's bits is 128 + round(x). */
#define LGM_ROUND_128 (LGM_ROUND + 128.0f)

/* 2^f for |f| <= 1/2, relative error 2.3e-7 (least squares with Lawson weights, then f32). */
#define LGM_LOG2E 1.44269504f
#define LGM_EXP2_1 0.69314694f
#define LGM_EXP2_2 0.2402212f
#define LGM_EXP2_3 0.05550713f
#define LGM_EXP2_4 0.009675541f
#define LGM_EXP2_5 0.0013276471f

/* The same where a byte is all that is kept of the result: relative error 1.01e-4, and exactly 1 at
 * f = 0 (least squares with Lawson weights). Exponents are kept within LGM_EXP2_MAX. */
#define LGM_EXP2_BYTE_1 0.693282902f
#define LGM_EXP2_BYTE_2 0.242211014f
#define LGM_EXP2_BYTE_3 0.0550089516f
#define LGM_EXP2_MAX 100.0f
/* 255 times these: weights of attention are bytes. */
#define LGM_EXP2_255_1 176.787140f
#define LGM_EXP2_255_2 61.7638086f
#define LGM_EXP2_255_3 14.0272826f

/* u * sigmoid(1.5957691 * (u + 0.044715 * u^3)) = u / (1 + 2^(u * (GELU_1 + GELU_3 * u^2))). */
#define LGM_GELU_1 -2.30220817f
#define LGM_GELU_3 -0.102943238f

#define LGM_SIGMOID_MAX 30.0f /* 1 - sigmoid(30) is far below what f32 can tell from 0 */
#define LGM_NORM_MAX 1e15f    /* its square times any width is finite */
#define LGM_NORM_EPS 1e-5f
#define LGM_RELU_MAX 1e30f
#define LGM_RELU_MIN 1e-30f /* a row whose largest value is below is a row of zeros */

/* Bounds of the largest value of a row that is quantised by it: a larger one, or one that is not a
 * number, counts as the upper bound; a row below the lower bound is a row of zeros. So products of
 * two scales and a sum are finite. */
#define LGM_QUANT_MAX 1e15f
#define LGM_QUANT_MIN 1e-30f

#endif
