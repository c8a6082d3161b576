/*
 * choices.c - scores of candidates: a dot product of two short vectors and a weight for each
 * feature choose the best few, and a small network adds its score to theirs.
 */
#include "coref/links/choices.h"

#include <string.h>

#include "coref/links/bonus.h"
#include "coref/links/pair.h"
#include "nn/head.h"

/* NEAR: mentions before a block that all of it may look at. KEPT: rows before a slab that are still
 * there: most words that come again do so within an article. FAR: candidates of one mention that
 * may lie further back than NEAR. */
enum {
    GROUP = 64,
    NEAR = LGM_LINK_WINDOW,
    BLOCK = LGM_LINK_WINDOW,
    SLAB = 48 * BLOCK,
    KEPT = SLAB,
    FAR = LGM_LINK_MOST - LGM_LINK_WINDOW
};

typedef struct scorer {
    const lgm_coref_head *h;
    const lgm_kernels *k;
    const lgm_coref_linker *l;
    uint32_t base;    /* the mention that rows[0] is of */
    float *rows;      /* [KEPT + SLAB][n_pad]: ana | ante | pair of ana | pair of ante | new */
    float *far; /* [SLAB * FAR][n_pad]: the same of candidates before base, mention by mention */
    uint32_t *at_far; /* [SLAB * FAR]: their numbers */
    uint8_t *vectors; /* [GROUP][dim] */
    float dot[BLOCK][BLOCK + NEAR];
} scorer;

bool lgm_coref_is_open(const lgm_coref_linker *l, uint32_t i)
{
    const lgm_coref_mention *const m = &l->at[i];
    const uint32_t same = l->prev_words[i];
    if (m->group != LGM_NONE) return l->prev_group[i] == LGM_NONE;
    return m->make != LGM_MAKE_PROPER || same == LGM_NONE || l->at[same].name == LGM_NONE;
}

static const float *part(const scorer *s, uint32_t i, uint32_t at)
{
    return s->rows + (size_t)(i - s->base) * s->h->link.n_pad + at;
}

static void project(const scorer *s, uint32_t n, float *to)
{
    const lgm_linear *const w = &s->h->link;
    const lgm_vectors *const v = &s->l->t->doc->vec;
    s->k->linear(s->vectors, v->dim, v->scale, n, w->w, w->scale, w->bias, w->sum, w->n_pad,
                 w->k_pad, to, w->n_pad);
}

/* What the network makes of the mentions [first, end); what is kept before them stays. */
static void fill_rows(scorer *s, uint32_t first, uint32_t end)
{
    const lgm_doc *const doc = s->l->t->doc;
    const size_t dim = doc->vec.dim, ld = s->h->link.n_pad;
    const uint32_t kept = first < KEPT ? first : KEPT, base = first - kept;
    memmove(s->rows, s->rows + (base - s->base) * ld, kept * ld * sizeof *s->rows);
    s->base = base;
    for (uint32_t from = first; from < end; from += GROUP) {
        const uint32_t n = end - from < GROUP ? end - from : GROUP;
        for (uint32_t i = 0; i < n; i++)
            memcpy(s->vectors + i * dim, lgm_nn_head_rows(doc, s->l->at[from + i].head, 1), dim);
        project(s, n, s->rows + (from - base) * ld);
    }
}

/* The same of all candidates before base of the mentions [first, end). */
static void fill_far(scorer *s, uint32_t first, uint32_t end)
{
    const lgm_doc *const doc = s->l->t->doc;
    const size_t dim = doc->vec.dim;
    uint32_t n = 0, at[LGM_LINK_MOST];
    for (uint32_t i = first; i < end; i++) {
        if (!lgm_coref_is_open(s->l, i)) continue;
        const uint32_t n_at = lgm_coref_candidates(s->l, i, at);
        for (uint32_t c = i < NEAR ? i : NEAR; c < n_at; c++)
            if (at[c] < s->base) s->at_far[n++] = at[c];
    }
    for (uint32_t from = 0; from < n; from += GROUP) {
        const uint32_t group = n - from < GROUP ? n - from : GROUP;
        for (uint32_t i = 0; i < group; i++) {
            const uint32_t head = s->l->at[s->at_far[from + i]].head;
            memcpy(s->vectors + i * dim, lgm_nn_head_far_row(doc, head), dim);
        }
        project(s, group, s->far + (size_t)from * s->h->link.n_pad);
    }
}

/* Dot products of a block of mentions, from `first`, with all that may be near to them: columns
 * from NEAR before it. One product of the block costs less than one a row. */
static void fill_block(scorer *s, uint32_t first, uint32_t end)
{
    const size_t ld = s->h->link.n_pad;
    const uint32_t n = end - first < BLOCK ? end - first : BLOCK;
    const uint32_t column = first > NEAR ? first - NEAR : 0;
    s->k->dots(part(s, first, 0), ld, n, part(s, column, s->h->ana), ld, first + n - column,
               s->h->ana, s->dot[0], BLOCK + NEAR);
}

typedef struct option {
    lgm_coref_choice at;
    const float *row;
} option;

/* Keeps best[0..n), highest first; the first of equals first. */
static uint32_t insert(option *best, uint32_t n, option o)
{
    uint32_t k = n < LGM_LINK_BEST ? n : LGM_LINK_BEST - 1;
    if (n == LGM_LINK_BEST && !(o.at.score > best[k].at.score)) return n;
    for (; k > 0 && o.at.score > best[k - 1].at.score; k--) best[k] = best[k - 1];
    best[k] = o;
    return n < LGM_LINK_BEST ? n + 1 : n;
}

/* The first, cheap score of all candidates of mention i, which stands in the block from `first`;
 * the best of them. *far: rows of its candidates before base, moved on behind them. */
static uint32_t choose(const scorer *s, uint32_t first, uint32_t i, const float **far,
                       option best[LGM_LINK_BEST])
{
    const lgm_coref_head *const h = s->h;
    const size_t ld = h->link.n_pad;
    uint32_t at[LGM_LINK_MOST], n_best = 0;
    float score[LGM_LINK_MOST];
    const float *row[LGM_LINK_MOST];
    const uint32_t n = lgm_coref_candidates(s->l, i, at), near = i < NEAR ? i : NEAR;
    const uint32_t column = first > NEAR ? first - NEAR : 0;
    for (uint32_t c = 0; c < near; c++) {
        row[c] = part(s, at[c], 0);
        score[c] = s->dot[i - first][at[c] - column];
    }
    for (uint32_t c = near; c < n; c++) {
        row[c] = at[c] < s->base ? *far : part(s, at[c], 0);
        if (at[c] < s->base) *far += ld;
        s->k->dots(part(s, i, 0), ld, 1, row[c] + h->ana, ld, 1, h->ana, score + c, 1);
    }
    lgm_coref_add_first_scores(s->l, h->pair_flat, i, at, n, score);
    for (uint32_t c = 0; c < n; c++)
        n_best = insert(best, n_best, (option){{at[c], score[c]}, row[c]});
    return n_best;
}

/* Adds the second score. Returns how many are left. */
static uint32_t refine(const scorer *s, uint32_t i, option *best, uint32_t n)
{
    const lgm_coref_head *const h = s->h;
    uint32_t row[LGM_N_PAIR_FEATURES];
    while (n > 0 && best[n - 1].at.score < best[0].at.score - h->behind) n--;
    for (uint32_t c = 0; c < n; c++) {
        lgm_coref_pair_rows(s->l, i, best[c].at.ante, row);
        best[c].at.score +=
            lgm_coref_sum(part(s, i, 2 * h->ana), best[c].row + 2 * h->ana + h->pair, h->pair_feat,
                          row, LGM_N_PAIR_FEATURES, h->link_out, h->pair) +
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

static lgm_coref_choice *score(const scorer *s, uint32_t first, uint32_t i, const float **far,
                               lgm_coref_choice *to)
{
    option best[LGM_LINK_BEST];
    const uint32_t n = refine(s, i, best, choose(s, first, i, far, best));
    const float fresh = newness(s, i), most = lgm_coref_most_bonus(&s->l->at[i]);
    *to++ = (lgm_coref_choice){LGM_NONE, fresh};
    for (uint32_t c = 0; c < n; c++)
        if (best[c].at.score + most > fresh) *to++ = best[c].at;
    return to;
}

static lgm_coref_choice *score_slab(scorer *s, uint32_t first, uint32_t end, lgm_coref_choice *to)
{
    const float *far = s->far;
    fill_rows(s, first, end);
    fill_far(s, first, end);
    for (uint32_t block = first; block < end; block += BLOCK) {
        fill_block(s, block, end);
        for (uint32_t i = block; i < end && i < block + BLOCK; i++)
            if (lgm_coref_is_open(s->l, i)) to = score(s, block, i, &far, to);
    }
    return to;
}

lgm_coref_choice *lgm_coref_choose(const lgm_coref_head *h, const lgm_kernels *k,
                                   lgm_arena *scratch, const lgm_coref_linker *l)
{
    const size_t slab = l->n < SLAB ? l->n : SLAB, row = h->link.n_pad * sizeof(float);
    size_t open = 0;
    for (uint32_t i = 0; i < l->n; i++) open += lgm_coref_is_open(l, i);
    /* room for as many as there may be: what is not needed is never touched, so takes no memory */
    lgm_coref_choice *const all =
        lgm_arena_alloc(scratch, (open * (1 + LGM_LINK_BEST) + 1) * sizeof *all);
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    scorer *const s = lgm_arena_alloc(scratch, sizeof *s);
    if (!all || !s) return NULL;
    *s = (scorer){.h = h, .k = k, .l = l};
    s->rows = lgm_arena_aligned(scratch, 64, (slab < l->n ? KEPT + slab : slab) * row);
    s->far = lgm_arena_aligned(scratch, 64, slab * FAR * row);
    s->at_far = lgm_arena_alloc(scratch, slab * FAR * sizeof *s->at_far);
    s->vectors = lgm_arena_aligned(scratch, 64, GROUP * (size_t)l->t->doc->vec.dim);
    if (!s->rows || !s->far || !s->at_far || !s->vectors) return NULL;
    lgm_coref_choice *to = all;
    for (uint32_t first = 0; first < l->n; first += SLAB)
        to = score_slab(s, first, l->n - first < SLAB ? l->n : first + SLAB, to);
    to->ante = LGM_NONE;
    lgm_arena_rewind(scratch, mark);
    return all;
}
