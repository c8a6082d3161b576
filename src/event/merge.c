/*
 * merge.c - which mentions are of one event.
 *
 * Two are one where they tell of the same kind of thing, by the same word or by a noun that refers
 * back ("the attack"), and nothing speaks against it: who, whom, where, when, whether it happened.
 * A mention is set beside the latest events of its category only.
 */
#include <string.h>

#include "doc/why.h"
#include "event/event_draft.h"
#include "tree/shape.h"

enum { LOOK = 24, CATEGORIES = 32 };

static bool share(const lgm_trees *t, const uint32_t *a, uint8_t n, const uint32_t *b, uint8_t m)
{
    return lgm_event_likeness_of(t, a, n, b, m) == LGM_EVENT_SAME;
}

static bool differ(const lgm_trees *t, const uint32_t *a, uint8_t n, const uint32_t *b, uint8_t m,
                   bool perhaps)
{
    if (n == 0 || m == 0) return false;
    const lgm_event_likeness l = lgm_event_likeness_of(t, a, n, b, m);
    return l == LGM_EVENT_OTHERS || (l == LGM_EVENT_PERHAPS && !perhaps);
}

/* ---- are they one event? --------------------------------------------------------------------- */

bool lgm_event_same_day(const lgm_doc *doc, uint32_t a, uint32_t b)
{
    const char *const x = doc->times[a].value, *const y = doc->times[b].value;
    static const char NO_DAY[] = "XXXX-XX-XX"; /* "at four" */
    if (strncmp(x, NO_DAY, 10) == 0 || strncmp(y, NO_DAY, 10) == 0) return true;
    const size_t n = strlen(x) < strlen(y) ? strlen(x) : strlen(y);
    return memcmp(x, y, n < 10 ? n : 10) == 0; /* a day is of its month */
}

/* "Ostrel, Caldora": the one is in the other. */
static bool is_inside(const lgm_doc *doc, uint32_t place, uint32_t in)
{
    enum { NAMES = 8 };
    const lgm_doc_entity *const e = &doc->entities[place];
    for (uint32_t i = 0; i < e->n && i < NAMES; i++) {
        const uint32_t next = doc->names[doc->name_order[e->first + i]].tokens.end;
        const lgm_doc_entity *const f = &doc->entities[in];
        if (next + 1 >= doc->n_tokens || !lgm_tree_form_is(doc, next, ",")) continue;
        for (uint32_t k = 0; k < f->n && k < NAMES; k++)
            if (doc->names[doc->name_order[f->first + k]].tokens.start == next + 1) return true;
    }
    return false;
}

/* A town is another than that town; a street may be in it. */
static bool is_elsewhere(const lgm_doc *doc, const lgm_event_draft *a, const lgm_event_draft *b)
{
    return a->place != LGM_NONE && b->place != LGM_NONE && a->place != b->place &&
           doc->entities[a->place].type == LGM_ENTITY_GPE &&
           doc->entities[b->place].type == LGM_ENTITY_GPE && !is_inside(doc, a->place, b->place) &&
           !is_inside(doc, b->place, a->place);
}

static bool speaks_against(const lgm_trees *t, const lgm_event_draft *a, const lgm_event_draft *b,
                           bool perhaps, bool back)
{
    const lgm_doc *const doc = t->doc;
    const bool known = back && b->carried; /* "took part in the attack": others did too */
    return a->negative != b->negative ||
           (!known && differ(t, a->agents, a->n_agents, b->agents, b->n_agents, perhaps)) ||
           differ(t, a->patients, a->n_patients, b->patients, b->n_patients, perhaps) ||
           (a->time != LGM_NONE && b->time != LGM_NONE &&
            !lgm_event_same_day(doc, a->time, b->time));
}

/* "Restructure" and "restructuring": all but the ends of both words are the same. */
static bool have_one_root(lgm_slice a, lgm_slice b)
{
    enum { ROOT = 4, END = 2 };
    const size_t least = a.len < b.len ? a.len : b.len;
    size_t n = 0;
    while (n < least && (a.ptr[n] | 32) == (b.ptr[n] | 32)) n++;
    return n >= ROOT && n + END >= least;
}

static bool is_same_word(const lgm_doc *doc, const lgm_event_draft *a, const lgm_event_draft *b)
{
    const uint32_t harm = a->harm;
    if (harm && harm == b->harm) return true; /* "died", "the death" */
    const lgm_slice x = lgm_doc_lemma(doc, a->word), y = lgm_doc_lemma(doc, b->word);
    return lgm_slice_eq(x, y) ||
           ((a->word == a->verb) != (b->word == b->verb) && have_one_root(x, y));
}

/* "Bought the mine", "the acquisition of the mine". */
static bool is_synonym(const lgm_event_draft *a, const lgm_event_draft *b)
{
    return a->synonym != 0 && a->synonym == b->synonym;
}

static bool is_gathering(const lgm_doc *doc, uint32_t noun)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, noun), "festival", "tournament", "gathering", "parade",
                        "ceremony", "celebration", "funeral");
}

/* "The attack", "that attack"; of what has no category only "the incident" and the like. */
static bool refers_back(const lgm_trees *t, const lgm_event_draft *d)
{
    if (d->word == d->verb) return false;
    if (lgm_event_category_of(d->kinds) == LGM_EVENT_OTHER &&
        !LGM_SLICE_IN(lgm_doc_lemma(t->doc, d->word), "incident", "accident", "tragedy",
                      "disaster"))
        return false;
    const uint32_t det = lgm_tree_left_child(t, d->word, LGM_REL_det);
    return det != LGM_NONE && LGM_SLICE_IN(lgm_doc_lemma(t->doc, det), "the", "that", "this");
}

/* Does such a noun refer to the event? "The shooting" is no bombing, and "the murder of a nurse"
 * says itself which. */
static bool refers_to(const lgm_trees *t, const lgm_event_draft *a, const lgm_event_draft *b)
{
    const lgm_event_mode x = lgm_event_mode_of(a->kinds), y = lgm_event_mode_of(b->kinds);
    const bool alike = x == y || (lgm_event_category_of(a->kinds) == LGM_EVENT_ASSAULT &&
                                  (x == LGM_EVENT_BY_NONE || y == LGM_EVENT_BY_NONE));
    return alike && refers_back(t, b) &&
           (b->n_patients == 0 ||
            share(t, a->patients, a->n_patients, b->patients, b->n_patients)) &&
           (b->n_agents == 0 || b->carried ||
            share(t, a->agents, a->n_agents, b->agents, b->n_agents));
}

/* What is planned stays so where a noun refers to it ("the sale"). */
static bool is_told_alike(const lgm_trees *t, const lgm_event_draft *a, const lgm_event_draft *b,
                          bool same)
{
    if (a->modality == b->modality) return true;
    return same && b->modality == LGM_MODALITY_ACTUAL && b->verb == LGM_NONE &&
           lgm_tree_left_child(t, b->word, LGM_REL_det) != LGM_NONE;
}

/* "A bomb exploded. The bomb killed nine." */
static bool share_things(const lgm_trees *t, const lgm_event_draft *a, const lgm_event_draft *b)
{
    for (uint8_t i = 0; i < a->n_instruments; i++)
        for (uint8_t k = 0; k < b->n_instruments; k++) {
            const uint32_t x = a->instruments[i].end - 1, y = b->instruments[k].end - 1;
            const uint32_t det = lgm_tree_left_child(t, y, LGM_REL_det);
            if (lgm_slice_eq(lgm_doc_lemma(t->doc, x), lgm_doc_lemma(t->doc, y)) &&
                det != LGM_NONE && LGM_SLICE_IN(lgm_doc_lemma(t->doc, det), "the", "that", "this"))
                return true;
        }
    return false;
}

static bool are_one(const lgm_trees *t, const lgm_event_draft *a, const lgm_event_draft *b)
{
    enum { LEAD = 2, NEAR = 4 }; /* sentences */
    const bool meet = is_gathering(t->doc, a->word) && is_gathering(t->doc, b->word);
    const bool same = is_same_word(t->doc, a, b) || meet, back = refers_to(t, a, b);
    const uint32_t first = lgm_tree_sent(t, a->word);
    const bool perhaps =
        (same || back) && first <= LEAD && lgm_tree_sent(t, b->word) - first <= NEAR;
    if (!is_told_alike(t, a, b, same) || speaks_against(t, a, b, perhaps, back)) return false;
    if ((same || back) && !is_elsewhere(t->doc, a, b)) return true;
    return (lgm_event_category_of(a->kinds) != LGM_EVENT_OTHER || is_synonym(a, b)) &&
           (share(t, a->patients, a->n_patients, b->patients, b->n_patients) ||
            share(t, a->agents, a->n_agents, b->agents, b->n_agents) || share_things(t, a, b));
}

/* "Ada Lind was shot. She died in hospital." */
static bool is_one_death(const lgm_trees *t, const lgm_event_draft *a, const lgm_event_draft *b)
{
    return a->deadly && is_told_alike(t, a, b, true) && !speaks_against(t, a, b, false, false) &&
           share(t, a->patients, a->n_patients, b->patients, b->n_patients);
}

static void put(uint32_t *list, uint8_t *n, uint32_t one)
{
    if (!lgm_event_has(list, *n, one) && *n < LGM_EVENT_PARTNERS) list[(*n)++] = one;
}

/* The first mention takes what the other knows; a deed takes those whom its harm befell. */
static void join(const lgm_doc *doc, lgm_event_draft *to, const lgm_event_draft *d)
{
    if (to->n_agents == 0) memcpy(to->agents, d->agents, sizeof to->agents);
    if (to->n_agents == 0) to->n_agents = d->n_agents;
    if (to->n_patients == 0 || d->tied != LGM_NONE)
        for (uint8_t i = 0; i < d->n_patients; i++)
            put(to->patients, &to->n_patients, d->patients[i]);
    for (uint8_t i = 0; i < d->n_instruments; i++)
        lgm_event_add_instrument(doc, to, d->instruments[i]);
    if (!to->is_there && (d->is_there || to->place == LGM_NONE)) {
        to->place = d->place == LGM_NONE ? to->place : d->place;
        to->is_there |= d->is_there;
    }
    if (to->time == LGM_NONE) to->time = d->time;
    to->deadly |= d->deadly;
    /* "killed when a bomb exploded": how */
    if (lgm_event_category_of(to->kinds) == LGM_EVENT_ASSAULT &&
        lgm_event_category_of(d->kinds) == LGM_EVENT_ASSAULT && to->harm && d->tied != LGM_NONE &&
        lgm_event_mode_of(to->kinds) == LGM_EVENT_BY_NONE) {
        to->kinds |= LGM_EVENT_BY(lgm_event_mode_of(d->kinds));
        to->lent = true;
    }
    /* what the report says once in its own voice it asserts */
    if (d->n_claims == 0) to->n_claims = 0;
    for (uint8_t i = 0; i < d->n_claims && to->n_claims > 0 && to->n_claims < LGM_EVENT_CLAIMS; i++)
        if (!lgm_event_has(to->claims, to->n_claims, d->claims[i]))
            to->claims[to->n_claims++] = d->claims[i];
}

/* A deed and its harm, unless one of them is told of as less than a fact. */
static bool is_tied(const lgm_event_room *room, uint32_t i)
{
    const lgm_event_draft *const d = &room->drafts.at[i];
    if (d->tied == LGM_NONE) return false;
    const lgm_event_draft *const with = &room->drafts.at[d->tied];
    return d->negative == with->negative && d->modality == with->modality &&
           (d->time == LGM_NONE || with->time == LGM_NONE ||
            lgm_event_same_day(room->doc, d->time, with->time));
}

typedef struct events_seen {
    uint32_t latest[CATEGORIES][LOOK], n[CATEGORIES]; /* of each category, in a ring */
} events_seen;

/* The event that a mention is of, among the latest of a category; LGM_NONE for none. */
static uint32_t find_event(const lgm_event_room *room, const events_seen *s, uint32_t i,
                           lgm_event_category of, bool deaths)
{
    const lgm_event_draft *const at = room->drafts.at;
    const uint32_t seen = s->n[of] < LOOK ? s->n[of] : LOOK;
    const bool choosy = !deaths && refers_back(room->trees, &at[i]) &&
                        lgm_event_mode_of(at[i].kinds) != LGM_EVENT_BY_NONE;
    for (uint32_t k = 1; k <= seen * (1U + choosy); k++) {
        const uint32_t e = s->latest[of][(s->n[of] - (k > seen ? k - seen : k)) % LOOK];
        /* "the blast": first what was told of as one */
        if (choosy && k <= seen && lgm_event_mode_of(at[e].kinds) != lgm_event_mode_of(at[i].kinds))
            continue;
        if (deaths ? is_one_death(room->trees, &at[e], &at[i])
                   : are_one(room->trees, &at[e], &at[i]))
            return e;
    }
    return LGM_NONE;
}

void lgm_event_merge(lgm_event_room *room)
{
    events_seen s = {.n = {0}};
    lgm_event_draft *const at = room->drafts.at;
    for (uint32_t i = 0; i < room->drafts.n; i++) at[i].deadly = (at[i].harm & LGM_EVENT_DEAD) != 0;
    for (uint32_t i = 0; i < room->drafts.n; i++) {
        const lgm_event_category of = lgm_event_category_of(at[i].kinds);
        uint32_t e = is_tied(room, i) ? at[at[i].tied].event : find_event(room, &s, i, of, false);
        if (e == LGM_NONE && at[i].deadly && of == LGM_EVENT_OTHER)
            e = find_event(room, &s, i, LGM_EVENT_ASSAULT, true);
        at[i].event = e == LGM_NONE ? i : e;
        if (e != LGM_NONE)
            join(room->doc, &at[e], &at[i]);
        else
            s.latest[of][s.n[of]++ % LOOK] = i;
    }
    lgm_event_share_beside(room);
    lgm_event_share_scenes(room);
}
