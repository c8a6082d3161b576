/*
 * sense.c - verbs that tell of one thing done by or to people and of another by storms, to towns or
 * to texts: "the storm killed", "captured the town", "released the papers", "attacked the minister
 * for his silence".
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

/* Who does it is a quake or a plague. */
static bool is_by_nature(const lgm_trees *t, uint32_t verb)
{
    const bool passive = lgm_event_is_passive(t, verb);
    const uint32_t subject = passive ? LGM_NONE : lgm_event_subject(t, verb);
    if (subject != LGM_NONE) return lgm_event_word(t->doc, LGM_EVENT_CAUSES, subject) != 0;
    uint32_t c = lgm_tree_right(t, verb);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        const uint32_t by = t->rel[c] == LGM_REL_obl ? lgm_event_case(t, c) : LGM_NONE;
        if (passive && by != LGM_NONE && lgm_doc_lemma_is(t->doc, by, "by"))
            return lgm_event_word(t->doc, LGM_EVENT_CAUSES, c) != 0;
    }
    return false;
}

/* "Beat Merrow in the final": a team or a rival, and no blows. */
static bool is_won(const lgm_event_room *room, const lgm_event_draft *d)
{
    if (d->n_patients == 0 || lgm_event_is_passive(room->trees, d->verb)) return false;
    for (uint8_t i = 0; i < d->n_patients; i++) {
        const lgm_doc_entity *const e = &room->doc->entities[d->patients[i]];
        if (e->name == LGM_NONE && e->type == LGM_ENTITY_PER) return false;
    }
    uint32_t c = lgm_tree_right(room->trees, d->verb);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(room->trees, c)) {
        const uint32_t by =
            room->trees->rel[c] == LGM_REL_obl ? lgm_event_case(room->trees, c) : LGM_NONE;
        if (by != LGM_NONE && LGM_SLICE_IN(lgm_doc_lemma(room->doc, by), "with", "to"))
            return false;
    }
    return true;
}

/* "Strikers clashed with the police": who protests riots, and is no army. */
static bool is_riot(const lgm_event_room *room, const lgm_event_draft *d)
{
    for (uint8_t i = 0; i < d->n_agents; i++) {
        const lgm_doc_entity *const e = &room->doc->entities[d->agents[i]];
        if (e->name != LGM_NONE) continue;
        const lgm_tokspan words = lgm_doc_entity_words(room->doc, e);
        for (uint32_t t = words.start; t < words.end && t < words.start + WIDE; t++)
            if (LGM_SLICE_IN(lgm_doc_lemma(room->doc, t), "protester", "protestor", "demonstrator",
                             "rioter", "striker", "marcher", "student", "mob", "crowd", "youth"))
                return true;
    }
    return false;
}

/* What a verb of one word tells of, by who and what take part; 0 = as the table says. */
static uint32_t sense_of(const lgm_event_room *room, const lgm_event_draft *d)
{
    enum { PEOPLE = 1U << LGM_ENTITY_PER | 1U << LGM_ENTITY_ORG };
    const lgm_slice lemma = lgm_doc_lemma(room->doc, d->word);
    const uint32_t other = LGM_EVENT_LISTED | LGM_EVENT_IS(LGM_EVENT_OTHER);
    if (LGM_SLICE_IN(lemma, "capture", "seize") &&
        lgm_event_category_of(d->kinds) == LGM_EVENT_COERCE && d->n_patients > 0) {
        if (is_place(room, d))
            return LGM_EVENT_LISTED | LGM_EVENT_IS(LGM_EVENT_ASSAULT) | LGM_EVENT_CODE(1192);
        if (LGM_SLICE_IN(lemma, "capture") && !is_any(room, d, PEOPLE)) return other;
    }
    if (LGM_SLICE_IN(lemma, "release") && d->n_patients > 0 && !is_any(room, d, PEOPLE))
        return other;
    if (LGM_SLICE_IN(lemma, "beat") && is_won(room, d)) return other;
    if (LGM_SLICE_IN(lemma, "attack") && is_any(room, d, 1U << LGM_ENTITY_PER) &&
        is_in_words(room->trees, d->word))
        return LGM_EVENT_LISTED | LGM_EVENT_IS(LGM_EVENT_ACCUSE) |
               LGM_EVENT_BY(LGM_EVENT_BY_DISAPPROVE) | LGM_EVENT_CODE(1111);
    if (lgm_event_category_of(d->kinds) == LGM_EVENT_ASSAULT && is_by_nature(room->trees, d->verb))
        return other | LGM_EVENT_HAPPENS;
    return 0;
}

void lgm_event_choose_sense(const lgm_event_room *room, lgm_event_draft *d)
{
    uint32_t kinds = 0;
    if (d->word == d->verb && d->trigger.end == d->word + 1) kinds = sense_of(room, d);
    if (LGM_SLICE_IN(lgm_doc_lemma(room->doc, d->word), "clash") && is_riot(room, d))
        kinds = LGM_EVENT_LISTED | LGM_EVENT_IS(LGM_EVENT_PROTEST) |
                LGM_EVENT_BY(LGM_EVENT_BY_RIOT) | LGM_EVENT_CODE(1145);
    if (kinds) d->kinds = kinds;
}
