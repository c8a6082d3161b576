/* check.c - proves a model file: header, checksums, directory, values. */
#include "model/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/sealed.h"

enum { HEADER = LGM_SEALED_HEADER, ENTRY = 96, NAME = 64, ALIGN = 64, VERSION = 1, MAX_SUFFIX = 8 };

static const lgm_sealed MODEL = {"LGMMODEL", "a model file", VERSION, 40};

lgm_status lgm_model_check_header(const uint8_t *data, size_t len, const char *what,
                                  uint32_t *n_tensors, lgm_err *err)
{
    *n_tensors = 0;
    const lgm_status st = lgm_sealed_check(&MODEL, data, len, what, err);
    if (st != LGM_OK) return st;
    const uint32_t n = lgm_u32_at(data + 12);
    const uint64_t data_at = lgm_u64_at(data + 32);
    if (n == 0 || n > (len - HEADER) / ENTRY || lgm_u64_at(data + 24) != HEADER ||
        data_at % ALIGN != 0 || data_at < HEADER + (uint64_t)n * ENTRY || data_at > len ||
        lgm_u64_at(data + 48) != 0)
        return lgm_fail(err, LGM_E_CORRUPT, "%s: a field of the header is out of range", what);
    *n_tensors = n;
    return LGM_OK;
}

/* Printable ASCII, ended by a NUL, and NUL from there on. */
static bool name_is_clean(const uint8_t *name)
{
    size_t n = 0;
    while (n < NAME && name[n] > ' ' && name[n] < 127) n++;
    if (n == 0 || n == NAME) return false;
    while (n < NAME && name[n] == 0) n++;
    return n == NAME;
}

static uint32_t item_size(uint32_t dtype)
{
    switch (dtype) {
    case LGM_DTYPE_I8:
    case LGM_DTYPE_U8:
    case LGM_DTYPE_PACKED: return 1;
    case LGM_DTYPE_U16: return 2;
    case LGM_DTYPE_I32:
    case LGM_DTYPE_U32:
    case LGM_DTYPE_F32: return 4;
    case LGM_DTYPE_U64: return 8;
    default: return 0;
    }
}

/* Dims as the rank says; size in bytes, at most limit. Each step divides before it multiplies. */
static const char *measure(const uint8_t *entry, uint64_t limit, lgm_tensor *t)
{
    const uint32_t dtype = lgm_u32_at(entry + 64), item = item_size(dtype);
    if (item == 0) return "a type that this engine does not know";
    t->dtype = (lgm_dtype)dtype;
    t->rank = lgm_u32_at(entry + 68);
    if (t->rank < 1 || t->rank > 3) return "rank is not 1, 2 or 3";
    uint64_t size = item;
    for (uint32_t i = 0; i < 3; i++) {
        t->dims[i] = lgm_u32_at(entry + 72 + 4 * i);
        if (t->dims[i] == 0 || (i >= t->rank && t->dims[i] != 1)) return "a dimension is wrong";
        if (t->dims[i] > limit / size) return "larger than the file";
        size *= t->dims[i];
    }
    if (lgm_u32_at(entry + 84) != 0) return "a reserved field is set";
    t->size_bytes = size;
    return NULL;
}

lgm_status lgm_model_check_tensors(const uint8_t *data, size_t len, const char *what,
                                   uint32_t n_tensors, lgm_tensor *out, lgm_err *err)
{
    uint64_t end = lgm_u64_at(data + 32); /* of what is taken so far */
    for (uint32_t i = 0; i < n_tensors; i++) {
        const uint8_t *const entry = data + HEADER + (size_t)i * ENTRY;
        if (!name_is_clean(entry))
            return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %u has no proper name", what,
                            (unsigned)i);
        lgm_tensor t = {.name = (const char *)entry};
        if (i > 0 && memcmp(entry - ENTRY, entry, NAME) >= 0)
            return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s: names are not in order", what,
                            t.name);
        const char *const wrong = measure(entry, len, &t);
        if (wrong) return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s: %s", what, t.name, wrong);

        const uint64_t at = lgm_u64_at(entry + 88);
        if (at % ALIGN != 0 || at < end || at > len || t.size_bytes > len - at)
            return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s: not where it can be", what, t.name);
        t.data = data + at;
        end = at + t.size_bytes;
        out[i] = t;
    }
    return LGM_OK;
}

/* ---- values ---------------------------------------------------------------------------------- */

static bool floats_within(const lgm_tensor *t, float limit)
{
    const float *const v = t->data;
    const size_t n = (size_t)(t->size_bytes / sizeof *v);
    int bad = 0;
    for (size_t i = 0; i < n; i++) bad |= !(fabsf(v[i]) <= limit); /* NaN fails too */
    return !bad;
}

/* "<name>.scale" and the like, with dims {d0}. */
static lgm_status companion(const lgm_model *m, const lgm_tensor *t, const char *suffix,
                            lgm_dtype dtype, uint32_t d0, const lgm_tensor **out, lgm_err *err)
{
    char name[NAME + MAX_SUFFIX];
    snprintf(name, sizeof name, "%s%s", t->name, suffix);
    const lgm_status st = lgm_model_need(m, name, dtype, d0, 1, 1, out, err);
    if (st == LGM_E_NOTFOUND) {
        if (err) err->code = LGM_E_CORRUPT;
        return LGM_E_CORRUPT;
    }
    return st;
}

/* Whether sum[] has the sums of the rows, and the rows from n_out on and the columns from n_in on
 * are zero. */
static bool sums_hold(const lgm_tensor *t, const int32_t *sum, uint32_t n_out, uint32_t n_in)
{
    const int8_t *w = t->data;
    bool zero = true;
    for (uint32_t n0 = 0; n0 < t->dims[0]; n0 += 16) {
        int32_t row[16] = {0};
        for (uint32_t k0 = 0; k0 < t->dims[1]; k0 += 4, w += 64) {
            for (int i = 0; i < 64; i++) row[i / 4] += w[i];
            if (k0 + 4 <= n_in && n0 + 16 <= n_out) continue;
            for (uint32_t i = 0; i < 64; i++)
                zero &= w[i] == 0 || (n0 + i / 4 < n_out && k0 + i % 4 < n_in);
        }
        if (memcmp(row, sum + n0, sizeof row) != 0) return false;
    }
    return zero;
}

static bool tail_is_zero(const float *v, uint32_t from, uint32_t n)
{
    bool zero = true;
    for (uint32_t i = from; i < n; i++) zero &= v[i] == 0;
    return zero;
}

static lgm_status check_packed(const lgm_model *m, const lgm_tensor *t, const char *what,
                               lgm_err *err)
{
    const uint32_t n = t->dims[0], k = t->dims[1];
    if (t->rank != 2 || n % 16 != 0 || k % 4 != 0 || k > LGM_MODEL_MAX_K)
        return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s: not a shape for the kernels", what,
                        t->name);

    const lgm_tensor *scale, *bias, *sum, *shape;
    lgm_status st = companion(m, t, ".scale", LGM_DTYPE_F32, n, &scale, err);
    if (st == LGM_OK) st = companion(m, t, ".bias", LGM_DTYPE_F32, n, &bias, err);
    if (st == LGM_OK) st = companion(m, t, ".sum", LGM_DTYPE_I32, n, &sum, err);
    if (st == LGM_OK) st = companion(m, t, ".shape", LGM_DTYPE_U32, 2, &shape, err);
    if (st != LGM_OK) return st;

    const uint32_t *const true_size = shape->data;
    if (true_size[0] == 0 || true_size[0] > n || n - true_size[0] >= 16 || true_size[1] == 0 ||
        true_size[1] > k || k - true_size[1] >= 4)
        return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s: .shape does not fit", what, t->name);
    if (!floats_within(scale, LGM_MODEL_MAX_SCALE) || !floats_within(bias, LGM_MODEL_MAX_SCALE) ||
        !tail_is_zero(scale->data, true_size[0], n) || !tail_is_zero(bias->data, true_size[0], n))
        return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s: a scale or bias is out of range", what,
                        t->name);
    if (!sums_hold(t, sum->data, true_size[0], true_size[1]))
        return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s: weights and their sums differ", what,
                        t->name);
    return LGM_OK;
}

lgm_status lgm_model_check_values(const lgm_model *m, const char *what, lgm_err *err)
{
    for (size_t i = 0; i < lgm_model_n_tensors(m); i++) {
        const lgm_tensor *const t = lgm_model_tensor(m, i);
        if (t->dtype == LGM_DTYPE_F32 && !floats_within(t, LGM_MODEL_MAX_F32))
            return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s: a value is out of range", what,
                            t->name);
        if (t->dtype != LGM_DTYPE_PACKED) continue;
        const lgm_status st = check_packed(m, t, what, err);
        if (st != LGM_OK) return st;
    }
    return LGM_OK;
}
