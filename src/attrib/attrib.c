/* attrib.c - binds the head to a model, and runs the stages of the room. */
#include "attrib/attrib.h"

#include <string.h>

#include "attrib/frags.h"
#include "nn/crf.h"
#include "nn/head.h"

/* FEATURES: rows of attrib.feat (docs/notes/en-fast.md). LARGEST_LINK: far above the widths we
 * train; it bounds what a strange model can make us allocate, a few vectors of it a fragment. */
enum { FEATURES = 48, LARGEST_LINK = 1024 };

static uint8_t role_of(const char *label)
{
    static const char *const NAMES[] = {"SRC", "CUE", "CNT"};
    if (label[0] == '\0' || label[1] != '-') return LGM_ROLE_NONE;
    for (uint8_t r = 0; r < LGM_COUNT(NAMES); r++)
        if (strcmp(label + 2, NAMES[r]) == 0) return r;
    return LGM_ROLE_NONE;
}

static lgm_status bind_labels(lgm_attrib_head *h, const lgm_model *model, lgm_err *err)
{
    lgm_labels labels;
    lgm_status st = lgm_model_labels(model, "attrib", &labels, err);
    if (st != LGM_OK) return st;
    if (labels.n < 1 || labels.n > LGM_ATTRIB_MAX_LABELS)
        return lgm_fail(err, LGM_E_CORRUPT, "labels.attrib has %u labels, at most %d are possible",
                        labels.n, (int)LGM_ATTRIB_MAX_LABELS);
    h->n_labels = labels.n;
    for (uint32_t i = 0; i < labels.n; i++) {
        h->label[i] = (lgm_attrib_label){labels.at[i][0], role_of(labels.at[i])};
        if (h->label[i].kind != 'O' && h->label[i].role == LGM_ROLE_NONE)
            return lgm_fail(err, LGM_E_CORRUPT, "labels.attrib: \"%.40s\" is not SRC, CUE or CNT",
                            labels.at[i]);
    }
    const uint32_t side = labels.n + 2;
    const lgm_tensor *trans;
    st = lgm_model_need(model, "attrib.trans", LGM_DTYPE_F32, side, side, 1, &trans, err);
    if (st != LGM_OK) return st;
    memcpy(h->trans, trans->data, (size_t)side * side * sizeof(float));
    return lgm_nn_crf_constrain(labels.at, labels.n, h->trans, err);
}

static lgm_status bind_link(lgm_attrib_head *h, const lgm_model *model, lgm_err *err)
{
    const lgm_tensor *feat = NULL, *out = NULL, *bias = NULL;
    lgm_status st = lgm_nn_head_size(model, "link", LARGEST_LINK, &h->link, err);
    if (st == LGM_OK && h->link % 16 != 0)
        st = lgm_fail(err, LGM_E_CORRUPT, "config.link is %u, not a multiple of 16", h->link);
    if (st == LGM_OK) st = lgm_nn_head_linear(model, "attrib.span", 4 * h->link, &h->span, err);
    if (st == LGM_OK)
        st = lgm_model_need(model, "attrib.feat", LGM_DTYPE_F32, 0, h->link, 1, &feat, err);
    if (st == LGM_OK)
        st = lgm_model_need(model, "attrib.out", LGM_DTYPE_F32, 2, h->link, 1, &out, err);
    if (st == LGM_OK)
        st = lgm_model_need(model, "attrib.out.bias", LGM_DTYPE_F32, 2, 1, 1, &bias, err);
    if (st != LGM_OK) return st;
    if (feat->dims[0] < FEATURES)
        return lgm_fail(err, LGM_E_CORRUPT, "attrib.feat has %u rows, %d are read", feat->dims[0],
                        (int)FEATURES);
    h->feat = feat->data;
    h->out = out->data;
    h->out_bias = bias->data;
    return LGM_OK;
}

lgm_status lgm_attrib_bind(lgm_attrib_head *out, const lgm_model *model, lgm_err *err)
{
    lgm_attrib_head h = {.keep_cueless = true};
    *out = (lgm_attrib_head){0};
    lgm_status st = bind_labels(&h, model, err);
    if (st == LGM_OK) st = lgm_nn_head_linear(model, "attrib.tag", h.n_labels, &h.tag, err);
    if (st == LGM_OK) st = bind_link(&h, model, err);
    if (st == LGM_OK) st = lgm_attrib_bind_trust(&h, model, err);
    if (st == LGM_OK) *out = h;
    return st;
}

lgm_status lgm_attrib_run(const lgm_attrib_head *head, const lgm_kernels *kernels,
                          const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    doc->claims = NULL;
    doc->n_claims = 0;
    doc->claim_teller = doc->claim_parent = NULL;
    doc->claim_relay = NULL;
    if (doc->n_tokens == 0) return LGM_OK;
    lgm_status st = lgm_nn_head_fits(&head->tag, doc, err);
    if (st != LGM_OK) return st;

    const lgm_arena_mark mark = lgm_arena_save(scratch);
    lgm_frags set = {0};
    lgm_attrib_claims claims = {0};
    st = lgm_attrib_mark_unnamed(doc, err);
    if (st == LGM_OK) st = lgm_attrib_pieces(doc, scratch, &set, err);
    if (st == LGM_OK) st = lgm_attrib_tags(head, kernels, scratch, doc, &set, err);
    if (st == LGM_OK) st = lgm_attrib_link(head, kernels, scratch, doc, &set, err);
    if (st == LGM_OK) st = lgm_attrib_adopt(scratch, doc, &set, err);
    if (st == LGM_OK) st = lgm_attrib_gather(head, scratch, doc, &set, &claims, err);
    if (st == LGM_OK) st = lgm_attrib_amend(trees, scratch, doc, &claims, err);
    if (st == LGM_OK) st = lgm_attrib_finish(scratch, doc, &claims, err);
    if (st == LGM_OK && doc->n_claims > 0) st = lgm_attrib_parents(scratch, doc, err);
    if (st == LGM_OK && doc->n_claims > 0 && trees) st = lgm_attrib_relays(trees, doc, err);
    lgm_arena_rewind(scratch, mark);
    return st;
}
