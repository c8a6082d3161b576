/* event_day.c - from nouns to the day that their sentence names. */
#include "timex/event_day.h"

#include <string.h>

#include "doc/why.h"
#include "legomena/kinds.h"
#include "timex/resolve.h"

enum { REACH = 10 }; /* words behind the expression in which its noun stands */

typedef struct slot {
    uint64_t key; /* 0 = free */
    uint32_t time, token;
} slot;

typedef struct nouns {
    slot *slots;
    size_t room; /* a power of two */
} nouns;

static bool is_noun(const lgm_doc *doc, uint32_t t)
{
    return lgm_doc_xpos(doc, t)[0] == 'N' && lgm_doc_xpos(doc, t)[1] == 'N';
}

/* "they attacked the port on May 4": a verb tells of the attack, too. */
static bool tells(const lgm_doc *doc, uint32_t t)
{
    return is_noun(doc, t) || (lgm_doc_xpos(doc, t)[0] == 'V' && lgm_doc_xpos(doc, t)[1] == 'B');
}

static uint64_t key_of(const lgm_doc *doc, uint32_t t)
{
    const lgm_slice l = lgm_doc_lemma(doc, t);
    const uint64_t h = lgm_hash64(0, l.ptr, l.len);
    return h ? h : 1;
}

static slot *place_of(const nouns *m, uint64_t key)
{
    size_t i = (size_t)key & (m->room - 1);
    while (m->slots[i].key && m->slots[i].key != key) i = (i + 1) & (m->room - 1);
    return &m->slots[i];
}

static bool names_a_day(const lgm_doc_time *t)
{
    return t->type <= LGM_TIME_TIME && t->value && t->first_day != LGM_NO_DAY &&
           strlen(t->value) >= 10 && t->value[4] == '-' && t->value[5] != 'W' && t->value[7] == '-';
}

/* The nouns of every sentence that names one day only, and that day. */
static void note_nouns(nouns *m, const lgm_doc *doc)
{
    uint32_t t = 0;
    for (uint32_t s = 0; s < doc->n_sents; s++) {
        uint32_t day = LGM_NONE, many = 0;
        for (; t < doc->n_times && doc->times[t].tokens.start < doc->sents[s].end; t++)
            if (names_a_day(&doc->times[t])) {
                many += day != LGM_NONE && doc->times[day].first_day != doc->times[t].first_day;
                day = t;
            }
        if (day == LGM_NONE || many) continue;
        for (uint32_t k = doc->sents[s].start; k < doc->sents[s].end; k++) {
            if (!tells(doc, k)) continue;
            slot *const p = place_of(m, key_of(doc, k));
            if (p->key == 0) *p = (slot){key_of(doc, k), day, k};
        }
    }
}

static bool make_nouns(nouns *m, lgm_arena *scratch, const lgm_doc *doc)
{
    size_t n = 0;
    for (uint32_t k = 0; k < doc->n_tokens; k++) n += tells(doc, k);
    for (m->room = 16; m->room < 2 * n + 2;) m->room *= 2;
    m->slots = lgm_arena_calloc(scratch, m->room, sizeof *m->slots);
    if (!m->slots) return false;
    note_nouns(m, doc);
    return true;
}

/* The event behind "before the": the last noun of the first run of nouns. */
static uint32_t event_noun(const lgm_doc *doc, uint32_t from)
{
    uint32_t noun = LGM_NONE;
    for (uint32_t k = from; k < doc->n_tokens && k < from + REACH; k++) {
        if (is_noun(doc, k))
            noun = k;
        else if (noun != LGM_NONE || doc->tokens[k].flags & LGM_TOK_PAR)
            break;
    }
    return noun;
}

/* May the event have the day that was noted for its noun? In "On Monday, a day before the strike
 * began", Monday is not the day of the strike; in "a day before the strike began on Monday", it is.
 * The subject of a clause is no event. */
static bool may_have(const lgm_doc *doc, uint32_t noun, const slot *p)
{
    const char *const next = noun + 1 < doc->n_tokens ? lgm_doc_xpos(doc, noun + 1) : "";
    if (p->token == noun) return doc->times[p->time].tokens.start > noun;
    return strcmp(next, "MD") != 0 &&
           (strncmp(next, "VB", 2) != 0 || strcmp(next, "VBN") == 0 || strcmp(next, "VBG") == 0);
}

static bool resolve(const nouns *m, lgm_doc *doc, const lgm_timex_event *e)
{
    lgm_doc_time *const t = &doc->times[e->time];
    const uint32_t noun = event_noun(doc, t->tokens.end);
    const slot *const p = noun == LGM_NONE ? NULL : place_of(m, key_of(doc, noun));
    if (!p || p->key == 0 || p->time == e->time) return true;
    if (!may_have(doc, noun, p)) return true;
    const int32_t day = lgm_timex_value_shift(doc->times[p->time].first_day, e->unit, e->n);
    if (day == LGM_NO_DAY || e->unit <= LGM_UNIT_HOUR) return true;
    char value[LGM_VALUE];
    const int32_t first = lgm_timex_value_of_span(value, e->unit, day);
    char *const copy = lgm_arena_strndup(doc->arena, value, strlen(value));
    if (!copy) return false;
    t->type = LGM_TIME_DATE;
    t->value = copy;
    t->first_day = first;
    t->anchor = p->time;
    LGM_WHY(doc, TIME, e->time, "value", LGM_ONE_WORD(noun),
            "The event has a day in a sentence of the report, from which it counts");
    LGM_WHY(doc, TIME, e->time, "anchor", doc->times[p->time].tokens,
            "The day that stands in a sentence with the event");
    return true;
}

bool lgm_timex_event_times(lgm_arena *scratch, lgm_doc *doc, const lgm_timex_event *at, size_t n)
{
    nouns m = {0};
    if (n == 0 || !doc->xpos.of || !doc->lemma.of) return true;
    if (!make_nouns(&m, scratch, doc)) return false;
    for (size_t i = 0; i < n; i++)
        if (!resolve(&m, doc, &at[i])) return false;
    return true;
}
