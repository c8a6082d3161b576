/*
 * nest_nouns.c - a noun within a claim that tells what somebody says or holds.
 *
 *     Veld rejected the union's allegation of fraud.                  fraud
 *     Veld spoke of the belief that the dam was safe.                 that the dam was safe
 *     Veld attacked the plan of the firm to close the mill.           to close the mill
 *     Veld said their goal was to close the mill.                     to close the mill
 *     Veld said the union had voiced fears that the mill would close. that the mill would close
 *
 * Source is who has it ("the union's", "of the firm", who "voiced" it), or nobody; before "to"
 * there is one. The nouns are data/attrib/nest_nouns.txt; those with an author and a clause are
 * found by nouns.c.
 */
#include <string.h>

#include "attrib/claim_words.h"
#include "attrib/nest.h"
#include "tree/shape.h"

typedef struct matter { /* what a noun tells */
    uint32_t branch;    /* LGM_NONE: nothing */
    uint32_t from;      /* where it begins */
    uint32_t cue_end;
    bool to; /* behind "to" */
} matter;

static bool starts_with(const lgm_trees *t, uint32_t first, const char *word)
{
    return t->rel[first] == LGM_REL_mark && lgm_tree_form_is(t->doc, first, word);
}

/* "That the dam was safe", "to close the mill", as the list says of the noun. */
static bool is_clause(const lgm_attrib_inner *n, uint32_t mark)
{
    const lgm_trees *const t = n->d->tree;
    return ((n->kinds & LGM_ATTRIB_NEST_NOUN_THAT) && starts_with(t, mark, "that")) ||
           ((n->kinds & LGM_ATTRIB_NEST_NOUN_TO) && starts_with(t, mark, "to"));
}

static bool has_possessor(const lgm_trees *t, uint32_t noun)
{
    for (uint32_t p = lgm_tree_left(t, noun); p != LGM_NONE; p = lgm_tree_next(t, p))
        if (t->rel[p] == LGM_REL_nmod && lgm_attrib_is_possessor(t, p)) return true;
    return false;
}

/* "Of fraud": by the list, and behind a possessor wherever it can be nothing else. */
static bool is_topic(const lgm_attrib_inner *n, uint32_t prep)
{
    const lgm_trees *const t = n->d->tree;
    if (lgm_attrib_lemma_prep_kinds(t->doc, n->word, prep) & LGM_ATTRIB_NEST_WITH) return true;
    return has_possessor(t, n->word) && lgm_tree_form_is(t->doc, prep, "of");
}

/* Behind the noun, at once or behind its owner. */
static matter behind(const lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    matter topic = {.branch = LGM_NONE};
    uint32_t end = n->word + 1; /* behind the noun and its owner */
    for (uint32_t c = lgm_tree_right(t, n->word); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        const uint32_t first = lgm_tree_first(t, c);
        if ((t->rel[c] == LGM_REL_acl || t->rel[c] == LGM_REL_ccomp) && is_clause(n, first))
            return (matter){c, first, n->word + 1, lgm_tree_form_is(t->doc, first, "to")};
        if (first != end ||
            (t->rel[c] != LGM_REL_nmod && t->rel[c] != LGM_REL_acl && t->rel[c] != LGM_REL_obl))
            continue;
        if (is_topic(n, first))
            topic = (matter){c, first + 1, end == n->word + 1 ? first + 1 : n->word + 1,
                             lgm_tree_form_is(t->doc, first, "to")};
        else if (LGM_SLICE_IN(lgm_doc_form(t->doc, first), "of", "by", "from"))
            end = lgm_tree_last(t, c);
    }
    return topic;
}

/* "The goal was to ...", "the fear is that ...". */
static matter equated(const lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t what = t->doc->head[n->word];
    if (t->rel[n->word] != LGM_REL_nsubj || what == LGM_NONE || what < n->word)
        return (matter){.branch = LGM_NONE};
    const uint32_t be = lgm_tree_left_child(t, what, LGM_REL_cop);
    for (uint32_t c = lgm_tree_left(t, what); be != LGM_NONE && c != LGM_NONE;
         c = lgm_tree_next(t, c))
        if (c == be + 1 && is_clause(n, c))
            return (matter){what, c, c, lgm_tree_form_is(t->doc, c, "to")};
    return (matter){.branch = LGM_NONE};
}

/* "The union's plan", "the plan of the firm", "criticism by the union". */
static void find_owner(lgm_attrib_inner *n, uint32_t branch)
{
    const lgm_trees *const t = n->d->tree;
    const lgm_tokspan before = {lgm_tree_sentence(t, n->word).start, n->word};
    for (uint32_t p = lgm_tree_left(t, n->word); p != LGM_NONE; p = lgm_tree_next(t, p))
        if (t->rel[p] == LGM_REL_nmod && lgm_attrib_is_possessor(t, p))
            lgm_attrib_nest_say(n, lgm_attrib_yield(t, p, before), &n->source);
    for (uint32_t c = lgm_tree_right(t, n->word); c != LGM_NONE && n->source.n == 0;
         c = lgm_tree_next(t, c)) {
        const uint32_t prep = lgm_attrib_nest_opener(t, c);
        const bool own = c != branch && t->rel[c] == LGM_REL_nmod && prep != LGM_NONE &&
                         LGM_SLICE_IN(lgm_doc_form(t->doc, prep), "of", "by", "from");
        const uint32_t end = branch > n->word ? lgm_tree_first(t, branch) : n->word;
        if (own && prep + 1 < end)
            lgm_attrib_nest_say(n, lgm_attrib_yield(t, c, (lgm_tokspan){prep + 1, end}),
                                &n->source);
    }
}

/* "I have come to the conclusion", "we are of the opinion": what the outer claim says. */
static bool is_own_conclusion(const lgm_trees *t, uint32_t noun)
{
    const uint32_t verb = t->doc->head[noun];
    const uint32_t who = verb == LGM_NONE ? LGM_NONE : lgm_attrib_subject(t, verb);
    return who != LGM_NONE && who < noun && t->rel[noun] != LGM_REL_nsubj &&
           (t->word[who] == LGM_PRO_I || t->word[who] == LGM_PRO_WE) &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, noun), "conclusion", "opinion", "view", "belief",
                        "impression", "conviction");
}

/* "Has a plan", "voiced fears": who does so holds it, and the verb is of the cue. False where the
 * verb says that it is no claim. */
static bool find_holder(lgm_attrib_inner *n, uint32_t cue_end)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t verb = t->doc->head[n->word];
    if (is_own_conclusion(t, n->word)) return false;
    if (t->rel[n->word] != LGM_REL_obj || verb == LGM_NONE || verb > n->word ||
        n->d->content[verb] != n->outer ||
        !LGM_SLICE_IN(lgm_doc_lemma(t->doc, verb), "have", "make", "voice", "express", "raise",
                      "issue", "give", "repeat", "reiterate", "share", "harbour", "harbor",
                      "entertain", "deliver", "get", "air"))
        return true;
    if (lgm_tree_child(t, verb, LGM_REL_iobj) != LGM_NONE) return true;
    const uint32_t det = lgm_tree_left_child(t, n->word, LGM_REL_det);
    if (det != LGM_NONE && lgm_tree_is_the(lgm_doc_form(t->doc, det))) return true;
    lgm_attrib_inner v = *n;
    v.word = verb;
    v.kinds |= LGM_ATTRIB_NEST_HELD;
    v.cue = v.source = (lgm_parts){0};
    if (!lgm_attrib_nest_verb(&v)) return false;
    if (v.passive || v.cue.at[0].end > n->word) return true;
    n->source = v.source;
    n->cue = (lgm_parts){.at = {{v.cue.at[0].start, cue_end}}, .n = 1};
    return true;
}

/* Is the noun the cue of a claim that is there? */
static bool is_taken(const lgm_attrib_inner *n)
{
    const lgm_attrib_claims *const all = n->d->claims;
    for (size_t k = all->at.n; k-- > 0 && all->at.n - k <= 64;)
        if (all->at.at[k].content.n > 0 && lgm_parts_have(&all->at.at[k].cue, n->word)) return true;
    return false;
}

/* "In charge of"; "a request for comment"; "rising demand for steel". */
static bool is_idiom(const lgm_trees *t, uint32_t noun, const matter *m)
{
    const lgm_doc *const doc = t->doc;
    if (lgm_doc_lemma_is(doc, noun, "charge"))
        return noun > 0 && lgm_tree_form_is(doc, noun - 1, "in");
    if (lgm_doc_lemma_is(doc, noun, "request")) return lgm_doc_lemma_is(doc, m->branch, "comment");
    if (!lgm_doc_lemma_is(doc, noun, "demand") || m->cue_end == noun + 1) return false;
    const bool several = doc->xpos.of && strcmp(lgm_doc_xpos(doc, noun), "NNS") == 0;
    return !several && !has_possessor(t, noun);
}

bool lgm_attrib_nest_noun(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const lgm_tokspan sentence = lgm_tree_sentence(t, n->word);
    matter m = behind(n);
    if (m.branch == LGM_NONE) m = equated(n);
    if (m.branch == LGM_NONE || is_idiom(t, n->word, &m) || is_taken(n)) return false;
    lgm_attrib_nest_say(n, (lgm_tokspan){n->word, m.cue_end}, &n->cue);
    lgm_attrib_nest_say(n, lgm_attrib_yield(t, m.branch, (lgm_tokspan){m.from, sentence.end}),
                        &n->content);
    find_owner(n, m.branch);
    if (n->source.n == 0 && !find_holder(n, m.cue_end)) return false;
    return n->cue.n > 0 && (n->source.n > 0 || !m.to);
}
