/* wordpiece.c - cleans the code points of a form, finds its words and cuts them greedily. */
#include "nn/wordpiece.h"

#include <math.h>

#include <utf8proc.h>

#include "base/fold.h"

enum { SEED_PREFIX = 8, SEED_CONTINUATION = 9, MAX_WORD = 100, MAX_PARTS = 8, BUCKET_SHIFT = 52 };

/* ---- vocabulary ------------------------------------------------------------------------------ */

lgm_status lgm_nn_pieces_id(const lgm_model *m, const char *what, uint32_t n_rows, uint16_t *out,
                            lgm_err *err)
{
    float x;
    *out = 0;
    const lgm_status st = lgm_model_number(m, what, &x, err);
    if (st != LGM_OK) return st;
    if (!(x >= 0 && x < (float)n_rows) || x != floorf(x) || x > UINT16_MAX)
        return lgm_fail(err, LGM_E_CORRUPT, "config.%s of the model is %g, no row of %u", what,
                        (double)x, n_rows);
    *out = (uint16_t)x;
    return LGM_OK;
}

static void index_buckets(lgm_pieces_vocab *v, uint32_t n)
{
    uint32_t i = 0;
    for (uint32_t b = 0; b < LGM_VOCAB_BUCKETS; b++) {
        while (i < n && v->hash[i] >> BUCKET_SHIFT < b) i++;
        v->first[b] = (uint16_t)i;
    }
    v->first[LGM_VOCAB_BUCKETS] = (uint16_t)n;
}

lgm_status lgm_nn_pieces_bind(lgm_pieces_vocab *out, const lgm_model *m, uint32_t n_rows,
                              lgm_err *err)
{
    const lgm_tensor *hash, *row;
    *out = (lgm_pieces_vocab){0};
    lgm_status st = lgm_model_need(m, "vocab.hash", LGM_DTYPE_U64, 0, 1, 1, &hash, err);
    if (st == LGM_OK)
        st = lgm_model_need(m, "vocab.row", LGM_DTYPE_U16, hash->dims[0], 1, 1, &row, err);
    if (st == LGM_OK) st = lgm_nn_pieces_id(m, "unk", n_rows, &out->unknown, err);
    if (st != LGM_OK) return st;
    const uint32_t n = hash->dims[0];
    if (n > UINT16_MAX)
        return lgm_fail(err, LGM_E_CORRUPT, "vocab.hash has %u pieces, at most %u can be", n,
                        UINT16_MAX);
    out->hash = hash->data;
    out->row = row->data;
    for (uint32_t i = 0; i < n; i++)
        if (out->row[i] >= n_rows || (i > 0 && out->hash[i - 1] >= out->hash[i]))
            return lgm_fail(err, LGM_E_CORRUPT,
                            "vocab.hash is not in order, or vocab.row out of range");
    index_buckets(out, n);
    return LGM_OK;
}

static bool find(const lgm_pieces_vocab *v, uint64_t hash, uint16_t *id)
{
    uint32_t lo = v->first[hash >> BUCKET_SHIFT], hi = v->first[(hash >> BUCKET_SHIFT) + 1];
    const uint32_t end = hi;
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        if (v->hash[mid] < hash)
            lo = mid + 1;
        else
            hi = mid;
    }
    if (lo == end || v->hash[lo] != hash) return false;
    *id = v->row[lo];
    return true;
}

/* ---- code points ----------------------------------------------------------------------------- */

typedef enum part { PART_LETTER, PART_SPACE, PART_ALONE } part;

static bool is_ideograph(uint32_t cp)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {{0x3400, 0x4dbf},   {0x4e00, 0x9fff},   {0xf900, 0xfaff},   {0x20000, 0x2a6df},
                  {0x2a700, 0x2b73f}, {0x2b740, 0x2b81f}, {0x2b820, 0x2ceaf}, {0x2f800, 0x2fa1f}};
    for (size_t i = 0; i < LGM_COUNT(ranges); i++)
        if (cp >= ranges[i].first && cp <= ranges[i].last) return true;
    return false;
}

static part kind_of(uint32_t cp)
{
    if (cp < 0x80) {
        const bool letter = (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
        return letter || (cp >= '0' && cp <= '9') ? PART_LETTER
               : cp == ' '                        ? PART_SPACE
                                                  : PART_ALONE;
    }
    if (is_ideograph(cp)) return PART_ALONE;
    switch (utf8proc_category((utf8proc_int32_t)cp)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return PART_SPACE;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO: return PART_ALONE;
    default: return PART_LETTER;
    }
}

static bool is_dropped(utf8proc_int32_t cp)
{
    switch (utf8proc_category(cp)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO: return true;
    default: return false;
    }
}

/* What is left of a code point when controls and marks are gone, lowered. */
static size_t clean(int32_t cp, uint32_t out[MAX_PARTS])
{
    if (cp < 0x80) {
        if (cp < ' ' || cp == 0x7f) return 0;
        out[0] = lgm_lower_cp((uint32_t)cp);
        return 1;
    }
    if (is_dropped(cp)) return 0;
    utf8proc_int32_t parts[MAX_PARTS];
    int bound = 0;
    const utf8proc_ssize_t n =
        utf8proc_decompose_char(cp, parts, MAX_PARTS, UTF8PROC_DECOMPOSE, &bound);
    size_t kept = 0;
    for (utf8proc_ssize_t i = 0; i < n && i < MAX_PARTS; i++)
        if (utf8proc_category(parts[i]) != UTF8PROC_CATEGORY_MN)
            out[kept++] = lgm_lower_cp((uint32_t)parts[i]);
    return kept;
}

/* ---- words ----------------------------------------------------------------------------------- */

typedef struct word {
    char bytes[4 * MAX_WORD];
    uint16_t at[MAX_WORD + 1]; /* where each code point begins; at[n] is the end */
    uint32_t n;                /* code points; MAX_WORD + 1 stands for any that are too many */
} word;

static void word_add(word *w, uint32_t cp)
{
    if (w->n >= MAX_WORD) {
        w->n = MAX_WORD + 1;
        return;
    }
    const uint16_t at = w->n ? w->at[w->n] : 0;
    w->at[w->n++] = at;
    w->at[w->n] = (uint16_t)(at + lgm_utf8_put(w->bytes + at, cp));
}

/* The longest piece from code point `from` on; 0 where there is none, else where it ends. */
static uint32_t longest(const lgm_pieces_vocab *v, const word *w, uint32_t from, uint16_t *id)
{
    uint64_t hashes[MAX_WORD];
    uint64_t h = lgm_hash64_begin(from ? SEED_CONTINUATION : SEED_PREFIX);
    for (uint32_t i = from; i < w->n; i++) {
        h = lgm_hash64_add(h, w->bytes + w->at[i], w->at[i + 1] - w->at[i]);
        hashes[i] = lgm_hash64_end(h);
    }
    for (uint32_t end = w->n; end > from; end--)
        if (find(v, hashes[end - 1], id)) return end;
    return 0;
}

typedef struct output {
    uint16_t *ids;
    uint32_t n;
} output;

static void put(output *out, uint16_t id)
{
    if (out->n < LGM_MAX_PIECES) out->ids[out->n++] = id;
}

/* Cuts the word and empties it. */
static void flush(const lgm_pieces_vocab *v, word *w, output *out)
{
    const uint32_t before = out->n, n = w->n;
    bool whole = n <= MAX_WORD;
    for (uint32_t from = 0; whole && from < n;) {
        uint16_t id = 0;
        from = longest(v, w, from, &id);
        whole = from > 0;
        if (whole) put(out, id);
    }
    if (!whole) {
        out->n = before;
        put(out, v->unknown);
    }
    w->n = 0;
}

uint32_t lgm_nn_pieces_cut(const lgm_pieces_vocab *v, lgm_slice form, uint16_t ids[LGM_MAX_PIECES])
{
    word w;
    w.n = 0;
    output out = {ids, 0};
    for (size_t i = 0, used; i < form.len && out.n < LGM_MAX_PIECES; i += used) {
        const int32_t cp = lgm_utf8_next(form.ptr + i, form.len - i, &used);
        uint32_t parts[MAX_PARTS];
        const size_t n = cp < 0 ? 0 : clean(cp, parts);
        for (size_t k = 0; k < n; k++) {
            const part kind = kind_of(parts[k]);
            if (kind != PART_LETTER) flush(v, &w, &out);
            if (kind != PART_SPACE) word_add(&w, parts[k]);
            if (kind == PART_ALONE) flush(v, &w, &out);
        }
    }
    flush(v, &w, &out);
    if (out.n == 0) put(&out, v->unknown);
    return out.n;
}
