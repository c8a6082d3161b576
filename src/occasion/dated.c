/* dated.c - collects the claims and events that have a day, the claims of one speech once, and
 * sorts them. */
#include "occasion/occasion.h"

#include <stdlib.h>
#include <string.h>

#include "doc/why.h"
#include "occasion/facts.h"

typedef struct entry {
    int32_t day, hour;
    uint32_t start; /* token at which it begins */
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
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    return a->dated.kind != b->dated.kind ? a->dated.kind - b->dated.kind
                                          : (a->dated.index > b->dated.index) * 2 - 1;
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

static uint32_t start_of(const lgm_doc_claim *c)
{
    uint32_t start = c->content.n ? c->content.at[0].start : 0;
    if (c->source.n && c->source.at[0].start < start) start = c->source.at[0].start;
    return c->cue.n && c->cue.at[0].start < start ? c->cue.at[0].start : start;
}

static bool has_day(const lgm_doc *doc, uint32_t when)
{
    return when != LGM_NONE && doc->times[when].first_day != LGM_NO_DAY;
}

static entry entry_of_time(const lgm_doc *doc, char kind, uint32_t index, uint32_t when,
                           uint32_t start)
{
    const lgm_doc_time *const t = &doc->times[when];
    return (entry){t->first_day, hour_of(t->value), start, {kind, index, when, 0, 0}, t->value};
}

/* The claims, each speech once. Returns how many entries, UINT32_MAX where an arena is spent. */
static uint32_t add_claims(lgm_arena *scratch, lgm_doc *doc, entry *at)
{
    uint32_t n = 0;
    const size_t room = (doc->n_claims + 1) * sizeof(uint32_t);
    uint32_t *const entry_of = lgm_arena_alloc(scratch, room); /* of each speech, its last */
    uint32_t *const with = lgm_arena_alloc(scratch, room);     /* the entry that each is added to */
    if (!entry_of || !with) return UINT32_MAX;
    for (uint32_t i = 0; i < doc->n_claims; i++) entry_of[i] = with[i] = LGM_NONE;
    for (uint32_t i = 0; doc->claim_when && i < doc->n_claims; i++) {
        const uint32_t when = doc->claim_when[i];
        if (!has_day(doc, when)) continue;
        entry *const old = told_in(doc, at, entry_of, i);
        if (old) {
            with[i] = (uint32_t)(old - at);
            old->dated.n_also++;
            continue;
        }
        if (doc->claim_speech && doc->claim_speech[i] != LGM_NONE)
            entry_of[doc->claim_speech[i]] = n;
        at[n++] = entry_of_time(doc, 'c', i, when, start_of(&doc->claims[i]));
    }
    return add_also(doc, with, at, n) ? n : UINT32_MAX;
}

/* Marks the tokens of the cues of dated claims: what one does by saying it is the claim's entry
 * ("accused"). */
static void mark_cues(const lgm_doc *doc, uint8_t *in_cue)
{
    for (uint32_t i = 0; doc->claim_when && i < doc->n_claims; i++) {
        const lgm_parts *const cue = &doc->claims[i].cue;
        if (!has_day(doc, doc->claim_when[i])) continue;
        for (uint32_t k = 0; k < cue->n; k++)
            for (uint32_t t = cue->at[k].start; t < cue->at[k].end; t++) in_cue[t] = 1;
    }
}

/* The events, behind n entries. Returns how many there are then. */
static uint32_t add_events(lgm_arena *scratch, const lgm_doc *doc, entry *at, uint32_t n)
{
    uint8_t *const in_cue = lgm_arena_calloc(scratch, doc->n_tokens + 1, 1);
    if (!in_cue) return UINT32_MAX;
    mark_cues(doc, in_cue);
    for (uint32_t i = 0; i < doc->n_events; i++) {
        const uint32_t trigger = doc->event_spans[doc->events[i].mention].start;
        const uint32_t when = doc->events[i].time;
        if (!in_cue[trigger] && has_day(doc, when))
            at[n++] = entry_of_time(doc, 'v', i, when, trigger);
    }
    return n;
}

static void explain(const lgm_doc *doc, uint32_t i)
{
    const lgm_doc_dated *const d = &doc->timeline[i];
    const bool event = d->kind == 'v';
    const lgm_tokspan words = event ? doc->event_spans[doc->events[d->index].mention]
                                    : lgm_doc_all_of(&doc->claims[d->index].cue);
    LGM_WHY(doc, DATED, i, "value", doc->times[d->time].tokens, "%s",
            event ? "This time is when the event happened" : "This time is when it was said");
    LGM_WHY(doc, DATED, i, "record", words, "%s",
            event ? "The event has a day, and is not what a claim of that day does by being made"
                  : "The claim has a day, and is the first of its speech that has it");
    if (d->n_also > 0)
        LGM_WHY(doc, DATED, i, "also", doc->times[d->time].tokens,
                "Further claims are of the same speech and day");
}

static bool run(lgm_arena *scratch, lgm_doc *doc)
{
    entry *const at = lgm_arena_calloc(scratch, doc->n_claims + doc->n_events + 1, sizeof *at);
    uint32_t n = at ? add_claims(scratch, doc, at) : UINT32_MAX;
    if (n != UINT32_MAX) n = add_events(scratch, doc, at, n);
    if (n == UINT32_MAX) return false;
    qsort(at, n, sizeof *at, earliest);
    doc->timeline = lgm_arena_calloc(doc->arena, n + 1, sizeof *doc->timeline);
    if (!doc->timeline) return false;
    for (uint32_t i = 0; i < n; i++) doc->timeline[i] = at[i].dated;
    doc->n_timeline = n;
    for (uint32_t i = 0; doc->why && i < n; i++) explain(doc, i);
    return true;
}

lgm_status lgm_occasion_timeline(lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    if (doc->n_tokens == 0 || (doc->n_claims == 0 && doc->n_events == 0)) return LGM_OK;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    lgm_status st = LGM_OK;
    if (!run(scratch, doc))
        st = lgm_arena_status(doc->arena) != LGM_OK ? lgm_arena_fail(doc->arena, err)
                                                    : lgm_arena_fail(scratch, err);
    lgm_arena_rewind(scratch, mark);
    return st;
}
