/* reasons.c - what two reports have in common, and what not, in words for people. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day_range.h"
#include "legomena/story.h"
#include "profile/profile_words.h"
#include "story/common_words.h"

enum { MOST = 4, KINDS = LGM_STORY_OTHER_DAY + 1 };

typedef struct reasoner {
    const lgm_record *a, *b;
    lgm_buf words[KINDS], other[KINDS];
    size_t n[KINDS]; /* how many stand in words */
} reasoner;

const char *lgm_story_reason_name(lgm_story_reason_kind kind)
{
    static const char *const names[] = {"names", "places",       "days",        "figures",
                                        "words", "other person", "other place", "other day"};
    return names[kind];
}

static lgm_slice slice(lgm_str s)
{
    return (lgm_slice){s.ptr ? s.ptr : "", s.ptr ? s.len : 0};
}

static bool same(lgm_str x, lgm_str y)
{
    return x.len == y.len && (!x.len || memcmp(x.ptr, y.ptr, x.len) == 0);
}

static void add(reasoner *r, lgm_story_reason_kind kind, const char *words, size_t len)
{
    if (r->n[kind]++) lgm_buf_puts(&r->words[kind], "; ");
    lgm_buf_words(&r->words[kind], (lgm_slice){words, len});
}

/* ---- names and places ---- */

static bool is_named(const lgm_record *r, const lgm_entity *e)
{
    for (size_t i = 0; i < r->entities.n; i++) {
        const lgm_entity *const o = &r->entities.at[i];
        if (e->place && o->place && e->place->geonames == o->place->geonames) return true;
        if (o->type == e->type && same(o->name, e->name)) return true;
        for (size_t k = 0; k < o->aliases.n && o->type == e->type; k++)
            if (same(o->aliases.at[k], e->name)) return true;
    }
    return false;
}

static bool is_place(const lgm_entity *e)
{
    return e->type == LGM_ENTITY_GPE || e->type == LGM_ENTITY_LOC || e->type == LGM_ENTITY_FAC;
}

/* How rare the last word of a name is: "Renmark" says more than "Police". */
static double rarity(const lgm_entity *e)
{
    lgm_profile_word w;
    return lgm_profile_last_word(slice(e->name), &w) ? lgm_profile_rarity(&w) : 0;
}

static int by_rarity(const void *x, const void *y)
{
    const lgm_entity *const a = *(const lgm_entity *const *)x, *const b =
                                                                   *(const lgm_entity *const *)y;
    const double u = rarity(a), v = rarity(b);
    return u != v ? (u < v) - (u > v) : (a > b) - (a < b);
}

/* An agency that relays claims is named by all who print it. */
static bool is_relay(const lgm_record *r, size_t entity)
{
    for (size_t i = 0; i < r->claims.n; i++)
        for (size_t k = 0; k < r->claims.at[i].via.n; k++)
            if (r->claims.at[i].via.at[k] == entity) return true;
    return false;
}

static bool add_names(reasoner *r)
{
    const lgm_entity **const found = lgm_calloc(r->a->entities.n + 1, sizeof *found);
    size_t n = 0;
    if (!found) return false;
    for (size_t i = 0; i < r->a->entities.n; i++) {
        const lgm_entity *const e = &r->a->entities.at[i];
        if (lgm_story_is_name(e) && is_named(r->b, e) && !is_relay(r->a, i)) found[n++] = e;
    }
    if (n) qsort(found, n, sizeof *found, by_rarity);
    for (size_t i = 0; i < n; i++) {
        const lgm_story_reason_kind kind = is_place(found[i]) ? LGM_STORY_PLACES : LGM_STORY_NAMES;
        if (r->n[kind] < MOST) add(r, kind, found[i]->name.ptr, found[i]->name.len);
    }
    lgm_free((void *)found);
    return true;
}

/* The person whom a report names most. */
static const lgm_entity *main_person(const lgm_record *r)
{
    const lgm_entity *best = NULL;
    for (size_t i = 0; i < r->entities.n; i++) {
        const lgm_entity *const e = &r->entities.at[i];
        if (e->type != LGM_ENTITY_PER || !lgm_story_is_name(e)) continue;
        if (!best || e->mentions.n > best->mentions.n) best = e;
    }
    return best && best->mentions.n > 1 ? best : NULL;
}

/* Each is no more than mentioned in the other, if at all. */
static void add_other_person(reasoner *r)
{
    const lgm_entity *const x = main_person(r->a), *const y = main_person(r->b);
    lgm_profile_word u, v;
    if (!x || !y || !lgm_profile_last_word(slice(x->name), &u) ||
        !lgm_profile_last_word(slice(y->name), &v) ||
        (u.len == v.len && !memcmp(u.at, v.at, u.len)))
        return;
    add(r, LGM_STORY_OTHER_PERSON, x->name.ptr, x->name.len);
    lgm_buf_put(&r->other[LGM_STORY_OTHER_PERSON], y->name.ptr, y->name.len);
}

/* The place on the map that a report names most, but for countries where it has another. */
static const lgm_entity *main_place(const lgm_record *r)
{
    const lgm_entity *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < r->entities.n; i++) {
        const lgm_entity *const e = &r->entities.at[i];
        if (!e->place || !lgm_story_is_name(e) || e->mentions.n <= most) continue;
        best = e;
        most = e->mentions.n;
    }
    return best;
}

static void add_other_place(reasoner *r)
{
    const lgm_entity *const x = main_place(r->a), *const y = main_place(r->b);
    if (!x || !y || r->n[LGM_STORY_PLACES]) return;
    add(r, LGM_STORY_OTHER_PLACE, x->name.ptr, x->name.len);
    lgm_buf_put(&r->other[LGM_STORY_OTHER_PLACE], y->name.ptr, y->name.len);
}

/* ---- days ---- */

static bool day_of(lgm_str value, int32_t *day)
{
    lgm_day_range range;
    if (!value.ptr || !lgm_day_range_of(&range, slice(value)) || range.from != range.to)
        return false;
    *day = range.from;
    return true;
}

static void put_day(lgm_buf *b, int32_t day)
{
    char text[40];
    const lgm_ymd d = lgm_calendar_date(day);
    snprintf(text, sizeof text, "%04d-%02d-%02d", d.year, d.month, d.day);
    lgm_buf_puts(b, text);
}

static bool has_day(const lgm_record *r, size_t before, int32_t day)
{
    int32_t other;
    for (size_t i = 0; i < before && i < r->times.n; i++)
        if (day_of(r->times.at[i].value, &other) && other == day) return true;
    return false;
}

static void add_days(reasoner *r)
{
    const lgm_record *const a = r->a;
    int32_t day;
    for (size_t i = 0; i < a->times.n && r->n[LGM_STORY_DAYS] < MOST; i++) {
        if (!day_of(a->times.at[i].value, &day) || has_day(a, i, day) ||
            !has_day(r->b, SIZE_MAX, day))
            continue;
        if (r->n[LGM_STORY_DAYS]++) lgm_buf_puts(&r->words[LGM_STORY_DAYS], "; ");
        put_day(&r->words[LGM_STORY_DAYS], day);
    }
}

/* The day that a report is of: when it was published, else the first that it names. */
static bool main_day(const lgm_record *r, int32_t *day)
{
    if (day_of(r->date, day)) return true;
    for (size_t i = 0; i < r->times.n; i++)
        if (day_of(r->times.at[i].value, day)) return true;
    return false;
}

static void add_other_day(reasoner *r)
{
    enum { NEAR = 3 };
    int32_t x, y;
    if (r->n[LGM_STORY_DAYS] || !main_day(r->a, &x) || !main_day(r->b, &y)) return;
    if (x - y <= NEAR && y - x <= NEAR) return;
    r->n[LGM_STORY_OTHER_DAY]++;
    put_day(&r->words[LGM_STORY_OTHER_DAY], x);
    put_day(&r->other[LGM_STORY_OTHER_DAY], y);
}

/* ---- figures ---- */

static bool has_figure(const lgm_record *r, size_t before, const lgm_figure *f)
{
    for (size_t i = 0; i < before && i < r->figures.n; i++) {
        const lgm_figure *const o = &r->figures.at[i];
        if (o->value == f->value && same(o->of, f->of) && same(o->unit, f->unit)) return true;
    }
    return false;
}

static void add_figures(reasoner *r)
{
    for (size_t i = 0; i < r->a->figures.n && r->n[LGM_STORY_FIGURES] < MOST; i++) {
        const lgm_figure *const f = &r->a->figures.at[i];
        char text[160];
        if (has_figure(r->a, i, f) || !has_figure(r->b, SIZE_MAX, f)) continue;
        const int len =
            snprintf(text, sizeof text, "%.15g%s%.*s %.*s", f->value, f->unit.len ? " " : "",
                     (int)f->unit.len, f->unit.len ? f->unit.ptr : "", (int)f->of.len,
                     f->of.len ? f->of.ptr : "");
        if (len > 0 && (size_t)len < sizeof text) add(r, LGM_STORY_FIGURES, text, (size_t)len);
    }
}

/* ---- put together ---- */

/* One block: the list, and behind it the words. */
static lgm_status hand_out(reasoner *r, lgm_story_reason **out, size_t *n, lgm_err *err)
{
    size_t size = KINDS * sizeof **out;
    for (int i = 0; i < KINDS; i++) size += r->words[i].len + r->other[i].len + 2;
    lgm_story_reason *const at = *out = lgm_malloc(size);
    if (!at) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    char *words = (char *)(at + KINDS);
    *n = 0;
    for (int i = 0; i < KINDS; i++) {
        lgm_str both[2] = {{0}, {0}};
        if (!r->n[i]) continue;
        for (int k = 0; k < 2; k++) {
            const lgm_buf *const b = k ? &r->other[i] : &r->words[i];
            if (!b->len) continue;
            memcpy(words, b->at, b->len);
            words[b->len] = '\0';
            both[k] = (lgm_str){words, b->len};
            words += b->len + 1;
        }
        at[(*n)++] = (lgm_story_reason){(lgm_story_reason_kind)i, both[0], both[1]};
    }
    return LGM_OK;
}

lgm_status lgm_story_reasons(const lgm_record *a, const lgm_record *b, lgm_story_reason **out,
                             size_t *n, lgm_err *err)
{
    reasoner r = {.a = a, .b = b};
    bool whole = add_names(&r);
    add_days(&r);
    add_figures(&r);
    whole = lgm_story_common_words(&r.words[LGM_STORY_WORDS], a, b) && whole;
    r.n[LGM_STORY_WORDS] = r.words[LGM_STORY_WORDS].len > 0;
    add_other_person(&r);
    add_other_place(&r);
    add_other_day(&r);
    for (int i = 0; i < KINDS; i++) whole = whole && !r.words[i].failed && !r.other[i].failed;
    *out = NULL;
    *n = 0;
    const lgm_status st =
        whole ? hand_out(&r, out, n, err) : lgm_fail(err, LGM_E_NOMEM, "out of memory");
    for (int i = 0; i < KINDS; i++) {
        lgm_buf_done(&r.words[i]);
        lgm_buf_done(&r.other[i]);
    }
    return st;
}
