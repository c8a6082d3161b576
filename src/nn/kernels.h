/*
 * kernels.h - the tables of functions, one per instruction set; dispatch.c picks.
 */
#ifndef LGM_NN_KERNELS_H
#define LGM_NN_KERNELS_H

#include "nn/nn.h"

extern const lgm_kernels lgm_nn_ref;
extern const lgm_kernels lgm_nn_avx2;
extern const lgm_kernels lgm_nn_avxvnni;
extern const lgm_kernels lgm_nn_avx512vnni;
extern const lgm_kernels lgm_nn_neon;

#endif
