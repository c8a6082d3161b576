/*
 * stance.c - the cue first, then what is said, then what stands beside the cue.
 *
 * What a cue does is known (room act): it denies, dismisses or confirms. What it denies is what
 * its object is: a noun that points back, "it", a blank ("any wrongdoing"), or the matter itself.
 */
#include "answer/stance.h"

#include <string.h>

#include "answer/answer_words.h"
#include "tree/shape.h"

/* "Neither confirmed nor denied", "would dispute", "could not confirm": nobody has done it. */
static bool is_not_done(const lgm_trees *t, const lgm_doc_claim *c)
{
    for (uint8_t i = 0; i < c->cue.n; i++)
        for (uint32_t w = c->cue.at[i].start; w < c->cue.at[i].end; w++)
            if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, w), "neither", "nor", "fail", "decline",
                             "unable", "can", "could", "may", "might", "would", "will", "should"))
                return true;
    return false;
}

/* "Did not respond to a request" answers nothing. */
static bool is_kept_back(const lgm_doc *doc, const lgm_doc_claim *c)
{
    for (uint8_t i = 0; i < c->cue.n; i++)
        for (uint32_t w = c->cue.at[i].start; w < c->cue.at[i].end; w++)
            if (lgm_tree_is_not(doc, w)) return true;
    return false;
}

static uint32_t cue_kinds(const lgm_trees *t, const lgm_doc_claim *c, uint32_t *verb)
{
    for (uint8_t i = 0; i < c->cue.n; i++)
        for (uint32_t w = c->cue.at[i].start; w < c->cue.at[i].end; w++) {
            const uint32_t kinds = lgm_answer_phrase(t->doc, w) &
                                   (LGM_ANSWER_TURN | LGM_ANSWER_SIDES | LGM_ANSWER_PARTS |
                                    LGM_ANSWER_REFUSAL | LGM_ANSWER_DENYING | LGM_ANSWER_SHARING);
            if (!kinds || t->upos[w] == LGM_UPOS_NOUN || t->upos[w] == LGM_UPOS_ADV) continue;
            *verb = w;
            return kinds;
        }
    return 0;
}

/* Whom one agrees with or contradicts: "agreed with Lind about the load", "contradicted Lind",
 * "agrees with | her assessment". */
static uint32_t other_side(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb)
{
    for (uint32_t o = lgm_tree_right(t, verb); o != LGM_NONE; o = lgm_tree_next(t, o)) {
        const uint32_t with = lgm_tree_left_child(t, o, LGM_REL_case);
        if (t->rel[o] == LGM_REL_obj) return o;
        if (t->rel[o] == LGM_REL_obl && with != LGM_NONE && lgm_tree_form_is(t->doc, with, "with"))
            return o;
    }
    const uint32_t last = c->cue.at[c->cue.n - 1].end - 1;
    return lgm_tree_form_is(t->doc, last, "with") ? t->doc->head[last] : LGM_NONE;
}

static bool is_somebody(const lgm_matters *m, uint32_t word)
{
    const uint32_t e = m->by_head[word];
    const lgm_doc *const doc = m->t->doc;
    return e != LGM_NONE &&
           (doc->entities[e].type == LGM_ENTITY_PER || doc->entities[e].type == LGM_ENTITY_ORG ||
            doc->entities[e].type == LGM_ENTITY_GPE);
}

static void read_side(const lgm_matters *m, const lgm_doc_claim *c, uint32_t verb, bool with,
                      lgm_stance *to)
{
    const uint32_t other = other_side(m->t, c, verb);
    if (other == LGM_NONE) return;
    to->how = with ? LGM_ANSWER_CONFIRMS : LGM_ANSWER_DENIES;
    if (lgm_answer_point(m, c, other, to)) {
        to->basis = LGM_BASIS_NOUN;
        to->by_cue = true;
    } else if (is_somebody(m, other)) {
        to->basis = LGM_BASIS_NOUN;
        to->to = LGM_ANSWER_TO_ANY;
        to->holder = m->by_head[other];
    }
}

/* "Responded to the videos", "responded to | the union", of which nothing is said here; what one
 * says in reply to a person is said. */
static bool is_thing(const lgm_matters *m, const lgm_doc_claim *c, uint32_t o)
{
    const uint32_t to = lgm_tree_left_child(m->t, o, LGM_REL_case);
    return to != LGM_NONE && lgm_tree_form_is(m->t->doc, to, "to") &&
           (lgm_parts_have(&c->content, o) || !is_somebody(m, o));
}

static void read_turn(const lgm_matters *m, const lgm_doc_claim *c, uint32_t claim, uint32_t verb,
                      lgm_stance *to)
{
    bool thing = false; /* "responded to the videos", of which nothing is said here */
    if (is_kept_back(m->t->doc, c)) return;
    to->how = LGM_ANSWER_ANSWERS;
    for (uint32_t o = lgm_tree_right(m->t, verb); o != LGM_NONE; o = lgm_tree_next(m->t, o))
        if ((m->t->rel[o] == LGM_REL_obl || m->t->rel[o] == LGM_REL_obj) &&
            lgm_answer_point(m, c, o, to)) {
            to->basis = LGM_BASIS_NOUN;
            to->by_cue = lgm_parts_have(&c->content, o);
        } else {
            thing |= is_thing(m, c, o);
        }
    if (to->basis == LGM_BASIS_NOUN || thing) return;
    lgm_answer_verdict(m, claim, to);
    if (to->basis == LGM_BASIS_NONE) {
        to->how = LGM_ANSWER_ANSWERS;
        to->basis = LGM_BASIS_TURN;
    }
}

static void read_refusal(const lgm_matters *m, const lgm_doc_claim *c, lgm_stance *to)
{
    to->how = LGM_ANSWER_ANSWERS;
    lgm_answer_content(m, c, to);
    uint32_t left = LGM_ANSWER_REACH;
    for (uint8_t i = 0; i < c->content.n; i++)
        for (uint32_t w = c->content.at[i].start; w < c->content.at[i].end && left > 0; w++, left--)
            if (lgm_answer_point(m, c, w, to) && to->to & LGM_ANSWER_TO_DEMAND) {
                to->basis = LGM_BASIS_NOUN;
                return;
            }
    to->to = LGM_ANSWER_TO_DEMAND;
    if (to->basis != LGM_BASIS_NONE) to->basis = LGM_BASIS_MATTER;
}

/* "Questioned the claim", "echoed that view": only of what points back; a crowd is backed too. */
static void read_claim_noun(const lgm_matters *m, const lgm_doc_claim *c, bool denies,
                            lgm_stance *to)
{
    const lgm_stance none = *to;
    to->how = denies ? LGM_ANSWER_DENIES : LGM_ANSWER_CONFIRMS;
    lgm_answer_content(m, c, to);
    if (to->basis != LGM_BASIS_NOUN) *to = none;
}

/* The verb that the cue only goes on from: "Berg | disagreed, saying ...", "hit back and said". */
static uint32_t host_of(const lgm_trees *t, const lgm_doc_claim *c)
{
    for (uint8_t i = 0; i < c->cue.n; i++)
        for (uint32_t w = c->cue.at[i].start; w < c->cue.at[i].end; w++) {
            const uint32_t up = t->doc->head[w];
            if (t->upos[w] != LGM_UPOS_VERB || up == LGM_NONE || up > w) continue;
            if (lgm_parts_have(&c->cue, up)) continue;
            if (lgm_tree_left_child(t, w, LGM_REL_nsubj) != LGM_NONE) return LGM_NONE;
            const bool goes_on = t->rel[w] == LGM_REL_advcl || t->rel[w] == LGM_REL_conj;
            return goes_on && t->upos[up] == LGM_UPOS_VERB ? up : LGM_NONE;
        }
    return LGM_NONE;
}

/* Nothing is said of whom or what: "disagreed", not "agreed to meet", "responded to the videos". */
static bool stands_alone(const lgm_trees *t, uint32_t verb)
{
    for (uint32_t c = lgm_tree_right(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_obj || t->rel[c] == LGM_REL_xcomp || t->rel[c] == LGM_REL_ccomp ||
            t->rel[c] == LGM_REL_obl)
            return false;
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_aux && !LGM_SLICE_IN(lgm_doc_lemma(t->doc, c), "have", "be"))
            return false;
    return true;
}

static void read_host(const lgm_matters *m, const lgm_doc_claim *c, lgm_stance *to)
{
    const uint32_t host = host_of(m->t, c);
    const uint32_t kinds = host == LGM_NONE ? 0 : lgm_answer_phrase(m->t->doc, host);
    if (!(kinds & (LGM_ANSWER_TURN | LGM_ANSWER_SIDES | LGM_ANSWER_PARTS)) ||
        !stands_alone(m->t, host))
        return;
    to->basis = LGM_BASIS_TURN;
    to->how = kinds & LGM_ANSWER_SIDES   ? LGM_ANSWER_CONFIRMS
              : kinds & LGM_ANSWER_PARTS ? LGM_ANSWER_DENIES
                                         : LGM_ANSWER_ANSWERS;
}

/* What is neither denied nor confirmed, but met or not: "rejected the demand". */
static bool is_for_action(const lgm_stance *s)
{
    const uint32_t kinds = LGM_ANSWER_TO_DEMAND | LGM_ANSWER_TO_QUESTION | LGM_ANSWER_TO_OFFER;
    return s->to && !(s->to & ~kinds);
}

/* What one refuses to do, "to pay", "reopening the pit", and not that something has been. */
static bool is_deed(const lgm_trees *t, const lgm_doc_claim *c)
{
    const uint32_t first = c->content.at[0].start;
    const char *const tag = t->doc->xpos.of ? lgm_doc_xpos(t->doc, first) : "";
    return strcmp(tag, "VBG") == 0 || lgm_tree_form_is(t->doc, first, "to");
}

/* By the cue alone. */
static lgm_stance by_cue(const lgm_matters *m, uint32_t claim)
{
    const lgm_doc_claim *const c = &m->t->doc->claims[claim];
    const uint8_t act = lgm_doc_act(m->t->doc, claim).act;
    lgm_stance s = {.noun = LGM_NONE, .holder = LGM_NONE};
    uint32_t verb = LGM_NONE;
    const uint32_t kinds = cue_kinds(m->t, c, &verb);
    if ((kinds & LGM_ANSWER_REFUSAL && act == LGM_ACT_DENY && is_deed(m->t, c)) ||
        (kinds & LGM_ANSWER_SIDES && act == LGM_ACT_PROMISE))
        read_refusal(m, c, &s); /* "agreed to reopen": the other answer to a demand */
    else if (kinds & (LGM_ANSWER_SIDES | LGM_ANSWER_PARTS)) /* "does not agree with" */
        read_side(m, c, verb, kinds & LGM_ANSWER_SIDES && act != LGM_ACT_DENY, &s);
    else if (act == LGM_ACT_DENY || act == LGM_ACT_DISMISS || act == LGM_ACT_CONFIRM) {
        s.how = act == LGM_ACT_CONFIRM ? LGM_ANSWER_CONFIRMS : LGM_ANSWER_DENIES;
        lgm_answer_content(m, c, &s);
    } else if (kinds & (LGM_ANSWER_DENYING | LGM_ANSWER_SHARING))
        read_claim_noun(m, c, kinds & LGM_ANSWER_DENYING, &s);
    else if (kinds & LGM_ANSWER_TURN)
        read_turn(m, c, claim, verb, &s);
    if (is_for_action(&s)) s.how = LGM_ANSWER_ANSWERS;
    return s;
}

/* A cue that answers says all: "the two agreed to meet", and nobody answers. */
static bool decides(const lgm_matters *m, uint32_t claim)
{
    const uint8_t act = lgm_doc_act(m->t->doc, claim).act;
    uint32_t verb;
    const uint32_t kinds = cue_kinds(m->t, &m->t->doc->claims[claim], &verb);
    return act == LGM_ACT_DENY || act == LGM_ACT_DISMISS || act == LGM_ACT_CONFIRM ||
           kinds & (LGM_ANSWER_SIDES | LGM_ANSWER_PARTS | LGM_ANSWER_TURN);
}

lgm_stance lgm_answer_stance(const lgm_matters *m, uint32_t claim)
{
    const lgm_doc_claim *const c = &m->t->doc->claims[claim];
    lgm_stance s = {.noun = LGM_NONE, .holder = LGM_NONE};
    if (c->content.n == 0 || is_not_done(m->t, c)) return s;
    s = by_cue(m, claim);
    if (s.basis != LGM_BASIS_NONE || decides(m, claim)) return s;
    if (lgm_doc_act(m->t->doc, claim).act != LGM_ACT_ASK) lgm_answer_verdict(m, claim, &s);
    lgm_answer_occasion(m, claim, &s);
    if (s.basis == LGM_BASIS_NONE) read_host(m, c, &s);
    return s;
}
