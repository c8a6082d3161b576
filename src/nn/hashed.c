/* hashed.c - binds the encoder of en-fast to a model, and runs it over a document. */
#include "nn/hashed.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "nn/hashed_form.h"
#include "nn/head.h"

enum { BLOCK = 64, ZERO_POINT = 128 };

/* ---- bind ------------------------------------------------------------------------------------ */

static lgm_status bind_sizes(lgm_hashed *e, const lgm_model *m, lgm_err *err)
{
    lgm_status st = lgm_nn_head_size(m, "dim", LGM_ENC_MAX_DIM, &e->dim, err);
    if (st == LGM_OK) st = lgm_nn_head_size(m, "vocab_rows", 1u << 16, &e->vocab_rows, err);
    if (st == LGM_OK) st = lgm_nn_head_size(m, "oov_rows", 1u << 20, &e->oov_rows, err);
    if (st == LGM_OK) st = lgm_nn_clip_bind(&e->clip, m, err);
    if (st != LGM_OK) return st;
    if (e->dim % 32 != 0)
        return lgm_fail(err, LGM_E_CORRUPT, "config.dim of the model is %u, no multiple of 32",
                        e->dim);
    return LGM_OK;
}

static lgm_status bind_vocab(lgm_hashed *e, const lgm_model *m, lgm_err *err)
{
    const lgm_tensor *hash, *row;
    lgm_status st = lgm_model_need(m, "vocab.hash", LGM_DTYPE_U32, 0, 1, 1, &hash, err);
    if (st == LGM_OK)
        st = lgm_model_need(m, "vocab.row", LGM_DTYPE_U16, hash->dims[0], 1, 1, &row, err);
    if (st != LGM_OK) return st;
    e->vocab_hash = hash->data;
    e->vocab_row = row->data;
    e->n_vocab = hash->dims[0];
    for (uint32_t i = 0; i < e->n_vocab; i++)
        if (e->vocab_row[i] >= e->vocab_rows || (i > 0 && e->vocab_hash[i - 1] >= e->vocab_hash[i]))
            return lgm_fail(err, LGM_E_CORRUPT,
                            "vocab.hash is not in order, or vocab.row out of range");
    return LGM_OK;
}

static lgm_status bind_floats(const lgm_model *m, const char *name, uint32_t d0, uint32_t d1,
                              const float **out, lgm_err *err)
{
    const lgm_tensor *t;
    const lgm_status st = lgm_model_need(m, name, LGM_DTYPE_F32, d0, d1, 1, &t, err);
    if (st == LGM_OK) *out = t->data;
    return st;
}

static lgm_status bind_embeddings(lgm_hashed *e, const lgm_model *m, lgm_err *err)
{
    lgm_status st = lgm_nn_table_bind(&e->word, m, "emb.word", e->vocab_rows + e->oov_rows, 0,
                                      LGM_ENC_MAX_EMB, err);
    if (st == LGM_OK) st = lgm_nn_table_bind(&e->sub, m, "emb.sub", 0, 0, LGM_ENC_MAX_EMB, err);
    if (st != LGM_OK) return st;
    st = bind_floats(m, "emb.mix", e->word.width + e->sub.width, e->dim, &e->mix, err);
    if (st == LGM_OK) st = bind_floats(m, "emb.mix.bias", e->dim, 1, &e->mix_bias, err);
    if (st == LGM_OK) st = bind_floats(m, "emb.ctx", LGM_CONTEXT_ROWS, e->dim, &e->ctx, err);
    return st;
}

static lgm_status bind_layer(lgm_enc_layer *l, uint32_t i, uint32_t dim, const lgm_model *m,
                             lgm_err *err)
{
    char name[32];
    if (l->kind == 'C') {
        snprintf(name, sizeof name, "enc.%u", i);
        return lgm_model_linear(m, name, 2 * dim, 3 * dim, &l->fore, err);
    }
    if (l->kind != 'R')
        return lgm_fail(err, LGM_E_CORRUPT, "config.layers: layer %u is of an unknown kind", i);
    snprintf(name, sizeof name, "enc.%u.f", i);
    lgm_status st = lgm_model_linear(m, name, 3 * (dim / 2), dim, &l->fore, err);
    snprintf(name, sizeof name, "enc.%u.b", i);
    if (st == LGM_OK) st = lgm_model_linear(m, name, 3 * (dim / 2), dim, &l->back, err);
    return st;
}

static lgm_status bind_layers(lgm_hashed *e, const lgm_model *m, lgm_err *err)
{
    const lgm_tensor *letters;
    lgm_status st = lgm_model_need(m, "config.layers", LGM_DTYPE_U8, 0, 1, 1, &letters, err);
    if (st != LGM_OK) return st;
    if (letters->dims[0] > LGM_ENC_MAX_LAYERS)
        return lgm_fail(err, LGM_E_CORRUPT, "config.layers: %u layers, at most %d can be",
                        letters->dims[0], LGM_ENC_MAX_LAYERS);
    e->n_layers = letters->dims[0];
    for (uint32_t i = 0; i < e->n_layers && st == LGM_OK; i++) {
        e->layers[i].kind = ((const char *)letters->data)[i];
        st = bind_layer(&e->layers[i], i, e->dim, m, err);
    }
    return st;
}

lgm_status lgm_nn_hashed_bind(lgm_hashed *out, const lgm_model *m, lgm_err *err)
{
    *out = (lgm_hashed){0};
    lgm_status st = bind_sizes(out, m, err);
    if (st == LGM_OK) st = bind_vocab(out, m, err);
    if (st == LGM_OK) st = bind_embeddings(out, m, err);
    if (st == LGM_OK) st = bind_layers(out, m, err);
    return st;
}

/* ---- run ------------------------------------------------------------------------------------- */

/* What one call works with. q has a row of zeros before the first token and one behind the last. */
typedef struct work {
    const lgm_hashed *e;
    const lgm_kernels *kernels;
    lgm_form_cache *forms;
    const lgm_doc *doc;
    float *x;       /* [window][dim] */
    uint8_t *q[2];  /* [1 + window + 1][dim]: what a layer reads, what it leaves for the next */
    float *g;       /* [BLOCK][2 * dim] */
    float *state;   /* [dim / 2] */
    float *form;    /* [dim] */
    char *room;
} work;

static uint32_t min_u32(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* Rows [at, at + n) of x are done: what the next layer reads of them. */
static void quantise(const work *w, uint32_t at, uint32_t n, uint8_t *to)
{
    const uint32_t d = w->e->dim;
    w->kernels->norm_quant(w->x + (size_t)at * d, d, n, d, w->e->clip, to + (size_t)at * d, d);
}

/* The vector of step 1, from the cache where it is there. */
static const float *form_vector(const work *w, lgm_slice form)
{
    bool known;
    float *const kept = lgm_nn_form_cache_at(w->forms, form, &known);
    float *const v = kept ? kept : w->form;
    if (!known) lgm_nn_form_vector(w->e, w->kernels, form, w->room, v);
    return v;
}

static void embed(const work *w, uint32_t first, uint32_t n, uint8_t *to)
{
    const uint32_t d = w->e->dim;
    for (uint32_t at = 0; at < n; at += BLOCK) {
        const uint32_t end = min_u32(at + BLOCK, n);
        for (uint32_t t = at; t < end; t++) {
            const float *const v = form_vector(w, lgm_doc_form(w->doc, first + t));
            const float *const c =
                w->e->ctx + (size_t)lgm_context_row(w->doc->tokens[first + t].flags) * d;
            float *const x = w->x + (size_t)t * d;
            for (uint32_t j = 0; j < d; j++) x[j] = v[j] + c[j];
        }
        quantise(w, at, end - at, to);
    }
}

/* g of rows [at, at + n): rows of k inputs that begin dim bytes apart (a convolution's overlap). */
static void project(const work *w, const lgm_linear *l, const uint8_t *from, uint32_t at,
                    uint32_t n)
{
    const uint32_t d = w->e->dim;
    w->kernels->linear(from + (size_t)at * d, d, w->e->clip / 127.0f, n, l->w, l->scale, l->bias,
                       l->sum, l->n_pad, l->k_pad, w->g, l->n_pad);
}

static void convolve(const work *w, const lgm_linear *l, uint32_t n, const uint8_t *from,
                     uint8_t *to)
{
    const uint32_t d = w->e->dim;
    for (uint32_t at = 0; at < n; at += BLOCK) {
        const uint32_t rows = min_u32(BLOCK, n - at);
        project(w, l, from - d, at, rows);
        w->kernels->glu_add(w->g, l->n_pad, rows, d, w->x + (size_t)at * d, d);
        quantise(w, at, rows, to);
    }
}

static void recur(const work *w, const lgm_enc_layer *l, uint32_t n, const uint8_t *from,
                  uint8_t *to)
{
    const uint32_t d = w->e->dim, h = d / 2;
    memset(w->state, 0, h * sizeof *w->state);
    for (uint32_t at = 0; at < n; at += BLOCK) {
        const uint32_t rows = min_u32(BLOCK, n - at);
        project(w, &l->fore, from, at, rows);
        w->kernels->recur_add(w->g, l->fore.n_pad, rows, h, false, w->state, w->x + (size_t)at * d,
                              d);
    }
    memset(w->state, 0, h * sizeof *w->state);
    for (uint32_t at = (n - 1) / BLOCK * BLOCK;; at -= BLOCK) {
        const uint32_t rows = min_u32(BLOCK, n - at);
        project(w, &l->back, from, at, rows);
        w->kernels->recur_add(w->g, l->back.n_pad, rows, h, true, w->state,
                              w->x + (size_t)at * d + h, d);
        quantise(w, at, rows, to);
        if (at == 0) break;
    }
}

/* n > 0 tokens from `first`; their vectors go to out. */
static void run_window(const work *w, uint32_t first, uint32_t n, uint8_t *out)
{
    const lgm_hashed *const e = w->e;
    const uint32_t d = e->dim;
    for (int i = 0; i < 2; i++) memset(w->q[i] + ((size_t)n + 1) * d, ZERO_POINT, d);

    uint8_t *from = w->q[0] + d, *to = w->q[1] + d;
    embed(w, first, n, from);
    for (uint32_t i = 0; i < e->n_layers; i++) {
        uint8_t *const next = i + 1 == e->n_layers ? out : to;
        if (e->layers[i].kind == 'C')
            convolve(w, &e->layers[i].fore, n, from, next);
        else
            recur(w, &e->layers[i], n, from, next);
        to = from;
        from = next;
    }
}

/* Where the window that begins at `first` ends. */
static uint32_t window_end(const lgm_doc *doc, uint32_t first)
{
    if (doc->n_tokens - first <= LGM_ENC_WINDOW) return doc->n_tokens;
    const uint32_t last = first + LGM_ENC_WINDOW;
    for (uint32_t t = last; t >= last - LGM_ENC_WINDOW / 2; t--)
        if (doc->tokens[t].flags & LGM_TOK_PAR) return t;
    return last;
}

/* 64-aligned; NULL when the arena is spent. */
static void *take(lgm_arena *a, size_t rows, size_t row_bytes)
{
    size_t size;
    return __builtin_mul_overflow(rows, row_bytes, &size) ? NULL : lgm_arena_aligned(a, 64, size);
}

static bool take_work(work *w, lgm_arena *scratch, uint32_t window)
{
    const size_t d = w->e->dim;
    w->x = take(scratch, window, d * sizeof(float));
    w->g = take(scratch, BLOCK, 2 * d * sizeof(float));
    w->state = take(scratch, 1, d / 2 * sizeof(float));
    w->form = take(scratch, 1, d * sizeof(float));
    w->room = take(scratch, 1, LGM_FORM_ROOM(lgm_doc_longest_form(w->doc)));
    bool ok = w->x && w->g && w->state && w->form && w->room;
    for (int i = 0; i < 2; i++) {
        w->q[i] = take(scratch, (size_t)window + 2, d);
        if (w->q[i])
            memset(w->q[i], ZERO_POINT, d);
        else
            ok = false;
    }
    return ok;
}

size_t lgm_nn_hashed_item(const lgm_hashed *e) { return e->dim * sizeof(float); }

lgm_status lgm_nn_hashed_run(const lgm_hashed *e, const lgm_kernels *kernels, lgm_form_cache *forms,
                             lgm_arena *scratch, const lgm_doc *doc, lgm_rows_out *to, lgm_err *err)
{
    const uint32_t n = doc->n_tokens;
    work w = {.e = e, .kernels = kernels, .forms = forms, .doc = doc};
    if (!take_work(&w, scratch, min_u32(n, LGM_ENC_WINDOW))) return lgm_arena_fail(scratch, err);
    for (uint32_t first = 0, end; first < n; first = end) {
        end = window_end(doc, first);
        lgm_status st = lgm_arena_stopped(scratch, err);
        if (st != LGM_OK) return st;
        run_window(&w, first, end - first, lgm_nn_row_of(to, first));
        st = lgm_nn_rows_done(to, end, err);
        if (st != LGM_OK) return st;
    }
    return LGM_OK;
}
