/*
 * sense.c - verbs that tell of one thing done to people and of another done to towns or texts:
 * "captured the town", "released the papers", "attacked the minister for his silence".
 */
#include "event/event_draft.h"
#include "tree/shape.h"

enum { WIDE = 8 };

static bool is_any(const lgm_event_room *room, const lgm_event_draft *d, uint32_t types)
{
    for (uint8_t i = 0; i < d->n_patients; i++)
        if (types & 1U << room->doc->entities[d->patients[i]].type) return true;
    return false;
}

static bool is_place(const lgm_event_room *room, const lgm_event_draft *d)
{
    return is_any(room, d, 1U << LGM_ENTITY_GPE | 1U << LGM_ENTITY_LOC | 1U << LGM_ENTITY_FAC);
}

/* "For his silence", "over the budget", "as weak": words are what it is attacked with. */
static bool is_in_words(const lgm_trees *t, uint32_t verb)
{
    uint32_t c = lgm_tree_right(t, verb);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        const uint32_t by = t->rel[c] == LGM_REL_obl     ? lgm_event_case(t, c)
                            : t->rel[c] == LGM_REL_advcl ? lgm_tree_left_child(t, c, LGM_REL_mark)
                                                         : LGM_NONE;
        if (by != LGM_NONE && LGM_SLICE_IN(lgm_doc_lemma(t->doc, by), "for", "over", "as"))
            return true;
    }
    return false;
}

void lgm_event_choose_sense(const lgm_event_room *room, lgm_event_draft *d)
{
    if (d->word != d->verb || d->trigger.end != d->word + 1) return;
    const lgm_slice lemma = lgm_doc_lemma(room->doc, d->word);
    if (LGM_SLICE_IN(lemma, "capture", "seize", "retake", "take") && is_place(room, d) &&
        lgm_event_category_of(d->kinds) == LGM_EVENT_COERCE)
        d->kinds = LGM_EVENT_LISTED | LGM_EVENT_IS(LGM_EVENT_ASSAULT) | LGM_EVENT_CODE(1192);
    else if (LGM_SLICE_IN(lemma, "release") && d->n_patients > 0 &&
             !is_any(room, d, 1U << LGM_ENTITY_PER | 1U << LGM_ENTITY_ORG))
        d->kinds = LGM_EVENT_LISTED | LGM_EVENT_IS(LGM_EVENT_OTHER);
    else if (LGM_SLICE_IN(lemma, "attack") && is_any(room, d, 1U << LGM_ENTITY_PER) &&
             is_in_words(room->trees, d->word))
        d->kinds = LGM_EVENT_LISTED | LGM_EVENT_IS(LGM_EVENT_ACCUSE) |
                   LGM_EVENT_BY(LGM_EVENT_BY_DISAPPROVE) | LGM_EVENT_CODE(1111);
}
