/* copy_passages.c - where two texts share words, to the word. */
#include <string.h>

#include "legomena/copy.h"
#include "reuse/align.h"

typedef struct side { /* one of the two */
    lgm_slice text;
    lgm_reuse_sketch sketch;
    lgm_reuse_word *words;
    uint32_t n;
} side;

static lgm_status look(side *s, const lgm_record *r, lgm_arena *arena, lgm_err *err)
{
    s->text = (lgm_slice){r->text.ptr, r->text.len};
    const lgm_status st = lgm_reuse_sketch_of(&s->sketch, s->text, arena, err);
    return st == LGM_OK ? lgm_reuse_words_of(&s->words, &s->n, s->text, arena, err) : st;
}

/* Prints are some runs of all: a passage goes on as long as the words are the same, up to the
 * passages next to it. */
static void widen(lgm_reuse_passage *p, const side *a, const side *b, uint32_t from, uint32_t to)
{
    while (p->a_first > from && p->b_first > 0 &&
           a->words[p->a_first - 1].hash == b->words[p->b_first - 1].hash)
        p->a_first--, p->b_first--;
    while (p->a_end < to && p->b_end < b->n && a->words[p->a_end].hash == b->words[p->b_end].hash)
        p->a_end++, p->b_end++;
}

/* Does a sentence end behind word i? Not at "Mr. Lind". */
static bool ends_sentence(const side *s, uint32_t i)
{
    if (i + 1 >= s->n) return true;
    const lgm_span word = s->words[i].bytes;
    const char first = s->text.ptr[word.start];
    if (word.end - word.start < 5 && first >= 'A' && first <= 'Z') return false;
    for (uint32_t at = word.end; at + 1 < s->words[i + 1].bytes.start; at++)
        if (memchr(".!?", s->text.ptr[at], 3)) return true;
    return false;
}

/* The first words of the next sentence, and the last ones of the one before, are the same by
 * chance. */
static void trim(lgm_reuse_passage *p, const side *a)
{
    enum { BY_CHANCE = 3, LEAST = 12 };
    for (uint32_t k = 0; k <= BY_CHANCE && p->a_end - p->a_first >= LEAST + k; k++) {
        if (!ends_sentence(a, p->a_end - k - 1)) continue;
        p->a_end -= k;
        p->b_end -= k;
        break;
    }
    for (uint32_t k = 0; k <= BY_CHANCE && p->a_end - p->a_first >= LEAST + k; k++) {
        if (p->a_first + k > 0 && !ends_sentence(a, p->a_first + k - 1)) continue;
        p->a_first += k;
        p->b_first += k;
        break;
    }
}

static lgm_cpspan span_of(const side *s, uint32_t first, uint32_t end)
{
    return (lgm_cpspan){s->words[first].cps.start, s->words[end - 1].cps.end};
}

static bool is_one(const side *a, const side *b)
{
    return a->n > 0 && a->n == b->n && a->sketch.all == b->sketch.all;
}

static void put(const lgm_reuse_shared *s, const side *a, const side *b, lgm_copy_passage *out)
{
    uint32_t from = 0;
    for (size_t i = 0; i < s->n; i++) {
        lgm_reuse_passage p = s->at[i];
        widen(&p, a, b, from, i + 1 < s->n ? s->at[i + 1].a_first : a->n);
        trim(&p, a);
        out[i] = (lgm_copy_passage){span_of(a, p.a_first, p.a_end), span_of(b, p.b_first, p.b_end)};
        from = p.a_end;
    }
}

static lgm_status passages(const side *a, const side *b, lgm_copy_passage **out, size_t *n,
                           lgm_arena *arena, lgm_err *err)
{
    lgm_reuse_shared s = {0};
    lgm_reuse_passage whole = {.a_end = a->n, .b_end = b->n};
    lgm_status st = LGM_OK;
    if (is_one(a, b))
        s = (lgm_reuse_shared){.at = &whole, .n = 1};
    else
        st = lgm_reuse_align(&s, &a->sketch, &b->sketch, arena, err);
    if (st != LGM_OK || !s.n) return st;
    *out = lgm_calloc(s.n, sizeof **out);
    if (!*out) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    *n = s.n;
    put(&s, a, b, *out);
    return LGM_OK;
}

lgm_status lgm_copy_passages(const lgm_record *report, const lgm_record *of, lgm_copy_passage **out,
                             size_t *n, lgm_err *err)
{
    side a, b;
    lgm_arena *arena;
    *out = NULL;
    *n = 0;
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    st = look(&a, report, arena, err);
    if (st == LGM_OK) st = look(&b, of, arena, err);
    if (st == LGM_OK) st = passages(&a, &b, out, n, arena, err);
    lgm_arena_free(arena);
    return st;
}
