/*
 * object.c - what is denied, confirmed or refused, by the object of the verb that says so.
 *
 *     the charge, those claims     a noun that points back
 *     it, this, doing so           what was told right before
 *     any part in it               whatever one is accused of
 *     that the dam had burst       the matter itself
 *     ..., which the firm denies   what the clause before the "which" tells
 */
#include "answer/answer_words.h"
#include "answer/stance.h"
#include "tree/shape.h"

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

static bool is_said_of_facts(const lgm_trees *t, const lgm_doc_claim *c)
{
    for (uint8_t i = 0; i < c->cue.n; i++)
        for (uint32_t k = c->cue.at[i].start; k < c->cue.at[i].end; k++)
            if (lgm_answer_word(t->doc, k) & LGM_ANSWER_OF_FACT) return true;
    return false;
}

/* What is denied is a fact, by its verb ("denied the abuse", but not "rejected the bill"). */
static bool is_of_fact(const lgm_trees *t, const lgm_doc_claim *c, uint32_t w)
{
    return t->upos[w] == LGM_UPOS_VERB || lgm_tree_left_child(t, w, LGM_REL_nsubj) != LGM_NONE ||
           is_said_of_facts(t, c);
}

/* "Doing so", "having done that". */
static bool is_doing_so(const lgm_trees *t, uint32_t w)
{
    if (!lgm_doc_lemma_is(t->doc, w, "do")) return false;
    for (uint32_t c = lgm_tree_right(t, w); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_tree_form_is(t->doc, c, "so") || lgm_answer_is_this(t, c)) return true;
    return false;
}

/* "Having done nothing wrong", "doing anything illegal". */
static bool is_doing_wrong(const lgm_trees *t, uint32_t w)
{
    const uint32_t what = lgm_tree_right_child(t, w, LGM_REL_obj);
    return lgm_doc_lemma_is(t->doc, w, "do") && what != LGM_NONE &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, what), "anything", "wrong");
}

static bool read_which(const lgm_matters *m, const lgm_doc_claim *c, lgm_stance *to)
{
    const lgm_trees *const t = m->t;
    const uint32_t first = antecedent(t, c);
    uint32_t noun = first;
    for (int up = 0; up < 2 && noun != LGM_NONE; up++, noun = t->doc->head[noun])
        if (lgm_answer_point(m, c, noun, to)) { /* "charges of fraud, which" hangs on "fraud" */
            to->basis = LGM_BASIS_NOUN;
            return true;
        }
    if (first == LGM_NONE || !is_said_of_facts(t, c)) return false;
    to->basis = LGM_BASIS_CLAUSE;
    to->noun = first;
    return true;
}

bool lgm_answer_object(const lgm_matters *m, const lgm_doc_claim *c, uint32_t w, lgm_stance *to)
{
    const lgm_trees *const t = m->t;
    to->noun = w;
    if (t->word[w] == LGM_PRO_WHICH || t->word[w] == LGM_PRO_WHO) return read_which(m, c, to);
    if (lgm_answer_point(m, c, w, to)) {
        to->basis = LGM_BASIS_NOUN;
    } else if (lgm_answer_is_this(t, w) || is_doing_so(t, w)) {
        if (is_of_fact(t, c, w)) to->basis = LGM_BASIS_TURN; /* one may dismiss a thing as well */
    } else if (lgm_answer_word(t->doc, w) & LGM_ANSWER_BLANK || is_doing_wrong(t, w)) {
        to->basis = LGM_BASIS_CHARGE;
    } else if (is_of_fact(t, c, w)) {
        to->basis = LGM_BASIS_MATTER;
        to->is_noun =
            t->upos[w] == LGM_UPOS_NOUN && lgm_tree_left_child(t, w, LGM_REL_det) != LGM_NONE;
    }
    return true;
}

void lgm_answer_content(const lgm_matters *m, const lgm_doc_claim *c, lgm_stance *to)
{
    uint32_t left = LGM_ANSWER_REACH;
    to->by_cue = true;
    for (uint8_t i = 0; i < c->content.n; i++)
        for (uint32_t w = c->content.at[i].start; w < c->content.at[i].end && left > 0; w++, left--)
            if (is_object(m->t, &c->content, w) && lgm_answer_object(m, c, w, to)) return;
}
