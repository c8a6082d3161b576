/*
 * allocations.c - the allocator's functions, in front of libc's: strdup, operator new, zlib and
 * stdio come here too, since libc lets its own allocator be replaced.
 */
#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <stdlib.h>

#include "plan.h"

static struct { /* those that would be called without us: libc's or a sanitizer's */
    void *(*malloc)(size_t);
    void *(*calloc)(size_t, size_t);
    void *(*realloc)(void *, size_t);
    void *(*memalign)(size_t, size_t);
} next;

static void *symbol(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

/* The dynamic linker allocates before any constructor runs. */
static void find_next(void)
{
    if (next.memalign) return;
    *(void **)&next.malloc = symbol("malloc");
    *(void **)&next.calloc = symbol("calloc");
    *(void **)&next.realloc = symbol("realloc");
    *(void **)&next.memalign = symbol("memalign");
}

static bool refused(void)
{
    find_next();
    if (!fault_due(FAULT_alloc)) return false;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t size)
{
    return refused() ? NULL : next.malloc(size);
}

void *calloc(size_t n, size_t size)
{
    return refused() ? NULL : next.calloc(n, size);
}

void *realloc(void *p, size_t size)
{
    find_next();
    return size && refused() ? NULL : next.realloc(p, size); /* of none: it frees */
}

void *memalign(size_t align, size_t size)
{
    return refused() ? NULL : next.memalign(align, size);
}

void *aligned_alloc(size_t align, size_t size)
{
    return memalign(align, size);
}

int posix_memalign(void **out, size_t align, size_t size)
{
    void *const p = memalign(align, size);
    if (!p) return ENOMEM;
    *out = p;
    return 0;
}
