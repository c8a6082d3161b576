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
#include "attrib/claim_words.h"
#include "attrib/nest.h"
#include "tree/shape.h"

enum { FAR = 64 }; /* tokens of a clause that the tree has lost */

static lgm_tokspan yield(const lgm_attrib_inner *n, uint32_t word)
{
    return lgm_attrib_yield(n->d->tree, word, lgm_tree_sentence(n->d->tree, n->word));
}

uint32_t lgm_attrib_nest_opener(const lgm_trees *t, uint32_t branch)
{
    const uint32_t first = lgm_tree_first(t, branch);
    return t->rel[first] == LGM_REL_case || t->rel[first] == LGM_REL_mark ? first : LGM_NONE;
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
        if (first != LGM_NONE &&
            LGM_SLICE_IN(lgm_doc_form(t->doc, first), "of", "for", "as", "with", "to", "over"))
            return c;
    }
    return LGM_NONE;
}

static bool say_clause(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t clause = lgm_tree_child(t, n->word, LGM_REL_ccomp);
    if (!(n->kinds & LGM_ATTRIB_NEST_THAT) || clause == LGM_NONE) return false;
    if (lgm_tree_right_child(t, n->word, LGM_REL_obj) == LGM_NONE ||
        !(n->kinds & LGM_ATTRIB_NEST_WHOM) || lgm_attrib_nest_opener(t, clause) == LGM_NONE ||
        !lgm_tree_form_is(t->doc, lgm_attrib_nest_opener(t, clause), "to"))
        lgm_attrib_nest_say(n, yield(n, clause), &n->content);
    return n->content.n > 0;
}

static bool say_whom(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t what = charge(n);
    if (!(n->kinds & LGM_ATTRIB_NEST_WHOM) || what == LGM_NONE) return false;
    const lgm_tokspan rest = yield(n, what);
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

static bool say_infinitive(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t what = lgm_tree_right_child(t, n->word, LGM_REL_xcomp);
    if (!(n->kinds & LGM_ATTRIB_NEST_TO) || n->passive || what == LGM_NONE) return false;
    lgm_attrib_nest_say(n, yield(n, what), &n->content);
    return true;
}

/* Behind "with", "about", "against": the cue gets the preposition. */
static uint32_t topic(const lgm_attrib_inner *n, uint32_t *prep)
{
    const lgm_trees *const t = n->d->tree;
    for (uint32_t c = lgm_tree_right(t, n->word); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        *prep = lgm_attrib_nest_opener(t, c);
        if (t->rel[c] == LGM_REL_obl && *prep != LGM_NONE &&
            LGM_SLICE_IN(lgm_doc_form(t->doc, *prep), "with", "about", "against"))
            return c;
    }
    return LGM_NONE;
}

static void say_thing(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    if (!(n->kinds & LGM_ATTRIB_NEST_THING)) return;
    if (n->passive) { /* "the plan was rejected by the union" */
        if (n->source.n > 0)
            lgm_attrib_nest_say(n, (lgm_tokspan){yield(n, n->subject).start, n->cue.at[0].start},
                                &n->content);
        return;
    }
    uint32_t prep, what = lgm_tree_right_child(t, n->word, LGM_REL_obj);
    if (what != LGM_NONE) {
        const uint32_t more = charge(n);
        lgm_tokspan s = yield(n, what);
        if (more != LGM_NONE && more > what) s.end = yield(n, more).end;
        lgm_attrib_nest_say(n, s, &n->content);
        return;
    }
    what = topic(n, &prep);
    if (what == LGM_NONE) return;
    if (n->cue.at[n->cue.n - 1].end == prep) n->cue.at[n->cue.n - 1].end = prep + 1;
    lgm_attrib_nest_say(n, (lgm_tokspan){prep + 1, yield(n, what).end}, &n->content);
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

/* "He believes cuts left the crews short of rope", where the tree has lost the clause: up to the
 * next comma, if there is a verb. */
static void say_rest(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const lgm_tokspan sentence = lgm_tree_sentence(t, n->word);
    lgm_tokspan s = {n->word + 1, n->word + 1};
    if (!(n->kinds & LGM_ATTRIB_NEST_THAT) || n->passive) return;
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
    if (say_clause(n) || say_whom(n) || say_infinitive(n)) return;
    say_name(n);
    if (n->content.n == 0) say_thing(n);
    if (n->content.n == 0) say_rest(n);
}
