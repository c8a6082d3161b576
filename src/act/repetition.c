/*
 * repetition.c - "for the first time", "repeatedly", "on many occasions": entries of
 * data/act/repetition.txt in the cue, or beside it on its verb.
 *
 * Within what is said they tell of what is said: "said the ship had sunk again"; but for those that
 * stand before its "that" ("said for the first time that"), and those that hang on the verb of the
 * cue ("claimed responsibility on many occasions").
 */
#include "act/act_words.h"
#include "act/beside.h"
#include "doc/why.h"
#include "tree/shape.h"

enum { OPENING = 8 }; /* tokens from a cue to the "that" of what is said */

/* Does the token stand between the cue and the "that" of what is said, with no verb there? */
static bool is_before_that(const lgm_trees *t, const lgm_doc_claim *c, uint32_t w)
{
    const uint32_t from = c->cue.n ? c->cue.at[c->cue.n - 1].end : w + 1;
    for (uint32_t i = from; i < from + OPENING && i < t->doc->n_tokens; i++) {
        if (t->upos[i] == LGM_UPOS_VERB || t->upos[i] == LGM_UPOS_AUX) return false;
        if (lgm_tree_form_is(t->doc, i, "that")) return w >= from && w < i;
    }
    return false;
}

/* Does the token hang on the verb or within the cue, and not in what is said? */
static bool is_beside(const lgm_trees *t, const lgm_doc_claim *c, uint32_t w, uint32_t verb)
{
    const uint32_t head = t->doc->head[w];
    if (lgm_parts_have(&c->cue, w) || is_before_that(t, c, w)) return true;
    if (lgm_parts_have(&c->source, w)) return false;
    if (lgm_parts_have(&c->content, w))
        return head == verb && t->rel[w] == LGM_REL_obl &&
               !(t->doc->tokens[w].flags & LGM_TOK_QUOTED);
    return head == verb || (head != LGM_NONE && lgm_parts_have(&c->cue, head));
}

/* "For the" and "on" before the words of the entry. */
static uint32_t begin_of(const lgm_trees *t, uint32_t from, uint32_t head)
{
    while (from > 0 && t->doc->head[from - 1] == head &&
           (t->rel[from - 1] == LGM_REL_case || t->rel[from - 1] == LGM_REL_det))
        from--;
    return from;
}

void lgm_act_find_repetition(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb,
                             lgm_claim_act *to)
{
    if (verb == LGM_NONE) return;
    const lgm_tokspan s = lgm_tree_around(t, verb, LGM_ACT_REACH);
    for (uint32_t w = s.start; w < s.end; w++)
        for (uint32_t n = LGM_ACT_WORDS; n > 0; n--) {
            uint32_t at[LGM_ACT_WORDS];
            if (w + n > s.end) continue;
            for (uint32_t i = 0; i < n; i++) at[i] = w + i;
            const uint32_t last = w + n - 1;
            if (!is_beside(t, c, last, verb) && !is_beside(t, c, w, verb)) continue;
            const uint32_t kinds = lgm_act_kinds(t->doc, NULL, at, n, NULL);
            if (!(kinds & (LGM_ACT_FIRST | LGM_ACT_AGAIN))) continue;
            to->repetition = kinds & LGM_ACT_FIRST ? LGM_REPETITION_FIRST : LGM_REPETITION_AGAIN;
            to->repetition_span = (lgm_tokspan){begin_of(t, w, last), last + 1};
            LGM_WHY_TREE(t->doc, CLAIM, lgm_doc_number_of(t->doc, c), "repetition", verb,
                         to->repetition_span,
                         "An entry of data/act/repetition.txt stands in the cue or hangs on it");
            return;
        }
}
