/*
 * said.c - when a claim was made, and the timeline.
 *
 * "said on Friday", "told reporters Tuesday": the time hangs on the cue in the tree, or stands
 * beside the cue with nothing but the speaker and those spoken to between them. A day may stand
 * further off ("was quoted as saying by the Harbour News agency on Friday"). A time inside what is
 * said belongs to the content, never to the claim.
 */
#include <stdlib.h>
#include <string.h>

#include "legomena/kinds.h"
#include "timex/resolve.h"
#include "timex/time_words.h"
#include "timex/timex.h"

/* Steps up the tree within a time; words between a cue and its time, or its day. */
enum { UP = 8, NEAR = 3, NEAR_DAY = 8 };

static bool is_when(const lgm_doc_time *t)
{
    return (t->type == LGM_TIME_DATE || t->type == LGM_TIME_TIME) && t->value &&
           t->first_day != LGM_NO_DAY && strlen(t->value) >= 4; /* a decade dates no claim */
}

/* Is the word that the time hangs on in the tree one of the cue's? */
static bool hangs_on(const lgm_doc *doc, const lgm_doc_claim *c, const lgm_doc_time *t)
{
    uint32_t at = t->tokens.start;
    if (!doc->head) return false;
    for (int i = 0; i < UP; i++) {
        if (doc->head[at] == LGM_NONE) return false;
        at = doc->head[at];
        if (at < t->tokens.start || at >= t->tokens.end) return lgm_parts_have(&c->cue, at);
    }
    return false;
}

/* "on Friday", and not "on the Friday protests". */
static bool is_day_alone(const lgm_doc *doc, const lgm_doc_time *t)
{
    const uint32_t next = t->tokens.end;
    if (strlen(t->value) < strlen("2024-05-24") || t->value[4] != '-' || t->value[7] != '-')
        return false;
    return next >= doc->n_tokens || !doc->xpos.of || !strchr("NJ", lgm_doc_xpos(doc, next)[0]);
}

/* A word that begins a clause of its own: "was jailed on Wednesday after a jury found". "When" is
 * none of them: "gathered on Sunday when the mayor announced" tells the day of both. */
static bool begins_clause(const lgm_doc *doc, uint32_t t)
{
    return LGM_SLICE_IN(lgm_doc_form(doc, t), "after", "before", "because", "since", "although",
                        "though", "despite", "if", "unless", "than", "what", "which", "who");
}

/* Words between cue and time: few, none of the content. */
static bool stands_by(const lgm_doc *doc, const lgm_doc_claim *c, const lgm_doc_time *t)
{
    const lgm_tokspan cue = c->cue.at[c->cue.n - 1];
    const bool after = t->tokens.start >= cue.end;
    const uint32_t from = after ? cue.end : t->tokens.end;
    const uint32_t to = after ? t->tokens.start : c->cue.at[0].start;
    if (from > to || to - from > (after && is_day_alone(doc, t) ? NEAR_DAY : NEAR)) return false;
    for (uint32_t k = from; k < to; k++) {
        const lgm_slice f = lgm_doc_form(doc, k);
        if (lgm_parts_have(&c->content, k) || doc->tokens[k].flags & LGM_TOK_PAR) return false;
        if (f.len == 1 && strchr(".;:,", f.ptr[0])) return false;
        if (!after && begins_clause(doc, k)) return false;
        if (doc->xpos.of &&
            (lgm_doc_xpos(doc, k)[0] == 'V' || strcmp(lgm_doc_xpos(doc, k), "CC") == 0))
            return false;
    }
    return true;
}

/* Is the time in a phrase that opens the sentence and tells where its speaker spoke? "In an
 * interview broadcast on Sunday, she said", "Speaking on Tuesday, she said"; not "Arrested on
 * Monday, she said". */
static bool opens_with(const lgm_doc *doc, const lgm_doc_claim *c, const lgm_doc_time *t)
{
    const uint32_t cue = c->cue.at[0].start;
    const uint32_t start = lgm_doc_sentence_of(doc, cue).start;
    if (!doc->xpos.of || t->tokens.end >= cue) return false;
    const bool speaks = strcmp(lgm_doc_xpos(doc, start), "VBG") == 0 &&
                        lgm_timex_kinds(doc, start) & LGM_TIMEX_SPEAKING;
    bool venue = false;
    for (uint32_t k = start; k < t->tokens.start; k++) {
        const lgm_slice f = lgm_doc_form(doc, k);
        if (begins_clause(doc, k) || (f.len == 1 && strchr(",;:", f.ptr[0]))) return false;
        venue |= lgm_doc_xpos(doc, k)[0] == 'N' && lgm_timex_kinds(doc, k) & LGM_TIMEX_VENUE;
    }
    const lgm_slice first = lgm_doc_form(doc, start), next = lgm_doc_form(doc, t->tokens.end);
    if (!speaks && !(venue && LGM_SLICE_IN(first, "In", "At", "During", "On"))) return false;
    if (next.len != 1 || next.ptr[0] != ',') return false;
    for (uint32_t k = t->tokens.end + 1; k < cue; k++) /* the speaker and no other verb */
        if (lgm_doc_xpos(doc, k)[0] == 'V' || doc->tokens[k].flags & LGM_TOK_PAR) return false;
    return true;
}

/* "reported profit that beat estimates on Thursday", written that Thursday: the day of the news. */
static bool reported_today(const lgm_doc *doc, const lgm_doc_claim *c, const lgm_doc_time *t,
                           int32_t published)
{
    const uint32_t cue = c->cue.at[c->cue.n - 1].start, next = c->cue.at[c->cue.n - 1].end;
    if (t->first_day != published || !is_day_alone(doc, t) || !doc->lemma.of) return false;
    if (!lgm_doc_lemma_is(doc, cue, "report") || !doc->xpos.of || next >= doc->n_tokens)
        return false;
    return t->tokens.start > cue && lgm_doc_xpos(doc, next)[0] != 'I' &&
           lgm_doc_xpos(doc, next)[0] != 'W';
}

/* The first time at or behind a token. */
static uint32_t first_time(const lgm_doc *doc, uint32_t token)
{
    uint32_t lo = 0, hi = doc->n_times;
    while (lo < hi) {
        const uint32_t mid = (lo + hi) / 2;
        if (doc->times[mid].tokens.start < token)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* Times of a sentence that are looked at: a list of dates costs no more. */
enum { LOOK = 16 };

/* An index in times, or LGM_NONE. What is yet to come was not said then: "the jury is due to speak
 * on Saturday". */
static uint32_t said_of(const lgm_doc *doc, const lgm_doc_claim *c, int32_t published)
{
    if (c->cue.n == 0) return LGM_NONE;
    const lgm_tokspan cue = c->cue.at[0], s = lgm_doc_sentence_of(doc, cue.start);
    uint32_t near = LGM_NONE, first = first_time(doc, s.start);
    const uint32_t here = first_time(doc, cue.start);
    if (here > first + LOOK / 2) first = here - LOOK / 2;
    for (uint32_t i = first; i < doc->n_times && i < first + LOOK; i++) {
        const lgm_doc_time *const t = &doc->times[i];
        if (t->tokens.start >= s.end) break;
        if (!is_when(t) || (published != LGM_NO_DAY && t->first_day > published)) continue;
        if (near == LGM_NONE && reported_today(doc, c, t, published)) near = i;
        if (lgm_parts_have(&c->content, t->tokens.start) ||
            lgm_parts_have(&c->source, t->tokens.start))
            continue;
        if (hangs_on(doc, c, t)) return i;
        if (near == LGM_NONE && (stands_by(doc, c, t) || opens_with(doc, c, t))) near = i;
    }
    return near;
}

/* ---- timeline ---- */

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

static bool make_timeline(lgm_arena *scratch, lgm_doc *doc)
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

lgm_status lgm_timex_date_claims(lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    const int32_t published = lgm_timex_published(doc->date);
    doc->claim_when = lgm_arena_calloc(doc->arena, doc->n_claims + 1, sizeof *doc->claim_when);
    if (!doc->claim_when) return lgm_arena_fail(doc->arena, err);
    for (uint32_t i = 0; i < doc->n_claims; i++)
        doc->claim_when[i] = said_of(doc, &doc->claims[i], published);
    const bool ok = make_timeline(scratch, doc);
    lgm_status st = LGM_OK;
    if (!ok)
        st = lgm_arena_status(doc->arena) != LGM_OK ? lgm_arena_fail(doc->arena, err)
                                                    : lgm_arena_fail(scratch, err);
    lgm_arena_rewind(scratch, mark);
    return st;
}
