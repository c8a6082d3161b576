/* encoder.c - one interface over the kinds of encoders. */
#include "nn/encoder.h"

#include <string.h>

enum { ZERO_POINT = 128, ROWS_BEHIND = 2 };

static lgm_status bind_hashed(lgm_encoder *e, const lgm_model *m, lgm_err *err)
{
    e->kind = LGM_ENCODER_HASHED;
    const lgm_status st = lgm_nn_hashed_bind(&e->as.hashed, m, err);
    e->dim = e->as.hashed.dim;
    e->clip = e->as.hashed.clip;
    return st;
}

static lgm_status bind_pieced(lgm_encoder *e, const lgm_model *m, lgm_err *err)
{
    e->kind = LGM_ENCODER_PIECED;
    const lgm_status st = lgm_nn_pieced_bind(&e->as.pieced, m, err);
    e->dim = e->as.pieced.layers.dim;
    e->clip = e->as.pieced.clip;
    return st;
}

lgm_status lgm_nn_encoder_bind(lgm_encoder *out, const lgm_model *m, lgm_err *err)
{
    *out = (lgm_encoder){0};
    return lgm_model_find(m, "emb.piece") ? bind_pieced(out, m, err) : bind_hashed(out, m, err);
}

lgm_status lgm_nn_form_cache_new(lgm_form_cache **out, const lgm_encoder *e, lgm_err *err)
{
    const bool pieced = e->kind == LGM_ENCODER_PIECED;
    return lgm_nn_form_cache_sized(
        out, pieced ? lgm_nn_pieced_item() : lgm_nn_hashed_item(&e->as.hashed), err);
}

static lgm_status run(const lgm_encoder *e, const lgm_kernels *kernels, lgm_form_cache *forms,
                      lgm_arena *scratch, const lgm_doc *doc, uint8_t *rows, lgm_err *err)
{
    if (e->kind == LGM_ENCODER_PIECED)
        return lgm_nn_pieced_run(&e->as.pieced, kernels, forms, scratch, doc, rows, err);
    return lgm_nn_hashed_run(&e->as.hashed, kernels, forms, scratch, doc, rows, err);
}

/* [n_tokens + 2][dim], the rows behind the last zero; NULL when the arena is spent. */
static uint8_t *take_rows(lgm_arena *scratch, uint32_t n_tokens, uint32_t dim)
{
    const size_t n = (size_t)n_tokens + ROWS_BEHIND;
    if (n > SIZE_MAX / dim) return NULL;
    uint8_t *const rows = lgm_arena_aligned(scratch, 64, n * dim);
    if (rows) memset(rows + (size_t)n_tokens * dim, ZERO_POINT, (size_t)ROWS_BEHIND * dim);
    return rows;
}

lgm_status lgm_nn_encoder_run(const lgm_encoder *e, const lgm_kernels *kernels,
                              lgm_form_cache *forms, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    doc->vec = (lgm_vectors){0};
    if (doc->n_tokens == 0) return LGM_OK;
    uint8_t *const rows = take_rows(scratch, doc->n_tokens, e->dim);
    if (!rows) return lgm_arena_fail(scratch, err);

    const lgm_arena_mark mark = lgm_arena_save(scratch);
    const lgm_status st = run(e, kernels, forms, scratch, doc, rows, err);
    lgm_arena_rewind(scratch, mark);
    if (st == LGM_OK) doc->vec = (lgm_vectors){rows, e->dim, e->clip / 127.0f};
    return st;
}
