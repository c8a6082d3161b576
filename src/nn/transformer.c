/* transformer.c - binds the layers to a model, and runs them over a window. */
#include "nn/transformer.h"

#include <assert.h>
#include <stdio.h>

#include "nn/attention.h"
#include "nn/head.h"

/* Rows whose temporaries, the f32 of `up` above all, stay in the second cache. */
enum { BLOCK = LGM_ATT_BLOCK };

static uint32_t min_u32(uint32_t a, uint32_t b) { return a < b ? a : b; }
static uint32_t max_u32(uint32_t a, uint32_t b) { return a > b ? a : b; }

/* ---- bind ------------------------------------------------------------------------------------ */

static lgm_status bind_sizes(lgm_transformer *t, const lgm_model *m, lgm_err *err)
{
    lgm_status st = lgm_nn_head_size(m, "dim", LGM_TR_MAX_DIM, &t->dim, err);
    if (st == LGM_OK) st = lgm_nn_head_size(m, "heads", LGM_TR_MAX_DIM, &t->heads, err);
    if (st == LGM_OK) st = lgm_nn_head_size(m, "ffn", LGM_TR_MAX_FFN, &t->ffn, err);
    if (st == LGM_OK) st = lgm_nn_head_size(m, "depth", LGM_TR_MAX_DEPTH, &t->depth, err);
    if (st != LGM_OK) return st;
    if (t->dim % t->heads != 0 || t->dim / t->heads % 16 != 0)
        return lgm_fail(
            err, LGM_E_CORRUPT,
            "%s: config.dim %u over config.heads %u is no width that is a multiple of 16",
            lgm_model_what(m), t->dim, t->heads);
    if (t->ffn % 16 != 0)
        return lgm_fail(err, LGM_E_CORRUPT, "%s: config.ffn is %u, no multiple of 16",
                        lgm_model_what(m), t->ffn);
    return LGM_OK;
}

/* All sizes are multiples of 16, so no layer has padding; the rows between layers have no room for
 * it. */
static lgm_status bind_linear(const lgm_model *m, const char *name, uint32_t n_out, uint32_t n_in,
                              lgm_linear *out, lgm_err *err)
{
    const lgm_status st = lgm_model_linear(m, name, n_out, n_in, out, err);
    if (st != LGM_OK) return st;
    if (out->n_pad != n_out || out->k_pad != n_in)
        return lgm_fail(err, LGM_E_CORRUPT, "%s: layer %s of %u times %u is padded to %u times %u",
                        lgm_model_what(m), name, n_out, n_in, out->n_pad, out->k_pad);
    return LGM_OK;
}

static lgm_status bind_norm(const lgm_model *m, const char *name, uint32_t dim, lgm_norm *out,
                            lgm_err *err)
{
    char full[32];
    const lgm_tensor *g, *b;
    snprintf(full, sizeof full, "%s.g", name);
    lgm_status st = lgm_model_need(m, full, LGM_DTYPE_F32, dim, 1, 1, &g, err);
    snprintf(full, sizeof full, "%s.b", name);
    if (st == LGM_OK) st = lgm_model_need(m, full, LGM_DTYPE_F32, dim, 1, 1, &b, err);
    if (st == LGM_OK) *out = (lgm_norm){g->data, b->data};
    return st;
}

static lgm_status bind_layer(const lgm_transformer *t, uint32_t i, const lgm_model *m,
                             lgm_tr_layer *out, lgm_err *err)
{
    const uint32_t d = t->dim, f = t->ffn;
    char name[24];
    snprintf(name, sizeof name, "t.%u.qkv", i);
    lgm_status st = bind_linear(m, name, 3 * d, d, &out->qkv, err);
    snprintf(name, sizeof name, "t.%u.out", i);
    if (st == LGM_OK) st = bind_linear(m, name, d, d, &out->out, err);
    snprintf(name, sizeof name, "t.%u.norm1", i);
    if (st == LGM_OK) st = bind_norm(m, name, d, &out->norm1, err);
    snprintf(name, sizeof name, "t.%u.up", i);
    if (st == LGM_OK) st = bind_linear(m, name, f, d, &out->up, err);
    snprintf(name, sizeof name, "t.%u.down", i);
    if (st == LGM_OK) st = bind_linear(m, name, d, f, &out->down, err);
    snprintf(name, sizeof name, "t.%u.norm2", i);
    if (st == LGM_OK) st = bind_norm(m, name, d, &out->norm2, err);
    return st;
}

lgm_status lgm_nn_transformer_bind(lgm_transformer *out, const lgm_model *m, lgm_err *err)
{
    *out = (lgm_transformer){0};
    lgm_status st = bind_sizes(out, m, err);
    if (st == LGM_OK) st = bind_norm(m, "emb.norm", out->dim, &out->emb_norm, err);
    for (uint32_t i = 0; i < out->depth && st == LGM_OK; i++)
        st = bind_layer(out, i, m, &out->layers[i], err);
    return st;
}

/* ---- work ------------------------------------------------------------------------------------ */

struct lgm_transformer_work {
    uint32_t rows;
    lgm_attention att;
    uint8_t *q;         /* [rows][dim]: x in bytes */
    float *q_scale;     /* [rows] */
    float *wide, *back; /* [BLOCK][max(dim, ffn)]; [BLOCK][dim]: what is added to x */
    uint8_t *wide_q;    /* [BLOCK][max(dim, ffn)] */
    float *wide_scale;  /* [BLOCK] */
};

lgm_status lgm_nn_transformer_work_new(lgm_transformer_work **out, const lgm_transformer *t,
                                       uint32_t rows, lgm_arena *scratch, lgm_err *err)
{
    assert(rows > 0 && rows <= LGM_TR_MAX_ROWS);
    const size_t d = t->dim, wide = max_u32(t->dim, t->ffn);
    *out = NULL;
    lgm_transformer_work *const w = lgm_arena_calloc(scratch, 1, sizeof *w);
    if (!w) return lgm_arena_fail(scratch, err);
    const lgm_status st =
        lgm_nn_attention_new(&w->att, t->heads, t->dim / t->heads, rows, scratch, err);
    if (st != LGM_OK) return st;
    w->rows = rows;
    w->q = lgm_arena_aligned(scratch, 64, rows * d);
    w->q_scale = lgm_arena_aligned(scratch, 64, rows * sizeof(float));
    w->wide = lgm_arena_aligned(scratch, 64, BLOCK * wide * sizeof(float));
    w->back = lgm_arena_aligned(scratch, 64, BLOCK * d * sizeof(float));
    w->wide_q = lgm_arena_aligned(scratch, 64, BLOCK * wide);
    w->wide_scale = lgm_arena_aligned(scratch, 64, BLOCK * sizeof(float));
    if (!w->q || !w->q_scale || !w->wide || !w->back || !w->wide_q || !w->wide_scale)
        return lgm_arena_fail(scratch, err);
    *out = w;
    return LGM_OK;
}

/* ---- run ------------------------------------------------------------------------------------- */

typedef struct run {
    const lgm_transformer *t;
    const lgm_kernels *kernels;
    lgm_transformer_work *w;
    float *x;
    uint32_t n;
} run;

static void linear(const run *r, const lgm_linear *l, const uint8_t *a, const float *a_scale,
                   uint32_t m, float *out)
{
    r->kernels->linear_rows(a, l->k_pad, a_scale, m, l->w, l->scale, l->bias, l->sum, l->n_pad,
                            l->k_pad, out, l->n_pad);
}

/* x += y (NULL: nothing), normalised, for rows [at, at + m); as bytes too. */
static void norm(const run *r, const lgm_norm *by, const float *y, uint32_t at, uint32_t m)
{
    const size_t d = r->t->dim;
    r->kernels->norm_rows(r->x + at * d, d, y, d, m, d, by->g, by->b, r->w->q + at * d, d,
                          r->w->q_scale + at);
}

/* Queries, keys or values: a third of the outputs of qkv. */
static lgm_linear third(const lgm_linear *qkv, uint32_t i)
{
    const uint32_t n = qkv->n_out / 3, at = i * n;
    return (lgm_linear){qkv->w + (size_t)at * qkv->k_pad, qkv->scale + at, qkv->bias + at,
                        qkv->sum + at, n, qkv->n_in, n, qkv->k_pad};
}

/* What the attention reads of all pieces. */
static void project(const run *r, const lgm_linear *qkv)
{
    lgm_transformer_work *const w = r->w;
    const size_t d = r->t->dim;
    const lgm_linear q = third(qkv, 0), k = third(qkv, 1), v = third(qkv, 2);
    for (uint32_t at = 0; at < r->n; at += BLOCK) {
        const uint32_t m = min_u32(BLOCK, r->n - at);
        linear(r, &q, w->q + at * d, w->q_scale + at, m, w->back);
        lgm_nn_attention_queries(&w->att, r->kernels, w->back, at, m);
        linear(r, &k, w->q + at * d, w->q_scale + at, m, w->back);
        lgm_nn_attention_keys(&w->att, r->kernels, w->back, at, m);
        linear(r, &v, w->q + at * d, w->q_scale + at, m, w->att.values + at * d);
    }
    lgm_nn_attention_pack(&w->att, r->kernels, r->n);
}

static void attend(const run *r, const lgm_tr_layer *l, uint32_t at, uint32_t m)
{
    lgm_transformer_work *const w = r->w;
    const size_t d = r->t->dim;
    lgm_nn_attention_rows(&w->att, r->kernels, r->n, at, m, w->wide);
    r->kernels->quant_rows(w->wide, d, m, d, w->wide_q, d, w->wide_scale);
    linear(r, &l->out, w->wide_q, w->wide_scale, m, w->back);
    norm(r, &l->norm1, w->back, at, m);
}

static void feed_forward(const run *r, const lgm_tr_layer *l, uint32_t at, uint32_t m)
{
    lgm_transformer_work *const w = r->w;
    const size_t d = r->t->dim, f = r->t->ffn;
    linear(r, &l->up, w->q + at * d, w->q_scale + at, m, w->wide);
    r->kernels->gelu_quant(w->wide, f, m, f, w->wide_q, f, w->wide_scale);
    linear(r, &l->down, w->wide_q, w->wide_scale, m, w->back);
    norm(r, &l->norm2, w->back, at, m);
}

void lgm_nn_transformer_run(const lgm_transformer *t, const lgm_kernels *kernels,
                            lgm_transformer_work *w, float *x, uint32_t n)
{
    assert(n > 0 && n <= w->rows);
    const run r = {t, kernels, w, x, n};
    norm(&r, &t->emb_norm, NULL, 0, n);
    for (uint32_t i = 0; i < t->depth; i++) {
        const lgm_tr_layer *const l = &t->layers[i];
        project(&r, &l->qkv);
        for (uint32_t at = 0; at < n; at += BLOCK) {
            const uint32_t m = min_u32(BLOCK, n - at);
            attend(&r, l, at, m);
            feed_forward(&r, l, at, m);
        }
    }
}
