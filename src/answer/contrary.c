/*
 * contrary.c - what is said is the contrary of what another has just said.
 *
 *     The police said there were politics behind the arrest. "There was no politics in it," ...
 *     The union said the wages had not been paid. Berg said they had been paid in full.
 *     Leaders said the marchers were a minority. But the clerks said they were a majority.
 *
 *     The police said Berg had stabbed a guard. "I have never stabbed anybody," Berg said.
 *     The rebels blamed the army for the blast. The army blamed the rebels for the blast.
 *
 * Of differing figures neither is the contrary of the other: the same word must be denied here and
 * stated there.
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

/* "No | oil", "none of the oil": there is none. */
static bool is_none(const lgm_trees *t, uint32_t noun)
{
    if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, noun), "none", "nobody", "nothing", "no")) return true;
    const uint32_t no = lgm_tree_left_child(t, noun, LGM_REL_det);
    return no != LGM_NONE && lgm_tree_form_is(t->doc, no, "no");
}

/* "Not leaked", "no oil leaked". */
static bool is_denied(const lgm_trees *t, uint32_t w)
{
    for (uint32_t c = lgm_tree_left(t, w); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_tree_is_not(t->doc, c) || (t->rel[c] == LGM_REL_nsubj && is_none(t, c)))
            return true;
    return false;
}

/* "There was no | politics": the noun, LGM_NONE. */
static uint32_t none_of(const lgm_trees *t, uint32_t head)
{
    if (!lgm_doc_lemma_is(t->doc, head, "be") || lgm_tree_child(t, head, LGM_REL_expl) == LGM_NONE)
        return LGM_NONE;
    const uint32_t noun = lgm_tree_right_child(t, head, LGM_REL_nsubj);
    if (noun != LGM_NONE && lgm_answer_word(t->doc, noun)) return LGM_NONE; /* "no evidence" */
    return noun != LGM_NONE && is_none(t, noun) ? noun : LGM_NONE;
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

/* "I have never", "it has not": who says so says it of himself. */
static bool is_of_itself(const lgm_matters *m, uint32_t claim, uint32_t head)
{
    const uint32_t who = subject(m->t, head);
    if (who == LGM_NONE) return false;
    if (m->t->word[who] == LGM_PRO_I || m->t->word[who] == LGM_PRO_WE) return true;
    return m->by_head[who] != LGM_NONE && lgm_answer_is_party(m, claim, m->by_head[who]);
}

/* Does the other say so as a fact: not "even if he is audited", and of no noun ("support")? */
static bool states_fact(const lgm_matters *m, const lgm_doc_claim *c, uint32_t word)
{
    const lgm_trees *const t = m->t;
    uint32_t left = LGM_ANSWER_REACH;
    for (uint8_t i = 0; i < c->content.n; i++)
        for (uint32_t w = c->content.at[i].start; w < c->content.at[i].end && left > 0; w++, left--)
            if (lgm_answer_same_word(m, w, word) && !is_denied(t, w) &&
                t->upos[w] != LGM_UPOS_NOUN &&
                (t->rel[w] != LGM_REL_advcl || lgm_tree_left_child(t, w, LGM_REL_mark) == LGM_NONE))
                return true;
    return false;
}

/* "Anybody", "it": whatever the other has said. */
static bool is_anything(const lgm_trees *t, uint32_t object)
{
    return object != LGM_NONE && t->upos[object] == LGM_UPOS_PRON;
}

/* "I have never taken a bribe", behind "accused Berg of taking bribes": the other tells of whoever
 * speaks here what is denied. */
static bool clears_itself(const lgm_matters *m, uint32_t claim, uint32_t head, uint32_t other)
{
    const lgm_doc_claim *const o = &m->t->doc->claims[other];
    const uint32_t who = lgm_doc_who(m->t->doc, other).speaker;
    if (!is_denied(m->t, head) || !is_of_itself(m, claim, head) ||
        !lgm_answer_concerns(m, other, claim) ||
        (who != LGM_NONE && lgm_answer_is_party(m, claim, who))) /* "a member of the union" */
        return false;
    const lgm_shared both = lgm_answer_share(m, claim, other);
    const uint32_t what = lgm_tree_right_child(m->t, head, LGM_REL_obj);
    if (lgm_doc_act(m->t->doc, other).act == LGM_ACT_ACCUSE) return both.words > 0;
    return states_fact(m, o, head) &&
           (is_anything(m->t, what) || both.words > 1 || both.entities > 1);
}

static bool contradicts(const lgm_matters *m, uint32_t claim, uint32_t other)
{
    const lgm_trees *const t = m->t;
    const lgm_doc_claim *const c = &t->doc->claims[claim], *const o = &t->doc->claims[other];
    const uint32_t head = head_of(t, c), theirs = head_of(t, o);
    if (head == LGM_NONE || theirs == LGM_NONE) return false;
    if (clears_itself(m, claim, head, other)) return true;
    if (subject(t, theirs) == LGM_NONE || m->of[other].n_words > LONG) return false;
    const uint32_t none = none_of(t, head);
    if (none != LGM_NONE) return states(m, o, none);
    return lgm_answer_same_word(m, head, theirs) && is_denied(t, head) != is_denied(t, theirs) &&
           m->of[claim].n_words <= LONG && same_subject(m, head, theirs);
}

static bool blames(const lgm_trees *t, const lgm_parts *cue)
{
    for (uint8_t i = 0; i < cue->n; i++)
        for (uint32_t w = cue->at[i].start; w < cue->at[i].end; w++)
            if (lgm_answer_word(t->doc, w) & LGM_ANSWER_BLAMING) return true;
    return false;
}

/* "Blamed the army for the blast": each says of the other what the other says of him. */
static bool blames_back(const lgm_matters *m, uint32_t claim, uint32_t other)
{
    const lgm_doc_claim *const claims = m->t->doc->claims;
    if (!blames(m->t, &claims[claim].cue) || !blames(m->t, &claims[other].cue)) return false;
    return lgm_answer_concerns(m, claim, other) && lgm_answer_concerns(m, other, claim) &&
           lgm_answer_share(m, claim, other).words > 0;
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
            (contradicts(m, claim, c) || blames_back(m, claim, c)))
            return c;
    }
    return LGM_NONE;
}
