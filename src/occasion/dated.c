/* dated.c - collects the claims that have a day, those of one speech once, and sorts them. */
#include "occasion/dated.h"

#include <stdlib.h>
#include <string.h>

#include "occasion/facts.h"

typedef struct entry {
    int32_t day, hour;
    lgm_doc_dated dated;
    const char *value;
} entry;

/* The hour, or that in which the part of the day begins; -1 for a whole day. */
static int32_t hour_of(const char *value)
{
    const char *const t = strchr(value, 'T');
    if (!t) return -1;
    switch (t[1]) {
    case 'M': return 6;
    case 'A': return 12;
    case 'E': return 18;
    case 'N': return 21;
    default: return (t[1] - '0') * 10 + t[2] - '0';
    }
}

static int earliest(const void *x, const void *y)
{
    const entry *const a = x, *const b = y;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    if (a->hour != b->hour) return a->hour < b->hour ? -1 : 1;
    const int c = strcmp(a->value, b->value); /* wholes before their parts */
    if (c) return c;
    return a->dated.index < b->dated.index ? -1 : a->dated.index > b->dated.index;
}

/* The entry that the claim is told in: one of the same speech and day, if it is the speech's last.
 * entry_of: [n_claims] by the first claim of a speech. */
static entry *told_in(const lgm_doc *doc, entry *at, const uint32_t *entry_of, uint32_t claim)
{
    const uint32_t speech = doc->claim_speech ? doc->claim_speech[claim] : LGM_NONE;
    if (speech == LGM_NONE || entry_of[speech] == LGM_NONE) return NULL;
    entry *const e = &at[entry_of[speech]];
    return lgm_occasion_same_day(doc, e->dated.time, doc->claim_when[claim]) ? e : NULL;
}

/* Gives every claim of `at` that goes with another its place behind it, in timeline_also. */
static bool add_also(lgm_doc *doc, const uint32_t *with, entry *at, uint32_t n)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < n; i++) {
        at[i].dated.first_also = sum;
        sum += at[i].dated.n_also;
        at[i].dated.n_also = 0;
    }
    doc->timeline_also = lgm_arena_calloc(doc->arena, sum + 1, sizeof *doc->timeline_also);
    if (!doc->timeline_also) return false;
    for (uint32_t i = 0; i < doc->n_claims; i++) {
        if (with[i] == LGM_NONE) continue;
        lgm_doc_dated *const d = &at[with[i]].dated;
        doc->timeline_also[d->first_also + d->n_also++] = i;
    }
    return true;
}

bool lgm_occasion_timeline(lgm_arena *scratch, lgm_doc *doc)
{
    uint32_t n = 0;
    const size_t room = (doc->n_claims + 1) * sizeof(uint32_t);
    entry *const at = lgm_arena_calloc(scratch, doc->n_claims + 1, sizeof *at);
    uint32_t *const entry_of = lgm_arena_alloc(scratch, room); /* of each speech, its last */
    uint32_t *const with = lgm_arena_alloc(scratch, room);     /* the entry that each is added to */
    if (!at || !entry_of || !with) return false;
    for (uint32_t i = 0; i < doc->n_claims; i++) entry_of[i] = with[i] = LGM_NONE;
    for (uint32_t i = 0; i < doc->n_claims; i++) {
        const uint32_t when = doc->claim_when[i];
        if (when == LGM_NONE || doc->times[when].first_day == LGM_NO_DAY) continue;
        const lgm_doc_time *const t = &doc->times[when];
        entry *const old = told_in(doc, at, entry_of, i);
        if (old) {
            with[i] = (uint32_t)(old - at);
            old->dated.n_also++;
            continue;
        }
        if (doc->claim_speech && doc->claim_speech[i] != LGM_NONE)
            entry_of[doc->claim_speech[i]] = n;
        at[n++] = (entry){t->first_day, hour_of(t->value), {'c', i, when, 0, 0}, t->value};
    }
    if (!add_also(doc, with, at, n)) return false;
    qsort(at, n, sizeof *at, earliest);
    doc->timeline = lgm_arena_calloc(doc->arena, n + 1, sizeof *doc->timeline);
    if (!doc->timeline) return false;
    for (uint32_t i = 0; i < n; i++) doc->timeline[i] = at[i].dated;
    doc->n_timeline = n;
    return true;
}
