/*
 * wording.c - sentences and claims of two versions.
 *
 * Sentences and claims are the same where their words are. Of the claims that are left on both
 * sides, those that share most of their words are one claim that was changed: the words are
 * compared as a bag (Dice), from the pair that is most alike down.
 */
#include <stdlib.h>
#include <string.h>

#include "changes/between.h"

/* So many claims of either side are compared by their words; what is beyond is new or gone. */
enum { MOST_PAIRED = 200 };

typedef struct thing { /* a sentence or a claim of a version */
    uint64_t words;    /* the hash of them */
    uint32_t index;
} thing;

typedef struct side {
    const lgm_record *r;
    thing *at; /* in order of words, then of index */
    size_t n;
    uint32_t *other; /* by index: its fellow on the other side, or LGM_NONE */
    bool *known;     /* by index: it has the same words as its fellow */
} side;

/* ---- words ---- */

static uint64_t hash_span(const lgm_record *r, uint64_t h, lgm_cpspan span)
{
    const lgm_str s = lgm_record_quote(r, span);
    for (size_t i = 0; i < s.len; i++)
        if (!lgm_is_space(s.ptr[i])) h = lgm_hash64_add(h, s.ptr + i, 1);
    return h;
}

static uint64_t hash_spans(const lgm_record *r, uint64_t h, lgm_spans spans)
{
    for (size_t i = 0; i < spans.n; i++) h = hash_span(r, h, spans.at[i]);
    return lgm_hash64_add(h, "|", 1);
}

static uint64_t words_of(const lgm_record *r, bool claims, uint32_t i)
{
    uint64_t h = lgm_hash64_begin(0);
    if (!claims) return lgm_hash64_end(hash_span(r, h, r->sentences.at[i]));
    h = hash_spans(r, h, r->claims.at[i].content);
    return lgm_hash64_end(hash_spans(r, h, r->claims.at[i].source));
}

static int by_words(const void *x, const void *y)
{
    const thing *const a = x, *const b = y;
    if (a->words != b->words) return a->words < b->words ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* ---- the same ---- */

static bool fill(side *s, const lgm_record *r, bool claims)
{
    *s = (side){.r = r, .n = claims ? r->claims.n : r->sentences.n};
    s->at = lgm_calloc(s->n + 1, sizeof *s->at);
    s->other = lgm_calloc(s->n + 1, sizeof *s->other);
    s->known = lgm_calloc(s->n + 1, sizeof *s->known);
    if (!s->at || !s->other || !s->known) return false;
    for (uint32_t i = 0; i < s->n; i++) {
        s->at[i] = (thing){words_of(r, claims, i), i};
        s->other[i] = LGM_NONE;
    }
    qsort(s->at, s->n, sizeof *s->at, by_words);
    return true;
}

static void done(side *s)
{
    lgm_free(s->at);
    lgm_free(s->other);
    lgm_free(s->known);
}

static void match(side *a, uint32_t i, side *b, uint32_t j, bool same)
{
    a->other[i] = j;
    b->other[j] = i;
    a->known[i] = b->known[j] = same;
}

static void match_same(side *a, side *b)
{
    size_t i = 0, j = 0;
    while (i < a->n && j < b->n) {
        if (a->at[i].words == b->at[j].words) {
            match(a, a->at[i].index, b, b->at[j].index, true);
            i++, j++;
        } else if (a->at[i].words < b->at[j].words) {
            i++;
        } else {
            j++;
        }
    }
}

/* ---- nearly the same ---- */

typedef struct bag { /* hashes of the words of a claim's content, in order */
    uint64_t *at;
    size_t n;
    uint32_t index;
} bag;

static int by_number(const void *x, const void *y)
{
    const uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
    return a < b ? -1 : a > b;
}

static bool fill_bag(bag *b, const lgm_record *r, uint32_t claim)
{
    const lgm_spans content = r->claims.at[claim].content;
    lgm_buf words = {0};
    for (size_t i = 0; i < content.n; i++) {
        const lgm_str s = lgm_record_quote(r, content.at[i]);
        for (size_t k = 0; k < s.len;) {
            size_t end = k;
            while (end < s.len && !lgm_is_space(s.ptr[end])) end++;
            const uint64_t h = lgm_hash64(0, s.ptr + k, end - k);
            if (end > k) lgm_buf_put(&words, (const char *)&h, sizeof h);
            k = end + 1;
        }
    }
    char *at = NULL;
    size_t len = 0;
    const bool ok = lgm_buf_take(&words, &at, &len, NULL) == LGM_OK;
    lgm_buf_done(&words);
    *b = (bag){(uint64_t *)(void *)at, len / sizeof(uint64_t), claim};
    if (ok) qsort(b->at, b->n, sizeof *b->at, by_number);
    return ok;
}

/* Twice the words in common by all words of both: 0 to 1. */
static double alike(const bag *a, const bag *b)
{
    size_t i = 0, j = 0, common = 0;
    while (i < a->n && j < b->n) {
        if (a->at[i] == b->at[j])
            common++, i++, j++;
        else if (a->at[i] < b->at[j])
            i++;
        else
            j++;
    }
    return a->n + b->n ? 2.0 * (double)common / (double)(a->n + b->n) : 0;
}

/* The claims of a side that have no fellow. */
static size_t fill_bags(bag *bags, const side *s, bool *ok)
{
    size_t n = 0;
    for (uint32_t i = 0; i < s->n && n < MOST_PAIRED && *ok; i++)
        if (s->other[i] == LGM_NONE) *ok = fill_bag(&bags[n++], s->r, i);
    return n;
}

static void match_nearest(side *a, const bag *x, size_t n_x, side *b, const bag *y, size_t n_y)
{
    for (;;) {
        double best = 0.5; /* half of their words */
        const bag *left = NULL, *right = NULL;
        for (size_t i = 0; i < n_x; i++)
            for (size_t j = 0; j < n_y && a->other[x[i].index] == LGM_NONE; j++) {
                if (b->other[y[j].index] != LGM_NONE) continue;
                const double likeness = alike(&x[i], &y[j]);
                if (likeness <= best) continue;
                best = likeness;
                left = &x[i];
                right = &y[j];
            }
        if (!left) return;
        match(a, left->index, b, right->index, false);
    }
}

static bool match_alike(side *a, side *b)
{
    bag *const bags = lgm_calloc((size_t)2 * MOST_PAIRED, sizeof *bags);
    bool ok = bags != NULL;
    size_t n_x = 0, n_y = 0;
    if (ok) n_x = fill_bags(bags, a, &ok);
    if (ok) n_y = fill_bags(bags + MOST_PAIRED, b, &ok);
    if (ok) match_nearest(a, bags, n_x, b, bags + MOST_PAIRED, n_y);
    for (size_t i = 0; bags && i < (size_t)2 * MOST_PAIRED; i++) lgm_free(bags[i].at);
    lgm_free(bags);
    return ok;
}

/* ---- what changed ---- */

bool lgm_changes_of_words(const lgm_record *before, const lgm_record *after, bool claims,
                          lgm_buf *out)
{
    const char kind = claims ? 'c' : 's';
    side a = {0}, b = {0};
    bool ok = fill(&a, before, claims) && fill(&b, after, claims);
    if (ok) match_same(&a, &b);
    if (ok && claims) ok = match_alike(&a, &b);
    for (uint32_t i = 0; ok && i < a.n; i++)
        if (a.other[i] == LGM_NONE) lgm_changes_put(out, kind, i, LGM_NONE);
    for (uint32_t i = 0; ok && i < b.n; i++)
        if (!b.known[i] &&
            !(claims && lgm_changes_is_wrong(after, after->claims.at[i].content.at[0])))
            lgm_changes_put(out, kind, b.other[i], i);
    done(&a);
    done(&b);
    return ok;
}
