/* head.c - binding of heads, groups of sentences, argmax. */
#include "nn/head.h"

#include <assert.h>
#include <math.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

lgm_status lgm_nn_head_size(const lgm_model *m, const char *what, uint32_t max, uint32_t *out,
                            lgm_err *err)
{
    float x;
    *out = 0;
    const lgm_status st = lgm_model_number(m, what, &x, err);
    if (st != LGM_OK) return st;
    if (!(x >= 1.0f && x <= (float)max) || x != floorf(x))
        return lgm_fail(err, LGM_E_CORRUPT, "config.%s of the model is %g, should be 1 to %u", what,
                        (double)x, max);
    *out = (uint32_t)x;
    return LGM_OK;
}

lgm_status lgm_nn_head_linear(const lgm_model *m, const char *name, uint32_t n_out, lgm_linear *out,
                              lgm_err *err)
{
    uint32_t dim;
    lgm_status st = lgm_nn_head_size(m, "dim", LGM_MODEL_MAX_K, &dim, err);
    if (st == LGM_OK) st = lgm_model_linear(m, name, n_out, dim, out, err);
    if (st == LGM_OK && out->k_pad != dim) /* rows of vectors have no padding behind them */
        return lgm_fail(err, LGM_E_CORRUPT, "layer %s: %u inputs are no multiple of 4", name, dim);
    return st;
}

lgm_status lgm_nn_head_few(lgm_labels labels, const char *what, lgm_err *err)
{
    if (labels.n <= LGM_NO_LABEL) return LGM_OK;
    return lgm_fail(err, LGM_E_CORRUPT, "labels.%s has %u labels, at most %d are possible", what,
                    labels.n, (int)LGM_NO_LABEL);
}

lgm_status lgm_nn_head_fits(const lgm_linear *w, const lgm_doc *doc, lgm_err *err)
{
    const bool there = doc->vec.rows || doc->vec.spill;
    if (doc->n_tokens == 0 || (there && doc->vec.dim == w->n_in)) return LGM_OK;
    return lgm_fail(err, LGM_E_ARG, "token vectors of width %u, the head reads %u", doc->vec.dim,
                    w->n_in);
}

uint32_t lgm_nn_head_group(const lgm_doc *doc, uint32_t first, uint32_t rows)
{
    assert(first < doc->n_sents);
    const uint32_t start = doc->sents[first].start;
    uint32_t i = first + 1;
    while (i < doc->n_sents && doc->sents[i - 1].end - start < rows) i++;
    return i;
}

uint32_t lgm_nn_head_largest(const lgm_doc *doc, uint32_t rows)
{
    uint32_t largest = 0;
    for (uint32_t i = 0; i < doc->n_sents;) {
        const uint32_t end = lgm_nn_head_group(doc, i, rows);
        const uint32_t n = doc->sents[end - 1].end - doc->sents[i].start;
        largest = n > largest ? n : largest;
        i = end;
    }
    return largest;
}

const uint8_t *lgm_nn_head_rows(const lgm_doc *doc, uint32_t first, uint32_t n)
{
    const size_t dim = doc->vec.dim;
    assert(first <= doc->n_tokens && n <= doc->n_tokens - first && n <= LGM_ROWS_MOST);
    if (!doc->vec.spill) return doc->vec.rows + first * dim;
    return lgm_spill_scan(doc->vec.spill, first * dim, n * dim);
}

const uint8_t *lgm_nn_head_far_row(const lgm_doc *doc, uint32_t token)
{
    const size_t dim = doc->vec.dim;
    if (!doc->vec.spill) return doc->vec.rows + token * dim;
    return lgm_spill_pick(doc->vec.spill, token * dim, dim);
}

void lgm_nn_head_scores(const lgm_linear *w, const lgm_kernels *kernels, const lgm_doc *doc,
                        uint32_t first, uint32_t n, float *scores)
{
    for (uint32_t at = 0; at < n; at += LGM_ROWS_MOST) {
        const uint32_t rows = n - at < LGM_ROWS_MOST ? n - at : LGM_ROWS_MOST;
        kernels->linear(lgm_nn_head_rows(doc, first + at, rows), doc->vec.dim, doc->vec.scale, rows,
                        w->w, w->scale, w->bias, w->sum, w->n_pad, w->k_pad,
                        scores + (size_t)at * w->n_pad, w->n_pad);
    }
}

lgm_status lgm_nn_head_spent(const lgm_arena *a, const lgm_arena *b, lgm_err *err)
{
    return lgm_arena_fail(lgm_arena_status(a) != LGM_OK ? a : b, err);
}

/* ---- argmax: first the highest value, then where it is met first ----------------------------- */

static uint32_t scan(const float *x, uint32_t from, uint32_t n, float top)
{
    for (uint32_t i = from; i < n; i++)
        if (x[i] == top) return i;
    return 0;
}

#if defined(__SSE2__)
static float highest(const float *x, uint32_t n)
{
    __m128 a = _mm_set1_ps(-INFINITY), b = a;
    uint32_t i = 0;
    for (; i + 8 <= n; i += 8) { /* max(x, a) is a where x is no number */
        a = _mm_max_ps(_mm_loadu_ps(x + i), a);
        b = _mm_max_ps(_mm_loadu_ps(x + i + 4), b);
    }
    float lane[4];
    _mm_storeu_ps(lane, _mm_max_ps(a, b));
    float top = lane[0];
    for (int k = 1; k < 4; k++) top = lane[k] > top ? lane[k] : top;
    for (; i < n; i++) top = x[i] > top ? x[i] : top;
    return top;
}

static uint32_t first_of(const float *x, uint32_t n, float top)
{
    const __m128 t = _mm_set1_ps(top);
    uint32_t i = 0;
    for (; i + 8 <= n; i += 8) {
        const __m128 a = _mm_cmpeq_ps(_mm_loadu_ps(x + i), t);
        const __m128 b = _mm_cmpeq_ps(_mm_loadu_ps(x + i + 4), t);
        const int hit = _mm_movemask_ps(a) | _mm_movemask_ps(b) << 4;
        if (hit) return i + (uint32_t)__builtin_ctz((unsigned)hit);
    }
    return scan(x, i, n, top);
}
#else
static float highest(const float *x, uint32_t n)
{
    float top = -INFINITY;
    for (uint32_t i = 0; i < n; i++) top = x[i] > top ? x[i] : top;
    return top;
}

static uint32_t first_of(const float *x, uint32_t n, float top)
{
    return scan(x, 0, n, top);
}
#endif

uint32_t lgm_nn_argmax(const float *x, uint32_t n)
{
    assert(n > 0);
    return first_of(x, n, highest(x, n));
}
