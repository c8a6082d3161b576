/*
 * repeat.c - every run of RUN words of a content leads, by its hash, to the first claim that says
 * it, and every claim as a whole to the first that is the same.
 *
 *     "We sold the quay because we had to," Berg told the council. [...]
 *     "We sold the quay because we had to."        a pull quote
 *     police said she had left [...] police said she had left
 *
 * A quotation repeats what it is a part of, and the other way about. What is said in other words is
 * no repetition, nor what is said by another.
 */
#include "answer/repeat.h"

#include <string.h>

#include "base/fold.h"

enum {
    RUN = 5,    /* words */
    MOST = 512, /* words of a claim that are looked at */
    TRIES = 8,  /* runs of a claim that are compared in full */
    WHOLE = 4   /* words of a claim that is repeated with its cue */
};

typedef struct words { /* of a content, marks left out */
    const uint32_t *at;
    uint32_t n;
} words;

typedef struct slot {
    uint64_t hash;
    uint32_t claim; /* 1 + its number; 0 = free */
    uint32_t place; /* of the run */
} slot;

typedef struct table {
    const lgm_matters *m;
    const lgm_doc *doc;
    words *of; /* [n_claims]; none of claims within claims */
    slot *slots;
    size_t mask;
} table;

static bool is_word(const lgm_doc *doc, uint32_t w)
{
    const unsigned char c = (unsigned char)*lgm_doc_form(doc, w).ptr;
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c >= 0xC3;
}

enum { LONG = 64 }; /* bytes of a word that are compared */

static size_t lower(const lgm_doc *doc, uint32_t w, char *to)
{
    const lgm_slice s = lgm_doc_form(doc, w);
    return lgm_fold_lower(s.ptr, s.len < LONG ? s.len : LONG, to);
}

static bool same_word(const lgm_doc *doc, uint32_t a, uint32_t b)
{
    char p[LGM_FOLD_ROOM(LONG)], q[LGM_FOLD_ROOM(LONG)];
    const size_t n = lower(doc, a, p);
    return n == lower(doc, b, q) && memcmp(p, q, n) == 0;
}

static uint64_t add_word(const lgm_doc *doc, uint64_t h, uint32_t w)
{
    char p[LGM_FOLD_ROOM(LONG)];
    return lgm_hash64_add(lgm_hash64_add(h, p, lower(doc, w, p)), " ", 1);
}

static uint64_t hash_run(const lgm_doc *doc, const uint32_t *at)
{
    uint64_t h = lgm_hash64_begin(0);
    for (uint32_t i = 0; i < RUN; i++) h = add_word(doc, h, at[i]);
    return lgm_hash64_end(h);
}

/* Of source, cue and content; 0 where that is too little. */
static uint64_t hash_claim(const table *b, uint32_t claim)
{
    const lgm_doc_claim *const c = &b->doc->claims[claim];
    const lgm_parts *const parts[] = {&c->source, &c->cue};
    const words *const said = &b->of[claim];
    uint64_t h = lgm_hash64_begin(1);
    uint32_t n = said->n;
    for (size_t k = 0; k < LGM_COUNT(parts); k++) {
        for (uint8_t i = 0; i < parts[k]->n; i++)
            for (uint32_t w = parts[k]->at[i].start; w < parts[k]->at[i].end && n < MOST; w++, n++)
                h = add_word(b->doc, h, w);
        h = lgm_hash64_add(h, "|", 1);
    }
    for (uint32_t i = 0; i < said->n; i++) h = add_word(b->doc, h, said->at[i]);
    return n < WHOLE || said->n < 2 ? 0 : lgm_hash64_end(h);
}

static bool gather(table *b, lgm_arena *scratch)
{
    const lgm_doc *const doc = b->doc;
    LGM_VEC(uint32_t) all = {0};
    size_t runs = 0, size = 64;
    b->of = lgm_arena_calloc(scratch, doc->n_claims, sizeof *b->of);
    if (!b->of) return false;
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        const lgm_parts *const p = &doc->claims[c].content;
        uint32_t n = 0;
        if (lgm_doc_parent(doc, c) != LGM_NONE) continue;
        for (uint8_t i = 0; i < p->n; i++)
            for (uint32_t w = p->at[i].start; w < p->at[i].end && n < MOST; w++) {
                if (!is_word(doc, w)) continue;
                n++;
                if (!lgm_vec_push(scratch, &all, w)) return false;
            }
        b->of[c].n = n;
        runs += 1 + n;
    }
    const uint32_t *at = all.at;
    for (uint32_t c = 0; c < doc->n_claims; at += b->of[c++].n) b->of[c].at = at;
    while (size < 2 * runs) size *= 2;
    b->slots = lgm_arena_calloc(scratch, size, sizeof *b->slots);
    b->mask = size - 1;
    return b->slots != NULL;
}

/* The slot of the hash: a free one where it is new. */
static slot *find(const table *b, uint64_t hash)
{
    size_t i = hash & b->mask;
    while (b->slots[i].claim && b->slots[i].hash != hash) i = (i + 1) & b->mask;
    return &b->slots[i];
}

static bool starts_with(const table *b, words whole, uint32_t from, words part)
{
    if (from + part.n > whole.n) return false;
    for (uint32_t i = 0; i < part.n; i++)
        if (!same_word(b->doc, whole.at[from + i], part.at[i])) return false;
    return true;
}

static bool is_same(const table *b, uint32_t claim, uint32_t k, uint32_t other, uint32_t place)
{
    const words x = b->of[claim], y = b->of[other];
    const uint32_t shorter = x.n < y.n ? claim : other;
    if (x.n != y.n && b->doc->claims[shorter].form != LGM_FORM_DIRECT) return false;
    return x.n <= y.n ? k == 0 && starts_with(b, y, place, x)
                      : place == 0 && starts_with(b, x, k, y);
}

static bool may_repeat(const table *b, uint32_t claim, uint32_t other)
{
    const uint32_t x = lgm_doc_who(b->doc, claim).speaker, y = lgm_doc_who(b->doc, other).speaker;
    return (x == LGM_NONE || y == LGM_NONE || x == y) &&
           lgm_tree_sent(b->m->t, b->doc->claims[claim].content.at[0].start) !=
               lgm_tree_sent(b->m->t, b->doc->claims[other].content.at[0].start);
}

static uint32_t repeated(const table *b, uint32_t claim)
{
    const words x = b->of[claim];
    const uint64_t whole = hash_claim(b, claim);
    uint32_t tries = TRIES;
    const slot *s = whole ? find(b, whole) : NULL;
    if (s && s->claim) return s->claim - 1;
    for (uint32_t k = 0; k + RUN <= x.n && tries > 0; k++) {
        s = find(b, hash_run(b->doc, x.at + k));
        if (!s->claim) continue;
        tries--;
        if (may_repeat(b, claim, s->claim - 1) && is_same(b, claim, k, s->claim - 1, s->place))
            return s->claim - 1;
    }
    return LGM_NONE;
}

static void enter(const table *b, uint64_t hash, uint32_t claim, uint32_t place)
{
    slot *const s = find(b, hash);
    if (!s->claim) *s = (slot){hash, claim + 1, place};
}

bool lgm_answer_find_repeats(const lgm_matters *m, lgm_arena *scratch, uint32_t *of)
{
    table b = {.m = m, .doc = m->t->doc};
    if (!gather(&b, scratch)) return false;
    for (uint32_t c = 0; c < b.doc->n_claims; c++) {
        const words x = b.of[c];
        of[c] = x.n ? repeated(&b, c) : LGM_NONE;
        const uint64_t whole = x.n ? hash_claim(&b, c) : 0;
        if (whole) enter(&b, whole, c, 0);
        for (uint32_t k = 0; k + RUN <= x.n; k++) enter(&b, hash_run(b.doc, x.at + k), c, k);
    }
    return true;
}
