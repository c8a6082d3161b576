/*
 * fuzz_model_mutate.h - changes to a model file that leave it one, mostly: in a tensor's data, its
 * type or size, its name; a tensor less, or the data of another. Afterwards the sums of packed
 * weights are those of the weights, mostly.
 */
#ifndef LGM_FUZZ_MODEL_MUTATE_H
#define LGM_FUZZ_MODEL_MUTATE_H

#include "../unit/model_builder.h"
#include "base/sealed.h"
#include "fuzz.h"

static uint32_t mutate_random(uint32_t *seed, uint32_t n)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (uint32_t)((uint64_t)(*seed >> 4) * n >> 28);
}

/* Tensors that the header tells of, as far as they are there. */
static uint32_t mutate_count(const uint8_t *data, size_t size)
{
    if (size < MB_HEADER + MB_ENTRY) return 0;
    const uint32_t n = lgm_u32_at(data + 12), most = (uint32_t)((size - MB_HEADER) / MB_ENTRY);
    return n < most ? n : most;
}

typedef struct mutate_part {
    uint8_t *entry, *data;
    size_t size;
} mutate_part;

/* The i-th tensor's data up to the next one's. */
static mutate_part mutate_at(uint8_t *data, size_t size, uint32_t n, uint32_t i)
{
    uint8_t *const e = data + MB_HEADER + (size_t)i * MB_ENTRY;
    const uint64_t at = lgm_u64_at(e + 88), next = i + 1 < n ? lgm_u64_at(e + MB_ENTRY + 88) : size;
    if (at > size || next > size || next <= at) return (mutate_part){e, data, 0};
    return (mutate_part){e, data + at, (size_t)(next - at)};
}

static mutate_part mutate_find(uint8_t *data, size_t size, uint32_t n, const char *name)
{
    for (uint32_t i = 0; i < n; i++) {
        const mutate_part p = mutate_at(data, size, n, i);
        if (strncmp((const char *)p.entry, name, 64) == 0) return p;
    }
    return (mutate_part){0};
}

/* Sums of what the weights now are. */
static void mutate_sums(uint8_t *data, size_t size, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        char name[72];
        const mutate_part p = mutate_at(data, size, n, i);
        const uint32_t rows = lgm_u32_at(p.entry + 72), k = lgm_u32_at(p.entry + 76);
        if (lgm_u32_at(p.entry + 64) != LGM_DTYPE_PACKED || rows % 16 || k % 4 || k == 0) continue;
        snprintf(name, sizeof name, "%.63s.sum", (const char *)p.entry);
        const mutate_part sums = mutate_find(data, size, n, name);
        if (rows > sums.size / 4 || rows > p.size / k) continue;
        const int8_t *w = (const int8_t *)p.data;
        for (uint32_t n0 = 0; n0 < rows; n0 += 16) {
            int32_t row[16] = {0};
            for (uint32_t k0 = 0; k0 < k; k0 += 4, w += 64)
                for (int j = 0; j < 64; j++) row[j / 4] += w[j];
            memcpy(sums.data + n0 * 4, row, sizeof row);
        }
    }
}

static void mutate_header(uint8_t *e, uint32_t *seed)
{
    static const uint32_t telling[] = {0, 1, 2, 3, 15, 16, 17, 31, 32, 64, 0xffff, 0x7fffffff};
    uint8_t *const field = e + 64 + 4 * mutate_random(seed, 8); /* type, rank, dims, data */
    const uint32_t old = lgm_u32_at(field), how = mutate_random(seed, 3);
    const uint32_t v = how == 0   ? telling[mutate_random(seed, 12)]
                       : how == 1 ? old + 1 - 2 * mutate_random(seed, 2)
                                  : old ^ 1u << mutate_random(seed, 32);
    mb_put(field, v, 4);
}

/* The directory without its i-th entry; the data stay. */
static void mutate_drop(uint8_t *data, uint32_t n, uint32_t i)
{
    uint8_t *const e = data + MB_HEADER + (size_t)i * MB_ENTRY;
    memmove(e, e + MB_ENTRY, (size_t)(n - i - 1) * MB_ENTRY);
    mb_put(data + 12, n - 1, 4);
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed)
{
    uint32_t x = seed;
    const uint32_t n = mutate_count(data, size);
    if (n == 0 || mutate_random(&x, 16) == 0) return LLVMFuzzerMutate(data, size, max);
    const uint32_t i = mutate_random(&x, n);
    const mutate_part p = mutate_at(data, size, n, i);
    switch (mutate_random(&x, 8)) {
    case 0: mutate_header(p.entry, &x); break;
    case 1: LLVMFuzzerMutate(p.entry, 64, 64); break;
    case 2: mutate_drop(data, n, i); break;
    case 3: LLVMFuzzerMutate(data + 8, 32, 32); break; /* of the file */
    case 4: {                                          /* the data of another */
        const uint32_t k = mutate_random(&x, n);
        const mutate_part other = mutate_at(data, size, n, k);
        if (other.size && p.size)
            memmove(p.data, other.data, other.size < p.size ? other.size : p.size);
        break;
    }
    default:
        if (p.size) LLVMFuzzerMutate(p.data, p.size, p.size);
    }
    if (mutate_random(&x, 8)) mutate_sums(data, size, mutate_count(data, size));
    if (size >= MB_HEADER) mb_seal(data, size);
    return size;
}

#endif
