/*
 * no_event.c - words of the tables that tell of no event where they stand, by what is beside them.
 */
#include "event/event_draft.h"

/* "Who?" he asked. */
static bool asks_nothing(const lgm_trees *t, uint32_t w, uint32_t kinds, uint32_t noun)
{
    return lgm_event_category_of(kinds) == LGM_EVENT_REQUEST && noun == LGM_NONE &&
           lgm_tree_child(t, w, LGM_REL_xcomp) == LGM_NONE &&
           lgm_tree_child(t, w, LGM_REL_obj) == LGM_NONE && !lgm_event_is_passive(t, w);
}

static bool is_infinitive_of_aim(const lgm_trees *t, uint32_t w)
{
    const uint32_t mark = lgm_tree_left_child(t, w, LGM_REL_mark);
    return (t->rel[w] == LGM_REL_advcl || t->rel[w] == LGM_REL_acl) && mark != LGM_NONE &&
           lgm_doc_lemma_is(t->doc, mark, "to");
}

/* Does the preposition lead from the verb to a noun? */
static bool leads(const lgm_trees *t, uint32_t verb, const char *preposition)
{
    enum { WIDE = 8 };
    uint32_t c = lgm_tree_right(t, verb);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        const uint32_t by = t->rel[c] == LGM_REL_obl ? lgm_event_case(t, c) : LGM_NONE;
        if (by != LGM_NONE && lgm_doc_lemma_is(t->doc, by, preposition)) return true;
    }
    return false;
}

/* Other senses: "hurt him with young voters", "accept that the earth warms", "came to promote the
 * arts", which tell of views, effects and aims. */
static bool is_other_sense(const lgm_trees *t, uint32_t w, uint32_t noun)
{
    const lgm_slice lemma = lgm_doc_lemma(t->doc, w);
    if (LGM_SLICE_IN(lemma, "hurt")) {
        const uint32_t object = lgm_tree_right_child(t, w, LGM_REL_obj);
        return !lgm_event_is_passive(t, w) &&
               (object == LGM_NONE || lgm_tree_left_child(t, object, LGM_REL_nummod) == LGM_NONE);
    }
    if (LGM_SLICE_IN(lemma, "arm")) /* "a man armed with a knife" */
        return lgm_event_is_passive(t, w) && t->rel[w] != LGM_REL_root && !leads(t, w, "by");
    if (LGM_SLICE_IN(lemma, "fight")) /* "fought for their rights" */
        return lgm_tree_right_child(t, w, LGM_REL_obj) == LGM_NONE && leads(t, w, "for") &&
               !leads(t, w, "against");
    if (LGM_SLICE_IN(lemma, "equip")) return lgm_event_is_passive(t, w) && !leads(t, w, "by");
    if (LGM_SLICE_IN(lemma, "paint")) return leads(t, w, "as");
    if (LGM_SLICE_IN(lemma, "expose")) return leads(t, w, "to"); /* "exposed to the wind" */
    if (LGM_SLICE_IN(lemma, "take", "run", "get", "come") && noun != LGM_NONE &&
        LGM_SLICE_IN(lgm_doc_lemma(t->doc, noun), "off", "away", "out", "in", "down"))
        return lgm_tree_right_child(t, w, LGM_REL_obj) != LGM_NONE; /* "took the day off" */
    if (LGM_SLICE_IN(lemma, "accept", "agree", "question", "concede"))
        return noun == LGM_NONE && lgm_tree_right_child(t, w, LGM_REL_ccomp) != LGM_NONE;
    return is_infinitive_of_aim(t, w) &&
           LGM_SLICE_IN(lemma, "promote", "celebrate", "boost", "become", "create", "perform",
                        "elect", "attend");
}

static bool is_naming(const lgm_trees *t, uint32_t w)
{
    return LGM_SLICE_IN(lgm_doc_lemma(t->doc, w), "name", "identify", "quote") &&
           lgm_event_is_passive(t, w);
}

/* "Who asked not to be named", of a source: both verbs. */
static bool is_about_the_source(const lgm_trees *t, uint32_t w)
{
    static const uint8_t complements[] = {LGM_REL_xcomp, LGM_REL_ccomp, LGM_REL_advcl};
    const uint32_t head = t->doc->head[w];
    if (is_naming(t, w))
        return head != LGM_NONE &&
               LGM_SLICE_IN(lgm_doc_lemma(t->doc, head), "ask", "request", "decline", "want",
                            "wish", "refuse", "insist", "prefer");
    for (size_t i = 0; i < LGM_COUNT(complements); i++) {
        const uint32_t c = lgm_tree_right_child(t, w, complements[i]);
        if (c != LGM_NONE && is_naming(t, c) &&
            LGM_SLICE_IN(lgm_doc_lemma(t->doc, w), "ask", "request", "decline", "refuse"))
            return true;
    }
    return false;
}

bool lgm_event_is_no_deed(const lgm_trees *t, uint32_t verb, uint32_t kinds, uint32_t noun)
{
    return asks_nothing(t, verb, kinds, noun) || is_other_sense(t, verb, noun) ||
           is_about_the_source(t, verb);
}

/* "Died by suicide": how, and no event besides. */
static bool is_manner(const lgm_trees *t, uint32_t noun)
{
    const uint32_t verb = t->doc->head[noun], by = lgm_event_case(t, noun);
    return by != LGM_NONE && verb != LGM_NONE && t->rel[noun] == LGM_REL_obl &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, by), "by", "from", "of") &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, verb), "die", "kill", "perish") &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, noun), "suicide", "hanging", "drowning");
}

/* "A war of words". */
static bool is_figure(const lgm_trees *t, uint32_t noun)
{
    const uint32_t of = lgm_tree_right_child(t, noun, LGM_REL_nmod);
    return of != LGM_NONE && LGM_SLICE_IN(lgm_doc_lemma(t->doc, noun), "war", "battle", "clash") &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, of), "word", "view", "nerve", "wit", "attrition",
                        "will", "personality", "culture", "idea", "drug", "poverty", "cancer",
                        "inflation", "crime", "corruption");
}

/* "Demand fell", "a fall in demand": of goods. */
static bool is_of_goods(const lgm_trees *t, uint32_t noun)
{
    return LGM_SLICE_IN(lgm_doc_form(t->doc, noun), "demand", "Demand") &&
           lgm_tree_left_child(t, noun, LGM_REL_det) == LGM_NONE &&
           lgm_tree_left_child(t, noun, LGM_REL_nmod) == LGM_NONE;
}

/* "On fire", "under fire", "sea, fire and earth". */
static bool is_no_fire(const lgm_trees *t, uint32_t noun)
{
    if (!lgm_doc_lemma_is(t->doc, noun, "fire")) return false;
    const uint32_t by = lgm_event_case(t, noun);
    if (by != LGM_NONE && LGM_SLICE_IN(lgm_doc_lemma(t->doc, by), "on", "under")) return true;
    return by == LGM_NONE && t->rel[noun] != LGM_REL_nsubj && t->rel[noun] != LGM_REL_obj &&
           lgm_tree_left_child(t, noun, LGM_REL_det) == LGM_NONE &&
           lgm_tree_left_child(t, noun, LGM_REL_compound) == LGM_NONE &&
           lgm_tree_left_child(t, noun, LGM_REL_nummod) == LGM_NONE;
}

bool lgm_event_is_no_noun(const lgm_trees *t, uint32_t noun)
{
    return is_no_fire(t, noun) || is_manner(t, noun) || is_figure(t, noun) || is_of_goods(t, noun);
}
