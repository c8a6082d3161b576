/* pieced.c - binds the encoder of en-accurate to a model, and runs it over a document. */
#include "nn/pieced.h"

#include <assert.h>

#include "base/fold.h"
#include "nn/windows.h"

enum { BLOCK = 64, MARKS = 2, MAX_PIECE_ROWS = 1 << 16, SEED_SHAPE = 7 };
static_assert(LGM_WINDOW_PIECES + MARKS <= LGM_TR_MAX_ROWS,
              "a window goes through the layers at once");

/* ---- bind ------------------------------------------------------------------------------------ */

static lgm_status bind_embeddings(lgm_pieced *e, const lgm_model *m, lgm_err *err)
{
    const uint32_t d = e->layers.dim;
    lgm_status st = lgm_nn_table_bind(&e->piece, m, "emb.piece", 0, d, d, err);
    if (st == LGM_OK)
        st = lgm_nn_table_bind(&e->pos, m, "emb.pos", LGM_WINDOW_PIECES + MARKS, d, d, err);
    if (st == LGM_OK) st = lgm_nn_table_bind(&e->ctx, m, "emb.ctx", LGM_CONTEXT_ROWS, d, d, err);
    if (st == LGM_OK) st = lgm_nn_table_bind(&e->shape, m, "emb.shape", 0, d, d, err);
    if (st == LGM_OK && (e->piece.rows > MAX_PIECE_ROWS || e->shape.rows > MAX_PIECE_ROWS))
        return lgm_fail(err, LGM_E_CORRUPT, "emb.piece or emb.shape has more than %d rows",
                        MAX_PIECE_ROWS);
    return st;
}

lgm_status lgm_nn_pieced_bind(lgm_pieced *out, const lgm_model *m, lgm_err *err)
{
    *out = (lgm_pieced){0};
    lgm_status st = lgm_nn_transformer_bind(&out->layers, m, err);
    if (st == LGM_OK) st = lgm_nn_clip_bind(&out->clip, m, err);
    if (st == LGM_OK) st = bind_embeddings(out, m, err);
    if (st == LGM_OK) st = lgm_nn_pieces_bind(&out->vocab, m, out->piece.rows, err);
    if (st == LGM_OK) st = lgm_nn_pieces_id(m, "cls", out->piece.rows, &out->cls, err);
    if (st == LGM_OK) st = lgm_nn_pieces_id(m, "sep", out->piece.rows, &out->sep, err);
    return st;
}

/* ---- pieces of the document ------------------------------------------------------------------ */

typedef struct form_pieces {
    uint16_t ids[LGM_MAX_PIECES];
    uint16_t shape;
    uint8_t n;
} form_pieces;

size_t lgm_nn_pieced_item(void) { return sizeof(form_pieces); }

/* What one call works with. */
typedef struct work {
    const lgm_pieced *e;
    const lgm_kernels *kernels;
    const lgm_doc *doc;
    uint8_t *counts; /* pieces of each token */
    uint16_t *shapes;
    LGM_VEC(uint16_t) ids; /* of all tokens, one after the other */
    lgm_transformer_work *layers;
    float *x;    /* [window][dim] */
    float *mean; /* [BLOCK][dim] */
} work;

/* room: twice the form. Curly quotation marks are read as straight ones: trees are learned from
 * texts that hardly have any, and which mark opens and which closes stands in the token's flags. */
static void look_at(const lgm_pieced *e, lgm_slice form, char *room, form_pieces *out)
{
    const lgm_slice straight = {room, lgm_fold_quotes(form.ptr, form.len, room)};
    char *const shape = room + form.len;
    const size_t n = lgm_fold_shape(straight.ptr, straight.len, shape);
    out->shape = (uint16_t)(lgm_hash64(SEED_SHAPE, shape, n) % e->shape.rows);
    out->n = (uint8_t)lgm_nn_pieces_cut(&e->vocab, straight, out->ids);
}

static lgm_status find_pieces(work *w, lgm_form_cache *forms, lgm_arena *scratch, lgm_err *err)
{
    const uint32_t n = w->doc->n_tokens;
    char *const room = lgm_arena_alloc(scratch, 2 * lgm_doc_longest_form(w->doc) + 1);
    w->counts = lgm_arena_alloc(scratch, n);
    w->shapes = lgm_arena_calloc(scratch, n, sizeof *w->shapes);
    if (!room || !w->counts || !w->shapes) return lgm_arena_fail(scratch, err);
    for (uint32_t t = 0; t < n; t++) {
        const lgm_slice form = lgm_doc_form(w->doc, t);
        form_pieces own;
        bool known;
        form_pieces *const kept = lgm_nn_form_cache_at(forms, form, &known);
        form_pieces *const p = kept ? kept : &own;
        if (!known) look_at(w->e, form, room, p);
        w->counts[t] = p->n;
        w->shapes[t] = p->shape;
        for (uint32_t i = 0; i < p->n; i++)
            if (!lgm_vec_push(scratch, &w->ids, p->ids[i])) return lgm_arena_fail(scratch, err);
    }
    return LGM_OK;
}

/* ---- windows --------------------------------------------------------------------------------- */

static void embed_row(const lgm_pieced *e, uint16_t id, uint32_t place, float *x)
{
    for (uint32_t k = 0; k < e->layers.dim; k++) x[k] = 0;
    lgm_table_add(&e->piece, id, x);
    lgm_table_add(&e->pos, place, x);
}

/* The sums of the embeddings of a window whose first piece is ids[at]; returns its rows. */
static uint32_t embed(const work *w, lgm_tokspan read, size_t at)
{
    const lgm_pieced *const e = w->e;
    const uint32_t d = e->layers.dim;
    uint32_t place = 0;
    embed_row(e, e->cls, place++, w->x);
    for (uint32_t t = read.start; t < read.end; t++) {
        const uint32_t context = lgm_context_row(w->doc->tokens[t].flags);
        for (uint32_t i = 0; i < w->counts[t]; i++, at++, place++) {
            float *const x = w->x + (size_t)place * d;
            embed_row(e, w->ids.at[at], place, x);
            lgm_table_add(&e->ctx, context, x);
            lgm_table_add(&e->shape, w->shapes[t], x);
        }
    }
    embed_row(e, e->sep, place, w->x + (size_t)place * d);
    return place + 1;
}

/* The mean of n > 0 rows. */
static void average(const float *x, uint32_t n, uint32_t d, float *out)
{
    const float share = 1.0f / (float)n;
    for (uint32_t k = 0; k < d; k++) out[k] = x[k];
    for (uint32_t i = 1; i < n; i++)
        for (uint32_t k = 0; k < d; k++) out[k] += x[(size_t)i * d + k];
    for (uint32_t k = 0; k < d; k++) out[k] *= share;
}

/* The vectors of the tokens of `own`; x is at the state of the first of them. */
static void vectors_of_tokens(const work *w, lgm_tokspan own, const float *x,
                              const lgm_rows_out *to)
{
    const uint32_t d = w->e->layers.dim;
    for (uint32_t t = own.start; t < own.end;) {
        const uint32_t left = own.end - t, n = left < BLOCK ? left : BLOCK;
        for (uint32_t i = 0; i < n; i++) {
            average(x, w->counts[t + i], d, w->mean + (size_t)i * d);
            x += (size_t)w->counts[t + i] * d;
        }
        w->kernels->norm_quant(w->mean, d, n, d, w->e->clip, lgm_nn_row_of(to, t), d);
        t += n;
    }
}

static size_t pieces_of(const work *w, uint32_t from, uint32_t to)
{
    size_t n = 0;
    for (uint32_t t = from; t < to; t++) n += w->counts[t];
    return n;
}

static lgm_status run_windows(const work *w, lgm_arena *scratch, lgm_rows_out *to, lgm_err *err)
{
    const uint32_t d = w->e->layers.dim;
    lgm_windows windows = lgm_nn_windows_of(w->doc, w->counts);
    size_t at = 0; /* the first piece of the stretch */
    for (lgm_window x; lgm_nn_windows_next(&windows, &x);) {
        lgm_status st = lgm_arena_stopped(scratch, err);
        if (st != LGM_OK) return st;
        const size_t before = pieces_of(w, x.read.start, x.own.start);
        const uint32_t n = embed(w, x.read, at - before);
        lgm_nn_transformer_run(&w->e->layers, w->kernels, w->layers, w->x, n);
        vectors_of_tokens(w, x.own, w->x + (1 + before) * d, to); /* behind cls */
        st = lgm_nn_rows_done(to, x.own.end, err);
        if (st != LGM_OK) return st;
        at += pieces_of(w, x.own.start, x.own.end);
    }
    return LGM_OK;
}

lgm_status lgm_nn_pieced_run(const lgm_pieced *e, const lgm_kernels *kernels, lgm_form_cache *forms,
                             lgm_arena *scratch, const lgm_doc *doc, lgm_rows_out *to, lgm_err *err)
{
    work w = {.e = e, .kernels = kernels, .doc = doc};
    lgm_status st = find_pieces(&w, forms, scratch, err);
    if (st != LGM_OK) return st;
    const size_t most = w.ids.n < LGM_WINDOW_PIECES ? w.ids.n : LGM_WINDOW_PIECES;
    const size_t row_bytes = e->layers.dim * sizeof(float);
    st = lgm_nn_transformer_work_new(&w.layers, &e->layers, (uint32_t)most + MARKS, scratch, err);
    if (st != LGM_OK) return st;
    w.x = lgm_arena_aligned(scratch, 64, (most + MARKS) * row_bytes);
    w.mean = lgm_arena_aligned(scratch, 64, BLOCK * row_bytes);
    if (!w.x || !w.mean) return lgm_arena_fail(scratch, err);
    return run_windows(&w, scratch, to, err);
}
