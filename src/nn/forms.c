/* forms.c - hashed features of a form, their embeddings, and the cache of vectors. */
#include "nn/forms.h"

#include <string.h>

/* ---- features -------------------------------------------------------------------------------- */

/* seeds of lgm_hash64, tools/train/features.py */
enum { SEED_WORD = 1, SEED_LOWER, SEED_FIRST3, SEED_LAST2, SEED_LAST3, SEED_LAST4, SEED_SHAPE, N_SUBS = 6 };

static bool vocab_row(const lgm_encoder *e, uint64_t hash, uint32_t *row)
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

static uint32_t word_row(const lgm_encoder *e, lgm_slice form, lgm_slice lower, char *room)
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

static uint32_t sub_row(const lgm_encoder *e, uint64_t seed, lgm_slice s)
{
    return (uint32_t)(lgm_hash64(seed, s.ptr, s.len) % e->sub_rows);
}

static void sub_rows(const lgm_encoder *e, lgm_slice form, lgm_slice lower, char *room,
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

void lgm_form_vector(const lgm_encoder *e, const lgm_kernels *kernels, lgm_slice form, char *room,
                     float *x)
{
    char *const beside = room + LGM_FOLD_ROOM(form.len);
    const lgm_slice lower = {room, lgm_fold_lower(form.ptr, form.len, room)};
    const uint32_t word = word_row(e, form, lower, beside);
    uint32_t subs[N_SUBS];
    sub_rows(e, form, lower, beside, subs);

    float emb[2 * LGM_ENC_MAX_EMB];
    const int8_t *const w = e->word + (size_t)word * e->word_dim;
    for (uint32_t k = 0; k < e->word_dim; k++) emb[k] = (float)w[k] * e->word_scale[word];
    float *const sum = emb + e->word_dim;
    for (uint32_t k = 0; k < e->sub_dim; k++) sum[k] = 0;
    for (int i = 0; i < N_SUBS; i++) {
        const int8_t *const s = e->sub + (size_t)subs[i] * e->sub_dim;
        const float scale = e->sub_scale[subs[i]];
        for (uint32_t k = 0; k < e->sub_dim; k++) sum[k] += (float)s[k] * scale;
    }
    kernels->mix(emb, e->word_dim + e->sub_dim, e->mix, e->mix_bias, e->dim, x);
}

/* ---- cache ----------------------------------------------------------------------------------- */

/* Texts repeat themselves: 16,384 forms are 19 in 20 of the tokens of newswire. Longer forms (web
 * addresses) hardly come twice. */
enum { MAX_FORMS = 16384, SLOTS = 2 * MAX_FORMS, MAX_BYTES = 47 };

typedef struct known_form {
    uint64_t hash;
    uint8_t len;
    char bytes[MAX_BYTES];
} known_form;

struct lgm_form_cache {
    uint32_t slots[SLOTS]; /* 1 + index of the form, 0 = free; linear probing */
    known_form forms[MAX_FORMS];
    uint32_t n, limit, dim;
    float *rows; /* [MAX_FORMS][dim] */
};

lgm_status lgm_form_cache_new(lgm_form_cache **out, const lgm_encoder *e, lgm_err *err)
{
    *out = NULL;
    lgm_form_cache *const c = lgm_calloc(1, sizeof *c);
    float *const rows = lgm_aligned_alloc(64, (size_t)MAX_FORMS * e->dim * sizeof *rows);
    if (!c || !rows) {
        lgm_free(c);
        lgm_free(rows);
        return lgm_fail(err, LGM_E_NOMEM, "out of memory for the cache of forms");
    }
    c->rows = rows;
    c->dim = e->dim;
    c->limit = MAX_FORMS;
    *out = c;
    return LGM_OK;
}

void lgm_form_cache_free(lgm_form_cache *c)
{
    if (!c) return;
    lgm_free(c->rows);
    lgm_free(c);
}

static void forget(lgm_form_cache *c)
{
    memset(c->slots, 0, sizeof c->slots);
    c->n = 0;
}

void lgm_form_cache_limit(lgm_form_cache *c, uint32_t n)
{
    c->limit = n < 1 ? 1 : n < MAX_FORMS ? n : MAX_FORMS;
    forget(c);
}

static bool is_form(const known_form *k, uint64_t hash, lgm_slice form)
{
    return k->hash == hash && k->len == form.len && memcmp(k->bytes, form.ptr, form.len) == 0;
}

/* The slot of the form, or the free one where it belongs. There always is a free one. */
static uint32_t *find_slot(lgm_form_cache *c, uint64_t hash, lgm_slice form)
{
    size_t i = hash % SLOTS;
    while (c->slots[i] && !is_form(&c->forms[c->slots[i] - 1], hash, form)) i = (i + 1) % SLOTS;
    return &c->slots[i];
}

const float *lgm_form_cached(lgm_form_cache *c, const lgm_encoder *e, const lgm_kernels *kernels,
                             lgm_slice form, char *room, float *x)
{
    if (form.len > MAX_BYTES) {
        lgm_form_vector(e, kernels, form, room, x);
        return x;
    }
    const uint64_t hash = lgm_hash64(SEED_WORD, form.ptr, form.len);
    uint32_t *slot = find_slot(c, hash, form);
    if (*slot) return c->rows + (size_t)(*slot - 1) * c->dim;
    if (c->n >= c->limit) {
        forget(c);
        slot = find_slot(c, hash, form);
    }
    known_form *const k = &c->forms[c->n];
    k->hash = hash;
    k->len = (uint8_t)form.len;
    memcpy(k->bytes, form.ptr, form.len);
    float *const row = c->rows + (size_t)c->n * c->dim;
    lgm_form_vector(e, kernels, form, room, row);
    *slot = ++c->n;
    return row;
}
