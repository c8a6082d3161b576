/* sketch.c - words, their runs, and which of them are kept. */
#include "reuse/sketch.h"

#include <string.h>

#include "base/fold.h"
#include "base/varint.h"

/* ---- words ----------------------------------------------------------------------------------- */

typedef struct reader {
    lgm_slice text;
    size_t at;
    uint32_t cp;        /* how many code points are before it */
    bool quoted;        /* between quotation marks; a line ends them */
    uint32_t in_quotes; /* words since they were opened */
} reader;

typedef struct word {
    uint64_t hash;
    lgm_span bytes, cps;
    bool quoted, number;
} word;

/* "Don't" is one word, however its apostrophe is written. */
static bool is_apostrophe(int32_t cp)
{
    return cp == '\'' || cp == 0x2019;
}

static void note_quotes(reader *r, int32_t cp)
{
    switch (cp) {
    case '"': r->quoted = !r->quoted; break;
    case 0x201c:
    case 0xab: r->quoted = true; break;
    case 0x201d:
    case 0xbb:
    case '\n': r->quoted = false; break;
    default: return;
    }
    r->in_quotes = 0;
}

/* The next code point: is it of a word, and which one is it in lower case? */
static bool look(const reader *r, int32_t *cp, uint32_t *low, size_t *used)
{
    const unsigned char c = (unsigned char)r->text.ptr[r->at];
    if (c < 0x80) { /* most are */
        const unsigned char small = c | 0x20;
        const bool letter = small >= 'a' && small <= 'z';
        *cp = c;
        *used = 1;
        *low = letter ? small : c;
        return letter || (c >= '0' && c <= '9');
    }
    *cp = lgm_utf8_next(r->text.ptr + r->at, r->text.len - r->at, used);
    if (!lgm_is_word_cp(*cp)) return false;
    *low = lgm_lower_cp((uint32_t)*cp);
    return true;
}

static void begin_word(reader *r, word *out, int32_t cp)
{
    enum { LONGEST_QUOTATION = 100 }; /* words: what is longer, somebody forgot to close */
    if (r->quoted && ++r->in_quotes > LONGEST_QUOTATION) r->quoted = false;
    out->bytes.start = (uint32_t)r->at;
    out->cps.start = r->cp;
    out->quoted = r->quoted;
    out->number = cp >= '0' && cp <= '9';
}

static bool next_word(reader *r, word *out)
{
    *out = (word){.hash = 0xcbf29ce484222325};
    while (r->at < r->text.len) {
        int32_t cp;
        uint32_t low;
        size_t used;
        const bool inside = out->bytes.end > 0;
        if (look(r, &cp, &low, &used)) {
            if (!inside) begin_word(r, out, cp);
            out->hash = (out->hash ^ low) * 0x100000001b3; /* FNV-1a */
            out->bytes.end = (uint32_t)(r->at + used);
            out->cps.end = r->cp + 1;
        } else if (inside && !is_apostrophe(cp)) {
            return true;
        } else {
            note_quotes(r, cp);
        }
        r->at += used;
        r->cp++;
    }
    return out->bytes.end > 0;
}

lgm_status lgm_reuse_words_of(lgm_reuse_word **out, uint32_t *n, lgm_slice text, lgm_arena *arena,
                              lgm_err *err)
{
    reader r = {.text = text};
    LGM_VEC(lgm_reuse_word) words = {0};
    word w;
    while (next_word(&r, &w))
        if (!lgm_vec_push(arena, &words, (lgm_reuse_word){w.hash, w.bytes, w.cps}))
            return lgm_arena_fail(arena, err);
    *out = words.at;
    *n = (uint32_t)words.n;
    return LGM_OK;
}

/* ---- prints ---------------------------------------------------------------------------------- */

/* Spreads what the words of a run sum up to over all bits (the end of MurmurHash3). */
static uint32_t spread(uint64_t h)
{
    h = (h ^ h >> 33) * 0xff51afd7ed558ccd;
    h = (h ^ h >> 33) * 0xc4ceb9fe1a85ec53;
    return (uint32_t)(h ^ h >> 33);
}

enum { RING = 8 }; /* more than a run or a window has, and quick to divide by */

typedef struct window {
    uint64_t words[RING]; /* hashes of the last words, a ring */
    bool quoted[RING], number[RING];
    lgm_reuse_print runs[RING]; /* the last runs, a ring */
    lgm_reuse_print least;      /* that was kept last */
    LGM_VEC(lgm_reuse_print) out;
} window;

static lgm_reuse_print run_at(const window *w, uint32_t first)
{
    uint64_t h = 0;
    bool number = false;
    for (uint32_t i = 0; i < LGM_REUSE_RUN; i++) {
        h = h * 0x9e3779b97f4a7c15 + w->words[(first + i) % RING];
        number = number || w->number[(first + i) % RING];
    }
    return (lgm_reuse_print){spread(h), first, w->quoted[first % RING], number};
}

/* The least of the last runs, and the rightmost of these, so that what is kept moves as seldom as
 * may be. */
static bool keep_least(window *w, uint32_t n_runs, lgm_arena *arena)
{
    const uint32_t first = n_runs > LGM_REUSE_WINDOW ? n_runs - LGM_REUSE_WINDOW : 0;
    const lgm_reuse_print newest = w->runs[(n_runs - 1) % RING];
    if (w->out.n && w->least.word >= first && newest.hash > w->least.hash) return true;
    if (w->out.n && w->least.word >= first) {
        w->least = newest;
    } else {
        w->least = w->runs[first % RING];
        for (uint32_t i = first + 1; i < n_runs; i++)
            if (w->runs[i % RING].hash <= w->least.hash) w->least = w->runs[i % RING];
    }
    return lgm_vec_push(arena, &w->out, w->least);
}

lgm_status lgm_reuse_sketch_of(lgm_reuse_sketch *out, lgm_slice text, lgm_arena *arena,
                               lgm_err *err)
{
    reader r = {.text = text};
    window w = {0};
    word next;
    uint32_t n = 0, runs = 0;
    uint64_t all = 0;
    *out = (lgm_reuse_sketch){0};
    for (; next_word(&r, &next); n++) {
        all = (all ^ next.hash) * 0x9e3779b97f4a7c15;
        all ^= all >> 29;
        w.words[n % RING] = next.hash;
        w.quoted[n % RING] = next.quoted;
        w.number[n % RING] = next.number;
        if (n + 1 < LGM_REUSE_RUN) continue;
        const lgm_reuse_print run = run_at(&w, n + 1 - LGM_REUSE_RUN);
        w.runs[runs++ % RING] = run;
        if (runs >= LGM_REUSE_WINDOW && !keep_least(&w, runs, arena))
            return lgm_arena_fail(arena, err);
    }
    if (runs > 0 && runs < LGM_REUSE_WINDOW && !keep_least(&w, runs, arena))
        return lgm_arena_fail(arena, err);
    *out = (lgm_reuse_sketch){all, n, (uint32_t)w.out.n, w.out.at};
    return LGM_OK;
}

/* ---- packed ---------------------------------------------------------------------------------- */

static void put_bytes(lgm_buf *b, uint64_t value, int n) /* the least first */
{
    for (int i = 0; i < n; i++) lgm_buf_putc(b, (char)(value >> 8 * i));
}

void lgm_reuse_pack(const lgm_reuse_sketch *s, lgm_buf *out)
{
    uint32_t before = 0;
    put_bytes(out, s->all, 8);
    lgm_varint_put(out, s->n_words);
    lgm_varint_put(out, s->n);
    for (uint32_t i = 0; i < s->n; i++) {
        const lgm_reuse_print *const p = &s->at[i];
        put_bytes(out, p->hash, 4);
        lgm_varint_put(out, (p->word - before) << 2 | (uint32_t)p->number << 1 | p->quoted);
        before = p->word;
    }
}

static bool get_bytes(lgm_slice *in, uint64_t *out, size_t n)
{
    *out = 0;
    if (in->len < n) return false;
    for (size_t i = 0; i < n; i++) *out |= (uint64_t)(uint8_t)in->ptr[i] << 8 * i;
    *in = (lgm_slice){in->ptr + n, in->len - n};
    return true;
}

static bool get_print(lgm_slice *in, uint32_t before, lgm_reuse_print *out)
{
    uint64_t hash;
    uint32_t step;
    if (!get_bytes(in, &hash, 4) || !lgm_varint_get(in, &step) || UINT32_MAX - before < step >> 2)
        return false;
    out->hash = (uint32_t)hash;
    out->word = before + (step >> 2);
    out->number = step >> 1 & 1;
    out->quoted = step & 1;
    return true;
}

lgm_status lgm_reuse_unpack(lgm_reuse_sketch *out, lgm_slice packed, lgm_arena *arena, lgm_err *err)
{
    enum { LEAST = 5 }; /* bytes of a print */
    lgm_reuse_sketch s = {0};
    *out = (lgm_reuse_sketch){0};
    bool whole = get_bytes(&packed, &s.all, 8) && lgm_varint_get(&packed, &s.n_words) &&
                 lgm_varint_get(&packed, &s.n) && s.n <= packed.len / LEAST;
    if (whole && s.n > 0) s.at = lgm_arena_alloc(arena, s.n * sizeof *s.at);
    if (whole && s.n > 0 && !s.at) return lgm_arena_fail(arena, err);
    uint32_t before = 0;
    for (uint32_t i = 0; whole && i < s.n; i++) {
        whole = get_print(&packed, before, &s.at[i]) && (i == 0 || s.at[i].word > before) &&
                s.at[i].word < s.n_words && s.n_words - s.at[i].word >= LGM_REUSE_RUN;
        before = s.at[i].word;
    }
    if (!whole || packed.len > 0)
        return lgm_fail(err, LGM_E_CORRUPT, "the sketch of a text is damaged: %zu bytes left over",
                        packed.len);
    *out = s;
    return LGM_OK;
}
