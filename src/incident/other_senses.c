/* other_senses.c - by what stands with the word, and what it is aimed at. */
#include "incident/other_senses.h"

/* "A verbal attack", "a panic attack". */
static bool is_named_other(const lgm_trees *t, uint32_t word)
{
    for (uint32_t c = lgm_tree_left(t, word); c != LGM_NONE; c = lgm_tree_next(t, c))
        if ((t->rel[c] == LGM_REL_compound || t->rel[c] == LGM_REL_amod) &&
            LGM_SLICE_IN(lgm_doc_lemma(t->doc, c), "heart", "panic", "asthma", "verbal", "personal",
                         "cyber", "political", "natural", "volcanic", "scathing", "stinging",
                         "withering", "rhetorical", "vitriolic", "partisan", "ad", "media",
                         "public", "racist"))
            return true;
    return false;
}

/* "An attack on press freedom": nobody comes to harm. */
static bool is_on_idea(const lgm_trees *t, uint32_t word)
{
    for (uint32_t c = lgm_tree_right(t, word); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        const bool on = t->rel[c] == LGM_REL_nmod || t->rel[c] == LGM_REL_obj;
        if (on && LGM_SLICE_IN(lgm_doc_lemma(t->doc, c), "policy", "plan", "record", "integrity",
                               "character", "credibility", "freedom", "democracy", "right", "value",
                               "idea", "proposal", "bill", "law", "legislation", "decision",
                               "independence", "institution", "reputation", "judiciary", "problem",
                               "poverty", "inflation", "corruption", "budget", "reform",
                               "sovereignty", "faith", "dignity", "liberty"))
            return true;
    }
    return false;
}

/* "Launched a fresh attack on the mayor, calling him a liar": he said so. */
static bool is_said(const lgm_trees *t, uint32_t verb)
{
    for (uint32_t c = lgm_tree_right(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_advcl &&
            LGM_SLICE_IN(lgm_doc_lemma(t->doc, c), "say", "call", "dismiss", "accuse", "describe",
                         "denounce", "brand", "criticise", "criticize", "blast", "slam", "label",
                         "question", "mock", "argue", "insist", "ridicule", "deride", "liken",
                         "compare", "suggest"))
            return true;
    return false;
}

bool lgm_incident_is_other_sense(const lgm_trees *t, uint32_t word, uint32_t verb)
{
    if (is_named_other(t, word)) return true;
    if (!LGM_SLICE_IN(lgm_doc_lemma(t->doc, word), "attack", "assault")) return false;
    return is_on_idea(t, word) || (verb != LGM_NONE && is_said(t, verb));
}
