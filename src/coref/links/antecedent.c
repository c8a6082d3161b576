/*
 * antecedent.c - the antecedent of each mention.
 *
 * Candidates are bounded in number, so the whole is linear. A dot product of two short vectors and
 * a weight for each feature choose the best few of them; a small network then adds its score to
 * theirs. The best of them stands against the score for something new: mentions are taken in text
 * order. What the entity room found to be one name stays one, and rules.h says what may not be
 * joined. Where somebody is called both "he" and "she", everything is linked once more, and each
 * name is then what most of its pronouns say. Last, whoever says "I" in a quotation is the source
 * of the claim.
 */
#include "coref/links/antecedent.h"

#include <string.h>

#include "coref/links/bonus.h"
#include "coref/links/cluster.h"
#include "coref/links/last_speaker.h"
#include "coref/links/pair.h"
#include "coref/links/rules.h"
#include "legomena/kinds.h"
#include "nn/head.h"

enum { GROUP = 64 };

/* ---- scores ---------------------------------------------------------------------------------- */

typedef struct scorer {
    const lgm_coref_head *h;
    const lgm_kernels *k;
    lgm_coref_linker *l;
    float *vec; /* [n][n_pad]: ana | ante | pair of ana | pair of ante | new */
    lgm_coref_clusters who;
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

/* Dot products of a block of mentions with all that may be near to them: rows [first, first +
 * BLOCK) by columns from first - LGM_LINK_WINDOW, or 0. One product of the block costs less than
 * one a row. */
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
    const uint32_t n = lgm_coref_candidates(s->l, i, at);
    const uint32_t near = i < LGM_LINK_WINDOW ? i : LGM_LINK_WINDOW;
    for (uint32_t c = 0; c < near; c++) score[c] = b->dot[i - b->first][at[c] - b->column];
    for (uint32_t c = near; c < n; c++)
        s->k->dots(part(s, i, 0), ld, 1, part(s, at[c], h->ana), ld, 1, h->ana, score + c, 1);
    lgm_coref_add_first_scores(s->l, h->pair_flat, i, at, n, score);
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
        lgm_coref_pair_rows(s->l, i, at[c].ante, row);
        at[c].score +=
            lgm_coref_sum(part(s, i, 2 * h->ana), part(s, at[c].ante, 2 * h->ana + h->pair),
                          h->pair_feat, row, LGM_N_PAIR_FEATURES, h->link_out, h->pair) +
            h->bias[2];
    }
    return n;
}

static float newness(const scorer *s, uint32_t i)
{
    const lgm_coref_head *const h = s->h;
    uint32_t row[LGM_N_NEW_FEATURES];
    lgm_coref_new_rows(s->l, i, row);
    return lgm_coref_sum(part(s, i, 2 * h->ana + 2 * h->pair), NULL, h->new_feat, row,
                         LGM_N_NEW_FEATURES, h->link_out + h->pair, h->pair) +
           h->bias[3];
}

/* What needs no scores: a name of an entity that was met before, or the same words as one of
 * its. */
static uint32_t certain(const scorer *s, uint32_t i)
{
    const lgm_coref_mention *const m = &s->l->at[i];
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
    const bool varies = lgm_coref_is_variation(&s->who, i);
    float best = newness(s, i);
    uint32_t cluster = i;
    for (uint32_t c = 0; c < n; c++) {
        const uint32_t to = s->l->cluster[at[c].ante];
        const float score = at[c].score + lgm_coref_bonus(&s->who, i, at[c].ante, varies);
        if (!(score > best) || !lgm_coref_may_join(&s->who, i, at[c].ante)) continue;
        best = score;
        cluster = to;
    }
    const uint32_t spoke = cluster == i ? lgm_coref_last_speaker(&s->who, i) : LGM_NONE;
    return spoke == LGM_NONE ? cluster : s->l->cluster[spoke];
}

static void link_all(scorer *s)
{
    block b;
    lgm_coref_clusters_reset(&s->who);
    for (uint32_t i = 0; i < s->l->n; i++) {
        if (i % BLOCK == 0) fill(s, i, &b);
        lgm_coref_clusters_place(&s->who, i, cluster_for(s, &b, i));
    }
}

/* ---- "I" ------------------------------------------------------------------------------------- */

static bool can_say_i(const lgm_doc *doc, const lgm_coref_mention *m)
{
    return m->make != LGM_MAKE_GROUP && m->number != 2 &&
           (m->name == LGM_NONE || doc->names[m->name].type == LGM_ENTITY_PER);
}

/* "I saw nothing," Ada Lind said: who says "I" in a quotation is its source, though it may come
 * after. */
static void join_first_persons(lgm_coref_linker *l)
{
    const lgm_trees *const t = l->t;
    for (uint32_t i = 0; i < l->n; i++) {
        const uint32_t head = l->at[i].head, c = l->content[head];
        if (l->at[i].make != LGM_MAKE_I || t->quote[head] == LGM_NONE || c == LGM_NONE) continue;
        const uint32_t by = l->by[c];
        if (by != LGM_NONE && can_say_i(t->doc, &l->at[by])) l->cluster[i] = l->cluster[by];
    }
}

bool lgm_coref_link(const lgm_coref_head *h, const lgm_kernels *k, lgm_arena *scratch,
                    lgm_coref_linker *l)
{
    scorer s = {.h = h, .k = k, .l = l};
    s.vec = lgm_arena_aligned(scratch, 64, l->n * h->link.n_pad * sizeof *s.vec);
    if (!s.vec || !lgm_coref_clusters_make(&s.who, h, l, scratch) || !project(&s, scratch))
        return false;
    link_all(&s);
    if (lgm_coref_clusters_learn(&s.who)) link_all(&s);
    join_first_persons(l);
    return true;
}
