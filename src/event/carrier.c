/*
 * carrier.c - who does an event that a noun tells of, by the word that carries it
 * (data/event/carriers.txt): "claimed responsibility for the attack", "accused the guard of the
 * murder", "took part in the march".
 */
#include "event/event_draft.h"

/* What the word says of a noun behind `by`, alone or with another word of it: "take part in". */
static uint32_t look_up(const lgm_doc *doc, uint32_t word, uint32_t with, uint32_t by)
{
    if (!(lgm_event_word(doc, LGM_EVENT_CARRIERS, word) & LGM_EVENT_BEGINS)) return 0;
    return lgm_event_carrier_kinds(doc, word, with, by);
}

/* The word that carries a noun, and how. */
static uint32_t carrier_of(const lgm_trees *t, uint32_t noun, uint32_t *kinds)
{
    const uint32_t above = t->doc->head[noun], by = lgm_event_case(t, noun);
    *kinds = 0;
    if (above == LGM_NONE || (t->rel[noun] == LGM_REL_nsubj && !lgm_event_is_passive(t, above)))
        return LGM_NONE;
    if (t->rel[noun] != LGM_REL_obj && t->rel[noun] != LGM_REL_nsubj &&
        t->rel[noun] != LGM_REL_obl && t->rel[noun] != LGM_REL_nmod)
        return LGM_NONE;
    if (t->upos[above] != LGM_UPOS_VERB && t->upos[above] != LGM_UPOS_ADJ) {
        /* "responsibility for the attack", "accused the guard of the murder" */
        const uint32_t verb = t->doc->head[above];
        if (verb == LGM_NONE || t->rel[above] != LGM_REL_obj) return LGM_NONE;
        *kinds = look_up(t->doc, verb, above, by);
        if (!*kinds) *kinds = look_up(t->doc, verb, LGM_NONE, by) & LGM_EVENT_OBJECT;
        return verb;
    }
    *kinds = look_up(t->doc, above, LGM_NONE, by);
    const uint32_t with[] = {lgm_tree_right_child(t, above, LGM_REL_compound),
                             lgm_tree_right_child(t, above, LGM_REL_obj),
                             lgm_tree_right_child(t, above, LGM_REL_xcomp)};
    for (size_t i = 0; i < LGM_COUNT(with) && !*kinds; i++)
        if (with[i] != LGM_NONE && with[i] != noun) *kinds = look_up(t->doc, above, with[i], by);
    return above;
}

static uint32_t behind_by(const lgm_trees *t, uint32_t verb)
{
    uint32_t c = lgm_tree_right(t, verb);
    for (int i = 0; i < 8 && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        const uint32_t by = t->rel[c] == LGM_REL_obl ? lgm_event_case(t, c) : LGM_NONE;
        if (by != LGM_NONE && lgm_doc_lemma_is(t->doc, by, "by")) return c;
    }
    return LGM_NONE;
}

/* "Those responsible for": an adjective behind its noun has no verb. */
static uint32_t subject_of(const lgm_trees *t, uint32_t word)
{
    return t->rel[word] == LGM_REL_amod ? t->doc->head[word] : lgm_event_subject(t, word);
}

/* "The rebels were behind the attack". */
static uint32_t who_is_behind(const lgm_trees *t, uint32_t noun)
{
    const uint32_t by = lgm_event_case(t, noun);
    return by != LGM_NONE && lgm_doc_lemma_is(t->doc, by, "behind")
               ? lgm_tree_left_child(t, noun, LGM_REL_nsubj)
               : LGM_NONE;
}

uint32_t lgm_event_carried_by(const lgm_trees *t, uint32_t noun)
{
    uint32_t kinds;
    const uint32_t word = carrier_of(t, noun, &kinds);
    if (!kinds) return who_is_behind(t, noun);
    const bool passive = t->upos[word] == LGM_UPOS_VERB && lgm_event_is_passive(t, word);
    if (kinds & LGM_EVENT_OBJECT)
        return passive ? lgm_event_subject(t, word) : lgm_tree_right_child(t, word, LGM_REL_obj);
    return passive ? behind_by(t, word) : subject_of(t, word);
}

uint32_t lgm_event_done_in(const lgm_trees *t, uint32_t noun)
{
    uint32_t kinds;
    const uint32_t word = carrier_of(t, noun, &kinds);
    return kinds & LGM_EVENT_DOES ? word : LGM_NONE;
}
