/*
 * model_builder.h - writes model files in memory, for tests and fuzzing.
 *
 *     model_builder b = {0};
 *     mb_text(&b, "labels.upos", "NOUN\nVERB\n");
 *     mb_linear(&b, "tag", 20, 32, weights, scale);
 *     size_t len; uint8_t *bytes = mb_bytes(&b, &len);   (64-aligned; free it)
 *
 * Owns    the builder copies what it is given; mb_bytes empties it.
 */
#ifndef MODEL_BUILDER_H
#define MODEL_BUILDER_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "model/model.h"

enum { MB_ROOM = 128, MB_HEADER = 64, MB_ENTRY = 96 };

typedef struct mb_tensor {
    char name[64];
    uint32_t dtype, rank, dims[3];
    uint8_t *data;
    size_t size;
} mb_tensor;

typedef struct model_builder {
    mb_tensor at[MB_ROOM];
    size_t n;
} model_builder;

static inline size_t mb_up(size_t n, size_t to) { return (n + to - 1) / to * to; }

static inline void mb_add(model_builder *b, const char *name, uint32_t dtype, uint32_t rank,
                          uint32_t d0, uint32_t d1, uint32_t d2, const void *data, size_t size)
{
    const size_t name_len = strlen(name);
    if (b->n == MB_ROOM || name_len >= 64) abort();
    mb_tensor *const t = &b->at[b->n++];
    *t = (mb_tensor){.dtype = dtype, .rank = rank, .dims = {d0, d1, d2}, .size = size};
    memcpy(t->name, name, name_len);
    t->data = malloc(size ? size : 1);
    if (!t->data) abort();
    memcpy(t->data, data, size);
}

static inline void mb_text(model_builder *b, const char *name, const char *text)
{
    mb_add(b, name, LGM_DTYPE_U8, 1, (uint32_t)strlen(text), 1, 1, text, strlen(text));
}

static inline void mb_f32(model_builder *b, const char *name, uint32_t d0, uint32_t d1,
                          const float *v)
{
    mb_add(b, name, LGM_DTYPE_F32, d1 > 1 ? 2 : 1, d0, d1, 1, v, sizeof *v * d0 * d1);
}

static inline void mb_number(model_builder *b, const char *what, float v)
{
    char name[64];
    snprintf(name, sizeof name, "config.%s", what);
    mb_f32(b, name, 1, 1, &v);
}

/* w[n_out][n_in]; scale and bias are the same for all outputs. */
static inline void mb_linear(model_builder *b, const char *name, uint32_t n_out, uint32_t n_in,
                             const int8_t *w, float scale, float bias)
{
    const size_t n = mb_up(n_out, 16), k = mb_up(n_in, 4);
    int8_t *const packed = calloc(n, k);
    float *const s = calloc(n, sizeof *s), *const c = calloc(n, sizeof *c);
    int32_t *const sum = calloc(n, sizeof *sum);
    if (!packed || !s || !c || !sum) abort();
    for (size_t i = 0; i < n_out; i++) {
        s[i] = scale;
        c[i] = bias;
        for (size_t j = 0; j < n_in; j++) {
            packed[((i / 16) * (k / 4) + j / 4) * 64 + (i % 16) * 4 + j % 4] = w[i * n_in + j];
            sum[i] += w[i * n_in + j];
        }
    }
    char full[80];
    mb_add(b, name, LGM_DTYPE_PACKED, 2, (uint32_t)n, (uint32_t)k, 1, packed, n * k);
    snprintf(full, sizeof full, "%s.scale", name);
    mb_f32(b, full, (uint32_t)n, 1, s);
    snprintf(full, sizeof full, "%s.bias", name);
    mb_f32(b, full, (uint32_t)n, 1, c);
    snprintf(full, sizeof full, "%s.sum", name);
    mb_add(b, full, LGM_DTYPE_I32, 1, (uint32_t)n, 1, 1, sum, n * sizeof *sum);
    snprintf(full, sizeof full, "%s.shape", name);
    const uint32_t shape[2] = {n_out, n_in};
    mb_add(b, full, LGM_DTYPE_U32, 1, 2, 1, 1, shape, sizeof shape);
    free(packed);
    free(s);
    free(c);
    free(sum);
}

static inline int mb_by_name(const void *a, const void *b)
{
    return memcmp(((const mb_tensor *)a)->name, ((const mb_tensor *)b)->name, 64);
}

static inline void mb_put(uint8_t *p, uint64_t v, size_t n) { memcpy(p, &v, n); }

/* Both checksums and the file size, over whatever the bytes now say. len >= 64. */
static inline void mb_seal(uint8_t *bytes, size_t len)
{
    mb_put(bytes + 16, len, 8);
    mb_put(bytes + 40, XXH3_64bits(bytes + MB_HEADER, len - MB_HEADER), 8);
    mb_put(bytes + 56, XXH3_64bits(bytes, 56), 8);
}

static inline uint8_t *mb_bytes(model_builder *b, size_t *len)
{
    qsort(b->at, b->n, sizeof *b->at, mb_by_name);
    const size_t data_at = mb_up(MB_HEADER + MB_ENTRY * b->n, 64);
    *len = data_at;
    for (size_t i = 0; i < b->n; i++) *len += mb_up(b->at[i].size, 64);
    uint8_t *const out = aligned_alloc(64, *len);
    if (!out) abort();
    memset(out, 0, *len);

    memcpy(out, "LGMMODEL", 8);
    mb_put(out + 8, 1, 4);
    mb_put(out + 12, b->n, 4);
    mb_put(out + 24, MB_HEADER, 8);
    mb_put(out + 32, data_at, 8);
    size_t at = data_at;
    for (size_t i = 0; i < b->n; i++) {
        const mb_tensor *const t = &b->at[i];
        uint8_t *const e = out + MB_HEADER + MB_ENTRY * i;
        memcpy(e, t->name, 64);
        mb_put(e + 64, t->dtype, 4);
        mb_put(e + 68, t->rank, 4);
        for (size_t d = 0; d < 3; d++) mb_put(e + 72 + 4 * d, t->dims[d], 4);
        mb_put(e + 88, at, 8);
        memcpy(out + at, t->data, t->size);
        at += mb_up(t->size, 64);
        free(t->data);
    }
    b->n = 0;
    mb_seal(out, *len);
    return out;
}

#endif
