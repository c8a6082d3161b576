/*
 * certainty.c - how sure a source is, of the first statement of what it says.
 *
 * The clause is walked from its head downwards: an auxiliary or adverb of data/act/hedges.txt makes
 * it probable or possible, and a word that hedges and governs a clause ("appears to", "is likely
 * to", "I think that") hands on to that clause. What is negated is the contrary; of several
 * statements only where all are negated. The weaker of cue and content holds; of a denied negation
 * nothing but the fact is left.
 */
#include <string.h>

#include "act/act_words.h"
#include "act/content.h"
#include "doc/why.h"
#include "tree/shape.h"

enum { DEEP = 4 }; /* clauses within each other that are looked into */

typedef struct level {
    int weak; /* 0 certain, 1 probable, 2 possible */
    bool negative;
    uint32_t hedge, negation; /* words that made it so; LGM_NONE */
} level;

/* ---- heads ----------------------------------------------------------------------------------- */

bool lgm_act_is_clause(const lgm_trees *t, uint32_t word)
{
    return t->upos[word] == LGM_UPOS_VERB || t->upos[word] == LGM_UPOS_AUX ||
           lgm_tree_child(t, word, LGM_REL_cop) != LGM_NONE ||
           lgm_tree_child(t, word, LGM_REL_nsubj) != LGM_NONE;
}

uint32_t lgm_act_head(const lgm_trees *t, const lgm_parts *content)
{
    uint32_t first = LGM_NONE;
    for (uint8_t i = 0; i < content->n; i++)
        for (uint32_t w = content->at[i].start; w < content->at[i].end; w++) {
            if (t->upos[w] == LGM_UPOS_PUNCT || !lgm_tree_is_loose(t->doc, content, w)) continue;
            if (t->rel[w] == LGM_REL_aux || t->rel[w] == LGM_REL_mark) continue;
            if (lgm_act_is_clause(t, w) && t->rel[w] != LGM_REL_advcl) return w;
            if (first == LGM_NONE) first = w;
        }
    return first == LGM_NONE ? content->at[0].start : first;
}

/* ---- one clause ------------------------------------------------------------------------------ */

static void negate(level *l, uint32_t word)
{
    l->negative = !l->negative;
    l->negation = word;
}

static void weaken(level *l, uint32_t kinds, uint32_t word)
{
    const int weak = kinds & LGM_ACT_MAYBE                         ? 2
                     : kinds & (LGM_ACT_LIKELY | LGM_ACT_UNLIKELY) ? 1
                                                                   : 0;
    if (weak > l->weak) l->hedge = word;
    if (weak > l->weak) l->weak = weak;
    if (kinds & LGM_ACT_UNLIKELY) negate(l, word);
}

/* "No ship", "nobody". */
static bool is_nothing(const lgm_trees *t, uint32_t word)
{
    const uint32_t det = lgm_tree_child(t, word, LGM_REL_det);
    if (det != LGM_NONE && lgm_tree_form_is(t->doc, det, "no")) return true;
    return LGM_SLICE_IN(lgm_doc_lemma(t->doc, word), "nobody", "nothing", "none", "no-one",
                        "neither");
}

/* "Almost certainly". */
static uint32_t adverb_kinds(const lgm_doc *doc, uint32_t w)
{
    const uint32_t two[] = {w - 1, w};
    const uint32_t pair = w > 0 ? lgm_act_kinds(doc, NULL, two, 2, NULL) : 0;
    return pair ? pair : lgm_act_word(doc, w);
}

/* "Not only", "not just": that much, and more. */
static bool is_not_only(const lgm_doc *doc, uint32_t not )
{
    return not +1 < doc->n_tokens &&
           LGM_SLICE_IN(lgm_doc_form(doc, not +1), "only", "just", "merely", "simply");
}

static void take_child(const lgm_trees *t, uint32_t c, level *l, bool *unable)
{
    switch (t->rel[c]) {
    case LGM_REL_aux:
        if (lgm_doc_lemma_is(t->doc, c, "could")) *unable = true;
        weaken(l, lgm_act_word(t->doc, c), c);
        break;
    case LGM_REL_advmod:
        if (lgm_tree_is_not(t->doc, c) && !is_not_only(t->doc, c))
            negate(l, c);
        else if (t->upos[c] == LGM_UPOS_ADV)
            weaken(l, adverb_kinds(t->doc, c), c);
        break;
    case LGM_REL_nsubj:
    case LGM_REL_obj:
        if (is_nothing(t, c)) negate(l, c);
        break;
    default: break;
    }
}

static void take_clause(const lgm_trees *t, uint32_t head, level *l)
{
    bool unable = false;
    const level before = *l;
    for (uint32_t c = lgm_tree_left(t, head); c != LGM_NONE; c = lgm_tree_next(t, c))
        take_child(t, c, l, &unable);
    for (uint32_t c = lgm_tree_right(t, head); c != LGM_NONE; c = lgm_tree_next(t, c))
        take_child(t, c, l, &unable);
    if (is_nothing(t, head) || LGM_SLICE_IN(lgm_doc_lemma(t->doc, head), "unable", "impossible"))
        negate(l, head);
    /* what could not be is not possible: it is not */
    if (unable && l->negative != before.negative) l->weak = before.weak;
}

/* ---- clauses that hedge ---------------------------------------------------------------------- */

static uint32_t clause_of(const lgm_trees *t, uint32_t head)
{
    static const uint8_t RELS[] = {LGM_REL_ccomp, LGM_REL_xcomp, LGM_REL_csubj};
    for (size_t i = 0; i < LGM_COUNT(RELS); i++) {
        const uint32_t c = lgm_tree_child(t, head, RELS[i]);
        if (c != LGM_NONE) return c;
    }
    return LGM_NONE;
}

static bool is_passive(const lgm_trees *t, uint32_t verb)
{
    const uint32_t aux = lgm_tree_left_child(t, verb, LGM_REL_aux);
    return aux != LGM_NONE && lgm_doc_lemma_is(t->doc, aux, "be");
}

/* Does the word hedge the clause that it governs? "They think" is another claim; "I think" and "is
 * thought to" are not. */
static bool hedges(const lgm_trees *t, uint32_t head)
{
    if (t->upos[head] != LGM_UPOS_VERB) return true;
    if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, head), "appear", "seem", "look")) return true;
    if (is_passive(t, head)) return true;
    const uint32_t subject = lgm_tree_child(t, head, LGM_REL_nsubj);
    return subject != LGM_NONE && (t->word[subject] == LGM_PRO_I || t->word[subject] == LGM_PRO_WE);
}

static level level_of(const lgm_trees *t, uint32_t head)
{
    level l = {.hedge = LGM_NONE, .negation = LGM_NONE};
    for (int i = 0; i < DEEP; i++) {
        take_clause(t, head, &l);
        const uint32_t kinds = lgm_act_word(t->doc, head);
        const uint32_t below = clause_of(t, head);
        if (!(kinds & (LGM_ACT_LIKELY | LGM_ACT_MAYBE | LGM_ACT_UNLIKELY)) || !hedges(t, head) ||
            below == LGM_NONE)
            break;
        weaken(&l, kinds, head);
        head = below;
    }
    return l;
}

/* Is anything said that is not negated, besides this clause? */
static bool says_more(const lgm_trees *t, const lgm_parts *content, uint32_t head)
{
    for (uint8_t i = 0; i < content->n; i++)
        for (uint32_t w = content->at[i].start; w < content->at[i].end; w++) {
            if (w == head || !lgm_act_is_clause(t, w)) continue;
            const bool joined = t->rel[w] == LGM_REL_conj && t->doc->head[w] == head;
            const bool loose = t->rel[w] == LGM_REL_root && lgm_tree_is_loose(t->doc, content, w);
            if ((joined || loose) && !level_of(t, w).negative) return true;
        }
    return false;
}

/* ---- with the cue ---------------------------------------------------------------------------- */

static int weakness(lgm_certainty sure)
{
    switch (sure) {
    case LGM_CERTAINTY_PROBABLE:
    case LGM_CERTAINTY_NOT_PROBABLE: return 1;
    case LGM_CERTAINTY_POSSIBLE:
    case LGM_CERTAINTY_NOT_POSSIBLE: return 2;
    default: return 0;
    }
}

static lgm_certainty value_of(level l)
{
    static const lgm_certainty VALUES[2][3] = {
        {LGM_CERTAINTY_CERTAIN, LGM_CERTAINTY_PROBABLE, LGM_CERTAINTY_POSSIBLE},
        {LGM_CERTAINTY_NOT_CERTAIN, LGM_CERTAINTY_NOT_PROBABLE, LGM_CERTAINTY_NOT_POSSIBLE}};
    return VALUES[l.negative][l.weak];
}

/* "About the fire", "the king": no more than what is spoken of. */
static bool is_topic(const lgm_trees *t, const lgm_doc_claim *c, const lgm_act_cue *cue,
                     uint32_t head)
{
    if (lgm_act_is_clause(t, head)) return false;
    if (cue->topic || lgm_act_is_topical(t->doc, c->content.at[0].start)) return true;
    const bool judges = cue->act == LGM_ACT_PRAISE || cue->act == LGM_ACT_CRITICISE;
    return judges && lgm_tree_name(t, head) != LGM_NONE;
}

static void explain(const lgm_doc *doc, uint32_t claim, const level *l, uint32_t head, bool said)
{
    if (l->weak > 0)
        LGM_WHY_TREE(doc, CLAIM, claim, "certainty", head, LGM_ONE_WORD(l->hedge),
                     "What is said is hedged by a word of data/act/hedges.txt");
    if (l->negative)
        LGM_WHY_TREE(doc, CLAIM, claim, "certainty", head, LGM_ONE_WORD(l->negation),
                     "What is said is negated");
    if (said && l->weak == 0 && !l->negative)
        LGM_WHY(doc, CLAIM, claim, "certainty", LGM_ONE_WORD(head),
                "The first statement of what is said has no hedge and no negation");
}

lgm_certainty lgm_act_certainty(const lgm_trees *t, const lgm_doc_claim *c, const lgm_act_cue *cue)
{
    if (cue->sure == LGM_CERTAINTY_OPEN) return LGM_CERTAINTY_OPEN;
    const uint32_t head = lgm_act_head(t, &c->content);
    const bool said = cue->sure == LGM_CERTAINTY_NONE;
    const uint32_t number = lgm_doc_number_of(t->doc, c);
    if (said &&
        (is_topic(t, c, cue, head) || lgm_act_is_question(t, c) || lgm_act_is_bidding(t, head))) {
        LGM_WHY(t->doc, CLAIM, number, "certainty", LGM_ONE_WORD(head),
                "What is said is a topic, a question or a demand, and states nothing");
        return LGM_CERTAINTY_OPEN;
    }
    level l = level_of(t, head);
    if (l.negative && says_more(t, &c->content, head)) l.negative = false;
    explain(t->doc, number, &l, head, said);
    if (cue->sure == LGM_CERTAINTY_NOT_CERTAIN || cue->sure == LGM_CERTAINTY_NOT_PROBABLE) {
        l.negative = !l.negative;
        l.weak = 0;
    }
    const int weak = weakness(cue->sure);
    if (weak > l.weak) l.weak = weak;
    return value_of(l);
}
