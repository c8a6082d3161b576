/* happened.c - see happened.h. */
#include "happened.h"

#include <stdlib.h>

#include "longdate.h"
#include "markup.h"
#include "relations.h"
#include "shown.h"

#define DOT " \u00b7 "

enum { SPEAKERS = 4 }; /* named for one event; of the others only numbers */

/* ---- what a cue tells ---- */

static int by_start(const void *x, const void *y)
{
    const lgm_cpspan *const a = x, *const b = y;
    return (a->start > b->start) - (a->start < b->start);
}

static size_t count_cues(const lgm_record *r)
{
    size_t n = 0;
    for (size_t i = 0; i < r->claims.n; i++) n += r->claims.at[i].cue.n;
    return n;
}

static happened_as kind_of(const lgm_event *v, bool in_cue)
{
    const bool known = v->agents.n || v->patients.n || v->instruments.n || v->counts.n ||
                       v->place != LGM_NONE || (v->time && v->time->value.ptr);
    return in_cue ? HAPPENED_CLAIM : known ? HAPPENED_SHOWN : HAPPENED_BARE;
}

/* Events are in order of trigger, and so both lists are walked once. */
static void sort_all(happened_as *as, const lgm_record *r, const lgm_cpspan *cues, size_t n)
{
    uint32_t end = 0;
    for (size_t i = 0, k = 0; i < r->events.n; i++) {
        const uint32_t at = r->events.at[i].trigger.start;
        for (; k < n && cues[k].start <= at; k++)
            if (cues[k].end > end) end = cues[k].end;
        as[i] = kind_of(&r->events.at[i], at < end);
    }
}

happened_as *happened_sort(const lgm_record *r)
{
    const size_t n = count_cues(r);
    happened_as *const as = calloc(r->events.n + 1, sizeof *as);
    lgm_cpspan *const cues = calloc(n + 1, sizeof *cues);
    if (!as || !cues) {
        free(as);
        free(cues);
        return NULL;
    }
    for (size_t i = 0, k = 0; i < r->claims.n; i++)
        for (size_t j = 0; j < r->claims.at[i].cue.n; j++) cues[k++] = r->claims.at[i].cue.at[j];
    qsort(cues, n, sizeof *cues, by_start);
    sort_all(as, r, cues, n);
    free(cues);
    return as;
}

/* ---- words ---- */

void happened_names(strbuf *out, const lgm_record *r, lgm_indices entities)
{
    for (size_t i = 0; i < entities.n; i++) {
        const lgm_str name = shown_trimmed(r->entities.at[entities.at[i]].name);
        if (i) strbuf_puts(out, ", ");
        strbuf_put(out, name.ptr, name.len);
    }
}

void happened_line(strbuf *out, const lgm_record *r, const lgm_event *v)
{
    const lgm_str trigger = shown_trimmed(lgm_record_quote(r, v->trigger));
    happened_names(out, r, v->agents);
    if (v->agents.n) strbuf_puts(out, " \u2014 ");
    strbuf_put(out, trigger.ptr, trigger.len);
    if (v->patients.n) strbuf_puts(out, ": ");
    happened_names(out, r, v->patients);
}

const char *happened_or_not(const lgm_event *v)
{
    static const char *const words[][2] = {[LGM_MODALITY_ACTUAL] = {NULL, "did not happen"},
                                           [LGM_MODALITY_PLANNED] = {"planned", "not planned"},
                                           [LGM_MODALITY_POSSIBLE] = {"possible", "possibly not"},
                                           [LGM_MODALITY_DENIED] = {"denied", "denied"},
                                           [LGM_MODALITY_HYPOTHETICAL] = {"if so", "if not"}};
    if ((size_t)v->modality >= sizeof words / sizeof *words) return NULL;
    return words[v->modality][v->polarity == LGM_POLARITY_NEGATIVE];
}

static void begin(strbuf *out, size_t start)
{
    if (out->len > start) strbuf_puts(out, DOT);
}

bool happened_has(lgm_indices list, uint32_t x)
{
    for (size_t i = 0; i < list.n; i++)
        if (list.at[i] == x) return true;
    return false;
}

void happened_details(strbuf *out, const lgm_record *r, const lgm_event *v, bool dated)
{
    const size_t start = out->len;
    if (happened_or_not(v)) strbuf_puts(out, happened_or_not(v));
    if (v->place != LGM_NONE && !happened_has(v->agents, v->place) &&
        !happened_has(v->patients, v->place)) {
        begin(out, start);
        happened_names(out, r, (lgm_indices){&v->place, 1});
    }
    if (dated && v->time && v->time->value.ptr) {
        char date[LONGDATE_ROOM];
        const lgm_str mod =
            v->time->time != LGM_NONE ? r->times.at[v->time->time].mod : (lgm_str){NULL, 0};
        begin(out, start);
        longdate(date, v->time->value.ptr, mod.ptr);
        strbuf_puts(out, date);
    }
    for (size_t i = 0; i < v->instruments.n; i++) {
        if (i == 0) begin(out, start);
        strbuf_puts(out, i ? ", " : "with ");
        strbuf_put(out, v->instruments.at[i].ptr, v->instruments.at[i].len);
    }
    if (v->confidence >= SHOWN_UNSURE) return;
    begin(out, start);
    strbuf_puts(out, "unsure");
}

/* ---- who says so ---- */

/* How a claim takes part in an event that it tells of. */
typedef enum voice { ASSERTS, DENIES, DOUBTS, N_VOICES } voice;

static voice voice_of(const lgm_claim *c)
{
    if (c->act == LGM_ACT_DENY || c->act == LGM_ACT_DISMISS) return DENIES;
    return c->act == LGM_ACT_DOUBT ? DOUBTS : ASSERTS;
}

static bool same_speaker(const lgm_claim *a, const lgm_claim *b)
{
    if (a->speaker != LGM_NONE || b->speaker != LGM_NONE) return a->speaker == b->speaker;
    return a->source.n == 0 && b->source.n == 0;
}

static void put_name(strbuf *out, const lgm_record *r, const lgm_claim *c, const char *prefix)
{
    strbuf name = {0};
    if (c->speaker != LGM_NONE)
        happened_names(&name, r, (lgm_indices){&c->speaker, 1});
    else
        shown_speaker(&name, r, c);
    if (prefix)
        markup_line(out, (lgm_str){name.at, name.len}, 0);
    else
        strbuf_put(out, name.at, name.len);
    if (name.failed) out->failed = true;
    strbuf_done(&name);
}

static void put_number(strbuf *out, uint32_t claim, const char *prefix)
{
    if (prefix)
        relations_link(out, claim, prefix);
    else
        strbuf_printf(out, "%u", claim + 1);
}

/* The first of its speaker and voice in the list? Then all of them are told at it. */
static bool comes_first(const lgm_record *r, lgm_indices claims, size_t i)
{
    const lgm_claim *const c = &r->claims.at[claims.at[i]];
    for (size_t k = 0; k < i; k++) {
        const lgm_claim *const other = &r->claims.at[claims.at[k]];
        if (voice_of(other) == voice_of(c) && same_speaker(other, c)) return false;
    }
    return true;
}

/* "the police 1, 3" */
static void put_speaker(strbuf *out, const lgm_record *r, lgm_indices claims, size_t i,
                        const char *prefix)
{
    const lgm_claim *const c = &r->claims.at[claims.at[i]];
    put_name(out, r, c, prefix);
    strbuf_puts(out, "\u00a0");
    for (size_t k = i; k < claims.n; k++) {
        const lgm_claim *const other = &r->claims.at[claims.at[k]];
        if (voice_of(other) != voice_of(c) || !same_speaker(other, c)) continue;
        if (k > i) strbuf_puts(out, ", ");
        put_number(out, claims.at[k], prefix);
    }
}

void happened_sources(strbuf *out, const lgm_record *r, lgm_indices claims, const char *lead,
                      const char *prefix)
{
    const char *const words[] = {lead, "denied by ", "doubted by "};
    const size_t start = out->len;
    for (voice v = ASSERTS; v < N_VOICES; v++) {
        size_t named = 0, left = 0;
        for (size_t i = 0; i < claims.n; i++) {
            if (voice_of(&r->claims.at[claims.at[i]]) != v || !comes_first(r, claims, i)) continue;
            if (named == SPEAKERS) {
                left++;
                continue;
            }
            if (named++ == 0) {
                begin(out, start);
                strbuf_puts(out, words[v]);
            } else {
                strbuf_puts(out, "; ");
            }
            put_speaker(out, r, claims, i, prefix);
        }
        if (left) strbuf_printf(out, " and %zu more", left);
    }
}
