/*
 * event_subject.c - who a verb is said of: its own subject, or the one that it shares with the
 * words above it.
 */
#include <string.h>

#include "event/event_draft.h"

enum { HIGH = 4, WIDE = 12 };

/* "The cost of building", "a plan to build": who builds is not the noun. */
static uint32_t mark_of(const lgm_trees *t, uint32_t verb)
{
    return lgm_tree_left_child(t, verb, LGM_REL_mark);
}

/* "Called on the mayor to resign", where the mayor may hang on either verb. */
static uint32_t asked_to(const lgm_trees *t, uint32_t verb)
{
    const uint32_t mark = mark_of(t, verb);
    if (mark == LGM_NONE || !lgm_doc_lemma_is(t->doc, mark, "to")) return LGM_NONE;
    const uint32_t above = t->doc->head[verb];
    const uint32_t sides[] = {lgm_tree_left(t, verb), lgm_tree_right(t, above)};
    for (size_t s = 0; s < LGM_COUNT(sides); s++) {
        uint32_t c = sides[s];
        for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
            const uint32_t by =
                t->rel[c] == LGM_REL_obl && c < mark ? lgm_event_case(t, c) : LGM_NONE;
            if (by != LGM_NONE && LGM_SLICE_IN(lgm_doc_lemma(t->doc, above), "call", "appeal",
                                               "plead", "prevail", "press"))
                return c;
        }
    }
    return LGM_NONE;
}

/* Whom the verb above has as its object: "forced the mayor to resign", "encouraged them to". */
static uint32_t object_of(const lgm_trees *t, uint32_t verb)
{
    const uint32_t object = lgm_tree_right_child(t, verb, LGM_REL_obj);
    return object != LGM_NONE ? object : lgm_tree_right_child(t, verb, LGM_REL_iobj);
}

/* "Accused the guard of killing", "kept them from leaving": the object does it. */
static bool is_of_object(const lgm_trees *t, uint32_t verb)
{
    const uint32_t mark = mark_of(t, verb);
    return mark != LGM_NONE && strcmp(lgm_doc_xpos(t->doc, verb), "VBG") == 0 &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, mark), "of", "from", "with", "into", "for");
}

/* The verb that accuses the noun of what the gerund says, where the gerund hangs on the noun. */
static bool is_accused(const lgm_trees *t, uint32_t noun, uint32_t gerund)
{
    const uint32_t verb = t->doc->head[noun], mark = mark_of(t, gerund);
    if (verb == LGM_NONE || t->upos[verb] != LGM_UPOS_VERB) return false;
    const uint32_t words[] = {verb, mark};
    return (t->rel[noun] == LGM_REL_obj || t->rel[noun] == LGM_REL_nsubj) &&
           (lgm_event_kinds(t->doc, LGM_EVENT_CARRIERS, words, 2) & LGM_EVENT_OBJECT);
}

/* "Vale, who is ill, was jailed, a judge said", where Vale may hang on the judge's verb. */
static uint32_t beside_speaker(const lgm_trees *t, uint32_t verb, uint32_t above)
{
    uint32_t found = LGM_NONE, speaker = LGM_NONE;
    uint32_t c = above > verb ? lgm_tree_left(t, above) : LGM_NONE;
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        if (t->rel[c] != LGM_REL_nsubj) continue;
        if (c > verb) speaker = c;
        if (c < verb) found = c;
    }
    return speaker != LGM_NONE ? found : LGM_NONE;
}

/* "“We have problems,” she said after meeting the king", where "meeting" may hang on "have". */
static uint32_t who_spoke(const lgm_trees *t, uint32_t verb, uint32_t above)
{
    const uint32_t says = t->doc->head[above];
    return t->rel[above] == LGM_REL_ccomp && says != LGM_NONE && above < says && says < verb
               ? says
               : above;
}

uint32_t lgm_event_subject(const lgm_trees *t, uint32_t verb)
{
    uint32_t from = LGM_NONE; /* the noun that the verb hangs on: it does not do it */
    for (int i = 0; i < HIGH; i++) {
        const uint32_t own = lgm_tree_child(t, verb, LGM_REL_nsubj);
        uint32_t above = t->doc->head[verb];
        if (own != LGM_NONE) return own == from ? LGM_NONE : own;
        if (above == LGM_NONE) return LGM_NONE;
        const uint32_t asked = t->upos[above] == LGM_UPOS_VERB ? asked_to(t, verb) : LGM_NONE;
        if (asked != LGM_NONE) return asked;
        switch (t->rel[verb]) {
        case LGM_REL_acl: { /* "Merrow's plan to attack", "announced plans to attack" */
            if (mark_of(t, verb) == LGM_NONE || is_accused(t, above, verb)) return above;
            const uint32_t whose = lgm_tree_left_child(t, above, LGM_REL_nmod);
            if (whose != LGM_NONE) return whose;
            from = above;
            above = t->doc->head[above];
            if (above == LGM_NONE || t->upos[above] != LGM_UPOS_VERB) return LGM_NONE;
            break;
        }
        case LGM_REL_xcomp: { /* "the plan includes selling the mine" */
            if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, above), "include", "involve", "mean"))
                return LGM_NONE;
            const uint32_t object = object_of(t, above);
            if (object != LGM_NONE) return object;
            break;
        }
        case LGM_REL_advcl: {
            above = who_spoke(t, verb, above);
            const uint32_t object = is_of_object(t, verb) ? object_of(t, above) : LGM_NONE;
            if (object != LGM_NONE && object < verb) return object;
            break;
        }
        case LGM_REL_conj: break;
        case LGM_REL_ccomp: return beside_speaker(t, verb, above);
        default: return LGM_NONE;
        }
        if (t->upos[above] != LGM_UPOS_VERB && t->rel[verb] != LGM_REL_xcomp) return LGM_NONE;
        verb = above;
    }
    return LGM_NONE;
}
