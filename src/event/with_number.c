/*
 * with_number.c - words that tell of an event where a number stands with them: general verbs
 * ("attracted 900 guests", data/event/counted.txt), and nouns before one that is counted or counts
 * ("nine shooting victims", "the vote count").
 */
#include <string.h>

#include "event/event_draft.h"
#include "tree/shape.h"

enum { WIDE = 12 /* children of a verb that are looked at, on a side */ };

static bool is_measure(const lgm_doc *doc, uint32_t noun)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, noun), "percent", "%", "point", "dollar", "euro",
                        "pound", "yen", "cent", "sen", "$", "mile", "kilometre", "kilometer",
                        "metre", "meter", "foot", "inch", "yard", "degree", "time", "way");
}

/* "900 guests", "hundreds of guests": does a number count a noun? */
static bool is_counted(const lgm_event_room *room, uint32_t noun)
{
    const lgm_trees *const t = room->trees;
    if ((room->marks[noun] & LGM_EVENT_IN_TIME) || is_measure(t->doc, noun)) return false;
    if (t->upos[noun] != LGM_UPOS_NOUN && t->upos[noun] != LGM_UPOS_PROPN &&
        t->upos[noun] != LGM_UPOS_NUM)
        return false;
    const uint32_t of = lgm_tree_right_child(t, noun, LGM_REL_nmod);
    if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, noun), "ten", "dozen", "score", "hundred", "thousand",
                     "million"))
        return of != LGM_NONE && !is_measure(t->doc, of);
    const uint32_t number = lgm_tree_left_child(t, noun, LGM_REL_nummod);
    return number != LGM_NONE && t->upos[noun] != LGM_UPOS_NUM;
}

/* One who is counted, or joined to one: "a man and three women". */
static bool has_counted(const lgm_event_room *room, uint32_t noun)
{
    if (noun == LGM_NONE) return false;
    const uint32_t other = lgm_tree_right_child(room->trees, noun, LGM_REL_conj);
    return is_counted(room, noun) || (other != LGM_NONE && is_counted(room, other));
}

/* "To 40" */
static bool has_end(const lgm_trees *t, uint32_t word)
{
    uint32_t c = lgm_tree_right(t, word);
    for (int i = 0; i < WIDE && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        const uint32_t by = t->rel[c] == LGM_REL_obl ? lgm_event_case(t, c) : LGM_NONE;
        if (by != LGM_NONE && t->upos[c] == LGM_UPOS_NUM && lgm_doc_lemma_is(t->doc, by, "to"))
            return true;
    }
    return false;
}

/* "Will bring its stores to 40", "brought the shares outstanding to 40 million". */
static bool has_result(const lgm_trees *t, uint32_t verb)
{
    const uint32_t object = lgm_tree_right_child(t, verb, LGM_REL_obj);
    const char *const tag = object == LGM_NONE ? NULL : lgm_doc_xpos(t->doc, object);
    if (!tag || strcmp(tag, "NNS") != 0 || !lgm_doc_lemma_is(t->doc, verb, "bring")) return false;
    const uint32_t behind = lgm_tree_right_child(t, object, LGM_REL_amod);
    return has_end(t, verb) || (behind != LGM_NONE && has_end(t, behind));
}

/* "Can be found in 40 shops" tells what is so. */
static bool can_be(const lgm_trees *t, uint32_t verb)
{
    for (uint32_t c = lgm_tree_left_child(t, verb, LGM_REL_aux); c != LGM_NONE;
         c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_aux && lgm_doc_lemma_is(t->doc, c, "can")) return true;
    return false;
}

uint32_t lgm_event_counted_kinds(const lgm_event_room *room, uint32_t verb)
{
    const lgm_trees *const t = room->trees;
    const uint32_t how = lgm_event_word(t->doc, LGM_EVENT_COUNTED, verb);
    if (!how || t->rel[verb] == LGM_REL_amod) return 0;
    const bool passive = lgm_event_is_passive(t, verb);
    if (passive && can_be(t, verb)) return 0;
    const uint32_t subject =
        t->rel[verb] == LGM_REL_acl && passive ? t->doc->head[verb] : lgm_event_subject(t, verb);
    const bool told =
        ((how & LGM_EVENT_OBJECT) &&
         has_counted(room, passive ? subject : lgm_tree_right_child(t, verb, LGM_REL_obj))) ||
        ((how & LGM_EVENT_SUBJECT) && !passive && has_counted(room, subject)) ||
        has_result(t, verb);
    return told ? LGM_EVENT_LISTED | LGM_EVENT_IS(LGM_EVENT_OTHER) : 0;
}

bool lgm_event_is_counted_by(const lgm_event_room *room, uint32_t noun)
{
    const lgm_trees *const t = room->trees;
    const uint32_t above = t->doc->head[noun];
    if (above == LGM_NONE || t->rel[noun] != LGM_REL_compound) return false;
    const lgm_slice lemma = lgm_doc_lemma(t->doc, above);
    if (LGM_SLICE_IN(lemma, "count", "tally")) return true;
    return LGM_SLICE_IN(lemma, "victim", "survivor", "casualty", "fatality", "death", "injury",
                        "incident") &&
           is_counted(room, above);
}
