/*
 * content.c - what a claim does by its content, where the cue only says.
 *
 *   ask        "Who locked the gate?" the judge said.
 *   demand     He insisted that she be freed.
 *   promise    She said she would rebuild the school: she who speaks, of what she will do.
 *   apologise  He said he was sorry. "We apologise", the firm said.
 *   claim_responsibility   It said it took responsibility for the blast.
 */
#include "act/content.h"

#include <string.h>

#include "act/act_words.h"
#include "base/sorted.h"
#include "doc/why.h"
#include "tree/shape.h"

static bool is_quoted(const lgm_doc *doc, uint32_t token)
{
    return (doc->tokens[token].flags & LGM_TOK_QUOTED) != 0;
}

/* "Why did", "How can": whatever mark it ends with. */
static bool starts_question(const lgm_trees *t, lgm_tokspan s)
{
    while (s.start < s.end && t->upos[s.start] == LGM_UPOS_PUNCT) s.start++;
    return s.start + 1 < s.end && t->upos[s.start + 1] == LGM_UPOS_AUX &&
           (lgm_tree_form_is(t->doc, s.start, "why") || lgm_tree_form_is(t->doc, s.start, "how"));
}

bool lgm_act_is_question(const lgm_trees *t, const lgm_doc_claim *c)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t first = c->content.at[0].start;
    if (lgm_tree_form_is(doc, first, "whether") || lgm_tree_form_is(doc, first, "if")) {
        const uint32_t verb = doc->head[first];
        return verb == LGM_NONE || t->rel[verb] == LGM_REL_ccomp || t->rel[verb] == LGM_REL_root;
    }
    if (c->form == LGM_FORM_DIRECT && starts_question(t, c->content.at[0])) return true;
    for (uint8_t i = 0; i < c->content.n; i++)
        for (uint32_t w = c->content.at[i].start; w < c->content.at[i].end; w++) {
            if (!is_quoted(doc, w)) continue;
            const lgm_slice s = lgm_doc_form(doc, w);
            if (LGM_SLICE_IN(s, "?", "?!", "??")) return true;
            if (LGM_SLICE_IN(s, ".", "!", "...", "…", ";")) return false;
        }
    return false;
}

/* The first mention that starts at the token, by its entity; LGM_NONE for none. */
static uint32_t entity_at(const lgm_doc *doc, uint32_t token)
{
    size_t i =
        LGM_SORTED_FIRST(lgm_doc_mention, doc->mentions, doc->n_mentions, tokens.start, token);
    for (; i < doc->n_mentions && doc->mentions[i].tokens.start == token; i++)
        if (doc->mentions[i].head == token) return doc->mentions[i].entity;
    return LGM_NONE;
}

/* Does the source speak of itself? */
static bool is_speaker(const lgm_trees *t, uint32_t claim, uint32_t subject)
{
    const lgm_pronoun word = (lgm_pronoun)t->word[subject];
    if (word == LGM_PRO_I || word == LGM_PRO_WE) return is_quoted(t->doc, subject);
    const bool third =
        word == LGM_PRO_HE || word == LGM_PRO_SHE || word == LGM_PRO_IT || word == LGM_PRO_THEY;
    const uint32_t speaker = lgm_doc_who(t->doc, claim).speaker;
    return third && !is_quoted(t->doc, subject) && speaker != LGM_NONE &&
           entity_at(t->doc, subject) == speaker;
}

/* "Will rebuild" and "would rebuild", of what lies in one's hands. */
static bool is_undertaken(const lgm_trees *t, uint32_t head)
{
    bool will = false;
    if (t->upos[head] != LGM_UPOS_VERB ||
        LGM_SLICE_IN(lgm_doc_lemma(t->doc, head), "be", "have", "like", "love", "prefer", "need",
                     "want", "know", "see", "say", "lose", "win", "expect", "think", "hope",
                     "tell"))
        return false;
    for (uint32_t c = lgm_tree_left(t, head); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        if (lgm_tree_is_not(t->doc, c)) return false;
        if (t->rel[c] != LGM_REL_aux) continue;
        if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, c), "be", "have")) return false;
        will |= LGM_SLICE_IN(lgm_doc_lemma(t->doc, c), "will", "would", "shall");
    }
    return will;
}

static bool takes_responsibility(const lgm_trees *t, uint32_t head)
{
    const uint32_t object = lgm_tree_child(t, head, LGM_REL_obj);
    return object != LGM_NONE && lgm_doc_lemma_is(t->doc, object, "responsibility") &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, head), "claim", "take", "accept", "bear", "assume");
}

bool lgm_act_is_bidding(const lgm_trees *t, uint32_t head)
{
    if (!t->doc->xpos.of || strcmp(lgm_doc_xpos(t->doc, head), "VB") != 0) return false;
    const uint32_t mark = lgm_tree_child(t, head, LGM_REL_mark);
    return mark != LGM_NONE && lgm_tree_form_is(t->doc, mark, "that") &&
           lgm_tree_child(t, head, LGM_REL_nsubj) != LGM_NONE &&
           lgm_tree_child(t, head, LGM_REL_aux) == LGM_NONE;
}

/* *why: the rule. */
static lgm_act by_content(const lgm_trees *t, uint32_t claim, uint32_t head, const char **why)
{
    const lgm_doc_claim *const c = &t->doc->claims[claim];
    *why = "What is said is a question";
    if (lgm_act_is_question(t, c)) return LGM_ACT_ASK;
    *why = "What is said is a demand: a bare verb behind \"that\"";
    if (lgm_act_is_bidding(t, head)) return LGM_ACT_DEMAND;
    const uint32_t subject = lgm_tree_child(t, head, LGM_REL_nsubj);
    *why = "The cue says no more than that it is said, and so does the content";
    if (subject == LGM_NONE || !is_speaker(t, claim, subject)) return LGM_ACT_STATE;
    *why = "The source says of itself that it takes responsibility";
    if (takes_responsibility(t, head)) return LGM_ACT_CLAIM_RESPONSIBILITY;
    *why = "The source says of itself that it is sorry";
    if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, head), "apologise", "apologize", "sorry", "regret"))
        return LGM_ACT_APOLOGISE;
    const bool promises = is_undertaken(t, head);
    *why = promises ? "The source says what it will do itself"
                    : "The cue says no more than that it is said, and so does the content";
    return promises ? LGM_ACT_PROMISE : LGM_ACT_STATE;
}

lgm_act lgm_act_by_content(const lgm_trees *t, uint32_t claim)
{
    const char *why;
    const uint32_t head = lgm_act_head(t, &t->doc->claims[claim].content);
    const lgm_act act = by_content(t, claim, head, &why);
    LGM_WHY(t->doc, CLAIM, claim, "act", LGM_ONE_WORD(head), "%s", why);
    return act;
}
