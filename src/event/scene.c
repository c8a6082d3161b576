/*
 * scene.c - deeds that are told in the same breath were in one place, and on one day, unless
 * something speaks against it.
 *
 *     "A bomb exploded in Ostrel on Monday. Nine people were hurt, and police sealed the market."
 *
 * Once events are merged. A scene goes on as long as the next mention of a deed is near; a deed
 * with a place of its own begins another.
 */
#include "doc/why.h"
#include "event/event_draft.h"

enum { /* sentences: from one mention to the next, of the whole scene, before the place is told */
       NEAR = 2,
       FAR = 5,
       BEFORE = 1
};

/* What people do or suffer at a place; not what they say, plan or agree on. */
static bool is_deed(const lgm_event_room *room, const lgm_event_draft *d)
{
    if (d->modality != LGM_MODALITY_ACTUAL) return false;
    if (lgm_event_category_of(d->kinds) == LGM_EVENT_PROTEST) /* states protest in words */
        return d->n_agents > 0 && room->doc->entities[d->agents[0]].type != LGM_ENTITY_GPE;
    switch (lgm_event_category_of(d->kinds)) {
    case LGM_EVENT_ASSAULT:
    case LGM_EVENT_COERCE:
    case LGM_EVENT_AID:
    case LGM_EVENT_RETREAT:
    case LGM_EVENT_MOBILIZE: return true;
    case LGM_EVENT_OTHER:
        return (d->kinds & LGM_EVENT_HAPPENS) ? d->n_patients > 0 : d->n_agents > 0;
    default: return false;
    }
}

/* Is the mention a clause that goes on with the story? Nouns, "the man who was shot" and "accused
 * of robbing" look back. */
static bool tells_on(const lgm_trees *t, const lgm_event_draft *d)
{
    if (d->verb == LGM_NONE) return false;
    switch (t->rel[d->verb]) {
    case LGM_REL_root:
    case LGM_REL_parataxis:
    case LGM_REL_ccomp:
    case LGM_REL_conj: return true;
    case LGM_REL_xcomp: return true;
    case LGM_REL_advcl: {
        const uint32_t mark = lgm_tree_left_child(t, d->verb, LGM_REL_mark);
        return mark == LGM_NONE ||
               LGM_SLICE_IN(lgm_doc_lemma(t->doc, mark), "when", "as", "while", "after", "before");
    }
    default: return false;
    }
}

typedef struct scene {
    uint32_t event;       /* that has the place, or LGM_NONE */
    uint32_t first, last; /* where it was told of, and where the scene was last */
    bool back;
} scene;

static uint32_t apart(const lgm_trees *t, uint32_t a, uint32_t b)
{
    const uint32_t x = lgm_tree_sent(t, a), y = lgm_tree_sent(t, b);
    return x < y ? y - x : x - y;
}

static bool goes_on(const lgm_event_room *room, const scene *s, uint32_t i)
{
    const lgm_event_draft *const d = &room->drafts.at[i];
    if (s->event == LGM_NONE) return false;
    const lgm_event_draft *const from = &room->drafts.at[s->event];
    if (from->time != LGM_NONE && d->time != LGM_NONE &&
        !lgm_event_same_day(room->doc, from->time, d->time))
        return false;
    if (s->back) return apart(room->trees, s->first, d->word) <= BEFORE;
    return apart(room->trees, s->last, d->word) <= NEAR &&
           apart(room->trees, s->first, d->word) <= FAR;
}

/* The day too, where the next sentence tells of it. */
static void share_day(lgm_event_room *room, const scene *s, uint32_t i)
{
    const lgm_event_draft *const from = &room->drafts.at[s->event];
    const uint32_t e = room->drafts.at[i].event;
    lgm_event_draft *const event = &room->drafts.at[e];
    const uint32_t a = lgm_tree_sent(room->trees, from->word);
    if (event->time != LGM_NONE || from->time == LGM_NONE ||
        lgm_tree_sent(room->trees, event->word) - a > 1)
        return;
    event->time = from->time;
    LGM_WHY(room->doc, EVENT, e, "time", from->trigger,
            "It is told in one breath with this event, which has the day");
}

static void take(lgm_event_room *room, scene *s, uint32_t i)
{
    const uint32_t e = room->drafts.at[i].event;
    lgm_event_draft *const event = &room->drafts.at[e];
    if (!is_deed(room, event)) return;
    if (event->place == LGM_NONE) {
        if (!tells_on(room->trees, &room->drafts.at[i]) || !goes_on(room, s, i)) return;
        event->place = room->drafts.at[s->event].place;
        LGM_WHY(room->doc, EVENT, e, "place", room->drafts.at[s->event].trigger,
                "It is told in one breath with this event, which has the place");
        share_day(room, s, i);
        s->last = room->drafts.at[i].word;
    } else if (room->drafts.at[i].says_where) {
        *s = (scene){e, room->drafts.at[i].word, room->drafts.at[i].word, s->back};
    }
}

void lgm_event_share_scenes(lgm_event_room *room)
{
    const uint32_t n = (uint32_t)room->drafts.n;
    scene s = {.event = LGM_NONE};
    for (uint32_t i = 0; i < n; i++) take(room, &s, i);
    s = (scene){.event = LGM_NONE, .back = true};
    for (uint32_t i = n; i-- > 0;) take(room, &s, i);
}
