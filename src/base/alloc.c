/* alloc.c - the one way to the system's allocator, with a hook that makes it fail. */
#include <stdlib.h>
#include <time.h>

#include "base/base.h"

/* Per thread and inert unless a test arms it: not a setting, hence not in any struct. */
static _Thread_local int64_t fail_after = -1;
static _Thread_local uint64_t n_allocs;

static bool may_allocate(void)
{
    n_allocs++;
    if (fail_after < 0) return true;
    if (fail_after == 0) return false;
    fail_after--;
    return true;
}

uint64_t lgm_alloc_fail_after(int64_t n)
{
    const uint64_t count = n_allocs;
    n_allocs = 0;
    fail_after = n;
    return count;
}

void *lgm_malloc(size_t size)
{
    return may_allocate() ? malloc(size ? size : 1) : NULL;
}

void *lgm_calloc(size_t n, size_t size)
{
    size_t bytes;
    if (n == 0 || size == 0) n = size = 1;
    if (__builtin_mul_overflow(n, size, &bytes))
        return NULL; /* calloc's own check aborts under ASan */
    return may_allocate() ? calloc(n, size) : NULL;
}

void *lgm_realloc(void *p, size_t size)
{
    return may_allocate() ? realloc(p, size ? size : 1) : NULL;
}

void *lgm_aligned_alloc(size_t align, size_t size)
{
    void *p = NULL;
    if (!may_allocate()) return NULL;
    return posix_memalign(&p, align, size ? size : 1) == 0 ? p : NULL;
}

void lgm_free(void *p)
{
    free(p);
}

uint64_t lgm_now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}
