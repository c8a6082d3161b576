/* joiner.c - queries and profiles while reports find their stories. */
#include "story/joiner.h"

enum {
    PLACES = 4 * LGM_STORY_PROFILES, /* of the table of profiles in memory */
    PAIRS = 1 << 16                  /* of that of likenesses */
};

lgm_status lgm_story_joiner_new(lgm_story_joiner **out, lgm_ledger *l, lgm_err *err)
{
    lgm_story_joiner *const j = *out = lgm_calloc(1, sizeof *j);
    if (!j) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    j->l = l;
    j->held = lgm_calloc(PLACES, sizeof *j->held);
    j->pairs = lgm_calloc(PAIRS, sizeof *j->pairs);
    lgm_status st = j->held && j->pairs ? LGM_OK : lgm_fail(err, LGM_E_NOMEM, "out of memory");
    if (st == LGM_OK) st = lgm_arena_new(&j->arena, 0, err);
    if (st == LGM_OK) st = lgm_arena_new(&j->profiles, 0, err);
#define PREPARE(name, sql)                                                                         \
    if (st == LGM_OK) st = lgm_ledger_query_new(&j->name, l->store, sql, err);
    LGM_STORY_QUERIES(PREPARE)
#undef PREPARE
    if (st != LGM_OK) {
        lgm_story_joiner_free(j);
        *out = NULL;
    }
    return st;
}

void lgm_story_joiner_free(lgm_story_joiner *j)
{
    if (!j) return;
#define FREE(name, sql) lgm_ledger_query_free(j->name);
    LGM_STORY_QUERIES(FREE)
#undef FREE
    lgm_arena_free(j->arena);
    lgm_arena_free(j->profiles);
    lgm_free(j->held);
    lgm_free(j->pairs);
    lgm_free(j);
}

void lgm_story_joiner_next(lgm_story_joiner *j)
{
    lgm_arena_reset(j->arena);
    if (j->n_held < LGM_STORY_PROFILES) return;
    for (size_t i = 0; i < PLACES; i++) j->held[i] = (lgm_story_held){0};
    j->n_held = 0;
    lgm_arena_reset(j->profiles);
}

/* ---- profiles -------------------------------------------------------------------------------- */

/* Where a report is, or may be put. */
static lgm_story_held *place_of(lgm_story_joiner *j, int64_t report)
{
    size_t at = (size_t)lgm_hash64(0, (const char *)&report, sizeof report) % PLACES;
    while (j->held[at].report && j->held[at].report != report) at = (at + 1) % PLACES;
    return &j->held[at];
}

/* A ledger that was made before there were profiles. */
static lgm_status make(lgm_story_joiner *j, int64_t reading, lgm_profile *out, lgm_err *err)
{
    lgm_record *r;
    lgm_buf b = {0};
    lgm_status st = lgm_ledger_get_reading(j->l, reading, &r, err);
    if (st == LGM_OK) st = lgm_profile_of(out, r, j->profiles, err);
    lgm_record_free(r);
    if (st != LGM_OK) return st;
    lgm_profile_pack(out, &b);
    if (b.failed) st = lgm_fail(err, LGM_E_NOMEM, "out of memory");
    lgm_ledger_query_int(j->add_profile, 1, reading);
    lgm_ledger_query_bytes(j->add_profile, 2, (lgm_slice){b.at, b.len});
    if (st == LGM_OK) st = lgm_ledger_query_do(j->add_profile, err);
    lgm_buf_done(&b);
    return st;
}

static lgm_status load(lgm_story_joiner *j, int64_t report, lgm_profile *out, lgm_err *err)
{
    bool row = false;
    lgm_ledger_query_int(j->profile, 1, report);
    lgm_status st = lgm_ledger_query_step(j->profile, &row, err);
    if (st != LGM_OK) return st;
    if (!row) { /* a report without a reading is like nothing */
        *out = (lgm_profile){.day = LGM_PROFILE_NO_DAY};
        return LGM_OK;
    }
    const int64_t reading = lgm_ledger_query_int_at(j->profile, 0);
    const lgm_slice packed = lgm_ledger_query_bytes_at(j->profile, 1);
    const bool there = packed.ptr != NULL;
    if (there) st = lgm_profile_unpack(out, packed, j->profiles, err);
    lgm_ledger_query_reset(j->profile);
    return there ? st : make(j, reading, out, err);
}

lgm_status lgm_story_profile(lgm_story_joiner *j, int64_t report, const lgm_profile **out,
                             lgm_err *err)
{
    lgm_story_held *const place = place_of(j, report);
    if (place->report) {
        *out = place->profile;
        return LGM_OK;
    }
    lgm_profile *const p = lgm_arena_calloc(j->profiles, 1, sizeof *p);
    if (!p) return lgm_arena_fail(j->profiles, err);
    const lgm_status st = load(j, report, p, err);
    if (st != LGM_OK) return st;
    *place = (lgm_story_held){report, *out = p};
    j->n_held++;
    return LGM_OK;
}

lgm_status lgm_story_likeness(lgm_story_joiner *j, int64_t a, int64_t b, double *out, lgm_err *err)
{
    const int64_t both[2] = {a < b ? a : b, a < b ? b : a};
    lgm_story_pair *const pair =
        &j->pairs[(size_t)lgm_hash64(0, (const char *)both, sizeof both) % PAIRS];
    const lgm_profile *x, *y;
    if (pair->a == both[0] && pair->b == both[1]) {
        *out = pair->like;
        return LGM_OK;
    }
    lgm_status st = lgm_story_profile(j, a, &x, err);
    if (st == LGM_OK) st = lgm_story_profile(j, b, &y, err);
    if (st == LGM_OK) *out = lgm_profile_alike(x, y);
    if (st == LGM_OK) *pair = (lgm_story_pair){both[0], both[1], *out};
    return st;
}

lgm_status lgm_story_retold(lgm_story_joiner *j, int64_t a, int64_t b, double like, bool *out,
                            lgm_err *err)
{
    static const double least = 5; /* what has most words in common has more */
    const lgm_profile *x, *y;
    *out = false;
    if (like < least) return LGM_OK;
    lgm_status st = lgm_story_profile(j, a, &x, err);
    if (st == LGM_OK) st = lgm_story_profile(j, b, &y, err);
    if (st == LGM_OK) *out = lgm_profile_retold(x, y);
    return st;
}
