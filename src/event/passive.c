/* passive.c - whether the subject of a verb is whom it is done to. */
#include <string.h>

#include "event/event_draft.h"
#include "tree/shape.h"

/* "The street cordoned off", where it may be taken for a past tense. */
static bool is_participle(const lgm_trees *t, uint32_t verb)
{
    const char *const tag = lgm_doc_xpos(t->doc, verb);
    if (strcmp(tag, "VBN") == 0) return true;
    return strcmp(tag, "VBD") == 0 && t->rel[verb] == LGM_REL_acl &&
           lgm_tree_child(t, verb, LGM_REL_nsubj) == LGM_NONE;
}

bool lgm_event_is_passive(const lgm_trees *t, uint32_t verb)
{
    if (!is_participle(t, verb)) return false;
    uint32_t aux = lgm_tree_left_child(t, verb, LGM_REL_aux);
    if (aux == LGM_NONE) {
        const uint32_t above = t->doc->head[verb];
        if (t->rel[verb] == LGM_REL_acl || t->rel[verb] == LGM_REL_amod) return true;
        /* "saw the street cordoned off" */
        if ((t->rel[verb] == LGM_REL_ccomp || t->rel[verb] == LGM_REL_xcomp) && above < verb &&
            LGM_SLICE_IN(lgm_doc_lemma(t->doc, above), "see", "hear", "watch", "find", "have",
                         "get", "want"))
            return lgm_tree_right_child(t, verb, LGM_REL_obj) == LGM_NONE;
        if (t->rel[verb] == LGM_REL_advcl)
            return lgm_tree_child(t, verb, LGM_REL_nsubj) == LGM_NONE;
        /* "one was killed and another wounded" */
        return t->rel[verb] == LGM_REL_conj && above != LGM_NONE && is_participle(t, above) &&
               lgm_tree_left_child(t, above, LGM_REL_aux) != LGM_NONE &&
               lgm_tree_right_child(t, verb, LGM_REL_obj) == LGM_NONE;
    }
    for (; aux != LGM_NONE; aux = lgm_tree_next(t, aux))
        if (t->rel[aux] == LGM_REL_aux && LGM_SLICE_IN(lgm_doc_lemma(t->doc, aux), "be", "get"))
            return true;
    return false;
}
