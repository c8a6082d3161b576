/* turn_words.c - what the words of a claim say of its occasion, beside a day and a place. */
#include "occasion/turn_words.h"

#include <string.h>

#include "tree/shape.h"

enum { BEHIND = 10 }; /* words behind a cue */

/* "Has often said", "once said", "later said": of another time, which is not told. "Once again" is
 * of this one. */
static bool is_at_other_times(const lgm_doc *doc, uint32_t w)
{
    if (LGM_SLICE_IN(lgm_doc_form(doc, w), "once") && w + 1 < doc->n_tokens &&
        LGM_SLICE_IN(lgm_doc_form(doc, w + 1), "again", "more"))
        return false;
    return LGM_SLICE_IN(lgm_doc_form(doc, w), "earlier", "previously", "once", "formerly",
                        "repeatedly", "often", "long", "always", "frequently", "regularly", "later",
                        "originally", "usually", "sometimes", "never", "subsequently");
}

bool lgm_occasion_has_other_times(const lgm_trees *t, const lgm_doc_claim *c, uint32_t cue)
{
    for (uint32_t i = 0; i < c->cue.n; i++)
        for (uint32_t w = c->cue.at[i].start; w < c->cue.at[i].end; w++)
            if (is_at_other_times(t->doc, w)) return true;
    for (uint32_t w = lgm_tree_left(t, cue); w != LGM_NONE; w = lgm_tree_next(t, w))
        if (t->rel[w] == LGM_REL_advmod && is_at_other_times(t->doc, w)) return true;
    return false;
}

/* "Has said" is the news in a lead, and elsewhere what was said before; "had said" always is. What
 * one "will say" is not said. */
static bool has_other_tense(const lgm_trees *t, uint32_t cue, bool lead)
{
    for (uint32_t w = lgm_tree_left(t, cue); w != LGM_NONE; w = lgm_tree_next(t, w)) {
        const lgm_slice form = lgm_doc_form(t->doc, w);
        if (t->rel[w] != LGM_REL_aux) continue;
        if (LGM_SLICE_IN(form, "will", "'ll", "’ll", "shall")) return true;
        if (lgm_doc_lemma_is(t->doc, w, "have"))
            return !lead || LGM_SLICE_IN(form, "had", "'d", "’d");
    }
    return false;
}

/* The same of the verb that the cue goes with: "has rallied thousands by promising". */
bool lgm_occasion_is_at_other_time(const lgm_trees *t, uint32_t cue, bool lead)
{
    const uint32_t up = t->doc->head[cue];
    if (has_other_tense(t, cue, lead)) return true;
    return up != LGM_NONE && t->rel[cue] == LGM_REL_advcl && has_other_tense(t, up, lead);
}

/* "Said then", "said at the time". */
bool lgm_occasion_is_then(const lgm_trees *t, const lgm_doc_claim *c)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t from = c->cue.at[c->cue.n - 1].end;
    uint32_t end = lgm_tree_sentence(t, from - 1).end;
    if (end > from + BEHIND) end = from + BEHIND;
    for (uint32_t w = from; w < end; w++) {
        if (lgm_parts_have(&c->content, w) || t->upos[w] == LGM_UPOS_PUNCT) return false;
        if (lgm_slice_eq(lgm_doc_form(doc, w), LGM_SLICE("then"))) return true;
        if (w + 2 < end && lgm_slice_eq(lgm_doc_form(doc, w), LGM_SLICE("at")) &&
            LGM_SLICE_IN(lgm_doc_form(doc, w + 1), "the", "that") &&
            lgm_slice_eq(lgm_doc_form(doc, w + 2), LGM_SLICE("time")))
            return true;
    }
    return false;
}

/* "After Lind said", "before she told". */
bool lgm_occasion_is_away(const lgm_trees *t, uint32_t verb)
{
    const uint32_t mark = lgm_tree_left_child(t, verb, LGM_REL_mark);
    if (t->rel[verb] != LGM_REL_advcl || mark == LGM_NONE) return false;
    static const char *const AWAY[] = {"after", "before", "since", "until"};
    for (size_t i = 0; i < LGM_COUNT(AWAY); i++)
        if (lgm_tree_form_is(t->doc, mark, AWAY[i])) return true;
    return false;
}

/* "Told TV9's morning show": by the words, for the tree may end at the name. */
bool lgm_occasion_is_programme(const lgm_trees *t, const lgm_doc_claim *c)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t from = c->cue.at[c->cue.n - 1].end;
    bool owned = false;
    for (uint32_t w = from; w < doc->n_tokens && w < from + BEHIND; w++) {
        if (t->upos[w] == LGM_UPOS_VERB || t->upos[w] == LGM_UPOS_PUNCT) return false;
        owned |= w > from && lgm_tree_is_possessive(lgm_doc_form(doc, w));
        if (owned && t->upos[w] == LGM_UPOS_NOUN &&
            LGM_SLICE_IN(lgm_doc_form(doc, w), "series", "show", "program", "programme", "podcast",
                         "broadcast", "newscast", "newsmagazine"))
            return true;
    }
    return false;
}

/* The verb of "shouted as they marched", "sang while marching", that tells of an event. */
uint32_t lgm_occasion_deed_of(const lgm_trees *t, uint32_t cue)
{
    for (uint32_t w = lgm_tree_right(t, cue); w != LGM_NONE; w = lgm_tree_next(t, w)) {
        const uint32_t mark = lgm_tree_left_child(t, w, LGM_REL_mark);
        if (t->rel[w] != LGM_REL_advcl || t->upos[w] != LGM_UPOS_VERB || mark == LGM_NONE) continue;
        if (lgm_tree_form_is(t->doc, mark, "as") || lgm_tree_form_is(t->doc, mark, "while"))
            return LGM_SLICE_IN(lgm_doc_lemma(t->doc, w), "be", "have", "do", "say", "come", "go",
                                "take", "make", "get", "try", "leave", "give")
                       ? LGM_NONE
                       : w;
    }
    return LGM_NONE;
}
