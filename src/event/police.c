/*
 * police.c - who makes an arrest that no words say anybody makes: the police, where the report
 * names one police and no other.
 *
 *     "Nine men were arrested on Monday. Police are looking for a tenth."
 */
#include "doc/why.h"
#include "event/event_draft.h"

/* "Police", "the Ostrel police", "Ostrel Police". */
static bool is_police(const lgm_doc *doc, const lgm_doc_mention *m)
{
    return m->entity != LGM_NONE && lgm_doc_lemma_is(doc, m->head, "police") &&
           doc->entities[m->entity].type != LGM_ENTITY_FAC;
}

/* The one with a name, else the nearest before; LGM_NONE where two have names, or none is there. */
static uint32_t police_of(const lgm_event_room *room, uint32_t word)
{
    const lgm_doc *const doc = room->doc;
    uint32_t named = LGM_NONE, near = LGM_NONE;
    for (uint32_t i = 0; i < room->n_police; i++) {
        const lgm_doc_mention *const m = &doc->mentions[room->police[i]];
        if (doc->entities[m->entity].name != LGM_NONE) {
            if (named != LGM_NONE && named != m->entity) return LGM_NONE;
            named = m->entity;
        }
        if (near == LGM_NONE || m->head < word) near = m->entity;
    }
    return named != LGM_NONE ? named : near;
}

bool lgm_event_find_police(lgm_event_room *room)
{
    enum { MOST = 32 };
    const lgm_doc *const doc = room->doc;
    room->police = lgm_arena_alloc(room->scratch, MOST * sizeof *room->police);
    for (uint32_t m = 0; room->police && m < doc->n_mentions && room->n_police < MOST; m++)
        if (is_police(doc, &doc->mentions[m])) room->police[room->n_police++] = m;
    return room->police != NULL;
}

static bool is_by_police(const lgm_doc *doc, const lgm_event_draft *d)
{
    if (d->negative) return false;
    if (d->word != d->verb && d->word > 0 && doc->head[d->word - 1] == d->word &&
        lgm_doc_lemma_is(doc, d->word - 1, "police"))
        return true; /* "a police raid" */
    if (lgm_event_category_of(d->kinds) != LGM_EVENT_COERCE) return false;
    return LGM_SLICE_IN(lgm_doc_lemma(doc, d->word), "arrest", "detain", "apprehend", "nab",
                        "rearrest", "handcuff", "cuff", "manhunt", "cordon", "seal") ||
           (lgm_doc_lemma_is(doc, d->word, "take") &&
            lgm_event_mode_of(d->kinds) == LGM_EVENT_BY_ARREST);
}

void lgm_event_imply_police(const lgm_event_room *room, lgm_event_draft *d)
{
    if (d->n_agents > 0 || room->n_police == 0 || !is_by_police(room->doc, d)) return;
    const uint32_t police = police_of(room, d->word);
    if (police == LGM_NONE || lgm_event_has(d->patients, d->n_patients, police)) return;
    d->agents[d->n_agents++] = police;
    LGM_WHY(room->doc, EVENT, (uint32_t)(d - room->drafts.at), "agents", d->trigger,
            "Nobody is named who does it, and the report tells of one police");
}
