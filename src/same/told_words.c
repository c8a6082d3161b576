/* told_words.c - see told_words.h. */
#include "same/told_words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { UNITS = 256 }; /* of a weight, as in profile.h */

uint32_t lgm_same_hash(const lgm_profile_word *w)
{
    return (uint32_t)lgm_hash64(0, w->at, w->len);
}

static lgm_slice slice(lgm_str s)
{
    return (lgm_slice){s.ptr ? s.ptr : "", s.len};
}

/* ---- terms ---- */

static int by_term(const void *x, const void *y)
{
    const lgm_profile_term *a = x, *b = y;
    return a->hash < b->hash ? -1 : a->hash > b->hash;
}

static int by_hash(const void *x, const void *y)
{
    const uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return a < b ? -1 : a > b;
}

static void order(lgm_same_hashes *h)
{
    size_t kept = 0;
    if (h->n > 1) qsort(h->at, h->n, sizeof *h->at, by_hash);
    for (size_t i = 0; i < h->n; i++)
        if (i == 0 || h->at[i] != h->at[kept - 1]) h->at[kept++] = h->at[i];
    h->n = kept;
}

static void order_terms(lgm_profile_terms *t)
{
    size_t kept = 0;
    double square = 0;
    if (t->n > 1) qsort(t->at, t->n, sizeof *t->at, by_term);
    for (size_t i = 0; i < t->n; i++)
        if (i == 0 || t->at[i].hash != t->at[kept - 1].hash) t->at[kept++] = t->at[i];
    t->n = kept;
    for (size_t i = 0; i < kept; i++) square += (double)t->at[i].weight * t->at[i].weight;
    t->length = sqrt(square);
}

typedef struct gathering {
    lgm_arena *arena;
    LGM_VEC(lgm_profile_term) terms;
    LGM_VEC(uint32_t) numbers;
} gathering;

static bool add_words(gathering *g, lgm_slice text)
{
    lgm_profile_word w;
    while (lgm_profile_next_word(&text, &w)) {
        const uint32_t weight = (uint32_t)lround(lgm_profile_rarity(&w) * UNITS);
        if (weight &&
            !lgm_vec_push(g->arena, &g->terms, (lgm_profile_term){lgm_same_hash(&w), weight}))
            return false;
        if (w.number && !lgm_vec_push(g->arena, &g->numbers, lgm_same_hash(&w))) return false;
    }
    return true;
}

static bool add_between(gathering *g, const lgm_record *r, uint32_t start, uint32_t end)
{
    return start >= end || add_words(g, slice(lgm_record_quote(r, (lgm_cpspan){start, end})));
}

bool lgm_same_terms_of(lgm_same_terms *out, lgm_arena *arena, const lgm_record *r,
                       const lgm_cpspan *spans, size_t n, lgm_cpspan but)
{
    gathering g = {.arena = arena};
    for (size_t i = 0; i < n; i++) {
        const lgm_cpspan s = spans[i];
        const bool cut = but.start < s.end && s.start < but.end;
        if (!add_between(&g, r, s.start, cut ? but.start : s.end)) return false;
        if (cut && !add_between(&g, r, but.end, s.end)) return false;
    }
    *out = (lgm_same_terms){.words = {.at = g.terms.at, .n = g.terms.n},
                            .numbers = {g.numbers.at, g.numbers.n}};
    order_terms(&out->words);
    order(&out->numbers);
    return true;
}

/* ---- names ---- */

/* "the navy" names nobody. */
static bool last_of_name(const lgm_entity *e, lgm_profile_word *last)
{
    bool capital = false;
    for (size_t i = 0; i < e->name.len && !capital; i++)
        capital = (e->name.ptr[i] >= 'A' && e->name.ptr[i] <= 'Z') || (e->name.ptr[i] & 0x80);
    return capital && lgm_profile_last_word(slice(e->name), last);
}

static bool put_name(gathering *g, const lgm_entity *e)
{
    lgm_profile_word last;
    return !last_of_name(e, &last) || lgm_vec_push(g->arena, &g->numbers, lgm_same_hash(&last));
}

bool lgm_same_names_of(lgm_same_hashes *out, lgm_arena *arena, const lgm_record *r, lgm_cpspan span)
{
    gathering g = {.arena = arena};
    for (size_t i = 0; i < r->entities.n; i++) {
        const lgm_entity *const e = &r->entities.at[i];
        bool here = false;
        for (size_t k = 0; k < e->mentions.n && !here; k++)
            here = e->mentions.at[k].start >= span.start && e->mentions.at[k].end <= span.end;
        if (here && !put_name(&g, e)) return false;
    }
    *out = (lgm_same_hashes){g.numbers.at, g.numbers.n};
    order(out);
    return true;
}

bool lgm_same_entities_of(lgm_same_hashes *out, lgm_arena *arena, const lgm_record *r,
                          lgm_indices entities)
{
    gathering g = {.arena = arena};
    for (size_t i = 0; i < entities.n; i++)
        if (!put_name(&g, &r->entities.at[entities.at[i]])) return false;
    *out = (lgm_same_hashes){g.numbers.at, g.numbers.n};
    order(out);
    return true;
}

const uint32_t *lgm_same_shared(const lgm_same_hashes *a, const lgm_same_hashes *b)
{
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (a->at[i] == b->at[k]) return &a->at[i];
        a->at[i] < b->at[k] ? i++ : k++;
    }
    return NULL;
}

bool lgm_same_apart(const lgm_same_hashes *a, const lgm_same_hashes *b)
{
    return a->n && b->n && !lgm_same_shared(a, b);
}

/* ---- related words ---- */

int lgm_same_related(const lgm_profile_word *a, const lgm_profile_word *b)
{
    char both[2 * LGM_PROFILE_WORD + 1];
    const size_t shorter = a->len < b->len ? a->len : b->len;
    const int order_of = memcmp(a->at, b->at, shorter);
    const bool first = order_of ? order_of < 0 : a->len < b->len;
    const lgm_profile_word *const x = first ? a : b, *const y = first ? b : a;
    memcpy(both, x->at, x->len);
    both[x->len] = ' ';
    memcpy(both + x->len + 1, y->at, y->len);
    return (int)lgm_lexicon_kinds(&lgm_same_lexicon, both, x->len + y->len + 1);
}
