/*
 * nest_verbs.c - is it a claim of this verb, and whose?
 *
 *     Veld said the union had accused him of lying.        the union
 *     Veld said he was accused by the union of lying.      the union
 *     Veld named the clerks who claim the books are false. the clerks who
 *     She told the court of a plot by men planning to blow up the dam.   men
 *     The mayor says she was accused of lying.             nobody is named
 *
 * No claim: "I think", "we want", which say how sure the outer one is; what is not yet said ("we
 * will say", "you must say", "if they say", "he wants to say") or was not ("they never claimed").
 * What is only held needs no saying: "they may believe", "they do not want".
 */
#include <string.h>

#include "attrib/claim_words.h"
#include "attrib/nest.h"
#include "tree/shape.h"

enum { UP = 4 }; /* verbs between a verb and the subject that it shares */

static bool has_tag(const lgm_trees *t, uint32_t word, const char *tag)
{
    return t->doc->xpos.of && strcmp(lgm_doc_xpos(t->doc, word), tag) == 0;
}

/* ---- the subject ----------------------------------------------------------------------------- */

/* Of the verb, or of the one that it goes with: "began to warn", "heard him say", "closed the
 * mill, blaming the union", "men planning". */
static uint32_t subject_of(const lgm_trees *t, uint32_t verb)
{
    uint32_t v = verb;
    for (int i = 0; i < UP && v != LGM_NONE; i++, v = t->doc->head[v]) {
        const uint32_t own = lgm_tree_left_child(t, v, LGM_REL_nsubj), up = t->doc->head[v];
        if (own != LGM_NONE) return own;
        if (up == LGM_NONE) return LGM_NONE;
        switch (t->rel[v]) {
        case LGM_REL_conj: break;
        case LGM_REL_acl: /* "the risk of accepting" is nobody's */
            return up < v && lgm_attrib_nest_opener(t, v) == LGM_NONE ? up : LGM_NONE;
        case LGM_REL_xcomp:
        case LGM_REL_ccomp: {
            const uint32_t object = lgm_tree_right_child(t, up, LGM_REL_obj);
            if (object != LGM_NONE && object < v) return object;
            if (t->rel[v] == LGM_REL_ccomp) return LGM_NONE;
            break;
        }
        case LGM_REL_advcl:
            if (!has_tag(t, v, "VBG")) return LGM_NONE;
            break;
        default: return LGM_NONE;
        }
    }
    return LGM_NONE;
}

static bool is_relative(const lgm_trees *t, uint32_t word)
{
    return t->word[word] == LGM_PRO_WHO || t->word[word] == LGM_PRO_WHICH ||
           (t->word[word] == LGM_PRO_THIS && lgm_tree_form_is(t->doc, word, "that"));
}

/* The noun that a relative clause is about, or LGM_NONE. */
static uint32_t antecedent(const lgm_trees *t, uint32_t verb)
{
    uint32_t v = verb;
    for (int i = 0; i < UP && v != LGM_NONE; i++, v = t->doc->head[v])
        if (t->rel[v] == LGM_REL_acl) return t->doc->head[v] < v ? t->doc->head[v] : LGM_NONE;
    return LGM_NONE;
}

/* Where the branch of the subject begins that the verb stands in, or `end`: "men | accused of
 * planning". */
static uint32_t before_own(const lgm_trees *t, uint32_t subject, uint32_t verb, uint32_t end)
{
    for (int i = 0; i < UP && verb != LGM_NONE; i++, verb = t->doc->head[verb])
        if (t->doc->head[verb] == subject && lgm_tree_first(t, verb) < end)
            return lgm_tree_first(t, verb);
    return end;
}

/* The subject's words before `end`; of a relative pronoun those of its noun too. */
static void name_subject(const lgm_attrib_inner *n, uint32_t end, lgm_parts *to)
{
    const lgm_trees *const t = n->d->tree;
    uint32_t who = n->subject;
    lgm_tokspan within = {lgm_tree_sentence(t, n->word).start, end};
    if (is_relative(t, who)) {
        const lgm_tokspan pronoun = {who, who + 1};
        within.end = lgm_tree_first(t, who);
        who = antecedent(t, n->word);
        if (who != LGM_NONE) lgm_attrib_nest_say(n, lgm_attrib_yield(t, who, within), to);
        lgm_attrib_nest_say(n, pronoun, to);
        return;
    }
    within.end = before_own(t, who, n->word, within.end);
    lgm_attrib_nest_say(n, lgm_attrib_yield(t, who, within), to);
}

/* ---- what is no claim ------------------------------------------------------------------------ */

static bool is_passive(const lgm_trees *t, uint32_t verb)
{
    if (lgm_attrib_is_passive(t, verb)) return true;
    return t->rel[verb] == LGM_REL_acl && has_tag(t, verb, "VBN");
}

static bool is_past(const lgm_trees *t, uint32_t verb, bool passive)
{
    if (has_tag(t, verb, "VBD") || (has_tag(t, verb, "VBN") && !passive)) return true;
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_aux && has_tag(t, c, "VBD")) return true;
    return false;
}

/* "I think", "we want": of whoever says the outer claim. */
static bool is_own_present(const lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const bool first = t->word[n->subject] == LGM_PRO_I || t->word[n->subject] == LGM_PRO_WE;
    return first && !n->passive && !is_past(t, n->word, n->passive);
}

/* "To say", but not of those who "went on to say", "began to say". */
static bool is_to_come(const lgm_trees *t, uint32_t verb)
{
    bool to = false;
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        to |= lgm_tree_form_is(t->doc, c, "to");
    const uint32_t up = t->doc->head[verb];
    if (!to || up == LGM_NONE) return to;
    static const char *const GOES_ON[] = {"go",    "come", "continue", "begin",
                                          "start", "seem", "appear",   "use"};
    for (size_t i = 0; i < LGM_COUNT(GOES_ON); i++)
        if (lgm_doc_lemma_is(t->doc, up, GOES_ON[i])) return false;
    return true;
}

/* "They insist that the union agree": what is to be done. */
static bool is_demanded(const lgm_trees *t, uint32_t verb)
{
    const uint32_t mark = lgm_tree_left_child(t, verb, LGM_REL_mark);
    if (t->rel[verb] != LGM_REL_ccomp || mark == LGM_NONE ||
        !lgm_tree_form_is(t->doc, mark, "that"))
        return false;
    const uint32_t subject = lgm_tree_left_child(t, verb, LGM_REL_nsubj);
    const bool one =
        subject != LGM_NONE && (has_tag(t, subject, "NN") || has_tag(t, subject, "NNP"));
    return (has_tag(t, verb, "VB") || (one && has_tag(t, verb, "VBP"))) &&
           lgm_tree_left_child(t, verb, LGM_REL_aux) == LGM_NONE;
}

static bool is_unsaid(const lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    if (is_to_come(t, n->word)) return true;
    if (is_demanded(t, n->word)) return true;
    const bool held = (n->kinds & (LGM_ATTRIB_NEST_HELD | LGM_ATTRIB_NEST_STATE)) != 0;
    for (uint32_t c = lgm_tree_left(t, n->word); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        const lgm_slice form = lgm_doc_form(t->doc, c);
        if (LGM_SLICE_IN(form, "if", "If", "unless", "can", "could", "should", "must")) return true;
        if (!held && (lgm_tree_is_not(t->doc, c) || has_tag(t, c, "MD"))) return true;
    }
    return false;
}

/* ---- the source and the cue ------------------------------------------------------------------ */

static void find_agent(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const lgm_tokspan sentence = lgm_tree_sentence(t, n->word);
    for (uint32_t c = lgm_tree_right(t, n->word); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        const uint32_t by =
            lgm_tree_left(t, c) == LGM_NONE ? LGM_NONE : lgm_tree_child(t, c, LGM_REL_case);
        if (t->rel[c] != LGM_REL_obl || by == LGM_NONE || !lgm_tree_form_is(t->doc, by, "by"))
            continue;
        lgm_attrib_nest_say(n, lgm_attrib_yield(t, c, (lgm_tokspan){by + 1, sentence.end}),
                            &n->source);
        return;
    }
}

bool lgm_attrib_nest_verb(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    n->passive = !(n->kinds & LGM_ATTRIB_NEST_STATE) && is_passive(t, n->word);
    n->subject = subject_of(t, n->word);
    const lgm_tokspan cue = lgm_attrib_verb_group(t, n->word);
    if (n->subject == LGM_NONE || n->d->content[n->subject] != n->outer) return false;
    if (is_own_present(n) || is_unsaid(n)) return false;
    if (n->passive)
        find_agent(n);
    else
        name_subject(n, cue.start, &n->source);
    lgm_attrib_nest_say(n, cue, &n->cue);
    return n->cue.n > 0 && (n->passive || n->source.n > 0);
}

bool lgm_attrib_nest_voiced(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const lgm_tokspan cue = lgm_attrib_verb_group(t, n->word);
    n->subject = lgm_tree_child(t, n->word, LGM_REL_nsubj);
    n->passive = n->subject == LGM_NONE;
    if (n->passive && !has_tag(t, n->word, "VBN")) return false;
    if (is_unsaid(n) || (!n->passive && is_own_present(n))) return false;
    if (n->passive)
        find_agent(n);
    else
        name_subject(n, n->subject < cue.start ? cue.start : lgm_tree_sentence(t, n->word).end,
                     &n->source);
    lgm_attrib_nest_say(n, cue, &n->cue);
    return n->cue.n > 0;
}
