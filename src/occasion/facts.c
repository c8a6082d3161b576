/* facts.c - days, venues and relays of two turns beside each other. */
#include "occasion/facts.h"

#include <string.h>

#include "occasion/path.h"
#include "occasion/said.h"
#include "phrase/speaks.h"

/* Days before the report; times of the report that are looked at. */
enum { RECENT = 10, DATED = 64 };

bool lgm_occasion_same_day(const lgm_doc *doc, uint32_t a, uint32_t b)
{
    const char *const x = doc->times[a].value, *const y = doc->times[b].value;
    const size_t n = lgm_occasion_day_len(x);
    return n == lgm_occasion_day_len(y) && strncmp(x, y, n) == 0;
}

static bool is_day(const char *value)
{
    return lgm_occasion_day_len(value) == strlen("2024-03-22") && value[5] != 'W';
}

bool lgm_occasion_is_past(const lgm_doc *doc, int32_t published, uint32_t when)
{
    const lgm_doc_time *const t = &doc->times[when];
    if (!is_day(t->value) && !strstr(t->value, "-W")) return true;
    return published != LGM_NO_DAY && t->first_day != LGM_NO_DAY &&
           published - t->first_day > RECENT;
}

static bool is_same_venue(const lgm_doc *doc, lgm_tokspan a, lgm_tokspan b)
{
    return lgm_slice_eq(lgm_doc_lemma(doc, a.end - 1), lgm_doc_lemma(doc, b.end - 1));
}

static bool are_same(const lgm_relays *a, const lgm_relays *b)
{
    return a->n == b->n && memcmp(a->at, b->at, a->n * sizeof a->at[0]) == 0;
}

/* "Last week" and the Thursday in it. */
static bool is_within_week(const lgm_doc *doc, uint32_t week, uint32_t day)
{
    const lgm_doc_time *const w = &doc->times[week], *const d = &doc->times[day];
    return strstr(w->value, "-W") && is_day(d->value) && w->first_day != LGM_NO_DAY &&
           d->first_day >= w->first_day && d->first_day - w->first_day < 7;
}

static bool days_agree(const lgm_doc *doc, uint32_t a, uint32_t b)
{
    return a == LGM_NONE || b == LGM_NONE || lgm_occasion_same_day(doc, a, b) ||
           is_within_week(doc, a, b) || is_within_week(doc, b, a);
}

/* "Tweeted": what is told an outlet is said elsewhere. */
static bool is_in_verb(const lgm_doc *doc, const lgm_occasion_facts *f)
{
    return lgm_occasion_has_venue(f) && lgm_doc_xpos(doc, f->venue.start)[0] == 'V';
}

/* The name of an outlet, and of no programme? */
static bool is_outlet(const lgm_doc *doc, uint32_t entity)
{
    const uint32_t name = doc->entities[entity].name;
    if (name == LGM_NONE) return false;
    const lgm_tokspan s = doc->names[name].tokens;
    return lgm_phrase_speaks(doc, s.start, s.end) & LGM_SPEAKS_OUTLET;
}

bool lgm_occasion_are_one_relay(const lgm_doc *doc, const lgm_relays *known,
                                const lgm_occasion_turn *x)
{
    if (known->n == 0 || x->stated.via.n == 0 || are_same(known, &x->stated.via)) return true;
    return x->programme && !is_outlet(doc, known->at[0]);
}

bool lgm_occasion_agrees(const lgm_doc *doc, const lgm_occasion_facts *known,
                         const lgm_occasion_turn *x)
{
    const lgm_occasion_facts *const y = &x->stated;
    if (!days_agree(doc, known->when, y->when)) return false;
    if (x->told && !lgm_occasion_are_one_relay(doc, &known->via, x)) return false;
    if ((is_in_verb(doc, known) && (x->told || y->via.n)) || (is_in_verb(doc, y) && known->via.n))
        return false;
    if (x->another) return false;
    if (!lgm_occasion_has_venue(y)) return true;
    return !lgm_occasion_has_venue(known) || x->the_venue ||
           is_same_venue(doc, known->venue, y->venue);
}

void lgm_occasion_learn(lgm_occasion_facts *known, const lgm_occasion_facts *more)
{
    if (known->when == LGM_NONE) known->when = more->when;
    if (known->via.n == 0) known->via = more->via;
    if (!lgm_occasion_has_venue(known)) known->venue = more->venue;
}

uint32_t lgm_occasion_event_day(const lgm_doc *doc, int32_t published, uint32_t noun)
{
    uint32_t found = LGM_NONE;
    for (uint32_t i = 0; i < doc->n_times && i < DATED; i++) {
        const lgm_doc_time *const time = &doc->times[i];
        const uint32_t up = doc->head[lgm_occasion_top(doc, time->tokens)];
        if (up == LGM_NONE || !time->value || !is_day(time->value)) continue;
        if (time->first_day == LGM_NO_DAY || time->first_day > published) continue;
        if (!lgm_slice_eq(lgm_doc_lemma(doc, up), lgm_doc_lemma(doc, noun))) continue;
        if (found != LGM_NONE && !lgm_occasion_same_day(doc, found, i)) return LGM_NONE;
        if (found == LGM_NONE) found = i;
    }
    return found;
}
