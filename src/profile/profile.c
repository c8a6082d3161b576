/* profile.c - a record becomes a profile. */
#include "profile/profile.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/day_range.h"
#include "profile/profile_words.h"

enum { UNITS = 256 }; /* of a weight */

typedef struct counted { /* a term as it is met */
    uint32_t hash;
    double times, rarity;
} counted;

typedef struct maker {
    const lgm_record *r;
    lgm_arena *arena;
    LGM_VEC(counted) terms; /* of the aspect at hand */
    bool failed;
} maker;

static void add(maker *m, uint32_t hash, double times, double rarity)
{
    const counted c = {hash, times, rarity};
    if (rarity > 0 && !m->failed && !lgm_vec_push(m->arena, &m->terms, c)) m->failed = true;
}

static uint32_t hash_of(const lgm_profile_word *w)
{
    return (uint32_t)lgm_hash64(0, w->at, w->len);
}

static int by_hash(const void *x, const void *y)
{
    const counted *const a = x, *const b = y;
    return a->hash < b->hash ? -1 : a->hash > b->hash;
}

static int by_term_hash(const void *x, const void *y)
{
    const lgm_profile_term *const a = x, *const b = y;
    return a->hash < b->hash ? -1 : a->hash > b->hash;
}

static int by_weight(const void *x, const void *y) /* the heaviest first */
{
    const lgm_profile_term *const a = x, *const b = y;
    return a->weight != b->weight ? (a->weight < b->weight) - (a->weight > b->weight)
                                  : by_term_hash(x, y);
}

static void keep_heaviest(lgm_profile_terms *t)
{
    if (t->n <= LGM_PROFILE_MOST_TERMS) return;
    qsort(t->at, t->n, sizeof *t->at, by_weight);
    t->n = LGM_PROFILE_MOST_TERMS;
    qsort(t->at, t->n, sizeof *t->at, by_term_hash);
}

/* Ends an aspect: terms that were met more than once become one. */
static void take(maker *m, lgm_profile_terms *out)
{
    *out = (lgm_profile_terms){0};
    const size_t n = m->terms.n;
    counted *const at = m->terms.at;
    m->terms.n = 0;
    if (m->failed || n == 0) return;
    qsort(at, n, sizeof *at, by_hash);
    out->at = lgm_arena_alloc(m->arena, n * sizeof *out->at);
    if (!out->at) {
        m->failed = true;
        return;
    }
    for (size_t i = 0, next; i < n; i = next) {
        double times = 0;
        for (next = i; next < n && at[next].hash == at[i].hash; next++) times += at[next].times;
        const double weight = (1 + log(times)) * at[i].rarity;
        out->at[out->n++] = (lgm_profile_term){at[i].hash, (uint32_t)lround(weight * UNITS) + 1};
    }
    keep_heaviest(out);
    double square = 0;
    for (size_t i = 0; i < out->n; i++) square += (double)out->at[i].weight * out->at[i].weight;
    out->length = sqrt(square);
}

/* ---- aspects --------------------------------------------------------------------------------- */

static bool is_year(const lgm_profile_word *w)
{
    return w->len == 4 && (memcmp(w->at, "19", 2) == 0 || memcmp(w->at, "20", 2) == 0);
}

static void add_words(maker *m, lgm_slice text, bool numbers)
{
    lgm_profile_word w;
    while (lgm_profile_next_word(&text, &w))
        if (!numbers || (w.number && !is_year(&w)))
            add(m, hash_of(&w), 1, numbers ? 1 : lgm_profile_rarity(&w));
}

static lgm_slice slice(lgm_str s)
{
    return (lgm_slice){s.ptr ? s.ptr : "", s.len};
}

static bool has_capital(lgm_slice name)
{
    return name.len > 0 && ((name.ptr[0] >= 'A' && name.ptr[0] <= 'Z') || (name.ptr[0] & 0x80)) &&
           !(name.len > 4 && memcmp(name.ptr, "The ", 4) == 0) &&
           !(name.len > 2 && memcmp(name.ptr, "A ", 2) == 0);
}

/* A person by the last name, a body by all of it. */
static void add_name(maker *m, const lgm_entity *e)
{
    lgm_slice name = slice(e->name);
    lgm_profile_word w, last;
    if ((e->type != LGM_ENTITY_PER && e->type != LGM_ENTITY_ORG) || !has_capital(name) ||
        !lgm_profile_last_word(name, &last))
        return;
    uint32_t hash = hash_of(&last);
    if (e->type == LGM_ENTITY_ORG)
        for (hash = 0; lgm_profile_next_word(&name, &w);)
            hash = (uint32_t)lgm_hash64(hash, w.at, w.len);
    add(m, hash, 1 + log((double)e->mentions.n), lgm_profile_rarity(&last));
}

static size_t mentions_in_lead(const lgm_entity *e)
{
    size_t n = 0;
    while (n < e->mentions.n && e->mentions.at[n].start < LGM_PROFILE_LEAD_BYTES) n++;
    return n;
}

/* Who a report is about: the weight is not damped. */
static void add_person(maker *m, const lgm_entity *e)
{
    lgm_profile_word last;
    if (e->type != LGM_ENTITY_PER || !has_capital(slice(e->name)) ||
        !lgm_profile_last_word(slice(e->name), &last))
        return;
    const size_t n = e->mentions.n + mentions_in_lead(e);
    add(m, hash_of(&last), 1, (double)n * lgm_profile_rarity(&last));
}

static void add_place(maker *m, const lgm_entity *e)
{
    lgm_profile_word last;
    if (!e->place || !lgm_profile_last_word(slice(e->place->name), &last)) return;
    add(m, e->place->geonames, 1 + log((double)e->mentions.n), lgm_profile_rarity(&last));
}

static void add_deed(maker *m, const lgm_event *v)
{
    const lgm_str words = lgm_record_quote(m->r, v->trigger);
    lgm_slice text = slice(words);
    lgm_profile_word w;
    if (lgm_profile_next_word(&text, &w)) add(m, hash_of(&w), 1, lgm_profile_rarity(&w));
}

/* ---- days ------------------------------------------------------------------------------------ */

static int by_number(const void *x, const void *y)
{
    const int32_t a = *(const int32_t *)x, b = *(const int32_t *)y;
    return a < b ? -1 : a > b;
}

static size_t once(int32_t *at, size_t n)
{
    size_t kept = 0;
    if (n > 1) qsort(at, n, sizeof *at, by_number);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || at[i] != at[kept - 1]) at[kept++] = at[i];
    return kept < LGM_PROFILE_MOST_DAYS ? kept : LGM_PROFILE_MOST_DAYS;
}

static void note_times(maker *m, lgm_profile *out)
{
    const size_t n = m->r->times.n;
    out->days = lgm_arena_alloc(m->arena, (n + 1) * sizeof *out->days);
    out->years = lgm_arena_alloc(m->arena, (n + 1) * sizeof *out->years);
    if (!out->days || !out->years) {
        m->failed = true;
        return;
    }
    for (size_t i = 0; i < n; i++) {
        const lgm_slice value = slice(m->r->times.at[i].value);
        lgm_day_range range;
        int32_t year = 0;
        if (!lgm_day_range_of(&range, value)) continue;
        if (range.from == range.to) out->days[out->n_days++] = range.from;
        for (int k = 0; k < 4 && value.len >= 4; k++) year = year * 10 + (value.ptr[k] - '0');
        if (year >= 1900 && year < 2100) out->years[out->n_years++] = year;
    }
    out->n_days = once(out->days, out->n_days);
    out->n_years = once(out->years, out->n_years);
}

static int32_t published(const lgm_record *r)
{
    lgm_day_range range;
    return lgm_day_range_of(&range, slice(r->date)) ? range.from : LGM_PROFILE_NO_DAY;
}

lgm_status lgm_profile_of(lgm_profile *out, const lgm_record *record, lgm_arena *arena,
                          lgm_err *err)
{
    maker m = {.r = record, .arena = arena};
    const lgm_slice text = slice(record->text);
    const lgm_slice lead = {text.ptr,
                            text.len < LGM_PROFILE_LEAD_BYTES ? text.len : LGM_PROFILE_LEAD_BYTES};
    *out = (lgm_profile){.day = published(record)};
    add_words(&m, text, false);
    take(&m, &out->aspects[LGM_PROFILE_WORDS]);
    add_words(&m, lead, false);
    take(&m, &out->aspects[LGM_PROFILE_LEAD]);
    for (size_t i = 0; i < record->entities.n; i++) add_name(&m, &record->entities.at[i]);
    take(&m, &out->aspects[LGM_PROFILE_NAMES]);
    for (size_t i = 0; i < record->entities.n; i++) add_place(&m, &record->entities.at[i]);
    take(&m, &out->aspects[LGM_PROFILE_PLACES]);
    for (size_t i = 0; i < record->events.n; i++) add_deed(&m, &record->events.at[i]);
    take(&m, &out->aspects[LGM_PROFILE_DEEDS]);
    add_words(&m, text, true);
    take(&m, &out->aspects[LGM_PROFILE_NUMBERS]);
    for (size_t i = 0; i < record->entities.n; i++) add_person(&m, &record->entities.at[i]);
    take(&m, &out->aspects[LGM_PROFILE_PEOPLE]);
    note_times(&m, out);
    return m.failed ? lgm_arena_fail(arena, err) : LGM_OK;
}

size_t lgm_profile_keys(const lgm_profile *p, lgm_profile_term *out, size_t most)
{
    const lgm_profile_terms *const words = &p->aspects[LGM_PROFILE_WORDS],
                                   *const lead = &p->aspects[LGM_PROFILE_LEAD];
    lgm_profile_term all[LGM_PROFILE_MOST_TERMS];
    for (size_t i = 0, k = 0; i < words->n; i++) {
        all[i] = words->at[i];
        while (k < lead->n && lead->at[k].hash < all[i].hash) k++;
        if (k < lead->n && lead->at[k].hash == all[i].hash) all[i].weight += lead->at[k].weight;
    }
    if (words->n) qsort(all, words->n, sizeof *all, by_weight);
    const size_t n = words->n < most ? words->n : most;
    if (n) memcpy(out, all, n * sizeof *out);
    return n;
}
