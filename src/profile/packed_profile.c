/* packed_profile.c - a profile in a row of bytes, and back. */
#include <math.h>

#include "base/varint.h"
#include "profile/profile.h"

/* ---- packed: hashes and days as steps from the one before ---- */

static void pack_terms(const lgm_profile_terms *t, lgm_buf *b)
{
    uint32_t before = 0;
    lgm_varint_put(b, (uint32_t)t->n);
    for (size_t i = 0; i < t->n; i++) {
        lgm_varint_put(b, t->at[i].hash - before);
        lgm_varint_put(b, t->at[i].weight);
        before = t->at[i].hash;
    }
}

static void pack_days(const int32_t *at, size_t n, lgm_buf *b)
{
    int32_t before = 0;
    lgm_varint_put(b, (uint32_t)n);
    for (size_t i = 0; i < n; i++) {
        lgm_varint_put(b, lgm_varint_folded(at[i] - before));
        before = at[i];
    }
}

void lgm_profile_pack(const lgm_profile *p, lgm_buf *out)
{
    for (int i = 0; i < LGM_PROFILE_ASPECTS; i++) pack_terms(&p->aspects[i], out);
    pack_days(p->days, p->n_days, out);
    pack_days(p->years, p->n_years, out);
    pack_days(&p->day, p->day != LGM_PROFILE_NO_DAY, out);
}

/* ---- unpacked ---- */

typedef struct unpacker {
    lgm_slice in;
    lgm_arena *arena;
    bool failed; /* no memory */
} unpacker;

static bool get_count(unpacker *u, size_t least, uint32_t most, size_t *n)
{
    uint32_t count;
    if (!lgm_varint_get(&u->in, &count) || count > most || count * least > u->in.len) return false;
    *n = count;
    return true;
}

static void *room(unpacker *u, size_t size)
{
    void *const at = lgm_arena_alloc(u->arena, size + 1);
    if (!at) u->failed = true;
    return at;
}

static bool unpack_terms(unpacker *u, lgm_profile_terms *t)
{
    uint32_t hash = 0, step;
    double square = 0;
    if (!get_count(u, 2, LGM_PROFILE_MOST_TERMS, &t->n)) return false;
    t->at = t->n ? room(u, t->n * sizeof *t->at) : NULL;
    if (t->n && !t->at) return false;
    for (size_t i = 0; i < t->n; i++) {
        lgm_profile_term *const x = &t->at[i];
        if (!lgm_varint_get(&u->in, &step) || !lgm_varint_get(&u->in, &x->weight) || (i && !step) ||
            UINT32_MAX - hash < step || !x->weight)
            return false;
        x->hash = hash += step;
        square += (double)x->weight * x->weight;
    }
    t->length = sqrt(square);
    return true;
}

static bool unpack_days(unpacker *u, int32_t **out, size_t *n)
{
    uint32_t step;
    int64_t day = 0;
    if (!get_count(u, 1, LGM_PROFILE_MOST_DAYS, n)) return false;
    *out = room(u, *n * sizeof **out);
    for (size_t i = 0; *out && i < *n; i++) {
        if (!lgm_varint_get(&u->in, &step)) return false;
        day += lgm_varint_unfolded(step);
        if (day < INT32_MIN || day > INT32_MAX) return false;
        (*out)[i] = (int32_t)day;
    }
    return *out != NULL;
}

static bool unpack_published(unpacker *u, int32_t *day)
{
    int32_t *days;
    size_t n;
    if (!unpack_days(u, &days, &n) || n > 1) return false;
    *day = n ? days[0] : LGM_PROFILE_NO_DAY;
    return true;
}

lgm_status lgm_profile_unpack(lgm_profile *out, lgm_slice packed, lgm_arena *arena, lgm_err *err)
{
    unpacker u = {.in = packed, .arena = arena};
    bool whole = true;
    *out = (lgm_profile){0};
    for (int i = 0; i < LGM_PROFILE_ASPECTS && whole; i++)
        whole = unpack_terms(&u, &out->aspects[i]);
    whole = whole && unpack_days(&u, &out->days, &out->n_days) &&
            unpack_days(&u, &out->years, &out->n_years) && unpack_published(&u, &out->day);
    if (u.failed) return lgm_arena_fail(arena, err);
    if (whole && u.in.len == 0) return LGM_OK;
    return lgm_fail(err, LGM_E_CORRUPT,
                    "the profile of a report is damaged: %zu bytes left over; legomena reindex "
                    "makes it anew",
                    u.in.len);
}
