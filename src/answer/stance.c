/*
 * stance.c - the cue first, then what is said, then what stands beside the cue.
 *
 * What a cue does is known (room act): it denies, dismisses or confirms. What it denies is what
 * its object is: a noun that points back, "it", a blank ("any wrongdoing"), or the matter itself.
 */
#include "answer/stance.h"

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
            const uint32_t kinds =
                lgm_answer_phrase(t->doc, w) &
                (LGM_ANSWER_TURN | LGM_ANSWER_SIDES | LGM_ANSWER_PARTS | LGM_ANSWER_REFUSAL);
            if (!kinds || t->upos[w] == LGM_UPOS_NOUN) continue;
            *verb = w;
            return kinds;
        }
    return 0;
}

/* The words of the content that hang on none of it, the first ones that may be an object. */
static bool is_object(const lgm_trees *t, const lgm_parts *content, uint32_t w)
{
    return t->upos[w] != LGM_UPOS_PUNCT && t->upos[w] != LGM_UPOS_ADP &&
           lgm_tree_is_loose(t->doc, content, w);
}

/* "Charges of fraud, which he denied": the noun that the clause is about. */
static uint32_t antecedent(const lgm_trees *t, const lgm_doc_claim *c)
{
    for (uint8_t i = 0; i < c->cue.n; i++)
        for (uint32_t w = c->cue.at[i].start; w < c->cue.at[i].end; w++)
            if (t->rel[w] == LGM_REL_acl) return t->doc->head[w];
    return LGM_NONE;
}

/* What is denied is a fact, by its verb ("denied the abuse", but not "rejected the bill"). */
static bool is_of_fact(const lgm_trees *t, const lgm_doc_claim *c, uint32_t w)
{
    if (t->upos[w] == LGM_UPOS_VERB || lgm_tree_left_child(t, w, LGM_REL_nsubj) != LGM_NONE)
        return true;
    for (uint8_t i = 0; i < c->cue.n; i++)
        for (uint32_t k = c->cue.at[i].start; k < c->cue.at[i].end; k++)
            if (lgm_answer_word(t->doc, k) & LGM_ANSWER_OF_FACT) return true;
    return false;
}

static bool read_object(const lgm_matters *m, const lgm_doc_claim *c, uint32_t w, lgm_stance *to)
{
    const lgm_trees *const t = m->t;
    to->noun = w;
    if (t->word[w] == LGM_PRO_WHICH || t->word[w] == LGM_PRO_WHO) {
        uint32_t noun = antecedent(t, c);
        for (int up = 0; up < 2 && noun != LGM_NONE && !lgm_answer_point(m, c, noun, to); up++)
            noun = t->doc->head[noun]; /* "charges of fraud, which" hangs on "fraud" */
        if (noun == LGM_NONE || !to->to) return false;
        to->basis = LGM_BASIS_NOUN;
    } else if (lgm_answer_point(m, c, w, to)) {
        to->basis = LGM_BASIS_NOUN;
    } else if (lgm_answer_is_this(t, w)) {
        if (is_of_fact(t, c, w)) to->basis = LGM_BASIS_TURN; /* one may dismiss a thing as well */
    } else if (lgm_answer_word(t->doc, w) & LGM_ANSWER_BLANK) {
        to->basis = LGM_BASIS_CHARGE;
    } else if (is_of_fact(t, c, w)) {
        to->basis = LGM_BASIS_MATTER;
    }
    return true;
}

/* What a cue that denies, confirms or refuses is about. */
static void read_content(const lgm_matters *m, const lgm_doc_claim *c, lgm_stance *to)
{
    uint32_t left = LGM_ANSWER_REACH;
    to->by_cue = true;
    for (uint8_t i = 0; i < c->content.n; i++)
        for (uint32_t w = c->content.at[i].start; w < c->content.at[i].end && left > 0; w++, left--)
            if (is_object(m->t, &c->content, w) && read_object(m, c, w, to)) return;
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
    read_content(m, c, to);
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

lgm_stance lgm_answer_stance(const lgm_matters *m, uint32_t claim)
{
    const lgm_doc_claim *const c = &m->t->doc->claims[claim];
    const uint8_t act = lgm_doc_act(m->t->doc, claim).act;
    lgm_stance s = {.noun = LGM_NONE, .holder = LGM_NONE};
    uint32_t verb = LGM_NONE;
    if (c->content.n == 0 || is_not_done(m->t, c)) return s;
    const uint32_t kinds = cue_kinds(m->t, c, &verb);
    if (kinds & LGM_ANSWER_REFUSAL && act == LGM_ACT_DENY) {
        read_refusal(m, c, &s);
        return s;
    }
    if (kinds & (LGM_ANSWER_SIDES | LGM_ANSWER_PARTS)) {
        read_side(m, c, verb, kinds & LGM_ANSWER_SIDES, &s);
        return s; /* "the two agreed to meet": nobody answers */
    }
    if (act == LGM_ACT_DENY || act == LGM_ACT_DISMISS || act == LGM_ACT_CONFIRM) {
        s.how = act == LGM_ACT_CONFIRM ? LGM_ANSWER_CONFIRMS : LGM_ANSWER_DENIES;
        read_content(m, c, &s);
        if (s.to && !(s.to & ~(uint32_t)(LGM_ANSWER_TO_DEMAND | LGM_ANSWER_TO_QUESTION)))
            s.how = LGM_ANSWER_ANSWERS; /* "rejected the demand" */
        return s;
    }
    if (kinds & LGM_ANSWER_TURN) {
        read_turn(m, c, claim, verb, &s);
        return s;
    }
    if (act != LGM_ACT_ASK) lgm_answer_verdict(m, claim, &s);
    lgm_answer_occasion(m, claim, &s);
    return s;
}
