/*
 * contrary.c - what is said is the contrary of what another has just said.
 *
 *     The police said there were politics behind the arrest. "There was no politics in it," ...
 *     The union said the wages had not been paid. Berg said they had been paid in full.
 *     Leaders said the marchers were a minority. But the clerks said they were a majority.
 *
 * Of differing figures neither is the contrary of the other: the same word must be denied here and
 * stated there. Pairs of opposites tell by themselves too little: they count behind "but".
 */
#include "answer/contrary.h"

#include "answer/answer_words.h"
#include "answer/answered.h"
#include "tree/shape.h"

enum {
    LATELY = 6, /* claims before it that are compared */
    LONG = 12   /* words of a claim that says more than one thing */
};

/* The head of the first clause of what is said, LGM_NONE without one. */
static uint32_t head_of(const lgm_trees *t, const lgm_doc_claim *c)
{
    uint32_t left = LGM_ANSWER_REACH;
    for (uint8_t i = 0; i < c->content.n; i++)
        for (uint32_t w = c->content.at[i].start; w < c->content.at[i].end && left > 0; w++, left--)
            if (t->upos[w] != LGM_UPOS_PUNCT && lgm_tree_is_loose(t->doc, &c->content, w)) return w;
    return LGM_NONE;
}

static bool is_denied(const lgm_trees *t, uint32_t w)
{
    for (uint32_t c = lgm_tree_left(t, w); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_tree_is_not(t->doc, c)) return true;
    return false;
}

/* "There was no | politics": the noun, LGM_NONE. */
static uint32_t none_of(const lgm_trees *t, uint32_t head)
{
    if (!lgm_doc_lemma_is(t->doc, head, "be") || lgm_tree_child(t, head, LGM_REL_expl) == LGM_NONE)
        return LGM_NONE;
    const uint32_t noun = lgm_tree_right_child(t, head, LGM_REL_nsubj);
    if (noun != LGM_NONE && lgm_answer_word(t->doc, noun)) return LGM_NONE; /* "no evidence" */
    const uint32_t no = noun == LGM_NONE ? noun : lgm_tree_left_child(t, noun, LGM_REL_det);
    return no != LGM_NONE && lgm_tree_form_is(t->doc, no, "no") ? noun : LGM_NONE;
}

/* Does what another says have the word, not denied there? */
static bool states(const lgm_matters *m, const lgm_doc_claim *c, uint32_t word)
{
    uint32_t left = LGM_ANSWER_REACH;
    for (uint8_t i = 0; i < c->content.n; i++)
        for (uint32_t w = c->content.at[i].start; w < c->content.at[i].end && left > 0; w++, left--)
            if (lgm_answer_same_word(m, w, word) && !is_denied(m->t, w) &&
                none_of(m->t, m->t->doc->head[w] == LGM_NONE ? w : m->t->doc->head[w]) != w)
                return true;
    return false;
}

static uint32_t subject(const lgm_trees *t, uint32_t head)
{
    return lgm_tree_child(t, head, LGM_REL_nsubj);
}

static bool same_subject(const lgm_matters *m, uint32_t a, uint32_t b)
{
    const uint32_t x = subject(m->t, a), y = subject(m->t, b);
    if (x == LGM_NONE || y == LGM_NONE || m->t->upos[x] == LGM_UPOS_PRON) return false;
    return lgm_answer_same_word(m, x, y) ||
           (m->by_head[x] != LGM_NONE && m->by_head[x] == m->by_head[y]);
}

static bool contradicts(const lgm_matters *m, uint32_t claim, uint32_t other)
{
    const lgm_trees *const t = m->t;
    const lgm_doc_claim *const c = &t->doc->claims[claim], *const o = &t->doc->claims[other];
    const uint32_t head = head_of(t, c), theirs = head_of(t, o);
    if (head == LGM_NONE || theirs == LGM_NONE) return false;
    if (subject(t, theirs) == LGM_NONE || m->of[other].n_words > LONG) return false;
    const uint32_t none = none_of(t, head);
    if (none != LGM_NONE) return states(m, o, none);
    return lgm_answer_same_word(m, head, theirs) && is_denied(t, head) != is_denied(t, theirs) &&
           m->of[claim].n_words <= LONG && same_subject(m, head, theirs);
}

uint32_t lgm_answer_contradicted(const lgm_matters *m, uint32_t claim)
{
    const lgm_doc *const doc = m->t->doc;
    if (doc->claims[claim].content.n == 0) return LGM_NONE;
    for (uint32_t i = 1; i <= LATELY && i <= claim; i++) {
        const uint32_t c = claim - i;
        const uint8_t act = lgm_doc_act(doc, c).act;
        if (act == LGM_ACT_ASK || act == LGM_ACT_DEMAND || act == LGM_ACT_OTHER) continue;
        if (!lgm_answer_is_within(doc, claim, c) && !lgm_answer_same_speaker(m, claim, c) &&
            contradicts(m, claim, c))
            return c;
    }
    return LGM_NONE;
}
