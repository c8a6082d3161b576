/*
 * arena.c - blocks in a chain; allocation moves a mark, freeing moves it back.
 *
 * Blocks after `current` are empty and kept for reuse; those too small for a request are freed and
 * replaced, so that the chain never holds much more than was in use at once. README.md says why
 * the budget counts what is handed out and not the blocks.
 */
#include <assert.h>
#include <string.h>

#include "base/base.h"

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n) ASAN_POISON_MEMORY_REGION((p), (n))
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
enum { RED_ZONE = 16 };
#else
#define POISON(p, n) ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
enum { RED_ZONE = 0 };
#endif

#ifdef LGM_ARENA_MALLOC
enum { SHARE_BLOCKS = 0 };
#else
enum { SHARE_BLOCKS = 1 };
#endif

enum { ALIGN = 16 };
static const size_t FIRST_BLOCK = 32u << 10, LARGEST_STEP = 4u << 20;
static const size_t KEPT = 4u << 20; /* by a trim: it would be asked for again by the next report */

typedef struct block {
    struct block *next;
    size_t room, used; /* bytes after the header */
    size_t pad;        /* keeps data aligned to 16 */
} block;

struct lgm_arena {
    block *first, *current;       /* current NULL: nothing is in use */
    uint64_t budget, total, peak; /* total: bytes in use */
    lgm_status status;
    const atomic_bool *stop; /* NULL = never */
};

static uint8_t *data_of(block *b)
{
    return (uint8_t *)(b + 1);
}

lgm_status lgm_arena_new(lgm_arena **out, uint64_t budget_bytes, lgm_err *err)
{
    lgm_arena *const a = lgm_calloc(1, sizeof *a);
    *out = a;
    if (!a) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    a->budget = budget_bytes ? budget_bytes : UINT64_MAX;
    return LGM_OK;
}

void lgm_arena_stop_by(lgm_arena *a, const atomic_bool *flag)
{
    a->stop = flag;
}

static void free_chain(block *b)
{
    while (b) {
        block *const next = b->next;
        UNPOISON(data_of(b), b->room);
        lgm_free(b);
        b = next;
    }
}

void lgm_arena_free(lgm_arena *a)
{
    if (!a) return;
    free_chain(a->first);
    lgm_free(a);
}

/* Makes current a block with `need` free bytes: the next kept one, or a new one. */
static bool next_block(lgm_arena *a, size_t need)
{
    block **const link = a->current ? &a->current->next : &a->first;
    while (*link && (*link)->room < need) {
        block *const small = *link;
        *link = small->next;
        UNPOISON(data_of(small), small->room);
        lgm_free(small);
    }
    if (!*link) {
        const size_t before = a->current ? a->current->room : FIRST_BLOCK / 2;
        const size_t step = before < LARGEST_STEP / 2 ? before * 2 : LARGEST_STEP;
        const size_t room = need > step || !SHARE_BLOCKS ? need : step;
        block *const b = lgm_malloc(sizeof *b + room);
        if (!b) return false;
        *b = (block){.room = room};
        POISON(data_of(b), room);
        *link = b;
    }
    a->current = *link;
    a->current->used = 0;
    return true;
}

/* Bytes to skip in the current block so that data is aligned; SIZE_MAX where size does not fit. */
static size_t gap_in(block *b, size_t align, size_t size)
{
    const size_t at = (size_t)(uintptr_t)(data_of(b) + b->used);
    const size_t gap = (align - at % align) % align;
    return gap <= b->room - b->used && size <= b->room - b->used - gap ? gap : SIZE_MAX;
}

static void *refuse(lgm_arena *a, lgm_status why)
{
    a->status = why;
    return NULL;
}

static bool is_stopped(const lgm_arena *a)
{
    return a->stop && atomic_load_explicit(a->stop, memory_order_relaxed);
}

void *lgm_arena_aligned(lgm_arena *a, size_t align, size_t size)
{
    assert(align > 0 && (align & (align - 1)) == 0 && align <= 4096);
    if (align < ALIGN) align = ALIGN;
    if (size > SIZE_MAX / 4) return refuse(a, LGM_E_BUDGET);
    if (is_stopped(a)) return refuse(a, LGM_E_CANCELLED);
    const size_t rounded = size ? (size + ALIGN - 1) / ALIGN * ALIGN : ALIGN;
    if (rounded > a->budget - a->total) return refuse(a, LGM_E_BUDGET);

    const size_t full = rounded + RED_ZONE;
    size_t gap = a->current && SHARE_BLOCKS ? gap_in(a->current, align, full) : SIZE_MAX;
    if (gap == SIZE_MAX) {
        if (!next_block(a, full + align - ALIGN)) return refuse(a, LGM_E_NOMEM);
        gap = gap_in(a->current, align, full);
        assert(gap != SIZE_MAX);
    }
    uint8_t *const p = data_of(a->current) + a->current->used + gap;
    a->current->used += gap + full;
    a->total += rounded;
    if (a->total > a->peak) a->peak = a->total;
    UNPOISON(p, size);
    return p;
}

void *lgm_arena_alloc(lgm_arena *a, size_t size)
{
    return lgm_arena_aligned(a, ALIGN, size);
}

void *lgm_arena_calloc(lgm_arena *a, size_t n, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(n, size, &bytes)) return refuse(a, LGM_E_BUDGET);
    void *const p = lgm_arena_alloc(a, bytes);
    return p ? memset(p, 0, bytes) : NULL;
}

char *lgm_arena_strndup(lgm_arena *a, const char *s, size_t len)
{
    if (len == SIZE_MAX) return refuse(a, LGM_E_BUDGET);
    char *const p = lgm_arena_alloc(a, len + 1);
    if (!p) return NULL;
    if (len) memcpy(p, s, len);
    p[len] = 0;
    return p;
}

lgm_status lgm_arena_status(const lgm_arena *a)
{
    return a->status;
}

lgm_status lgm_arena_fail(const lgm_arena *a, lgm_err *err)
{
    if (a->status == LGM_E_CANCELLED)
        return lgm_fail(err, LGM_E_CANCELLED, "%s", lgm_status_text(LGM_E_CANCELLED));
    if (a->status != LGM_E_BUDGET) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    if (a->budget == UINT64_MAX) return lgm_fail(err, LGM_E_BUDGET, "a size is out of all bounds");
    return lgm_fail(err, LGM_E_BUDGET,
                    "more than %llu KiB of working memory would be needed; split the input",
                    (unsigned long long)(a->budget >> 10));
}

lgm_status lgm_arena_stopped(lgm_arena *a, lgm_err *err)
{
    if (!is_stopped(a)) return LGM_OK;
    refuse(a, LGM_E_CANCELLED);
    return lgm_arena_fail(a, err);
}

lgm_arena_mark lgm_arena_save(lgm_arena *a)
{
    return (lgm_arena_mark){a->current, a->current ? a->current->used : 0, a->total};
}

void lgm_arena_rewind(lgm_arena *a, lgm_arena_mark m)
{
    block *const keep = m.block;
    a->current = keep;
    a->total = m.total;
    a->status = LGM_OK;
    if (keep) {
        assert(m.used <= keep->used);
        keep->used = m.used;
        POISON(data_of(keep) + m.used, keep->room - m.used);
    }
    block **const rest = keep ? &keep->next : &a->first;
    if (!SHARE_BLOCKS) {
        free_chain(*rest);
        *rest = NULL;
    }
    for (block *b = *rest; b; b = b->next) {
        b->used = 0;
        POISON(data_of(b), b->room);
    }
}

void lgm_arena_reset(lgm_arena *a)
{
    lgm_arena_rewind(a, (lgm_arena_mark){NULL, 0, 0});
}

void lgm_arena_trim(lgm_arena *a)
{
    block **rest = a->current ? &a->current->next : &a->first;
    for (size_t kept = 0; *rest && kept + (*rest)->room <= KEPT; rest = &(*rest)->next)
        kept += (*rest)->room;
    free_chain(*rest);
    *rest = NULL;
}

uint64_t lgm_arena_peak(const lgm_arena *a)
{
    return a->peak;
}

void *lgm_vec_grow(lgm_arena *a, void *at, size_t n, size_t *room, size_t item_size)
{
    const size_t wanted = *room < 8 ? 8 : *room * 2;
    size_t bytes;
    if (*room > SIZE_MAX / 4 || __builtin_mul_overflow(wanted, item_size, &bytes))
        return refuse(a, LGM_E_BUDGET);
    void *const p = lgm_arena_alloc(a, bytes);
    if (!p) return NULL;
    if (n) memcpy(p, at, n * item_size);
    *room = wanted;
    return p;
}
