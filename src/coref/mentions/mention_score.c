/* mention_score.c - which of the candidates are mentions, and of what type. */
#include "coref/mentions/mention_score.h"

#include <string.h>

#include "coref/mentions/features.h"
#include "legomena/kinds.h"
#include "nn/head.h"

enum { GROUP = 64 };

static uint32_t named_state(const lgm_trees *t, uint32_t i)
{
    if (lgm_tree_name(t, i) == LGM_NONE) return 0;
    const uint32_t type = t->doc->names[lgm_tree_name(t, i)].type & 7;
    return lgm_tree_heads_name(t, i) ? 1 + type : 9 + type;
}

static uint32_t branches(const lgm_trees *t, uint32_t i)
{
    uint32_t flags = 0;
    for (uint32_t c = lgm_tree_left(t, i); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        if (t->rel[c] == LGM_REL_det) flags |= 1;
        if (t->rel[c] == LGM_REL_case) flags |= 2;
        if (t->rel[c] == LGM_REL_cop) flags |= 4;
        if (t->rel[c] == LGM_REL_amod || t->rel[c] == LGM_REL_compound) flags |= 8;
    }
    return flags;
}

void lgm_coref_mention_rows(const lgm_trees *t, const lgm_coref_mention *m, uint32_t *row)
{
    static const uint32_t LENGTHS[] = {1, 2, 3, 5, 9};
    static const uint32_t WIDTH[] = {
#define WIDTH_OF(n) n,
        LGM_COREF_MENTION_FEATURES(WIDTH_OF)};
    const uint32_t i = m->head, h = t->doc->head[i];
    const uint32_t value[LGM_N_MENTION_FEATURES] = {
        t->upos[i],
        t->rel[i],
        m->make,
        h == LGM_NONE ? LGM_UPOS_OTHER : t->upos[h],
        h == LGM_NONE ? LGM_REL_OTHER : t->rel[h],
        named_state(t, i),
        branches(t, i),
        lgm_coref_bucket(lgm_tree_last(t, i) - lgm_tree_first(t, i), LENGTHS, LGM_COUNT(LENGTHS)),
        m->number,
        t->word[i]};
    for (uint32_t k = 0, base = 0; k < LGM_N_MENTION_FEATURES; base += WIDTH[k++])
        row[k] = base + value[k];
}

static void score_batch(const lgm_coref_head *h, const lgm_trees *t, lgm_coref_mention *at,
                        uint32_t n, const float *scores, uint8_t *person)
{
    for (uint32_t i = 0; i < n; i++) {
        const float *const s = scores + (size_t)i * h->mention.n_pad;
        uint32_t row[LGM_N_MENTION_FEATURES];
        lgm_coref_mention_rows(t, &at[i], row);
        at[i].score = lgm_coref_sum(s, NULL, h->mention_feat, row, LGM_N_MENTION_FEATURES,
                                    h->mention_out, h->hidden) +
                      h->bias[0];
        at[i].type = (uint8_t)lgm_nn_argmax(s + h->hidden, h->n_types);
        person[at[i].head] = h->type[at[i].type] == LGM_ENTITY_PER;
        at[i].kept = at[i].score >= h->least || at[i].group != LGM_NONE;
    }
}

bool lgm_coref_score(const lgm_coref_head *h, const lgm_kernels *k, lgm_arena *scratch,
                     const lgm_trees *t, lgm_coref_mentions *all)
{
    const lgm_doc *const doc = t->doc;
    const lgm_linear *const w = &h->mention;
    const size_t dim = doc->vec.dim;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    uint8_t *const rows = lgm_arena_aligned(scratch, 64, GROUP * dim);
    float *const scores = lgm_arena_aligned(scratch, 64, GROUP * w->n_pad * sizeof *scores);
    if (!rows || !scores) return false;
    for (size_t from = 0; from < all->n; from += GROUP) {
        const uint32_t n = all->n - from < GROUP ? (uint32_t)(all->n - from) : GROUP;
        for (uint32_t i = 0; i < n; i++)
            memcpy(rows + i * dim, lgm_nn_head_rows(doc, all->at[from + i].head, 1), dim);
        k->linear(rows, dim, doc->vec.scale, n, w->w, w->scale, w->bias, w->sum, w->n_pad, w->k_pad,
                  scores, w->n_pad);
        score_batch(h, t, all->at + from, n, scores, all->person);
    }
    lgm_arena_rewind(scratch, mark);
    return true;
}
