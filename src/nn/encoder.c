/* encoder.c - one interface over the kinds of encoders. */
#include "nn/encoder.h"

#include <assert.h>
#include <string.h>

#include "nn/head.h"
#include "nn/windows.h"

enum { ZERO_POINT = 128, ROWS_BEHIND = 2, MOST_IN_MEMORY = 48 << 20 };
static_assert(LGM_ROWS_MOST * (int)LGM_ENC_MAX_DIM <= LGM_SPILL_WINDOW &&
                  LGM_ROWS_MOST * (int)LGM_TR_MAX_DIM <= LGM_SPILL_WINDOW,
              "what is read at a time is in the window of the file");
static_assert((int)LGM_WINDOW_PIECES <= (int)LGM_ENC_WINDOW, "room for a window of either kind");

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
    *out = (lgm_encoder){.most_in_memory = MOST_IN_MEMORY};
    return lgm_model_find(m, "emb.piece") ? bind_pieced(out, m, err) : bind_hashed(out, m, err);
}

lgm_status lgm_nn_form_cache_new(lgm_form_cache **out, const lgm_encoder *e, lgm_err *err)
{
    const bool pieced = e->kind == LGM_ENCODER_PIECED;
    return lgm_nn_form_cache_sized(
        out, pieced ? lgm_nn_pieced_item() : lgm_nn_hashed_item(&e->as.hashed), err);
}

/* ---- run ------------------------------------------------------------------------------------- */

static lgm_status run(const lgm_encoder *e, const lgm_kernels *kernels, lgm_form_cache *forms,
                      lgm_arena *scratch, const lgm_doc *doc, lgm_rows_out *to, lgm_err *err)
{
    if (e->kind == LGM_ENCODER_PIECED)
        return lgm_nn_pieced_run(&e->as.pieced, kernels, forms, scratch, doc, to, err);
    return lgm_nn_hashed_run(&e->as.hashed, kernels, forms, scratch, doc, to, err);
}

/* u8 [n + 2][dim], the rows behind the last zero; NULL when the arena is spent. */
static uint8_t *take_rows(lgm_arena *scratch, size_t n, uint32_t dim)
{
    if (n > SIZE_MAX / dim - ROWS_BEHIND) return NULL;
    uint8_t *const rows = lgm_arena_aligned(scratch, 64, (n + ROWS_BEHIND) * dim);
    if (rows) memset(rows + n * dim, ZERO_POINT, (size_t)ROWS_BEHIND * dim);
    return rows;
}

uint64_t lgm_nn_encoder_spills(const lgm_encoder *e, uint32_t n_tokens)
{
    const uint64_t bytes = (uint64_t)n_tokens * e->dim;
    return bytes > e->most_in_memory ? bytes : 0;
}

static lgm_status in_memory(const lgm_encoder *e, const lgm_kernels *kernels, lgm_form_cache *forms,
                            lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    lgm_rows_out to = {.rows = take_rows(scratch, doc->n_tokens, e->dim), .dim = e->dim};
    if (!to.rows) return lgm_arena_fail(scratch, err);
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    const lgm_status st = run(e, kernels, forms, scratch, doc, &to, err);
    lgm_arena_rewind(scratch, mark);
    if (st == LGM_OK) doc->vec = (lgm_vectors){to.rows, e->dim, e->clip / 127.0f, NULL};
    return st;
}

static lgm_status in_file(const lgm_encoder *e, const lgm_kernels *kernels, lgm_form_cache *forms,
                          lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    lgm_rows_out to = {.dim = e->dim};
    lgm_status st = lgm_spill_new(&to.spill, (uint64_t)doc->n_tokens * e->dim, err);
    if (st != LGM_OK) return st;
    to.rows = take_rows(scratch, LGM_ENC_WINDOW, e->dim);
    st = to.rows ? run(e, kernels, forms, scratch, doc, &to, err) : lgm_arena_fail(scratch, err);
    lgm_arena_rewind(scratch, mark);
    if (st == LGM_OK)
        doc->vec = (lgm_vectors){NULL, e->dim, e->clip / 127.0f, to.spill};
    else
        lgm_spill_free(to.spill);
    return st;
}

lgm_status lgm_nn_encoder_run(const lgm_encoder *e, const lgm_kernels *kernels,
                              lgm_form_cache *forms, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    lgm_spill_free(doc->vec.spill);
    doc->vec = (lgm_vectors){0};
    if (doc->n_tokens == 0) return LGM_OK;
    return lgm_nn_encoder_spills(e, doc->n_tokens)
               ? in_file(e, kernels, forms, scratch, doc, err)
               : in_memory(e, kernels, forms, scratch, doc, err);
}
