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

/* The tokens between the cue and the "that" of what is said, where no verb is among them. */
static lgm_tokspan before_that(const lgm_trees *t, const lgm_doc_claim *c)
{
    const uint32_t from = c->cue.n ? c->cue.at[c->cue.n - 1].end : t->doc->n_tokens;
    for (uint32_t i = from; i < from + OPENING && i < t->doc->n_tokens; i++) {
        if (t->upos[i] == LGM_UPOS_VERB || t->upos[i] == LGM_UPOS_AUX) break;
        if (lgm_tree_form_is(t->doc, i, "that")) return (lgm_tokspan){from, i};
    }
    return (lgm_tokspan){from, from};
}

typedef struct look { /* for the words beside one claim */
    const lgm_trees *t;
    const lgm_doc_claim *c;
    uint32_t verb;
    lgm_tokspan opening;
} look;

/* Does the token hang on the verb or within the cue, and not in what is said? */
static bool is_beside(const look *l, uint32_t w)
{
    const lgm_doc *const doc = l->t->doc;
    const uint32_t head = doc->head[w];
    if (lgm_parts_have(&l->c->cue, w) || (w >= l->opening.start && w < l->opening.end)) return true;
    if (lgm_parts_have(&l->c->source, w)) return false;
    if (lgm_parts_have(&l->c->content, w))
        return head == l->verb && l->t->rel[w] == LGM_REL_obl &&
               !(doc->tokens[w].flags & LGM_TOK_QUOTED);
    return head == l->verb || (head != LGM_NONE && lgm_parts_have(&l->c->cue, head));
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
    const look l = {t, c, verb, before_that(t, c)};
    for (uint32_t w = s.start; w < s.end; w++)
        for (uint32_t n = LGM_ACT_WORDS; n > 0; n--) {
            uint32_t at[LGM_ACT_WORDS];
            if (w + n > s.end) continue;
            for (uint32_t i = 0; i < n; i++) at[i] = w + i;
            const uint32_t last = w + n - 1;
            if (!is_beside(&l, last) && !is_beside(&l, w)) continue;
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
