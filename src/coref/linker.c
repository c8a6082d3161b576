/*
 * linker.c - the antecedent of each mention.
 *
 * Candidates are bounded in number, so the whole is linear. A dot product of two short vectors and a
 * weight for each feature choose the best few of them, exactly; a small network then adds its score
 * to theirs. The best of them against the score for something new: mentions are taken in text order.
 * What the entity room found to be one name stays one, and two of its entities are never joined; nor is anyone
 * both "he" and "she": where that happens, all is linked once more, each name being what most of its pronouns
 * say. Last, who says "I" in a quotation is the source of the claim.
 */
#include "coref/clusters.h"

#include <string.h>

#include "legomena/kinds.h"
#include "nn/head.h"

enum { GROUP = 64 };

/* ---- chains ---------------------------------------------------------------------------------- */

typedef struct slot {
    uint64_t key;
    uint32_t last; /* plus one; 0 = free */
} slot;

static size_t table_size(size_t n)
{
    size_t room = 16;
    while (room < 2 * n) room *= 2;
    return room;
}

static uint32_t put(slot *table, size_t room, uint64_t key, uint32_t i)
{
    size_t at = (size_t)key & (room - 1);
    while (table[at].last != 0 && table[at].key != key) at = (at + 1) & (room - 1);
    const uint32_t before = table[at].last;
    table[at] = (slot){key, i + 1};
    return before == 0 ? LGM_NONE : before - 1;
}

static bool chain(lgm_linker *l, lgm_arena *scratch)
{
    const size_t room = table_size(l->n);
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    slot *const lemmas = lgm_arena_calloc(scratch, room, sizeof *lemmas);
    slot *const words = lgm_arena_calloc(scratch, room, sizeof *words);
    slot *const names = lgm_arena_calloc(scratch, room, sizeof *names);
    if (!lemmas || !words || !names) return false;
    for (uint32_t i = 0; i < l->n; i++) {
        const lgm_mention *const m = &l->at[i];
        const uint64_t group = lgm_hash64(7, (const char *)&m->group, sizeof m->group);
        l->prev_lemma[i] = put(lemmas, room, m->lemma, i);
        l->prev_words[i] = put(words, room, m->words, i);
        l->prev_group[i] = m->group == LGM_NONE ? LGM_NONE : put(names, room, group, i);
    }
    lgm_arena_rewind(scratch, mark);
    return true;
}

static void mark_content(const lgm_linker *l)
{
    const lgm_doc *const doc = l->t->doc;
    for (uint32_t i = 0; i < doc->n_tokens; i++) l->content[i] = LGM_NONE;
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        const lgm_parts *const p = &doc->claims[c].content;
        for (uint32_t k = 0; k < p->n; k++)
            for (uint32_t i = p->at[k].start; i < p->at[k].end; i++) l->content[i] = c;
    }
}

bool lgm_linker_make(lgm_linker *l, lgm_arena *scratch, const lgm_trees *t, const lgm_mentions *all)
{
    uint32_t n = 0;
    for (size_t i = 0; i < all->n; i++) n += all->at[i].kept;
    const size_t words = n * sizeof(uint32_t);
    *l = (lgm_linker){.t = t,
                      .n = n,
                      .at = lgm_arena_alloc(scratch, n * sizeof *l->at),
                      .prev_lemma = lgm_arena_alloc(scratch, words),
                      .prev_words = lgm_arena_alloc(scratch, words),
                      .prev_group = lgm_arena_alloc(scratch, words),
                      .prev_actor = lgm_arena_alloc(scratch, words),
                      .by = lgm_arena_alloc(scratch, t->doc->n_claims * sizeof(uint32_t)),
                      .content = lgm_arena_alloc(scratch, t->doc->n_tokens * sizeof(uint32_t)),
                      .holder = lgm_arena_alloc(scratch, words),
                      .only = lgm_arena_alloc(scratch, words),
                      .cluster = lgm_arena_alloc(scratch, words)};
    if (!l->at || !l->prev_lemma || !l->prev_words || !l->prev_group || !l->prev_actor || !l->by ||
        !l->content || !l->holder || !l->only || !l->cluster)
        return false;
    n = 0;
    for (size_t i = 0; i < all->n; i++) {
        if (!all->at[i].kept) continue;
        l->at[n] = all->at[i];
        lgm_mention_words(t, &l->at[n]);
        l->at[n].speaks = false;
        l->cluster[n] = n;
        n++;
    }
    mark_content(l);
    return lgm_find_actors(l, scratch) && lgm_offices_read(l, scratch) && chain(l, scratch);
}

static uint32_t add(uint32_t *at, uint32_t n, uint32_t from, uint32_t j)
{
    for (uint32_t k = from; k < n; k++)
        if (at[k] == j) return n;
    at[n] = j;
    return n + 1;
}

/* "He" is not told by an earlier "he", however far, that somebody else may have been. */
static bool stays_near(const lgm_mention *m)
{
    return m->make == LGM_MAKE_HE || m->make == LGM_MAKE_SHE || m->make == LGM_MAKE_IT ||
           m->make == LGM_MAKE_THEY;
}

uint32_t lgm_link_candidates(const lgm_linker *l, uint32_t i, uint32_t at[LGM_LINK_MOST])
{
    const uint32_t from = i > LGM_LINK_WINDOW ? i - LGM_LINK_WINDOW : 0;
    uint32_t n = 0, like = 0;
    for (uint32_t j = i; j-- > from;) at[n++] = j;
    if (stays_near(&l->at[i])) return n;
    const uint32_t near = n;
    for (uint32_t j = l->prev_lemma[i]; j != LGM_NONE && like < LGM_LINK_LIKE;
         j = l->prev_lemma[j]) {
        like++;
        if (j < from) n = add(at, n, near, j);
    }
    if (l->prev_words[i] < from) n = add(at, n, near, l->prev_words[i]);
    if (l->prev_group[i] < from) n = add(at, n, near, l->prev_group[i]);
    return n;
}

/* ---- scores ---------------------------------------------------------------------------------- */

typedef struct scorer {
    const lgm_coref_head *h;
    const lgm_kernels *k;
    lgm_linker *l;
    float *vec; /* [n][n_pad]: ana | ante | pair of ana | pair of ante | new */
    lgm_clusters who;
} scorer;

static const float *part(const scorer *s, uint32_t i, uint32_t at)
{
    return s->vec + (size_t)i * s->h->link.n_pad + at;
}

static bool project(scorer *s, lgm_arena *scratch)
{
    const lgm_linear *const w = &s->h->link;
    const lgm_doc *const doc = s->l->t->doc;
    const size_t dim = doc->vec.dim;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    uint8_t *const rows = lgm_arena_aligned(scratch, 64, GROUP * dim);
    if (!rows) return false;
    for (uint32_t from = 0; from < s->l->n; from += GROUP) {
        const uint32_t n = s->l->n - from < GROUP ? s->l->n - from : GROUP;
        for (uint32_t i = 0; i < n; i++)
            memcpy(rows + i * dim, doc->vec.rows + s->l->at[from + i].head * dim, dim);
        s->k->linear(rows, dim, doc->vec.scale, n, w->w, w->scale, w->bias, w->sum, w->n_pad,
                     w->k_pad, s->vec + (size_t)from * w->n_pad, w->n_pad);
    }
    lgm_arena_rewind(scratch, mark);
    return true;
}

/* Dot products of a block of mentions with all that may be near to them: rows [first, first + BLOCK)
 * by columns from first - LGM_LINK_WINDOW, or 0. One product of the block costs less than one a row. */
enum { BLOCK = LGM_LINK_WINDOW };
typedef struct block {
    uint32_t first, column;
    float dot[BLOCK][BLOCK + LGM_LINK_WINDOW];
} block;

static void fill(const scorer *s, uint32_t first, block *b)
{
    const size_t ld = s->h->link.n_pad;
    const uint32_t n = s->l->n - first < BLOCK ? s->l->n - first : BLOCK;
    b->first = first;
    b->column = first > LGM_LINK_WINDOW ? first - LGM_LINK_WINDOW : 0;
    s->k->dots(part(s, first, 0), ld, n, part(s, b->column, s->h->ana), ld, first + n - b->column,
               s->h->ana, b->dot[0], BLOCK + LGM_LINK_WINDOW);
}

typedef struct choice {
    uint32_t ante;
    float score;
} choice;

/* Keeps at[0..n) the best, highest first; the first of equals first. */
static uint32_t insert(choice *at, uint32_t n, uint32_t most, choice c)
{
    uint32_t k = n < most ? n : most - 1;
    if (n == most && !(c.score > at[k].score)) return n;
    for (; k > 0 && c.score > at[k - 1].score; k--) at[k] = at[k - 1];
    at[k] = c;
    return n < most ? n + 1 : n;
}

/* The first, cheap score of all candidates; the best of them. */
static uint32_t choose(const scorer *s, const block *b, uint32_t i, choice best[LGM_LINK_BEST])
{
    const lgm_coref_head *const h = s->h;
    const size_t ld = h->link.n_pad;
    uint32_t at[LGM_LINK_MOST], n_best = 0;
    float score[LGM_LINK_MOST];
    const uint32_t n = lgm_link_candidates(s->l, i, at);
    const uint32_t near = i < LGM_LINK_WINDOW ? i : LGM_LINK_WINDOW;
    for (uint32_t c = 0; c < near; c++) score[c] = b->dot[i - b->first][at[c] - b->column];
    for (uint32_t c = near; c < n; c++)
        s->k->dots(part(s, i, 0), ld, 1, part(s, at[c], h->ana), ld, 1, h->ana, score + c, 1);
    lgm_first_scores(s->l, h->pair_flat, i, at, n, score);
    for (uint32_t c = 0; c < n; c++)
        n_best = insert(best, n_best, LGM_LINK_BEST, (choice){at[c], score[c]});
    return n_best;
}

/* Adds the second score. Returns how many are left. */
static uint32_t refine(const scorer *s, uint32_t i, choice *at, uint32_t n)
{
    const lgm_coref_head *const h = s->h;
    uint32_t row[LGM_N_PAIR_FEATURES];
    while (n > 0 && at[n - 1].score < at[0].score - s->h->behind) n--;
    for (uint32_t c = 0; c < n; c++) {
        lgm_pair_rows(s->l, i, at[c].ante, row);
        at[c].score +=
            lgm_coref_score(part(s, i, 2 * h->ana), part(s, at[c].ante, 2 * h->ana + h->pair),
                            h->pair_feat, row, LGM_N_PAIR_FEATURES, h->link_out, h->pair) +
            h->bias[2];
    }
    return n;
}

static float newness(const scorer *s, uint32_t i)
{
    const lgm_coref_head *const h = s->h;
    uint32_t row[LGM_N_NEW_FEATURES];
    lgm_new_rows(s->l, i, row);
    return lgm_coref_score(part(s, i, 2 * h->ana + 2 * h->pair), NULL, h->new_feat, row,
                           LGM_N_NEW_FEATURES, h->link_out + h->pair, h->pair) +
           h->bias[3];
}

/* What needs no scores: a name of an entity that was met before, or the same words as one of its. */
static uint32_t certain(const scorer *s, uint32_t i)
{
    const lgm_mention *const m = &s->l->at[i];
    const uint32_t same = s->l->prev_words[i];
    if (m->group != LGM_NONE) return s->who.placed[m->group];
    if (m->make != LGM_MAKE_PROPER || same == LGM_NONE || s->l->at[same].name == LGM_NONE)
        return LGM_NONE;
    return s->l->cluster[same];
}

static uint32_t cluster_for(const scorer *s, const block *b, uint32_t i)
{
    const uint32_t known = certain(s, i);
    if (known != LGM_NONE) return known;
    choice at[LGM_LINK_BEST];
    const uint32_t n = refine(s, i, at, choose(s, b, i, at));
    const bool varies = lgm_may_vary(&s->who, i);
    float best = newness(s, i);
    uint32_t cluster = i;
    for (uint32_t c = 0; c < n; c++) {
        const uint32_t to = s->l->cluster[at[c].ante];
        const float score = at[c].score + lgm_lean(&s->who, i, at[c].ante, varies);
        if (!(score > best) || !lgm_may_join(&s->who, i, at[c].ante)) continue;
        best = score;
        cluster = to;
    }
    const uint32_t spoke = cluster == i ? lgm_spoke_last(&s->who, i) : LGM_NONE;
    return spoke == LGM_NONE ? cluster : s->l->cluster[spoke];
}

static void link_all(scorer *s)
{
    block b;
    lgm_clusters_reset(&s->who);
    for (uint32_t i = 0; i < s->l->n; i++) {
        if (i % BLOCK == 0) fill(s, i, &b);
        lgm_clusters_place(&s->who, i, cluster_for(s, &b, i));
    }
}

/* ---- "I" ------------------------------------------------------------------------------------- */

static bool can_say_i(const lgm_doc *doc, const lgm_mention *m)
{
    return m->make != LGM_MAKE_GROUP && m->number != 2 &&
           (m->name == LGM_NONE || doc->names[m->name].type == LGM_ENTITY_PER);
}

/* "I saw nothing," Ada Lind said: who says "I" in a quotation is its source, though it may come after. */
static void join_first_persons(lgm_linker *l)
{
    const lgm_trees *const t = l->t;
    for (uint32_t i = 0; i < l->n; i++) {
        const uint32_t head = l->at[i].head, c = l->content[head];
        if (l->at[i].make != LGM_MAKE_I || t->quote[head] == LGM_NONE || c == LGM_NONE) continue;
        const uint32_t by = l->by[c];
        if (by != LGM_NONE && can_say_i(t->doc, &l->at[by])) l->cluster[i] = l->cluster[by];
    }
}

bool lgm_link_run(const lgm_coref_head *h, const lgm_kernels *k, lgm_arena *scratch, lgm_linker *l)
{
    scorer s = {.h = h, .k = k, .l = l};
    s.vec = lgm_arena_aligned(scratch, 64, l->n * h->link.n_pad * sizeof *s.vec);
    if (!s.vec || !lgm_clusters_make(&s.who, h, l, scratch) || !project(&s, scratch)) return false;
    link_all(&s);
    if (lgm_clusters_learn(&s.who)) link_all(&s);
    join_first_persons(l);
    return true;
}
