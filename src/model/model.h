/*
 * model.h - the model file: a directory of named tensors, mapped read-only.
 *
 *   offset  size  field                                     all integers little-endian
 *        0     8  magic "LGMMODEL"
 *        8     4  format version (1)
 *       12     4  n_tensors
 *       16     8  file size in bytes
 *       24     8  directory offset (= 64)
 *       32     8  data offset, 64-aligned; the directory ends before it
 *       40     8  XXH3-64 of the bytes [64, file size)
 *       48     8  zero
 *       56     8  XXH3-64 of the bytes [0, 56)
 *       64    96  directory entry, n_tensors times:
 *                   0  64  name, NUL-padded ("sru.0.w"), names ascending in byte order and unique
 *                  64   4  dtype (lgm_dtype)
 *                  68   4  rank (1-3)
 *                  72  12  dims, u32 each, 1 where unused
 *                  84   4  zero
 *                  88   8  offset of the data from the start of the file, 64-aligned
 *
 * The size of a tensor follows from dtype and dims, and data stand in the order of the directory;
 * every range is proved to lie inside the file and behind its neighbour before a pointer is handed
 * out. Labels, vocabulary and card are tensors of bytes ("labels.upos": one label a line, each
 * ended by a newline; "card.json"). Names are printable ASCII without spaces, at most 63 bytes.
 *
 * GEMM weights are stored packed for the kernels: LGM_DTYPE_PACKED, dims {N, K}, N a multiple of 16
 * and K of 4 (at most LGM_MODEL_MAX_K) after padding with zeros; the byte of output n, input k
 * is at
 *     ((n / 16) * (K / 4) + k / 4) * 64 + (n % 16) * 4 + k % 4.
 * Each comes with "<name>.scale" f32 [N] and "<name>.bias" f32 [N] and "<name>.sum" i32 [N], the
 * sum of the row's weights (the kernels multiply unsigned activations with a zero point of 128),
 * and "<name>.shape" u32 {n_out, n_in}. Rows of padding have scale and bias 0.
 *
 * Values are checked too, so that no product of the kernels can overflow or be something that is
 * not a number: every f32 is finite and at most LGM_MODEL_MAX_F32 in size, the scales and biases of
 * packed weights at most LGM_MODEL_MAX_SCALE, and the sums are those of the weights.
 *
 * Owns    the model owns the mapping; views live as long as it does. Read-only, shareable.
 * Errors  LGM_E_FORMAT not a model, LGM_E_VERSION, LGM_E_CORRUPT damaged, LGM_E_NOTFOUND no such
 *         tensor, LGM_E_UNSUPPORTED on a big-endian machine; messages name the file and the tensor.
 * Written by tools/train/export/modelfile.py.
 */
#ifndef LGM_MODEL_H
#define LGM_MODEL_H

#include "base/base.h"

enum { LGM_MODEL_MAX_K = 4096 };
#define LGM_MODEL_MAX_F32 1e9f
#define LGM_MODEL_MAX_SCALE 1e3f

typedef enum lgm_dtype {
    LGM_DTYPE_I8 = 1,
    LGM_DTYPE_U8 = 2,  /* bytes: text, labels */
    LGM_DTYPE_I32 = 3,
    LGM_DTYPE_U32 = 4,
    LGM_DTYPE_F32 = 5,
    LGM_DTYPE_U64 = 6,
    LGM_DTYPE_PACKED = 7, /* int8 in GEMM order, dims {N, K} padded */
    LGM_DTYPE_U16 = 8
} lgm_dtype;

typedef struct lgm_tensor { /* a view into the mapping */
    const char *name;
    lgm_dtype dtype;
    uint32_t rank;
    uint32_t dims[3];
    const void *data; /* 64-byte aligned */
    uint64_t size_bytes;
} lgm_tensor;

typedef struct lgm_model lgm_model;

LGM_NODISCARD lgm_status lgm_model_open(lgm_model **out, const char *path, lgm_err *err);
/* The same over bytes that the caller keeps alive (tests, fuzzing); data must be 64-aligned. `what`
 * names them in messages. */
LGM_NODISCARD lgm_status lgm_model_open_bytes(lgm_model **out, const void *data, size_t len,
                                              const char *what, lgm_err *err);
void lgm_model_close(lgm_model *m); /* NULL is fine */
/* The file's path, or what stands for it in messages. */
const char *lgm_model_what(const lgm_model *m);

size_t lgm_model_n_tensors(const lgm_model *m);
const lgm_tensor *lgm_model_tensor(const lgm_model *m, size_t i);
const lgm_tensor *lgm_model_find(const lgm_model *m, const char *name); /* NULL = none */

/* A tensor that must be there with this type and these dims (0 = any). */
LGM_NODISCARD lgm_status lgm_model_need(const lgm_model *m, const char *name, lgm_dtype dtype,
                                        uint32_t d0, uint32_t d1, uint32_t d2,
                                        const lgm_tensor **out, lgm_err *err);

/* A linear layer: packed weights with scale, bias and sums. n_out and n_in are the true sizes, from
 * "<name>.shape" u32 {n_out, n_in}; the padded ones are in n_pad and k_pad. */
typedef struct lgm_linear {
    const int8_t *w;
    const float *scale, *bias;
    const int32_t *sum;
    uint32_t n_out, n_in, n_pad, k_pad;
} lgm_linear;
LGM_NODISCARD lgm_status lgm_model_linear(const lgm_model *m, const char *name, uint32_t n_out,
                                          uint32_t n_in, lgm_linear *out, lgm_err *err);

/* A table of labels, one a line, from tensor "labels.<what>": NUL-terminated strings. The model
 * owns the table and frees it on close. */
typedef struct lgm_labels {
    const char *const *at;
    uint32_t n;
} lgm_labels;
LGM_NODISCARD lgm_status lgm_model_labels(const lgm_model *m, const char *what, lgm_labels *out,
                                          lgm_err *err);

/* A number of the configuration, from tensor "config.<what>" f32 [1]. */
LGM_NODISCARD lgm_status lgm_model_number(const lgm_model *m, const char *what, float *out,
                                          lgm_err *err);

/* Card fields: tensor "card.json"; name and version from "card.name", "card.version" (one line of
 * text each). "" where the file has none. */
const char *lgm_model_name(const lgm_model *m);
const char *lgm_model_version(const lgm_model *m);

#endif
