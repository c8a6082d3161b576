/* profile.c - a record becomes a profile. */
#include "story/profile.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/day_range.h"
#include "story/story_words.h"

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

static uint32_t hash_of(const lgm_story_word *w)
{
    return (uint32_t)lgm_hash64(0, w->at, w->len);
}

static int by_hash(const void *x, const void *y)
{
    const counted *const a = x, *const b = y;
    return a->hash < b->hash ? -1 : a->hash > b->hash;
}

/* Ends an aspect: terms that were met more than once become one. */
static void take(maker *m, lgm_story_terms *out)
{
    *out = (lgm_story_terms){0};
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
    double square = 0;
    for (size_t i = 0, next; i < n; i = next) {
        double times = 0;
        for (next = i; next < n && at[next].hash == at[i].hash; next++) times += at[next].times;
        const double weight = (1 + log(times)) * at[i].rarity;
        out->at[out->n++] = (lgm_story_term){at[i].hash, weight};
        square += weight * weight;
    }
    out->length = sqrt(square);
}

/* ---- aspects --------------------------------------------------------------------------------- */

static bool is_year(const lgm_story_word *w)
{
    return w->len == 4 && (memcmp(w->at, "19", 2) == 0 || memcmp(w->at, "20", 2) == 0);
}

static void add_words(maker *m, lgm_slice text, bool numbers)
{
    lgm_story_word w;
    while (lgm_story_next_word(&text, &w))
        if (!numbers || (w.number && !is_year(&w)))
            add(m, hash_of(&w), 1, numbers ? 1 : lgm_story_rarity(&w));
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
    lgm_story_word w, last;
    if ((e->type != LGM_ENTITY_PER && e->type != LGM_ENTITY_ORG) || !has_capital(name) ||
        !lgm_story_last_word(name, &last))
        return;
    uint32_t hash = hash_of(&last);
    if (e->type == LGM_ENTITY_ORG)
        for (hash = 0; lgm_story_next_word(&name, &w);)
            hash = (uint32_t)lgm_hash64(hash, w.at, w.len);
    add(m, hash, 1 + log((double)e->mentions.n), lgm_story_rarity(&last));
}

static void add_place(maker *m, const lgm_entity *e)
{
    lgm_story_word last;
    if (!e->place || !lgm_story_last_word(slice(e->place->name), &last)) return;
    add(m, e->place->geonames, 1 + log((double)e->mentions.n), lgm_story_rarity(&last));
}

static void add_deed(maker *m, const lgm_event *v)
{
    const lgm_str words = lgm_record_quote(m->r, v->trigger);
    lgm_slice text = slice(words);
    lgm_story_word w;
    if (lgm_story_next_word(&text, &w)) add(m, hash_of(&w), 1, lgm_story_rarity(&w));
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
    return kept;
}

static void note_times(maker *m, lgm_story_profile *out)
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

lgm_status lgm_story_profile_of(lgm_story_profile *out, const lgm_record *record, lgm_arena *arena,
                                lgm_err *err)
{
    maker m = {.r = record, .arena = arena};
    const lgm_slice text = slice(record->text);
    const lgm_slice lead = {text.ptr,
                            text.len < LGM_STORY_LEAD_BYTES ? text.len : LGM_STORY_LEAD_BYTES};
    *out = (lgm_story_profile){0};
    add_words(&m, text, false);
    take(&m, &out->aspects[LGM_STORY_WORDS]);
    add_words(&m, lead, false);
    take(&m, &out->aspects[LGM_STORY_LEAD]);
    for (size_t i = 0; i < record->entities.n; i++) add_name(&m, &record->entities.at[i]);
    take(&m, &out->aspects[LGM_STORY_NAMES]);
    for (size_t i = 0; i < record->entities.n; i++) add_place(&m, &record->entities.at[i]);
    take(&m, &out->aspects[LGM_STORY_PLACES]);
    for (size_t i = 0; i < record->events.n; i++) add_deed(&m, &record->events.at[i]);
    take(&m, &out->aspects[LGM_STORY_DEEDS]);
    add_words(&m, text, true);
    take(&m, &out->aspects[LGM_STORY_NUMBERS]);
    note_times(&m, out);
    return m.failed ? lgm_arena_fail(arena, err) : LGM_OK;
}
