/* align.c - prints of two texts become passages. */
#include "reuse/align.h"

#include <stdlib.h>
#include <string.h>

enum {
    DRIFT = 8,      /* words put in or left out between two prints of a passage */
    GAP = 30,       /* words between two prints of it */
    LEAST = 12,     /* words of a passage */
    SAME_PRINT = 8, /* places of one print that are looked at */
    OPEN = 4        /* passages that may go on at a time */
};

/* The prints of b by hash: of those with one place in the table the first, and behind each the
 * next. Numbers are one more than the print's; 0 = none. */
typedef struct table {
    const lgm_reuse_print *at;
    uint32_t *first, *next, mask;
} table;

static bool make_table(table *t, const lgm_reuse_sketch *b, lgm_arena *arena)
{
    uint32_t size = 16;
    while (size < b->n && size < UINT32_C(1) << 31) size *= 2;
    *t = (table){b->at, lgm_arena_calloc(arena, size, sizeof *t->first),
                 lgm_arena_alloc(arena, (b->n + 1) * sizeof *t->next), size - 1};
    if (!t->first || !t->next) return false;
    for (uint32_t i = b->n; i-- > 0;) {
        uint32_t *const first = &t->first[b->at[i].hash & t->mask];
        t->next[i] = *first;
        *first = i + 1;
    }
    return true;
}

/* The first places of a hash: how many. */
static uint32_t look_up(const table *t, uint32_t hash, lgm_reuse_print out[SAME_PRINT])
{
    uint32_t n = 0;
    for (uint32_t i = t->first[hash & t->mask]; i && n < SAME_PRINT; i = t->next[i - 1])
        if (t->at[i - 1].hash == hash) out[n++] = t->at[i - 1];
    return n;
}

typedef struct chain { /* a passage that may go on */
    lgm_reuse_passage p;
    uint32_t a_last, b_last;          /* places of its last prints */
    uint32_t prints, quoted, numbers; /* prints in all: 0 = there is no chain */
} chain;

typedef struct aligner {
    lgm_arena *arena;
    chain open[OPEN]; /* a print that stands elsewhere too must not end the passage it stands in */
    LGM_VEC(lgm_reuse_passage) out;
} aligner;

static bool goes_on(const chain *c, const lgm_reuse_print *a, const lgm_reuse_print *b)
{
    if (c->prints == 0 || a->word <= c->a_last || b->word <= c->b_last) return false;
    const uint32_t da = a->word - c->a_last, db = b->word - c->b_last;
    return da <= GAP && db <= GAP && (da > db ? da - db : db - da) <= DRIFT;
}

static bool end_chain(aligner *x, chain *c)
{
    const chain done = *c;
    *c = (chain){0};
    if (done.prints < 2 || done.p.a_end - done.p.a_first < LEAST) return true;
    lgm_reuse_passage p = done.p;
    p.quoted = (uint32_t)((uint64_t)(p.a_end - p.a_first) * done.quoted / done.prints);
    p.numbers = done.numbers;
    return lgm_vec_push(x->arena, &x->out, p);
}

static void take(chain *c, const lgm_reuse_print *a, const lgm_reuse_print *b)
{
    if (c->prints == 0) {
        c->p.a_first = a->word;
        c->p.b_first = b->word;
    }
    c->a_last = a->word;
    c->b_last = b->word;
    c->p.a_end = a->word + LGM_REUSE_RUN;
    c->p.b_end = b->word + LGM_REUSE_RUN;
    c->prints++;
    c->quoted += a->quoted;
    c->numbers += a->number && !a->quoted;
}

/* Where a print of a goes on: the chain, and its place in b; else a chain of its own, in the place
 * of the one that is open longest. */
static bool place_print(aligner *x, const lgm_reuse_print *a, const lgm_reuse_print *b, uint32_t n)
{
    chain *oldest = &x->open[0];
    for (int k = 0; k < OPEN; k++) {
        for (uint32_t i = 0; i < n; i++) {
            if (!goes_on(&x->open[k], a, &b[i])) continue;
            take(&x->open[k], a, &b[i]);
            return true;
        }
        if (x->open[k].a_last < oldest->a_last || x->open[k].prints == 0) oldest = &x->open[k];
    }
    if (!end_chain(x, oldest)) return false;
    take(oldest, a, b);
    return true;
}

static int by_length(const void *x, const void *y)
{
    const lgm_reuse_passage *const a = x, *const b = y;
    const uint32_t la = a->a_end - a->a_first, lb = b->a_end - b->a_first;
    if (la != lb) return la > lb ? -1 : 1;
    return a->a_first < b->a_first ? -1 : a->a_first > b->a_first;
}

static int by_place(const void *x, const void *y)
{
    const lgm_reuse_passage *const a = x, *const b = y;
    return a->a_first < b->a_first ? -1 : a->a_first > b->a_first;
}

static bool is_free(const bool *taken, uint32_t first, uint32_t end)
{
    return !memchr(taken + first, true, end - first);
}

/* The longest first, and of the others those that share no word of a with one before them. */
static bool keep_apart(aligner *x, size_t *n, uint32_t n_words)
{
    lgm_reuse_passage *const at = x->out.at;
    bool *const taken = lgm_arena_calloc(x->arena, n_words + 1, sizeof *taken);
    *n = 0;
    if (!taken) return false;
    if (x->out.n > 1) qsort(at, x->out.n, sizeof *at, by_length);
    for (size_t i = 0; i < x->out.n; i++) {
        if (!is_free(taken, at[i].a_first, at[i].a_end)) continue;
        memset(taken + at[i].a_first, true, at[i].a_end - at[i].a_first);
        at[(*n)++] = at[i];
    }
    if (*n > 1) qsort(at, *n, sizeof *at, by_place);
    return true;
}

/* ---- shares ---------------------------------------------------------------------------------- */

static int by_place_in_b(const void *x, const void *y)
{
    const lgm_reuse_passage *const a = x, *const b = y;
    return a->b_first < b->b_first ? -1 : a->b_first > b->b_first;
}

/* Words of b in passages; one that a has twice counts once. */
static lgm_status words_of_b(const lgm_reuse_shared *s, lgm_arena *arena, uint32_t *words,
                             lgm_err *err)
{
    *words = 0;
    if (s->n == 0) return LGM_OK;
    lgm_reuse_passage *const by_b = lgm_arena_alloc(arena, s->n * sizeof *by_b);
    if (!by_b) return lgm_arena_fail(arena, err);
    for (size_t i = 0; i < s->n; i++) by_b[i] = s->at[i];
    qsort(by_b, s->n, sizeof *by_b, by_place_in_b);
    for (size_t i = 0, seen = 0; i < s->n; i++) {
        const uint32_t from = by_b[i].b_first > seen ? by_b[i].b_first : (uint32_t)seen;
        if (by_b[i].b_end <= from) continue;
        *words += by_b[i].b_end - from;
        seen = by_b[i].b_end;
    }
    return LGM_OK;
}

static double share(uint32_t words, uint32_t of)
{
    return of == 0 ? 0 : words >= of ? 1 : (double)words / of;
}

lgm_status lgm_reuse_align(lgm_reuse_shared *out, const lgm_reuse_sketch *a,
                           const lgm_reuse_sketch *b, lgm_arena *arena, lgm_err *err)
{
    aligner x = {.arena = arena};
    uint32_t in_b;
    *out = (lgm_reuse_shared){0};
    table t;
    bool fine = make_table(&t, b, arena);
    for (uint32_t i = 0; fine && i < a->n; i++) {
        lgm_reuse_print same[SAME_PRINT];
        const uint32_t n = look_up(&t, a->at[i].hash, same);
        if (n > 0) fine = place_print(&x, &a->at[i], same, n);
    }
    for (int k = 0; fine && k < OPEN; k++) fine = end_chain(&x, &x.open[k]);
    if (!fine || !keep_apart(&x, &out->n, a->n_words)) return lgm_arena_fail(arena, err);
    out->at = x.out.at;
    for (size_t i = 0; i < out->n; i++) {
        out->words += out->at[i].a_end - out->at[i].a_first;
        out->quoted += out->at[i].quoted;
        out->numbers += out->at[i].numbers;
    }
    const lgm_status st = words_of_b(out, arena, &in_b, err);
    out->share_a = share(out->words, a->n_words);
    out->share_b = share(in_b, b->n_words);
    return st;
}

/* ---- kinds ----------------------------------------------------------------------------------- */

lgm_reuse_kind lgm_reuse_kind_of(const lgm_reuse_shared *s, const lgm_reuse_sketch *a,
                                 const lgm_reuse_sketch *b)
{
    /* Words that are not quoted, below which reporters may agree by chance: in a part of two
     * texts, and in most of one, which is short then. A number is worth some words more. */
    enum { FEW = 40, A_SENTENCE = 20, A_NUMBER = 5 };
    const double most = 0.6, all = 0.85, hardly = 0.2;
    const uint32_t own = s->words - s->quoted, weight = own + A_NUMBER * s->numbers;
    if (a->n_words == b->n_words && a->all == b->all && a->n > 0) return LGM_REUSE_IDENTICAL;
    if (s->n == 0) return LGM_REUSE_NONE;
    const bool both = s->share_a >= most && s->share_b >= most; /* more than the quotations */
    if (own < hardly * s->words && !both) return LGM_REUSE_QUOTED;
    if (weight < A_SENTENCE && (!both || s->words < A_SENTENCE)) return LGM_REUSE_NONE;
    if (s->share_a >= most && (s->share_b < most || (s->share_a >= all && s->share_b < all)))
        return LGM_REUSE_CUT;
    if (s->share_b >= most && (s->share_a < most || (s->share_b >= all && s->share_a < all)))
        return LGM_REUSE_EXTENDED;
    if (s->share_a >= most) return LGM_REUSE_EDITED;
    return weight >= FEW ? LGM_REUSE_PASSAGES : LGM_REUSE_NONE;
}
