/* parse.c - scores of arcs and relations, a group of sentences at a time. */
#include "parse/parse.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "nn/head.h"
#include "parse/mst.h"

enum { GROUP = 64, LANES = 16 }; /* tokens worth a matrix product; what lgm_kernels.dots asks for */

/* ---- bind ------------------------------------------------------------------------------------ */

static lgm_status bind_layers(lgm_parse_head *h, const lgm_model *m, lgm_err *err)
{
    const uint32_t a = h->arc, r = h->width;
    const lgm_tensor *dist = NULL, *root = NULL;
    if (a % LANES != 0 || r % LANES != 0)
        return lgm_fail(err, LGM_E_CORRUPT, "config.arc %u, config.rel %u: no multiples of %d", a,
                        r, (int)LANES);
    lgm_status st = lgm_nn_head_linear(m, "parse.mlp", 2 * a + 2 * r, &h->mlp, err);
    if (st == LGM_OK) st = lgm_model_linear(m, "parse.key", a, a, &h->key, err);
    if (st == LGM_OK) st = lgm_model_linear(m, "parse.rel", h->labels.n, r, &h->rel, err);
    if (st == LGM_OK)
        st = lgm_model_need(m, "parse.dist", LGM_DTYPE_F32, 2 * LGM_PARSE_REACH + 1, 1, 1, &dist,
                            err);
    if (st == LGM_OK) st = lgm_model_need(m, "parse.root", LGM_DTYPE_F32, a, 1, 1, &root, err);
    if (st != LGM_OK) return st;
    if (h->key.k_pad != a || h->rel.k_pad != r)
        return lgm_fail(err, LGM_E_CORRUPT,
                        "parse.key or parse.rel is padded where it need not be");
    h->dist = dist->data;
    h->root = root->data;
    return LGM_OK;
}

lgm_status lgm_parse_bind(lgm_parse_head *out, const lgm_model *model, lgm_err *err)
{
    lgm_parse_head h = {.root_label = LGM_NONE};
    *out = h;
    lgm_status st = lgm_model_labels(model, "rel", &h.labels, err);
    if (st == LGM_OK) st = lgm_nn_head_few(h.labels, "rel", err);
    if (st == LGM_OK) st = lgm_nn_head_size(model, "arc", 1u << 12, &h.arc, err);
    if (st == LGM_OK) st = lgm_nn_head_size(model, "rel", 1u << 12, &h.width, err);
    if (st == LGM_OK) st = bind_layers(&h, model, err);
    if (st != LGM_OK) return st;
    for (uint32_t i = 0; i < h.labels.n; i++)
        if (strcmp(h.labels.at[i], "root") == 0) h.root_label = i;
    if (h.labels.n - (h.root_label != LGM_NONE) == 0)
        return lgm_fail(err, LGM_E_CORRUPT, "labels.rel has no relation but \"root\"");
    *out = h;
    return LGM_OK;
}

/* ---- run ------------------------------------------------------------------------------------- */

typedef struct parser {
    const lgm_parse_head *head;
    const lgm_kernels *kernels;
    lgm_arena *scratch;
    uint32_t first, n;  /* tokens of the group */
    float *mlp;         /* [n][mlp.n_pad] */
    uint8_t *quant;     /* [n][max(A, R)]: what goes into parse.key, then into parse.rel */
    float *quant_scale; /* [n] */
    float *key;         /* [n][key.n_pad] */
    float *rel_in;      /* [n][R] */
    float *rel_out;     /* [n][rel.n_pad] */
    uint32_t *heads;    /* [n_tokens], in the document's arena */
    uint8_t *rels;      /* [n_tokens]: LGM_NO_LABEL for the root child */
} parser;

static bool make_room(parser *p, const lgm_doc *doc)
{
    const lgm_parse_head *const h = p->head;
    const size_t n = lgm_nn_head_largest(doc, GROUP), wide = h->arc > h->width ? h->arc : h->width;
    p->mlp = lgm_arena_aligned(p->scratch, 64, n * h->mlp.n_pad * sizeof *p->mlp);
    p->quant = lgm_arena_aligned(p->scratch, 64, n * wide);
    p->quant_scale = lgm_arena_aligned(p->scratch, 64, n * sizeof *p->quant_scale);
    p->key = lgm_arena_aligned(p->scratch, 64, n * h->key.n_pad * sizeof *p->key);
    p->rel_in = lgm_arena_aligned(p->scratch, 64, n * h->width * sizeof *p->rel_in);
    p->rel_out = lgm_arena_aligned(p->scratch, 64, n * h->rel.n_pad * sizeof *p->rel_out);
    p->heads = lgm_arena_calloc(doc->arena, doc->n_tokens, sizeof *p->heads);
    p->rels = lgm_arena_calloc(doc->arena, doc->n_tokens, sizeof *p->rels);
    return p->mlp && p->quant && p->quant_scale && p->key && p->rel_in && p->rel_out && p->heads &&
           p->rels;
}

/* out = layer(relu(x)), x quantised row by row. */
static void relu_linear(parser *p, const float *x, size_t ldx, size_t width, const lgm_linear *w,
                        float *out)
{
    p->kernels->relu_quant(x, ldx, p->n, width, p->quant, width, p->quant_scale);
    p->kernels->linear_rows(p->quant, width, p->quant_scale, p->n, w->w, w->scale, w->bias, w->sum,
                            w->n_pad, w->k_pad, out, w->n_pad);
}

/* Dependents and keys of the group. */
static void project(parser *p, const lgm_doc *doc)
{
    const lgm_parse_head *const h = p->head;
    const size_t ld = h->mlp.n_pad;
    lgm_nn_head_scores(&h->mlp, p->kernels, doc, p->first, p->n, p->mlp);
    for (size_t i = 0; i < p->n; i++) {
        float *const dep = p->mlp + i * ld;
        for (size_t k = 0; k < h->arc; k++) dep[k] = dep[k] > 0.0f ? dep[k] : 0.0f;
    }
    relu_linear(p, p->mlp + h->arc, ld, h->arc, &h->key, p->key);
}

/* row[j] += dist[clamp(j - i) + reach]. */
static void add_distance(float *row, uint32_t i, uint32_t n, const float *dist)
{
    const uint32_t reach = LGM_PARSE_REACH;
    const uint32_t near = i > reach ? i - reach : 0, far = n - i > reach ? i + reach : n;
    for (uint32_t j = 0; j < near; j++) row[j] += dist[0];
    for (uint32_t j = near; j < far; j++) row[j] += dist[j + reach - i];
    for (uint32_t j = far; j < n; j++) row[j] += dist[2 * reach];
}

/* Heads of one sentence. */
static bool attach(parser *p, lgm_tokspan sent)
{
    const lgm_parse_head *const h = p->head;
    const uint32_t n = sent.end - sent.start, at = sent.start - p->first;
    const size_t ld = ((size_t)n + LANES - 1) / LANES * LANES, ldq = h->mlp.n_pad;
    const lgm_arena_mark mark = lgm_arena_save(p->scratch);
    float *const score = lgm_arena_aligned(p->scratch, 64, n * ld * sizeof *score);
    float *const root = lgm_arena_aligned(p->scratch, 64, n * sizeof *root);
    if (!score || !root) return false;

    const float *const dep = p->mlp + at * ldq;
    p->kernels->dots(dep, ldq, n, p->key + (size_t)at * h->key.n_pad, h->key.n_pad, n, h->arc,
                     score, ld);
    p->kernels->dots(dep, ldq, n, h->root, h->arc, 1, h->arc, root, 1);
    for (uint32_t i = 0; i < n; i++) add_distance(score + i * ld, i, n, h->dist);

    uint32_t *const heads = p->heads + sent.start;
    if (!lgm_parse_mst(score, ld, root, n, heads, p->scratch)) return false;
    for (uint32_t i = 0; i < n; i++)
        if (heads[i] != LGM_NONE) heads[i] += sent.start;
    lgm_arena_rewind(p->scratch, mark);
    return true;
}

/* Relations of the group, its heads being known. */
static void label(parser *p)
{
    const lgm_parse_head *const h = p->head;
    const uint32_t width = h->width;
    const size_t ld = h->mlp.n_pad;
    for (uint32_t i = 0; i < p->n; i++) {
        const uint32_t head = p->heads[p->first + i];
        const uint32_t j =
            head == LGM_NONE ? i : head - p->first; /* the root child's is not read */
        const float *const dep = p->mlp + i * ld + 2 * h->arc;
        const float *const up = p->mlp + j * ld + 2 * h->arc + width;
        float *const x = p->rel_in + (size_t)i * width;
        for (uint32_t k = 0; k < width; k++) x[k] = dep[k] + up[k];
    }
    relu_linear(p, p->rel_in, width, width, &h->rel, p->rel_out);
    for (uint32_t i = 0; i < p->n; i++) {
        float *const row = p->rel_out + (size_t)i * h->rel.n_pad;
        const bool is_root = p->heads[p->first + i] == LGM_NONE;
        if (h->root_label != LGM_NONE) row[h->root_label] = -INFINITY;
        p->rels[p->first + i] = is_root ? LGM_NO_LABEL : (uint8_t)lgm_nn_argmax(row, h->labels.n);
    }
}

static bool parse_groups(parser *p, const lgm_doc *doc)
{
    for (uint32_t s = 0; s < doc->n_sents;) {
        const uint32_t end = lgm_nn_head_group(doc, s, GROUP);
        p->first = doc->sents[s].start;
        p->n = doc->sents[end - 1].end - p->first;
        project(p, doc);
        for (; s < end; s++)
            if (!attach(p, doc->sents[s])) return false;
        label(p);
    }
    return true;
}

lgm_status lgm_parse_run(const lgm_parse_head *head, const lgm_kernels *kernels, lgm_arena *scratch,
                         lgm_doc *doc, lgm_err *err)
{
    lgm_status st = lgm_nn_head_fits(&head->mlp, doc, err);
    if (st != LGM_OK || doc->n_tokens == 0) return st;
    assert(scratch != doc->arena && doc->n_sents > 0);

    const lgm_arena_mark mark = lgm_arena_save(scratch);
    parser p = {.head = head, .kernels = kernels, .scratch = scratch};
    if (make_room(&p, doc) && parse_groups(&p, doc)) {
        doc->head = p.heads;
        doc->rel = (lgm_doc_labels){p.rels, head->labels.at, "root"};
    } else {
        st = lgm_nn_head_spent(scratch, doc->arena, err);
    }
    lgm_arena_rewind(scratch, mark);
    return st;
}
