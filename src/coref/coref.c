/* coref.c - binds the head to a model, and runs the stages of the room. */
#include "coref/coref.h"

#include <assert.h>
#include <string.h>

#include "coref/entities/entity_layer.h"
#include "coref/links/antecedent.h"
#include "coref/links/holder.h"
#include "coref/mentions/features.h"
#include "coref/mentions/mention_score.h"
#include "coref/mentions/mention_span.h"
#include "legomena/kinds.h"
#include "nn/head.h"

enum { LARGEST = 256 }; /* far above the widths we train */

/* ---- bind ------------------------------------------------------------------------------------ */

/* The types of GUM's scheme, as the entity room has them. */
static uint8_t type_of(const char *label)
{
    static const struct {
        const char *label;
        uint8_t type;
    } TYPES[] = {{"person", LGM_ENTITY_PER},
                 {"organization", LGM_ENTITY_ORG},
                 {"place", LGM_ENTITY_LOC},
                 {"event", LGM_ENTITY_EVT}};
    for (size_t i = 0; i < LGM_COUNT(TYPES); i++)
        if (strcmp(label, TYPES[i].label) == 0) return TYPES[i].type;
    return LGM_ENTITY_OTH;
}

static lgm_status width(const lgm_model *m, const char *what, uint32_t *out, lgm_err *err)
{
    const lgm_status st = lgm_nn_head_size(m, what, LARGEST, out, err);
    if (st != LGM_OK || *out % 16 == 0) return st;
    return lgm_fail(err, LGM_E_CORRUPT, "config.%s is %u, not a multiple of 16", what, *out);
}

static lgm_status table(const lgm_model *m, const char *name, uint32_t rows, uint32_t cols,
                        const float **out, lgm_err *err)
{
    const lgm_tensor *t = NULL;
    const lgm_status st = lgm_model_need(m, name, LGM_DTYPE_F32, rows, cols, 1, &t, err);
    if (st == LGM_OK) *out = t->data;
    return st;
}

static lgm_status bind_types(lgm_coref_head *h, const lgm_model *m, lgm_err *err)
{
    lgm_labels labels = {0};
    const lgm_status st = lgm_model_labels(m, "coref", &labels, err);
    if (st != LGM_OK) return st;
    if (labels.n < 1 || labels.n > LGM_COREF_TYPES)
        return lgm_fail(err, LGM_E_CORRUPT, "labels.coref has %u labels, at most %d are possible",
                        labels.n, (int)LGM_COREF_TYPES);
    h->n_types = labels.n;
    for (uint32_t i = 0; i < labels.n; i++) h->type[i] = type_of(labels.at[i]);
    return LGM_OK;
}

static lgm_status bind_mentions(lgm_coref_head *h, const lgm_model *m, lgm_err *err)
{
    lgm_status st = width(m, "coref.hidden", &h->hidden, err);
    if (st == LGM_OK) st = width(m, "coref.branch", &h->branch, err);
    if (st == LGM_OK) st = bind_types(h, m, err);
    if (st == LGM_OK)
        st = lgm_nn_head_linear(m, "coref.mention", h->hidden + h->n_types, &h->mention, err);
    if (st == LGM_OK) st = lgm_nn_head_linear(m, "coref.span", 2 * h->branch, &h->span, err);
    if (st == LGM_OK)
        st = table(m, "coref.mention.feat", LGM_COREF_MENTION_ROWS, h->hidden, &h->mention_feat,
                   err);
    if (st == LGM_OK) st = table(m, "coref.mention.out", h->hidden, 1, &h->mention_out, err);
    if (st == LGM_OK)
        st = table(m, "coref.span.feat", LGM_COREF_SPAN_ROWS, h->branch, &h->span_feat, err);
    if (st == LGM_OK) st = table(m, "coref.span.out", h->branch, 1, &h->span_out, err);
    if (st == LGM_OK) st = table(m, "coref.bias", 4, 1, &h->bias, err);
    if (st == LGM_OK) st = lgm_model_number(m, "coref.alone", &h->alone, err);
    if (st == LGM_OK) st = lgm_model_number(m, "coref.least", &h->least, err);
    return st;
}

static lgm_status bind_link(lgm_coref_head *h, const lgm_model *m, lgm_err *err)
{
    lgm_status st = width(m, "coref.ana", &h->ana, err);
    if (st == LGM_OK) st = lgm_model_number(m, "coref.behind", &h->behind, err);
    if (st == LGM_OK) st = width(m, "coref.pair", &h->pair, err);
    if (st == LGM_OK)
        st = lgm_nn_head_linear(m, "coref.link", 2 * h->ana + 3 * h->pair, &h->link, err);
    if (st == LGM_OK)
        st = table(m, "coref.pair.feat", LGM_COREF_PAIR_ROWS, h->pair, &h->pair_feat, err);
    if (st == LGM_OK) st = table(m, "coref.pair.flat", LGM_COREF_FIRST_ROWS, 1, &h->pair_flat, err);
    if (st == LGM_OK)
        st = table(m, "coref.new.feat", LGM_COREF_NEW_ROWS, h->pair, &h->new_feat, err);
    if (st == LGM_OK) st = table(m, "coref.link.out", 2, h->pair, &h->link_out, err);
    return st;
}

lgm_status lgm_coref_bind(lgm_coref_head *out, const lgm_model *model, lgm_err *err)
{
    lgm_coref_head h = {.on = lgm_model_find(model, "coref.mention") != NULL,
                        .linking = lgm_model_find(model, "coref.link") != NULL};
    *out = (lgm_coref_head){0};
    lgm_status st = h.on ? bind_mentions(&h, model, err) : LGM_OK;
    if (st == LGM_OK && h.linking && !h.on)
        st = lgm_fail(err, LGM_E_NOTFOUND, "coref.link without coref.mention");
    if (st == LGM_OK && h.linking) st = bind_link(&h, model, err);
    if (st == LGM_OK) *out = h;
    return st;
}

/* ---- run ------------------------------------------------------------------------------------- */

static lgm_status find(const lgm_coref_head *h, const lgm_kernels *k, lgm_arena *scratch,
                       const lgm_trees *t, lgm_coref_linker *l, lgm_err *err)
{
    lgm_coref_mentions all = {0};
    const bool ok = lgm_coref_collect(t, scratch, &all) &&
                    lgm_coref_score(h, k, scratch, t, &all) &&
                    lgm_coref_find_spans(h, k, scratch, t, &all) &&
                    lgm_coref_linker_make(l, scratch, t, &all) &&
                    lgm_coref_link(h, k, scratch, l) && lgm_coref_join_holders(l, scratch);
    if (ok) lgm_coref_linker_end(l, scratch);
    return ok ? LGM_OK : lgm_arena_fail(scratch, err);
}

lgm_status lgm_coref_run(const lgm_coref_head *head, const lgm_kernels *kernels,
                         const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    if (doc->n_tokens == 0 || !head->on || !head->linking) return LGM_OK;
    assert(scratch != doc->arena && doc->n_sents > 0);
    lgm_status st = lgm_nn_head_fits(&head->link, doc, err);
    if (st != LGM_OK) return st;

    const lgm_arena_mark mark = lgm_arena_save(scratch);
    lgm_coref_linker l = {0};
    st = find(head, kernels, scratch, trees, &l, err);
    if (st == LGM_OK) st = lgm_coref_write_entities(head, &l, scratch, doc, err);
    lgm_arena_rewind(scratch, mark);
    return st;
}
