/*
 * fuzz_arena.c - bytes as calls of an arena: what it hands out is aligned, lies apart from all else
 * that is in use, keeps what was written, and stays within the budget; rewinding gives back exactly
 * what came after the mark; allocations that fail leave all as it was, and say why.
 */
#include "base/base.h"
#include "fuzz_bytes.h"

enum { MOST = 32, MARKS = 8 };

typedef struct piece {
    uint8_t *at;
    size_t size;
    uint8_t fill;
} piece;

typedef struct state {
    lgm_arena *arena;
    atomic_bool stop;
    uint64_t budget, total; /* total: as the arena counts, in steps of 16 */
    piece piece[MOST];
    size_t n;
    struct {
        lgm_arena_mark mark;
        size_t n;
        uint64_t total;
    } mark[MARKS];
    size_t n_marks;
} state;

static void check(const piece *p)
{
    static uint8_t want[1 << 16];
    memset(want, p->fill, p->size);
    CHECK(memcmp(p->at, want, p->size) == 0);
}

static void keep(state *s, uint8_t *at, size_t size, size_t align)
{
    CHECK((uintptr_t)at % align == 0);
    for (size_t i = 0; i < s->n; i++)
        CHECK(at + size <= s->piece[i].at || at >= s->piece[i].at + s->piece[i].size);
    s->piece[s->n] = (piece){at, size, (uint8_t)(s->n + 1)};
    memset(at, s->piece[s->n].fill, size);
    s->n++;
}

/* Why nothing came is said, in words too. */
static bool check_failed(const state *s, lgm_status why)
{
    lgm_err err = {0};
    CHECK(lgm_arena_status(s->arena) == why);
    CHECK(lgm_arena_fail(s->arena, &err) == why && err.code == why && err.message[0]);
    return true;
}

static void allocate(state *s, fuzz_bytes *b, bool large, bool zeroed)
{
    const size_t align = (size_t)16 << fuzz_below(b, 4);
    const size_t size = large ? fuzz_u32(b) & 0xffff : fuzz_below(b, 200);
    const uint64_t rounded = size ? (size + 15) / 16 * 16 : 16;
    if (s->n == MOST) return;
    uint8_t *const at =
        zeroed ? lgm_arena_calloc(s->arena, size, 1) : lgm_arena_aligned(s->arena, align, size);
    const bool fits = s->budget == 0 || rounded <= s->budget - s->total;
    const lgm_status why = s->stop ? LGM_E_CANCELLED : fits ? LGM_E_NOMEM : LGM_E_BUDGET;
    CHECK(at ? fits && !s->stop : check_failed(s, why));
    if (!at) return;
    s->total += rounded;
    CHECK(lgm_arena_peak(s->arena) >= s->total);
    for (size_t i = 0; zeroed && i < size; i++) CHECK(at[i] == 0);
    keep(s, at, size, zeroed ? 16 : align);
}

static void save(state *s)
{
    if (s->n_marks == MARKS) return;
    s->mark[s->n_marks].mark = lgm_arena_save(s->arena);
    s->mark[s->n_marks].n = s->n;
    s->mark[s->n_marks++].total = s->total;
}

static void rewind_to(state *s, size_t i)
{
    for (size_t k = 0; k < s->n; k++) check(&s->piece[k]);
    lgm_arena_rewind(s->arena, s->mark[i].mark);
    s->n = s->mark[i].n;
    s->total = s->mark[i].total;
    s->n_marks = i;
}

static void grow(state *s, fuzz_bytes *b)
{
    LGM_VEC(uint32_t) v = {0};
    const lgm_arena_mark mark = lgm_arena_save(s->arena);
    const uint32_t n = fuzz_below(b, 1000);
    uint32_t i = 0;
    while (i < n && lgm_vec_push(s->arena, &v, i * 7)) i++;
    for (uint32_t k = 0; k < i && i == n; k++) CHECK(v.at[k] == k * 7);
    lgm_arena_rewind(s->arena, mark);
}

static void copy_string(state *s, fuzz_bytes *b)
{
    size_t len;
    const char *const from = (const char *)fuzz_take(b, fuzz_below(b, 64), &len);
    const lgm_arena_mark mark = lgm_arena_save(s->arena);
    char *const copy = lgm_arena_strndup(s->arena, from, len);
    CHECK(!copy || (memcmp(copy, from, len) == 0 && copy[len] == 0));
    lgm_arena_rewind(s->arena, mark);
}

static void step(state *s, fuzz_bytes *b)
{
    switch (fuzz_below(b, 12)) {
    case 0: allocate(s, b, true, false); break;
    case 1: allocate(s, b, false, true); break;
    case 2: save(s); break;
    case 3:
        if (s->n_marks > 0) rewind_to(s, fuzz_below(b, (uint32_t)s->n_marks));
        break;
    case 4:
        for (size_t k = 0; k < s->n; k++) check(&s->piece[k]);
        lgm_arena_reset(s->arena);
        s->n = s->n_marks = 0;
        s->total = 0;
        break;
    case 5: grow(s, b); break;
    case 6: lgm_alloc_fail_after(fuzz_below(b, 4)); break;
    case 7: lgm_alloc_fail_after(-1); break;
    case 8: copy_string(s, b); break;
    case 9:
        s->stop = fuzz_byte(b) & 1;
        CHECK((lgm_arena_stopped(s->arena, NULL) == LGM_OK) == !s->stop);
        break;
    default: allocate(s, b, false, false);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_bytes b = {data, data + size};
    state s = {.budget = (uint64_t)fuzz_byte(&b) << fuzz_below(&b, 16)};
    CHECK(lgm_arena_new(&s.arena, s.budget, NULL) == LGM_OK);
    lgm_arena_stop_by(s.arena, &s.stop);
    while (b.at < b.end) step(&s, &b);
    lgm_alloc_fail_after(-1);
    for (size_t k = 0; k < s.n; k++) check(&s.piece[k]);
    lgm_arena_free(s.arena);
    return 0;
}
