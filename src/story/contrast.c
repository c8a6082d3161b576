/* contrast.c - see contrast.h. */
#include "story/contrast.h"

#include <math.h>
#include <stdlib.h>

#include "profile/alike.h"

/* Shares of the reports. LEAST_EACH: that either happening has; LEAST_BOTH: that have a sign of
 * either; MOST_MIXED: that have signs of both. Words that divide them: how much less those of two
 * happenings have in common than those of one. */
#define LEAST_EACH 0.3
#define LEAST_BOTH 0.75
#define MOST_MIXED 0.05
#define LESS_IN_COMMON 0.4

enum { FEWEST = 6 }; /* reports; LEAST_OF_EACH of either happening */
enum { LEAST_OF_EACH = 2, DAYS_APART = 7 };

typedef struct sign { /* a person, a place or a day, and the reports that have it */
    uint64_t key, reports;
} sign;

typedef struct contrast {
    const lgm_profile *const *reports;
    size_t n;
    lgm_arena *arena;
    LGM_VEC(sign) signs;
    bool failed;
} contrast;

static size_t count(uint64_t reports)
{
    return (size_t)__builtin_popcountll(reports);
}

/* ---- signs ---- */

enum { OF_NAME = 1, OF_PLACE, OF_DAY, OF_HERO };

static void note(contrast *c, int kind, uint32_t what, size_t report)
{
    const sign s = {(uint64_t)kind << 32 | what, UINT64_C(1) << report};
    if (!c->failed && !lgm_vec_push(c->arena, &c->signs, s)) c->failed = true;
}

static void note_terms(contrast *c, int kind, const lgm_profile_terms *t, size_t report)
{
    for (size_t i = 0; i < t->n; i++) note(c, kind, t->at[i].hash, report);
}

/* The person whom a report names most. */
static void note_hero(contrast *c, size_t report)
{
    const lgm_profile_terms *const t = &c->reports[report]->aspects[LGM_PROFILE_PEOPLE];
    size_t best = 0;
    for (size_t i = 1; i < t->n; i++)
        if (t->at[i].weight > t->at[best].weight) best = i;
    if (t->n) note(c, OF_HERO, t->at[best].hash, report);
}

static int by_key(const void *x, const void *y)
{
    const sign *const a = x, *const b = y;
    return (a->key > b->key) - (a->key < b->key);
}

/* Each once; those that may tell a happening apart. */
static void gather(contrast *c)
{
    size_t kept = 0;
    if (c->failed || !c->signs.n) return;
    qsort(c->signs.at, c->signs.n, sizeof *c->signs.at, by_key);
    for (size_t i = 0, next; i < c->signs.n; i = next) {
        sign s = c->signs.at[i];
        for (next = i; next < c->signs.n && c->signs.at[next].key == s.key; next++)
            s.reports |= c->signs.at[next].reports;
        const size_t n = count(s.reports);
        if (n >= LEAST_OF_EACH && (double)n >= LEAST_EACH * (double)c->n &&
            (double)n <= (1 - LEAST_EACH) * (double)c->n)
            c->signs.at[kept++] = s;
    }
    c->signs.n = kept;
}

static void find_signs(contrast *c)
{
    for (size_t i = 0; i < c->n; i++) {
        const lgm_profile *const p = c->reports[i];
        note_terms(c, OF_NAME, &p->aspects[LGM_PROFILE_NAMES], i);
        note_terms(c, OF_PLACE, &p->aspects[LGM_PROFILE_PLACES], i);
        for (size_t k = 0; k < p->n_days; k++) note(c, OF_DAY, (uint32_t)p->days[k], i);
        note_hero(c, i);
    }
    gather(c);
}

/* ---- words ---- */

typedef struct local_term { /* weights that words have among these reports */
    uint32_t hash;
    size_t n; /* reports that have it */
} local_term;

static int by_hash(const void *x, const void *y)
{
    const local_term *const a = x, *const b = y;
    return (a->hash > b->hash) - (a->hash < b->hash);
}

static size_t known_in(const local_term *all, size_t n, uint32_t hash)
{
    const local_term key = {.hash = hash};
    const local_term *const found = bsearch(&key, all, n, sizeof *all, by_hash);
    return found ? found->n : 0;
}

/* In how many reports each word stands. */
static local_term *local_terms(contrast *c, size_t *n)
{
    size_t most = 0, kept = 0;
    for (size_t i = 0; i < c->n; i++) most += c->reports[i]->aspects[LGM_PROFILE_WORDS].n;
    local_term *const all = lgm_arena_alloc(c->arena, (most + 1) * sizeof *all);
    if (!all) return NULL;
    for (size_t i = 0; i < c->n; i++) {
        const lgm_profile_terms *const t = &c->reports[i]->aspects[LGM_PROFILE_WORDS];
        for (size_t k = 0; k < t->n; k++) all[kept++] = (local_term){t->at[k].hash, 1};
    }
    if (kept) qsort(all, kept, sizeof *all, by_hash);
    *n = 0;
    for (size_t i = 0; i < kept; i++) {
        if (*n && all[*n - 1].hash == all[i].hash)
            all[*n - 1].n++;
        else
            all[(*n)++] = all[i];
    }
    return all;
}

/* The words of each report once more, by their weights here: those that all have have none. */
static lgm_profile_terms *weigh(contrast *c)
{
    size_t n;
    const local_term *const all = local_terms(c, &n);
    lgm_profile_terms *const out = lgm_arena_calloc(c->arena, c->n + 1, sizeof *out);
    if (!all || !out) return NULL;
    for (size_t i = 0; i < c->n; i++) {
        const lgm_profile_terms *const t = &c->reports[i]->aspects[LGM_PROFILE_WORDS];
        double square = 0;
        out[i].at = lgm_arena_alloc(c->arena, (t->n + 1) * sizeof *out[i].at);
        if (!out[i].at) return NULL;
        for (size_t k = 0; k < t->n; k++) {
            const size_t in = known_in(all, n, t->at[k].hash);
            const double weight = t->at[k].weight * log((double)c->n / (double)in);
            if (in < 2 || weight < 1) continue;
            out[i].at[out[i].n++] = (lgm_profile_term){t->at[k].hash, (uint32_t)weight};
            square += weight * weight;
        }
        out[i].length = sqrt(square);
    }
    return out;
}

/* Mean of what reports have in common, within happenings and between them. */
static void in_common(const contrast *c, const double *like, uint64_t second, double *within,
                      double *between)
{
    size_t n_within = 0, n_between = 0;
    *within = *between = 0;
    for (size_t i = 0; i < c->n; i++)
        for (size_t k = 0; k < i; k++) {
            const bool same = (second >> i & 1) == (second >> k & 1);
            *(same ? within : between) += like[i * c->n + k];
            (*(same ? &n_within : &n_between))++;
        }
    if (n_within) *within /= (double)n_within;
    if (n_between) *between /= (double)n_between;
}

/* ---- two happenings ---- */

/* Reports without a sign, or with both, go with those that they have most in common with. */
static uint64_t complete(const contrast *c, const double *like, uint64_t first, uint64_t second)
{
    const uint64_t only_first = first & ~second, only_second = second & ~first;
    uint64_t out = only_second;
    for (size_t i = 0; i < c->n; i++) {
        double a = 0, b = 0;
        if ((only_first | only_second) >> i & 1) continue;
        for (size_t k = 0; k < c->n; k++) {
            const double x = i > k ? like[i * c->n + k] : like[k * c->n + i];
            if (only_first >> k & 1) a += x / (double)count(only_first);
            if (only_second >> k & 1) b += x / (double)count(only_second);
        }
        if (b > a) out |= UINT64_C(1) << i;
    }
    return out;
}

/* A story goes on for days: those that are near do not exclude each other. */
static bool is_of_other_kind(const sign *a, const sign *b)
{
    const int32_t days = (int32_t)(uint32_t)a->key - (int32_t)(uint32_t)b->key;
    if (a->key >> 32 != b->key >> 32) return true;
    return a->key >> 32 == OF_DAY && days < DAYS_APART && days > -DAYS_APART;
}

static bool exclude(const contrast *c, const sign *a, const sign *b)
{
    if (is_of_other_kind(a, b)) return false;
    const double mixed = (double)count(a->reports & b->reports) / (double)c->n;
    const double both = (double)count(a->reports | b->reports) / (double)c->n;
    return mixed <= MOST_MIXED && both >= LEAST_BOTH;
}

/* The two signs whose reports have least in common. */
static uint64_t divide(const contrast *c, const double *like)
{
    double best = LESS_IN_COMMON;
    uint64_t found = 0;
    for (size_t i = 0; i < c->signs.n; i++)
        for (size_t k = 0; k < i; k++) {
            double within, between;
            if (!exclude(c, &c->signs.at[i], &c->signs.at[k])) continue;
            const uint64_t second =
                complete(c, like, c->signs.at[i].reports, c->signs.at[k].reports);
            if (count(second) < LEAST_OF_EACH || c->n - count(second) < LEAST_OF_EACH) continue;
            in_common(c, like, second, &within, &between);
            if (within <= 0 || between >= best * within) continue;
            best = between / within;
            found = second;
        }
    return found;
}

lgm_status lgm_story_contrast(uint64_t *second, const lgm_profile *const *reports, size_t n,
                              lgm_arena *arena, lgm_err *err)
{
    contrast c = {.reports = reports, .n = n, .arena = arena};
    *second = 0;
    if (n < FEWEST || n > LGM_STORY_MOST_CONTRASTED) return LGM_OK;
    find_signs(&c);
    const lgm_profile_terms *const words = c.failed ? NULL : weigh(&c);
    double *const like = lgm_arena_calloc(arena, n * n, sizeof *like);
    if (!words || !like) return lgm_arena_fail(arena, err);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++) like[i * n + k] = lgm_profile_cosine(&words[i], &words[k]);
    *second = divide(&c, like);
    return LGM_OK;
}
