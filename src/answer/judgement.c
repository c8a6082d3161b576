/*
 * judgement.c - what is said judges what another has said.
 *
 *     The allegation is baseless, Berg said. Berg called the report a lie. "That is not true," ...
 *     They ruled that Berg's claim was true. There was no evidence for the claim, the mayor said.
 *     They will go on promoting the absurd point about ... "We reject these claims." It is not true
 *     that the dam burst. Berg had nothing to do with it. The meeting never took place.
 *
 * And what stands beside the cue says what is answered: "Asked about the charge, Berg said",
 * "Responding to criticism from the union", "In reply to her claim", "In response, Berg said".
 */
#include <string.h>

#include "answer/answer_words.h"
#include "answer/stance.h"
#include "tree/shape.h"

enum { SOON = 4 }; /* tokens before which a content says "that" of what was said before */

static bool is_negated(const lgm_trees *t, uint32_t w)
{
    for (uint32_t c = lgm_tree_left(t, w); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_tree_is_not(t->doc, c) || lgm_tree_form_is(t->doc, c, "no")) return true;
    return false;
}

static bool is_without(const lgm_trees *t, uint32_t w)
{
    const uint32_t c = lgm_tree_left_child(t, w, LGM_REL_case);
    return c != LGM_NONE && lgm_tree_form_is(t->doc, c, "without");
}

/* What the verdict is of: its subject, or the object of the verb that it hangs on. */
static uint32_t judged(const lgm_trees *t, uint32_t w)
{
    if (t->rel[w] == LGM_REL_acl) return LGM_NONE; /* "an idea that is untrue" */
    const uint32_t own = lgm_tree_left_child(t, w, LGM_REL_nsubj), up = t->doc->head[w];
    if (own != LGM_NONE) return own;
    if (up == LGM_NONE) return LGM_NONE;
    if (t->rel[w] == LGM_REL_amod) return up;
    if (t->rel[w] != LGM_REL_xcomp && t->rel[w] != LGM_REL_obl && t->rel[w] != LGM_REL_advcl &&
        t->rel[w] != LGM_REL_obj)
        return LGM_NONE;
    const uint32_t object = lgm_tree_child(t, up, LGM_REL_obj);
    return object != LGM_NONE && object != w ? object : lgm_tree_left_child(t, up, LGM_REL_nsubj);
}

/* "No evidence to support | the claim", "to suggest | that ...": what the verb is about. */
static uint32_t supported(const lgm_trees *t, uint32_t verb)
{
    const uint32_t what = lgm_tree_right_child(t, verb, LGM_REL_obj);
    if (what != LGM_NONE) return what;
    const uint32_t clause = lgm_tree_right_child(t, verb, LGM_REL_ccomp);
    return clause != LGM_NONE ? clause : verb;
}

/* Of which there is none: "no evidence for the claim". */
static uint32_t groundless(const lgm_trees *t, uint32_t w)
{
    for (uint32_t c = lgm_tree_right(t, w); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        if (t->rel[c] == LGM_REL_nmod || t->rel[c] == LGM_REL_ccomp) return c;
        if (t->rel[c] == LGM_REL_acl) return supported(t, c);
    }
    return LGM_NONE;
}

/* "It is not true | that she left": the clause. */
static uint32_t clause_behind(const lgm_trees *t, uint32_t w)
{
    for (uint32_t c = lgm_tree_right(t, w); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_csubj || t->rel[c] == LGM_REL_ccomp) return c;
    return LGM_NONE;
}

/* -1 it is false, 1 it is true, 0 no verdict. */
static int verdict_of(const lgm_trees *t, uint32_t w)
{
    const uint32_t kinds = lgm_answer_phrase(t->doc, w);
    const bool is_not = is_negated(t, w);
    if (kinds & LGM_ANSWER_GROUND) return is_not || is_without(t, w) ? -1 : 0;
    if (kinds & LGM_ANSWER_REAL) return is_not ? -1 : 0;
    if (kinds & LGM_ANSWER_TRUE) return is_not ? -1 : 1;
    return kinds & LGM_ANSWER_FALSE && !is_not ? -1 : 0;
}

/* "Not involved", "played no role", "did not have any part": of whoever speaks. */
static bool has_no_part(const lgm_trees *t, uint32_t w)
{
    const uint32_t up = t->doc->head[w];
    if (!(lgm_answer_word(t->doc, w) & LGM_ANSWER_BLANK)) return false;
    if (t->upos[w] == LGM_UPOS_ADJ || t->upos[w] == LGM_UPOS_VERB) return is_negated(t, w);
    return t->rel[w] == LGM_REL_obj && up != LGM_NONE && (is_negated(t, w) || is_negated(t, up));
}

/* "I am innocent", "not guilty", "nothing wrong", "nothing to do with it". */
static bool clears(const lgm_trees *t, uint32_t w)
{
    const lgm_slice lemma = lgm_doc_lemma(t->doc, w);
    if (LGM_SLICE_IN(lemma, "nothing")) {
        const uint32_t todo = lgm_tree_right_child(t, w, LGM_REL_acl);
        return todo != LGM_NONE && lgm_doc_lemma_is(t->doc, todo, "do");
    }
    if (has_no_part(t, w)) return true;
    if (LGM_SLICE_IN(lemma, "innocent")) return t->upos[w] == LGM_UPOS_ADJ && !is_negated(t, w);
    if (LGM_SLICE_IN(lemma, "innocence")) return !is_negated(t, w);
    if (LGM_SLICE_IN(lemma, "guilty")) return is_negated(t, w);
    const uint32_t up = t->doc->head[w];
    return LGM_SLICE_IN(lemma, "wrong") && up != LGM_NONE &&
           lgm_tree_form_is(t->doc, up, "nothing");
}

/* Is the word what is said first and foremost: "I am innocent", "I did nothing wrong"? */
static bool is_told_here(const lgm_trees *t, const lgm_doc_claim *c, uint32_t w)
{
    if (lgm_tree_sent(t, w) != lgm_tree_sent(t, c->content.at[0].start)) return false;
    for (int up = 0; up < 3 && w != LGM_NONE; up++, w = t->doc->head[w]) {
        if (lgm_tree_is_loose(t->doc, &c->content, w)) return true;
        if (t->rel[w] == LGM_REL_ccomp || t->rel[w] == LGM_REL_advcl || t->rel[w] == LGM_REL_acl)
            return false;
    }
    return false;
}

/* "That is a lie", "No, it is not true": what was said before, and nothing that is said here. */
static bool is_of_before(const lgm_trees *t, const lgm_doc_claim *c, uint32_t of, uint32_t w)
{
    return lgm_answer_is_this(t, of) && lgm_tree_is_loose(t->doc, &c->content, w) &&
           of < c->content.at[0].start + SOON && of >= c->content.at[0].start &&
           lgm_tree_right_child(t, w, LGM_REL_acl) == LGM_NONE;
}

/* "We reject | these accusations", "I deny | it", in a quotation: the verb's object, LGM_NONE. */
static uint32_t rejected_by_us(const lgm_trees *t, const lgm_doc_claim *c, uint32_t w)
{
    const uint32_t kinds = lgm_answer_word(t->doc, w);
    const uint32_t we = lgm_tree_left_child(t, w, LGM_REL_nsubj);
    if (t->upos[w] != LGM_UPOS_VERB || we == LGM_NONE || is_negated(t, w)) return LGM_NONE;
    if (t->word[we] != LGM_PRO_I && t->word[we] != LGM_PRO_WE) return LGM_NONE;
    const bool denies = LGM_SLICE_IN(lgm_doc_lemma(t->doc, w), "deny", "refute", "dispute");
    if (!denies && !(kinds & LGM_ANSWER_DENYING) &&
        !LGM_SLICE_IN(lgm_doc_lemma(t->doc, w), "reject", "dismiss"))
        return LGM_NONE;
    return lgm_tree_is_loose(t->doc, &c->content, w) ? lgm_tree_right_child(t, w, LGM_REL_obj)
                                                     : LGM_NONE;
}

static bool read_rejection(const lgm_matters *m, const lgm_doc_claim *c, uint32_t w, lgm_stance *to)
{
    const uint32_t of = rejected_by_us(m->t, c, w);
    if (of == LGM_NONE) return false;
    lgm_stance s = *to;
    s.how = LGM_ANSWER_DENIES;
    if (lgm_answer_is_this(m->t, of) && lgm_answer_word(m->t->doc, w) & LGM_ANSWER_OF_FACT)
        s.basis = LGM_BASIS_TURN; /* one rejects a thing as well */
    else if (!lgm_answer_object(m, c, of, &s) || s.basis == LGM_BASIS_NONE ||
             s.basis == LGM_BASIS_MATTER)
        return false; /* "we reject the bill" */
    *to = s;
    return true;
}

static bool read_verdict(const lgm_matters *m, const lgm_doc_claim *c, uint32_t w, lgm_stance *to)
{
    const lgm_trees *const t = m->t;
    if (clears(t, w) && is_told_here(t, c, w)) {
        to->basis = LGM_BASIS_CHARGE;
        to->how = LGM_ANSWER_DENIES;
        return true;
    }
    if (read_rejection(m, c, w, to)) return true;
    const int verdict = verdict_of(t, w);
    if (!verdict || (verdict > 0 && t->rel[w] == LGM_REL_amod)) return false;
    to->how = verdict < 0 ? LGM_ANSWER_DENIES : LGM_ANSWER_CONFIRMS;
    const bool ground = lgm_answer_word(t->doc, w) & LGM_ANSWER_GROUND && !is_without(t, w);
    const uint32_t clause = ground || verdict > 0 ? LGM_NONE : clause_behind(t, w);
    const uint32_t of = ground ? groundless(t, w) : clause != LGM_NONE ? clause : judged(t, w);
    if (of == LGM_NONE) return false;
    if (lgm_answer_point(m, c, of, to)) {
        to->basis = LGM_BASIS_NOUN;
        to->told |= t->rel[w] == LGM_REL_amod;
        return true;
    }
    if (is_of_before(t, c, of, w)) {
        to->basis = LGM_BASIS_TURN;
        return true;
    }
    const bool unreal =
        lgm_answer_phrase(t->doc, w) & LGM_ANSWER_REAL && lgm_tree_is_loose(t->doc, &c->content, w);
    if (clause == LGM_NONE && !unreal && (!ground || t->rel[of] == LGM_REL_nmod)) return false;
    to->basis = LGM_BASIS_MATTER;
    to->noun = of;
    return true;
}

void lgm_answer_verdict(const lgm_matters *m, uint32_t claim, lgm_stance *to)
{
    const lgm_doc_claim *const c = &m->t->doc->claims[claim];
    uint32_t left = LGM_ANSWER_REACH;
    for (uint8_t i = 0; i < c->content.n; i++)
        for (uint32_t w = c->content.at[i].start; w < c->content.at[i].end && left > 0; w++, left--)
            if (read_verdict(m, c, w, to)) return;
}

/* ---- beside the cue -------------------------------------------------------------------------- */

/* The nouns that "asked about", "responding to", "in response to" lead to. */
static bool leads_to(const lgm_matters *m, const lgm_doc_claim *own, uint32_t word, lgm_stance *to)
{
    const lgm_trees *const t = m->t;
    for (uint32_t c = lgm_tree_right(t, word); c != LGM_NONE; c = lgm_tree_next(t, c))
        if ((t->rel[c] == LGM_REL_obl || t->rel[c] == LGM_REL_nmod || t->rel[c] == LGM_REL_obj) &&
            lgm_answer_point(m, own, c, to))
            return true;
    return false;
}

static bool is_participle(const lgm_doc *doc, uint32_t w)
{
    const char *const x = doc->xpos.of ? lgm_doc_xpos(doc, w) : "";
    return strcmp(x, "VBN") == 0 || strcmp(x, "VBG") == 0;
}

/* "In response", "in reply". */
static bool is_in_reply(const lgm_trees *t, uint32_t w)
{
    const uint32_t c = lgm_tree_left_child(t, w, LGM_REL_case);
    return LGM_SLICE_IN(lgm_doc_lemma(t->doc, w), "response", "reply", "answer", "reaction") &&
           c != LGM_NONE && lgm_tree_form_is(t->doc, c, "in");
}

static bool read_occasion(const lgm_matters *m, const lgm_doc_claim *own, uint32_t w,
                          lgm_stance *to)
{
    const lgm_trees *const t = m->t;
    const uint32_t kinds = lgm_answer_word(t->doc, w);
    if (kinds & LGM_ANSWER_ASKING && is_participle(t->doc, w)) return leads_to(m, own, w, to);
    if (kinds & LGM_ANSWER_TURN && is_participle(t->doc, w)) return leads_to(m, own, w, to);
    return is_in_reply(t, w) && leads_to(m, own, w, to);
}

void lgm_answer_occasion(const lgm_matters *m, uint32_t claim, lgm_stance *to)
{
    const lgm_trees *const t = m->t;
    const lgm_doc_claim *const c = &t->doc->claims[claim];
    if (c->cue.n == 0) return;
    const uint32_t cue = c->cue.at[0].start;
    const lgm_tokspan s = lgm_tree_around(t, cue, LGM_ANSWER_REACH / 4);
    for (uint32_t w = s.start; w < s.end; w++) {
        const uint32_t up = t->doc->head[w];
        if (up == LGM_NONE || !lgm_parts_have(&c->cue, up) || lgm_parts_have(&c->content, w) ||
            lgm_parts_have(&c->cue, w))
            continue;
        if (read_occasion(m, c, w, to)) {
            if (to->basis == LGM_BASIS_NONE) to->how = LGM_ANSWER_ANSWERS;
            to->basis = LGM_BASIS_NOUN;
            return;
        }
        if (is_in_reply(t, w) && to->basis == LGM_BASIS_NONE) {
            to->basis = LGM_BASIS_TURN;
            to->how = LGM_ANSWER_ANSWERS;
        }
    }
}
