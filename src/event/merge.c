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

enum { LOOK = 24, CATEGORIES = 32, NEAR = 2 /* sentences */ };

static bool share(const uint32_t *a, uint8_t n, const uint32_t *b, uint8_t m)
{
    for (uint8_t i = 0; i < n; i++)
        for (uint8_t k = 0; k < m; k++)
            if (a[i] == b[k]) return true;
    return false;
}

static bool differ(const uint32_t *a, uint8_t n, const uint32_t *b, uint8_t m)
{
    return n > 0 && m > 0 && !share(a, n, b, m);
}

static bool same_day(const lgm_doc *doc, uint32_t a, uint32_t b)
{
    const char *const x = doc->times[a].value, *const y = doc->times[b].value;
    const size_t n = strlen(x) < strlen(y) ? strlen(x) : strlen(y);
    return memcmp(x, y, n < 10 ? n : 10) == 0; /* a day is of its month */
}

static bool speaks_against(const lgm_doc *doc, const lgm_event_draft *a, const lgm_event_draft *b)
{
    return a->negative != b->negative || a->modality != b->modality ||
           differ(a->agents, a->n_agents, b->agents, b->n_agents) ||
           differ(a->patients, a->n_patients, b->patients, b->n_patients) ||
           (a->time != LGM_NONE && b->time != LGM_NONE && !same_day(doc, a->time, b->time));
}

static bool is_same_word(const lgm_doc *doc, const lgm_event_draft *a, const lgm_event_draft *b)
{
    return lgm_slice_eq(lgm_doc_lemma(doc, a->word), lgm_doc_lemma(doc, b->word));
}

/* "The attack", "that attack". */
static bool refers_back(const lgm_trees *t, const lgm_event_draft *d)
{
    if (d->word == d->verb) return false;
    const uint32_t det = lgm_tree_left_child(t, d->word, LGM_REL_det);
    return det != LGM_NONE && LGM_SLICE_IN(lgm_doc_lemma(t->doc, det), "the", "that", "this");
}

static bool are_one(const lgm_trees *t, const lgm_event_draft *a, const lgm_event_draft *b)
{
    if (speaks_against(t->doc, a, b)) return false;
    const bool same = is_same_word(t->doc, a, b);
    if (same || refers_back(t, b)) return true;
    return lgm_event_category_of(a->kinds) != LGM_EVENT_OTHER &&
           (share(a->patients, a->n_patients, b->patients, b->n_patients) ||
            share(a->agents, a->n_agents, b->agents, b->n_agents));
}

/* The first mention takes what the other knows. */
static void join(lgm_event_draft *to, const lgm_event_draft *d)
{
    if (to->n_agents == 0) memcpy(to->agents, d->agents, sizeof to->agents);
    if (to->n_agents == 0) to->n_agents = d->n_agents;
    if (to->n_patients == 0) memcpy(to->patients, d->patients, sizeof to->patients);
    if (to->n_patients == 0) to->n_patients = d->n_patients;
    if (to->place == LGM_NONE) to->place = d->place;
    if (to->time == LGM_NONE) to->time = d->time;
    /* what the report says once in its own voice it asserts */
    if (d->n_claims == 0) to->n_claims = 0;
    for (uint8_t i = 0; i < d->n_claims && to->n_claims > 0 && to->n_claims < LGM_EVENT_CLAIMS; i++)
        if (!share(to->claims, to->n_claims, &d->claims[i], 1))
            to->claims[to->n_claims++] = d->claims[i];
}

/* ---- one scene ------------------------------------------------------------------------------- */

/* Deeds, not words. */
static bool is_deed(const lgm_event_draft *d)
{
    switch (lgm_event_category_of(d->kinds)) {
    case LGM_EVENT_ASSAULT:
    case LGM_EVENT_COERCE:
    case LGM_EVENT_PROTEST:
    case LGM_EVENT_AID:
    case LGM_EVENT_MOBILIZE: return true;
    case LGM_EVENT_OTHER: return (d->kinds & LGM_EVENT_HAPPENS) && d->n_patients > 0;
    default: return false;
    }
}

static bool is_one_scene(const lgm_event_room *room, const lgm_event_draft *a,
                         const lgm_event_draft *b)
{
    if (a->time != LGM_NONE && b->time != LGM_NONE && !same_day(room->doc, a->time, b->time))
        return false;
    return lgm_tree_sent(room->trees, b->word) - lgm_tree_sent(room->trees, a->word) <= NEAR;
}

/* Deeds that are told in the same breath were in one place, unless on different days. */
static void share_places(lgm_event_room *room)
{
    const lgm_event_draft *from = NULL;
    for (size_t i = 0; i < room->drafts.n; i++) {
        lgm_event_draft *const d = &room->drafts.at[i];
        if (d->event != i || d->negative || d->modality != LGM_MODALITY_ACTUAL || !is_deed(d))
            continue;
        if (d->place != LGM_NONE) {
            from = d;
        } else if (from && is_one_scene(room, from, d)) {
            d->place = from->place;
            LGM_WHY(room->doc, EVENT, (uint32_t)i, "place", from->trigger,
                    "It is told in one breath with this event, which has the place");
        }
    }
}

void lgm_event_merge(lgm_event_room *room)
{
    uint32_t latest[CATEGORIES][LOOK], n[CATEGORIES] = {0};
    lgm_event_draft *const at = room->drafts.at;
    for (uint32_t i = 0; i < room->drafts.n; i++) {
        const lgm_event_category of = lgm_event_category_of(at[i].kinds);
        const uint32_t seen = n[of] < LOOK ? n[of] : LOOK;
        at[i].event = i;
        for (uint32_t k = 1; k <= seen && at[i].event == i; k++) {
            const uint32_t e = latest[of][(n[of] - k) % LOOK];
            if (are_one(room->trees, &at[e], &at[i])) at[i].event = e;
        }
        if (at[i].event != i)
            join(&at[at[i].event], &at[i]);
        else
            latest[of][n[of]++ % LOOK] = i;
    }
    share_places(room);
}
