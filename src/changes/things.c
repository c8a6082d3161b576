/*
 * things.c - figures, events and notes of two versions.
 *
 * Each thing has two hashes: of what it is about (killed, of people; the word that tells an event)
 * and of all that is told of it (12; planned). Things of a side that are the same count once. What
 * has no fellow on the other side is changed where one alone is left there about the same.
 */
#include <stdlib.h>

#include "base/fold.h"
#include "changes/between.h"

typedef struct thing {
    uint64_t about, told;
    uint32_t index, other; /* LGM_NONE = no fellow */
} thing;

typedef struct things {
    thing *at; /* in order of told, then of index */
    size_t n;
} things;

static uint64_t hash_str(uint64_t h, lgm_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        const char c = s.ptr[i], lower = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
        if (!lgm_is_space(c)) h = lgm_hash64_add(h, &lower, 1);
    }
    return lgm_hash64_add(h, "|", 1);
}

static uint64_t hash_number(uint64_t h, double number)
{
    return lgm_hash64_add(h, (const char *)&number, sizeof number);
}

static bool of_figure(const lgm_record *r, uint32_t i, thing *to)
{
    const lgm_figure *const f = &r->figures.at[i];
    const lgm_cpspan words = {f->start, f->end};
    if (f->vague || f->implied || lgm_changes_is_wrong(r, words)) return false;
    const uint64_t h = hash_str(hash_str(lgm_hash64_begin('f'), f->of), f->unit);
    to->about = lgm_hash64_end(h);
    to->told = lgm_hash64_end(
        hash_number(hash_number(hash_number(h, f->value), f->upper), (double)f->relation));
    return true;
}

static bool of_event(const lgm_record *r, uint32_t i, thing *to)
{
    const lgm_event *const v = &r->events.at[i];
    if (lgm_changes_is_wrong(r, v->trigger)) return false;
    const uint64_t h =
        hash_str(hash_str(lgm_hash64_begin('v'), v->plover), lgm_record_quote(r, v->trigger));
    to->about = lgm_hash64_end(h);
    to->told = lgm_hash64_end(hash_number(hash_number(h, v->polarity), v->modality));
    return true;
}

static bool of_note(const lgm_record *r, uint32_t i, thing *to)
{
    const uint64_t h = hash_str(lgm_hash64_begin('n'), lgm_record_quote(r, r->notes.at[i].span));
    to->about = to->told = lgm_hash64_end(h);
    return true;
}

static bool thing_of(const lgm_record *r, char kind, uint32_t i, thing *to)
{
    to->index = i;
    to->other = LGM_NONE;
    if (kind == 'f') return of_figure(r, i, to);
    return kind == 'v' ? of_event(r, i, to) : of_note(r, i, to);
}

static int by_told(const void *x, const void *y)
{
    const thing *const a = x, *const b = y;
    if (a->told != b->told) return a->told < b->told ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

static int by_index(const void *x, const void *y)
{
    const thing *const a = x, *const b = y;
    return a->index < b->index ? -1 : a->index > b->index;
}

static int by_about(const void *x, const void *y)
{
    const thing *const a = x, *const b = y;
    if (a->about != b->about) return a->about < b->about ? -1 : 1;
    return by_index(x, y);
}

static bool fill(things *s, const lgm_record *r, char kind)
{
    const uint32_t n = (uint32_t)lgm_record_count(r, kind);
    size_t kept = 0;
    s->at = lgm_calloc((size_t)n + 1, sizeof *s->at);
    if (!s->at) return false;
    for (uint32_t i = 0; i < n; i++) s->n += thing_of(r, kind, i, &s->at[s->n]);
    qsort(s->at, s->n, sizeof *s->at, by_told);
    for (size_t i = 0; i < s->n; i++)
        if (i == 0 || s->at[i].told != s->at[kept - 1].told) s->at[kept++] = s->at[i];
    s->n = kept;
    return true;
}

/* What both tell is left out of both. */
static void leave_out_same(things *a, things *b)
{
    size_t i = 0, k = 0, n = 0, m = 0;
    while (i < a->n || k < b->n) {
        if (k == b->n || (i < a->n && a->at[i].told < b->at[k].told))
            a->at[n++] = a->at[i++];
        else if (i == a->n || b->at[k].told < a->at[i].told)
            b->at[m++] = b->at[k++];
        else
            i++, k++;
    }
    a->n = n;
    b->n = m;
}

/* How many are about the same, from i on. */
static size_t alike(const things *s, size_t i)
{
    size_t n = 0;
    while (i + n < s->n && s->at[i + n].about == s->at[i].about) n++;
    return n;
}

/* One on either side is one that was changed. */
static void match(things *a, things *b)
{
    size_t i = 0, k = 0;
    qsort(a->at, a->n, sizeof *a->at, by_about);
    qsort(b->at, b->n, sizeof *b->at, by_about);
    while (i < a->n && k < b->n) {
        const size_t n = alike(a, i), m = alike(b, k);
        if (a->at[i].about == b->at[k].about) {
            if (n == 1 && m == 1) {
                a->at[i].other = b->at[k].index;
                b->at[k].other = a->at[i].index;
            }
            i += n;
            k += m;
        } else if (a->at[i].about < b->at[k].about) {
            i += n;
        } else {
            k += m;
        }
    }
    qsort(a->at, a->n, sizeof *a->at, by_index);
    qsort(b->at, b->n, sizeof *b->at, by_index);
}

bool lgm_changes_of_things(const lgm_record *before, const lgm_record *after, char kind,
                           lgm_buf *out)
{
    things a = {0}, b = {0};
    const bool ok = fill(&a, before, kind) && fill(&b, after, kind);
    if (ok) {
        leave_out_same(&a, &b);
        match(&a, &b);
        for (size_t i = 0; i < a.n; i++)
            if (a.at[i].other == LGM_NONE) lgm_changes_put(out, kind, a.at[i].index, LGM_NONE);
        for (size_t i = 0; i < b.n; i++) lgm_changes_put(out, kind, b.at[i].other, b.at[i].index);
    }
    lgm_free(a.at);
    lgm_free(b.at);
    return ok;
}
