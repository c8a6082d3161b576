/*
 * nest_content.c - what a verb within a claim says.
 *
 *     that    he believes the mill will close         the mill will close
 *     to      it plans to close the mill              to close the mill
 *     whom    they accuse the firm of fraud           the firm of fraud
 *             the firm is accused of fraud            the firm, of fraud
 *             they called him a liar                  him a liar
 *     thing   nobody agreed with the plan             the plan
 *
 * Who is told something is no part of it ("she was told that ...", "he told us that ..."), who is
 * told to do something is.
 */
#include <string.h>

#include "attrib/claim_words.h"
#include "attrib/nest.h"
#include "tree/shape.h"

enum { FAR = 64, NEAR = 8 }; /* tokens of a clause that the tree has lost */

static bool has_tag(const lgm_trees *t, uint32_t word, const char *tag)
{
    return t->doc->xpos.of && strcmp(lgm_doc_xpos(t->doc, word), tag) == 0;
}

static lgm_tokspan yield(const lgm_attrib_inner *n, uint32_t word)
{
    return lgm_attrib_yield(n->d->tree, word, lgm_tree_sentence(n->d->tree, n->word));
}

uint32_t lgm_attrib_nest_opener(const lgm_trees *t, uint32_t branch)
{
    const uint32_t first = lgm_tree_first(t, branch);
    return t->rel[first] == LGM_REL_case || t->rel[first] == LGM_REL_mark ? first : LGM_NONE;
}

/* May the phrase tell what somebody is accused of, praised for, asked to do? */
static bool is_charge(const lgm_attrib_inner *n, uint32_t branch, uint32_t first)
{
    const lgm_trees *const t = n->d->tree;
    const lgm_slice form = lgm_doc_form(t->doc, first), verb = lgm_doc_lemma(t->doc, n->word);
    if (LGM_SLICE_IN(form, "of", "for", "as", "over")) return true;
    if (LGM_SLICE_IN(form, "with")) return LGM_SLICE_IN(verb, "charge", "credit");
    return LGM_SLICE_IN(form, "to") &&
           (t->rel[branch] != LGM_REL_obl || LGM_SLICE_IN(verb, "liken", "attribute"));
}

/* "Of fraud", "for lying", "as a liar", "a liar": behind whom it is about. */
static uint32_t charge(const lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    for (uint32_t c = lgm_tree_right(t, n->word); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        if (t->rel[c] == LGM_REL_xcomp) return c;
        if (t->rel[c] != LGM_REL_obl && t->rel[c] != LGM_REL_advcl && t->rel[c] != LGM_REL_ccomp)
            continue;
        const uint32_t first = lgm_attrib_nest_opener(t, c);
        if (first != LGM_NONE && is_charge(n, c, first)) return c;
    }
    return LGM_NONE;
}

/* No clause of time, reason or manner, and no infinitive of a verb that takes none. */
static bool may_be_said(const lgm_attrib_inner *n, uint32_t clause)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t first = lgm_attrib_nest_opener(t, clause);
    if (first == LGM_NONE || first < n->word) return true;
    const lgm_slice form = lgm_doc_form(t->doc, first);
    if (LGM_SLICE_IN(form, "to"))
        return (n->kinds & (LGM_ATTRIB_NEST_TO | LGM_ATTRIB_NEST_WHOM)) != 0;
    return !LGM_SLICE_IN(form, "like", "for", "because", "as", "since", "before", "after", "until",
                         "while", "although", "though", "unless", "once", "about");
}

static bool say_clause(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t clause = lgm_tree_child(t, n->word, LGM_REL_ccomp);
    if (!(n->kinds & LGM_ATTRIB_NEST_THAT) || clause == LGM_NONE) return false;
    if (!may_be_said(n, clause)) return false;
    if (lgm_tree_right_child(t, n->word, LGM_REL_obj) == LGM_NONE ||
        !(n->kinds & LGM_ATTRIB_NEST_WHOM) || lgm_attrib_nest_opener(t, clause) == LGM_NONE ||
        !lgm_tree_form_is(t->doc, lgm_attrib_nest_opener(t, clause), "to"))
        lgm_attrib_nest_say(n, lgm_attrib_nest_clause_span(n, clause), &n->content);
    return n->content.n > 0;
}

static bool say_whom(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t what = charge(n);
    if (!(n->kinds & LGM_ATTRIB_NEST_WHOM) || what == LGM_NONE) return false;
    lgm_tokspan rest = yield(n, what);
    if (rest.start <= n->word) rest.start = n->word + 1; /* what was moved is its own piece */
    if (lgm_doc_lemma_is(t->doc, n->word, "call") && t->rel[what] != LGM_REL_xcomp &&
        !lgm_tree_form_is(t->doc, rest.start, "on"))
        return false; /* "called him out for his lies" */
    if (n->passive) {
        const uint32_t whom = n->subject;
        if (lgm_doc_lemma_is(t->doc, n->word, "call")) return false; /* "a barge called Ada" */
        lgm_tokspan moved = yield(n, whom);
        if (moved.end > n->cue.at[0].start) moved.end = n->cue.at[0].start;
        lgm_attrib_nest_say(n, moved, &n->content);
        lgm_attrib_nest_say(n, rest, &n->content);
        return true;
    }
    const uint32_t whom = lgm_tree_right_child(t, n->word, LGM_REL_obj);
    if (whom == LGM_NONE && !(n->kinds & LGM_ATTRIB_NEST_TO) &&
        lgm_tree_child(t, n->word, LGM_REL_obj) == LGM_NONE)
        return false;
    const uint32_t from = whom != LGM_NONE && whom < what ? yield(n, whom).start : rest.start;
    lgm_attrib_nest_say(n, (lgm_tokspan){from, rest.end}, &n->content);
    return true;
}

/* "Called on the firm to pay": whom, behind the preposition that the list has with the verb. */
static bool say_called_on(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t what = charge(n);
    for (uint32_t c = lgm_tree_right(t, n->word); c != LGM_NONE && what != LGM_NONE;
         c = lgm_tree_next(t, c)) {
        const uint32_t prep = lgm_attrib_nest_opener(t, c);
        if (t->rel[c] != LGM_REL_obl || prep != n->word + 1 || c > what || n->passive ||
            !(lgm_attrib_lemma_prep_kinds(t->doc, n->word, prep) & LGM_ATTRIB_NEST_WHOM))
            continue;
        n->cue.at[n->cue.n - 1].end = prep + 1;
        lgm_attrib_nest_say(n, (lgm_tokspan){prep + 1, yield(n, what).end}, &n->content);
        return true;
    }
    return false;
}

static bool say_infinitive(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t what = lgm_tree_right_child(t, n->word, LGM_REL_xcomp);
    if (!(n->kinds & LGM_ATTRIB_NEST_TO) || n->passive || what == LGM_NONE) return false;
    if (lgm_tree_left_child(t, what, LGM_REL_mark) == LGM_NONE) return false; /* "to", "not to" */
    lgm_attrib_nest_say(n, lgm_attrib_nest_infinitive_span(n, what), &n->content);
    return true;
}

/* Behind "with", "about", "against", and what the list has with the verb: the cue gets the
 * preposition. */
static uint32_t topic(const lgm_attrib_inner *n, uint32_t *prep)
{
    const lgm_trees *const t = n->d->tree;
    for (uint32_t c = lgm_tree_right(t, n->word); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        *prep = lgm_attrib_nest_opener(t, c);
        if (*prep == LGM_NONE || (t->rel[c] != LGM_REL_obl && t->rel[c] != LGM_REL_advcl) ||
            LGM_SLICE_IN(lgm_doc_lemma(t->doc, c), "year", "month", "week", "day", "hour", "decade",
                         "time", "moment"))
            continue;
        if (lgm_attrib_lemma_prep_kinds(t->doc, n->word, *prep) & LGM_ATTRIB_NEST_THING) return c;
        if ((n->kinds & LGM_ATTRIB_NEST_THING) && t->rel[c] == LGM_REL_obl &&
            LGM_SLICE_IN(lgm_doc_form(t->doc, *prep), "with", "about", "against"))
            return c;
    }
    return LGM_NONE;
}

/* "Denied stealing it": the verb behind as a thing. */
static uint32_t gerund(const lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t c = lgm_tree_right(t, n->word);
    if (c == LGM_NONE || (t->rel[c] != LGM_REL_xcomp && t->rel[c] != LGM_REL_ccomp))
        return LGM_NONE;
    return has_tag(t, c, "VBG") && lgm_tree_first(t, c) == n->word + 1 ? c : LGM_NONE;
}

static void say_topic(lgm_attrib_inner *n)
{
    uint32_t prep;
    const uint32_t what = topic(n, &prep);
    if (what == LGM_NONE) return;
    if (n->cue.at[n->cue.n - 1].end == prep) n->cue.at[n->cue.n - 1].end = prep + 1;
    lgm_attrib_nest_say(n, (lgm_tokspan){prep + 1, yield(n, what).end}, &n->content);
}

/* "Planned the attack": a deed, where "planned attacks" is what they had in mind. */
static bool is_done_plan(const lgm_trees *t, uint32_t verb, uint32_t what)
{
    const uint32_t det = lgm_tree_left_child(t, what, LGM_REL_det);
    return lgm_doc_lemma_is(t->doc, verb, "plan") && has_tag(t, verb, "VBD") && det != LGM_NONE &&
           lgm_tree_is_the(lgm_doc_form(t->doc, det));
}

static void say_thing(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    if (n->passive) { /* "the plan was rejected by the union" */
        if (n->source.n > 0 && (n->kinds & LGM_ATTRIB_NEST_THING))
            lgm_attrib_nest_say(n, (lgm_tokspan){yield(n, n->subject).start, n->cue.at[0].start},
                                &n->content);
        return;
    }
    const uint32_t what = lgm_tree_right_child(t, n->word, LGM_REL_obj);
    if (what != LGM_NONE && is_done_plan(t, n->word, what)) return;
    if (what == LGM_NONE || !(n->kinds & LGM_ATTRIB_NEST_THING)) {
        if (n->kinds & LGM_ATTRIB_NEST_THING && gerund(n) != LGM_NONE)
            lgm_attrib_nest_say(n, yield(n, gerund(n)), &n->content);
        else if (what == LGM_NONE)
            say_topic(n);
        return;
    }
    const uint32_t more = charge(n);
    lgm_tokspan s = yield(n, what);
    if (more != LGM_NONE && more > what) s.end = yield(n, more).end;
    lgm_attrib_nest_say(n, s, &n->content);
}

/* "What they called bad theatre": what stands between the verb and the end of its clause. */
static void say_name(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t first = lgm_tree_first(t, n->subject);
    if (!lgm_doc_lemma_is(t->doc, n->word, "call") || n->passive || first == 0 ||
        !lgm_tree_form_is(t->doc, first - 1, "what"))
        return;
    const uint32_t what = lgm_tree_last(t, first - 1), own = lgm_tree_last(t, n->word);
    lgm_attrib_nest_say(n, (lgm_tokspan){n->word + 1, what > own ? what : own}, &n->content);
}

/* "Had warned the port in March | that": the "that" behind a verb, with no verb between; or
 * LGM_NONE. */
static uint32_t that_behind(const lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t end = lgm_tree_sentence(t, n->word).end;
    for (uint32_t w = n->word + 1; w < end && w <= n->word + NEAR; w++) {
        if (t->upos[w] == LGM_UPOS_SCONJ && lgm_tree_form_is(t->doc, w, "that")) return w;
        if (t->upos[w] == LGM_UPOS_VERB || t->upos[w] == LGM_UPOS_AUX ||
            t->upos[w] == LGM_UPOS_CCONJ)
            return LGM_NONE;
    }
    return LGM_NONE;
}

/* "He believes cuts left the crews short of rope", where the tree has lost the clause: up to the
 * next comma, if there is a verb. Of verbs that have other senses, from their "that" on. */
static void say_rest(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const lgm_tokspan sentence = lgm_tree_sentence(t, n->word);
    lgm_tokspan s = {n->word + 1, n->word + 1};
    if (n->passive) return;
    if (!LGM_SLICE_IN(lgm_doc_lemma(t->doc, n->word), "believe", "think", "say", "hope", "fear",
                      "suspect", "guess", "claim", "expect", "insist", "argue")) {
        const uint32_t that = n->kinds & LGM_ATTRIB_NEST_THAT ? that_behind(n) : LGM_NONE;
        if (that == LGM_NONE) return;
        s = (lgm_tokspan){that, that};
    }
    while (s.end < sentence.end && s.end - s.start < FAR && n->d->content[s.end] == n->outer &&
           t->upos[s.end] != LGM_UPOS_PUNCT)
        s.end++;
    bool verb = false;
    for (uint32_t w = s.start + 1; w < s.end && !verb; w++) {
        const uint32_t subject = lgm_tree_child(t, w, LGM_REL_nsubj);
        verb = (t->upos[w] == LGM_UPOS_VERB || t->upos[w] == LGM_UPOS_AUX) && subject != LGM_NONE &&
               subject > n->word;
    }
    if (verb) lgm_attrib_nest_say(n, s, &n->content);
}

void lgm_attrib_nest_content(lgm_attrib_inner *n)
{
    if (say_clause(n) || say_called_on(n) || say_whom(n) || say_infinitive(n)) return;
    say_name(n);
    if (n->content.n == 0) say_thing(n);
    if (n->content.n == 0) say_rest(n);
}
