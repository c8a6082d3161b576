/* hashed_form.c - hashed features of a form, and the sum of their embeddings. */
#include "nn/hashed_form.h"

#include <string.h>

/* seeds of lgm_hash64, tools/train/data/features.py */
enum {
    SEED_WORD = 1,
    SEED_LOWER,
    SEED_FIRST3,
    SEED_LAST2,
    SEED_LAST3,
    SEED_LAST4,
    SEED_SHAPE,
    N_SUBS = 6
};

static bool vocab_row(const lgm_hashed *e, uint64_t hash, uint32_t *row)
{
    const uint32_t key = (uint32_t)hash;
    uint32_t lo = 0, hi = e->n_vocab;
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        if (e->vocab_hash[mid] < key)
            lo = mid + 1;
        else
            hi = mid;
    }
    if (lo == e->n_vocab || e->vocab_hash[lo] != key) return false;
    *row = e->vocab_row[lo];
    return true;
}

static uint32_t word_row(const lgm_hashed *e, lgm_slice form, lgm_slice lower, char *room)
{
    uint32_t row;
    if (vocab_row(e, lgm_hash64(SEED_WORD, form.ptr, form.len), &row)) return row;
    const uint64_t hash = lgm_hash64(SEED_WORD, lower.ptr, lower.len);
    if (vocab_row(e, hash, &row)) return row;
    const size_t n = lgm_fold_digits(lower.ptr, lower.len, room);
    if (vocab_row(e, lgm_hash64(SEED_WORD, room, n), &row)) return row;
    return e->vocab_rows + (uint32_t)(hash % e->oov_rows);
}

static bool starts_code_point(char c) { return ((unsigned char)c & 0xc0) != 0x80; }

/* The first, or the last, n code points. */
static lgm_slice first_of(lgm_slice s, int n)
{
    size_t i = 0;
    for (; i < s.len; i++)
        if (starts_code_point(s.ptr[i]) && n-- == 0) break;
    return (lgm_slice){s.ptr, i};
}

static lgm_slice last_of(lgm_slice s, int n)
{
    size_t i = s.len;
    while (i > 0 && n > 0) n -= starts_code_point(s.ptr[--i]);
    return (lgm_slice){s.ptr + i, s.len - i};
}

static uint32_t sub_row(const lgm_hashed *e, uint64_t seed, lgm_slice s)
{
    return (uint32_t)(lgm_hash64(seed, s.ptr, s.len) % e->sub.rows);
}

static void sub_rows(const lgm_hashed *e, lgm_slice form, lgm_slice lower, char *room,
                     uint32_t rows[N_SUBS])
{
    rows[0] = sub_row(e, SEED_LOWER, lower);
    rows[1] = sub_row(e, SEED_FIRST3, first_of(lower, 3));
    rows[2] = sub_row(e, SEED_LAST2, last_of(lower, 2));
    rows[3] = sub_row(e, SEED_LAST3, last_of(lower, 3));
    rows[4] = sub_row(e, SEED_LAST4, last_of(lower, 4));
    const size_t n = lgm_fold_shape(form.ptr, form.len, room);
    rows[5] = sub_row(e, SEED_SHAPE, (lgm_slice){room, n});
}

void lgm_nn_form_vector(const lgm_hashed *e, const lgm_kernels *kernels, lgm_slice form, char *room,
                        float *x)
{
    char *const beside = room + LGM_FOLD_ROOM(form.len);
    const lgm_slice lower = {room, lgm_fold_lower(form.ptr, form.len, room)};
    const uint32_t word = word_row(e, form, lower, beside);
    uint32_t subs[N_SUBS];
    sub_rows(e, form, lower, beside, subs);

    float emb[2 * LGM_ENC_MAX_EMB];
    const uint32_t width = e->word.width;
    const int8_t *const w = e->word.at + (size_t)word * width;
    for (uint32_t k = 0; k < width; k++) emb[k] = (float)w[k] * e->word.scale[word];
    float *const sum = emb + width;
    for (uint32_t k = 0; k < e->sub.width; k++) sum[k] = 0;
    for (int i = 0; i < N_SUBS; i++) lgm_table_add(&e->sub, subs[i], sum);
    kernels->mix(emb, width + e->sub.width, e->mix, e->mix_bias, e->dim, x);
}
