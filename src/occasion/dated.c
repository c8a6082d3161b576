/* dated.c - collects the claims that have a day, and sorts them. */
#include "occasion/dated.h"

#include <stdlib.h>
#include <string.h>

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

bool lgm_occasion_timeline(lgm_arena *scratch, lgm_doc *doc)
{
    uint32_t n = 0;
    entry *const at = lgm_arena_calloc(scratch, doc->n_claims + 1, sizeof *at);
    if (!at) return false;
    for (uint32_t i = 0; i < doc->n_claims; i++) {
        const uint32_t when = doc->claim_when[i];
        if (when == LGM_NONE) continue;
        const lgm_doc_time *const t = &doc->times[when];
        if (t->first_day == LGM_NO_DAY) continue;
        at[n++] = (entry){t->first_day, hour_of(t->value), {'c', i, when}, t->value};
    }
    qsort(at, n, sizeof *at, earliest);
    doc->timeline = lgm_arena_calloc(doc->arena, n + 1, sizeof *doc->timeline);
    if (!doc->timeline) return false;
    for (uint32_t i = 0; i < n; i++) doc->timeline[i] = at[i].dated;
    doc->n_timeline = n;
    return true;
}
