/* entity.c - names by Viterbi over the labels of a sentence. */
#include "entity/entity.h"

#include <assert.h>
#include <string.h>

#include "entity/inverted.h"
#include "entity/repeats.h"
#include "entity/towns.h"
#include "entity/words.h"
#include "nn/detmath.h"
#include "nn/head.h"

enum {
    GROUP = 64, /* tokens worth a matrix product */
    AROUND = 2  /* tokens on either side of a name over which its marginals run */
};

/* A person by the network is one from here on, though the name ends like a company's. */
#define SURE 0.9f

/* ---- bind ------------------------------------------------------------------------------------ */

static uint8_t type_of(const char *label)
{
    static const char *const names[] = {
#define ENTITY_NAME(name) #name,
        LGM_ENTITY_TYPES(ENTITY_NAME)
#undef ENTITY_NAME
    };
    for (uint8_t i = 0; i < LGM_COUNT(names); i++)
        if (strcmp(label, names[i]) == 0) return i;
    return LGM_ENTITY_LEFT_OUT;
}

static lgm_status bind_labels(lgm_entity_head *h, lgm_labels labels, const lgm_tensor *trans,
                              lgm_err *err)
{
    const size_t side = (size_t)labels.n + 2;
    h->trans = lgm_malloc(side * side * sizeof *h->trans);
    if (!h->trans) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    memcpy(h->trans, trans->data, side * side * sizeof *h->trans);
    const lgm_status st = lgm_nn_crf_constrain(labels.at, labels.n, h->trans, err);
    if (st != LGM_OK) return st;
    h->n_labels = labels.n;
    for (uint32_t i = 0; i < labels.n; i++) {
        h->part[i] = labels.at[i][0];
        h->type[i] = h->part[i] == 'O' ? LGM_ENTITY_LEFT_OUT : type_of(labels.at[i] + 2);
    }
    return LGM_OK;
}

/* a > 0, so that what the network is surer of stays surer. Absent: 1 and 0. */
static lgm_status bind_calibration(lgm_entity_head *h, const lgm_model *model, lgm_err *err)
{
    const float most = LGM_ENTITY_CALIB_MAX;
    const bool has_a = lgm_model_find(model, "config.calib.names.a") != NULL;
    const bool has_b = lgm_model_find(model, "config.calib.names.b") != NULL;
    lgm_status st = LGM_OK;
    h->calibrated = has_a || has_b;
    h->calib_a = 1;
    if (has_a) st = lgm_model_number(model, "calib.names.a", &h->calib_a, err);
    if (st == LGM_OK && has_b) st = lgm_model_number(model, "calib.names.b", &h->calib_b, err);
    if (st != LGM_OK) return st;
    if (h->calib_a > 0 && h->calib_a <= most && h->calib_b >= -most && h->calib_b <= most)
        return LGM_OK;
    return lgm_fail(
        err, LGM_E_CORRUPT,
        "config.calib.names: a is %g and b is %g, should be above 0 and at most %g, and "
        "within +-%g",
        (double)h->calib_a, (double)h->calib_b, (double)most, (double)most);
}

lgm_status lgm_entity_bind(lgm_entity_head *out, const lgm_model *model, lgm_err *err)
{
    lgm_entity_head h = {0};
    lgm_labels labels = {0};
    const lgm_tensor *trans = NULL;
    *out = h;
    lgm_status st = lgm_model_labels(model, "ner", &labels, err);
    if (st == LGM_OK && labels.n > LGM_CRF_MAX_LABELS)
        return lgm_fail(err, LGM_E_CORRUPT, "labels.ner has %u labels; %d are possible", labels.n,
                        (int)LGM_CRF_MAX_LABELS);
    if (st == LGM_OK) st = lgm_nn_head_linear(model, "ner", labels.n, &h.layer, err);
    if (st == LGM_OK)
        st = lgm_model_need(model, "ner.trans", LGM_DTYPE_F32, labels.n + 2, labels.n + 2, 1,
                            &trans, err);
    if (st == LGM_OK) st = bind_calibration(&h, model, err);
    if (st == LGM_OK) st = bind_labels(&h, labels, trans, err);
    if (st == LGM_OK)
        *out = h;
    else
        lgm_entity_done(&h);
    return st;
}

void lgm_entity_done(lgm_entity_head *head)
{
    lgm_free(head->trans);
    *head = (lgm_entity_head){0};
}

/* ---- run ------------------------------------------------------------------------------------- */

typedef struct finder {
    const lgm_entity_head *head;
    const lgm_doc *doc;
    lgm_arena *scratch;
    float *scores; /* [largest group][n_pad] */
    uint8_t *path; /* [longest sentence] */
    float *prob;   /* [longest sentence]: marginals of path, around a name */
    void *crf, *odds;
    lgm_names names;
} finder;

static bool make_room(finder *f)
{
    const lgm_entity_head *const h = f->head;
    const size_t rows = lgm_nn_head_largest(f->doc, GROUP),
                 longest = lgm_nn_head_largest(f->doc, 1);
    const size_t best = lgm_nn_crf_scratch_bytes(longest, h->n_labels),
                 sure = lgm_nn_crf_posterior_bytes(longest, h->n_labels);
    f->scores = lgm_arena_aligned(f->scratch, 64, rows * h->layer.n_pad * sizeof *f->scores);
    f->path = lgm_arena_alloc(f->scratch, longest);
    f->prob = lgm_arena_alloc(f->scratch, longest * sizeof *f->prob);
    f->crf = lgm_arena_aligned(f->scratch, 64, best > sure ? best : sure);
    f->odds = lgm_arena_aligned(f->scratch, 64, lgm_nn_crf_odds_bytes(h->n_labels));
    if (!f->scores || !f->path || !f->prob || !f->crf || !f->odds) return false;
    lgm_nn_crf_odds(h->trans, h->n_labels, f->odds);
    return true;
}

static float calibrate(const lgm_entity_head *h, float p)
{
    if (!h->calibrated) return p;
    const double x = lgm_det_logit((double)p);
    return (float)lgm_det_sigmoid((double)h->calib_a * x + (double)h->calib_b);
}

/* A name is as sure as its least sure label. Marginals run over the name and AROUND tokens on
 * either side, given the labels beyond. On Worldwide's development part that ranks right before
 * wrong names in 0.834 of the pairs, marginals over the sentence in 0.835 and twice the time, the
 * mean softmax of the labels, without transitions, in 0.780. name: within the sentence. */
static float least_sure(finder *f, const float *scores, uint32_t n, lgm_tokspan name)
{
    const size_t ld = f->head->layer.n_pad, k = f->head->n_labels;
    const uint32_t from = name.start > AROUND ? name.start - AROUND : 0;
    const uint32_t to = n - name.end > AROUND ? name.end + AROUND : n;
    const size_t before = from > 0 ? f->path[from - 1] : k, after = to < n ? f->path[to] : k;
    lgm_nn_crf_posterior(scores + from * ld, ld, to - from, k, f->odds, before, after,
                         f->path + from, f->prob + from, f->crf);
    float least = 1.0f;
    for (uint32_t i = name.start; i < name.end; i++)
        if (f->prob[i] < least) least = f->prob[i];
    return least;
}

static bool keep_name(finder *f, lgm_tokspan name, uint8_t type, float p)
{
    if (lgm_entity_is_noun(f->doc, name, type)) return true;
    if (lgm_entity_has_party(f->doc, name)) {
        name.start += 2;
        type = LGM_ENTITY_GPE;
    }
    if (type == LGM_ENTITY_PER && lgm_entity_is_firm(f->doc, name)) type = LGM_ENTITY_ORG;
    if (type == LGM_ENTITY_PER && p < SURE && lgm_entity_is_trade(f->doc, name))
        type = LGM_ENTITY_ORG;
    if (type == LGM_ENTITY_PER && lgm_entity_is_region(f->doc, name)) type = LGM_ENTITY_GPE;
    if (type == LGM_ENTITY_ORG && lgm_entity_is_titled(f->doc, name)) type = LGM_ENTITY_PER;
    const lgm_name n = {lgm_entity_trim(f->doc, name, type), type, calibrate(f->head, p)};
    lgm_name *const last = f->names.n > 0 ? &f->names.at[f->names.n - 1] : NULL;
    if (last && type == LGM_ENTITY_PER && last->type == type &&
        lgm_entity_goes_on(f->doc, last->tokens, n.tokens)) {
        last->tokens.end = n.tokens.end;
        last->confidence = n.confidence < last->confidence ? n.confidence : last->confidence;
        return true;
    }
    return lgm_vec_push(f->scratch, &f->names, n);
}

static bool find_in_sentence(finder *f, const float *scores, lgm_tokspan sent)
{
    const lgm_entity_head *const h = f->head;
    const uint32_t n = sent.end - sent.start;
    lgm_nn_crf_viterbi(scores, h->layer.n_pad, n, h->n_labels, h->trans, f->path, f->crf);
    lgm_tokspan name = {0};
    uint8_t open = LGM_ENTITY_LEFT_OUT; /* type of the name that name.start begins */
    for (uint32_t i = 0; i < n; i++) {
        const char part = h->part[f->path[i]];
        const uint8_t type = h->type[f->path[i]];
        if (part == 'B' || part == 'S') {
            name.start = i;
            open = type;
        }
        if (part == 'O') open = LGM_ENTITY_LEFT_OUT;
        if ((part != 'E' && part != 'S') || type == LGM_ENTITY_LEFT_OUT || open != type) continue;
        name.end = i + 1;
        const lgm_tokspan at = {sent.start + name.start, sent.start + name.end};
        if (!keep_name(f, at, type, least_sure(f, scores, n, name))) return false;
        open = LGM_ENTITY_LEFT_OUT;
    }
    return true;
}

static bool find_names(finder *f, const lgm_kernels *kernels)
{
    const lgm_doc *const doc = f->doc;
    const lgm_linear *const layer = &f->head->layer;
    for (uint32_t s = 0; s < doc->n_sents;) {
        const uint32_t end = lgm_nn_head_group(doc, s, GROUP), first = doc->sents[s].start;
        lgm_nn_head_scores(layer, kernels, doc, first, doc->sents[end - 1].end - first, f->scores);
        for (; s < end; s++) {
            const size_t row = doc->sents[s].start - first;
            if (!find_in_sentence(f, f->scores + row * layer->n_pad, doc->sents[s])) return false;
        }
    }
    return true;
}

lgm_status lgm_entity_find(const lgm_entity_head *head, const lgm_kernels *kernels,
                           lgm_arena *scratch, const lgm_doc *doc, lgm_names *out, lgm_err *err)
{
    finder f = {.head = head, .doc = doc, .scratch = scratch};
    if (!make_room(&f) || !find_names(&f, kernels)) return lgm_arena_fail(scratch, err);
    *out = f.names;
    return LGM_OK;
}

/* Copies the names into the document and groups them; puts back the old ones where that fails. */
static lgm_status keep_names(const lgm_names *found, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    lgm_name *const old = doc->names;
    const uint32_t n_old = doc->n_names;
    lgm_name *const names = lgm_arena_calloc(doc->arena, found->n, sizeof *names);
    if (!names) return lgm_arena_fail(doc->arena, err);
    if (found->n > 0) memcpy(names, found->at, found->n * sizeof *names);
    doc->names = names;
    doc->n_names = (uint32_t)found->n;
    const lgm_status st = lgm_entity_group(scratch, doc, err);
    if (st != LGM_OK) {
        doc->names = old;
        doc->n_names = n_old;
    }
    return st;
}

lgm_status lgm_entity_run(const lgm_entity_head *head, const lgm_kernels *kernels,
                          const lgm_places *places, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    lgm_status st = lgm_nn_head_fits(&head->layer, doc, err);
    if (st != LGM_OK || doc->n_tokens == 0) return st;
    assert(scratch != doc->arena && doc->n_sents > 0);

    const lgm_arena_mark mark = lgm_arena_save(scratch);
    lgm_names names = {0};
    st = lgm_entity_find(head, kernels, scratch, doc, &names, err);
    if (st == LGM_OK) lgm_entity_inverted(doc, &names);
    if (st == LGM_OK && !(lgm_entity_towns(scratch, doc, &names) &&
                          lgm_entity_repeats(scratch, doc, places, &names)))
        st = lgm_arena_fail(scratch, err);
    if (st == LGM_OK) st = keep_names(&names, scratch, doc, err);
    lgm_arena_rewind(scratch, mark);
    return st;
}
