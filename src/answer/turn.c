/*
 * turn.c - who speaks right before whom: questions with their answers, and turns of a quarrel.
 *
 *     A reporter asked Lind whether she would go. "I will stay," Lind said.
 *     "Did you take it?" the judge asked. "Never," answered Feld.
 *     Asked whether the dam was safe, Berg said it was.
 */
#include "answer/answer_words.h"
#include "answer/answered.h"
#include "tree/shape.h"

static uint32_t where(const lgm_matters *m, uint32_t claim)
{
    const lgm_doc_claim *const c = &m->t->doc->claims[claim];
    return lgm_tree_sent(m->t, c->cue.n ? c->cue.at[0].start : c->content.at[0].start);
}

uint32_t lgm_answer_apart(const lgm_matters *m, uint32_t a, uint32_t b)
{
    const uint32_t x = where(m, a), y = where(m, b);
    return x < y ? y - x : x - y;
}

bool lgm_answer_is_within(const lgm_doc *doc, uint32_t claim, uint32_t outer)
{
    for (uint32_t c = claim; c != LGM_NONE; c = lgm_doc_parent(doc, c))
        if (c == outer) return true;
    return false;
}

/* Is it put in passing, in a relative clause, or without a cue? Nobody replies to that. */
static bool is_aside(const lgm_trees *t, const lgm_doc_claim *c)
{
    for (uint8_t i = 0; i < c->cue.n; i++)
        for (uint32_t w = c->cue.at[i].start; w < c->cue.at[i].end; w++)
            if (t->rel[w] == LGM_REL_acl) return true;
    return c->cue.n == 0;
}

/* Of "the transcript shows that Lind spoke of the quay" it is Lind whom one answers. */
static uint32_t who_is_shown(const lgm_matters *m, uint32_t claim, uint32_t answer)
{
    const lgm_doc *const doc = m->t->doc;
    if (lgm_doc_act(doc, claim).act != LGM_ACT_REPORT &&
        lgm_doc_who(doc, claim).kind != LGM_SPEAKER_OUTLET)
        return claim;
    for (uint32_t c = claim + 1; c < answer && c <= claim + LGM_ANSWER_AHEAD; c++)
        if (lgm_doc_parent(doc, c) == claim && lgm_doc_who(doc, c).speaker != LGM_NONE &&
            !lgm_answer_same_speaker(m, c, answer))
            return c;
    return claim;
}

/* A plan or a wish is not said. */
static bool is_held(const lgm_doc *doc, uint32_t claim)
{
    return lgm_doc_act(doc, claim).act == LGM_ACT_OTHER;
}

uint32_t lgm_answer_turn_before(const lgm_matters *m, uint32_t claim)
{
    const lgm_doc *const doc = m->t->doc;
    const bool nested = lgm_doc_parent(doc, claim) != LGM_NONE;
    for (uint32_t i = 1; i <= LGM_ANSWER_BACK && i <= claim; i++) {
        const uint32_t c = claim - i;
        if (nested ? lgm_answer_is_within(doc, claim, c) || is_held(doc, c)
                   : lgm_doc_parent(doc, c) != LGM_NONE)
            continue;
        if (lgm_answer_apart(m, c, claim) > LGM_ANSWER_NEAR ||
            lgm_answer_same_speaker(m, c, claim) || is_aside(m->t, &doc->claims[c]))
            return LGM_NONE;
        return nested ? c : who_is_shown(m, c, claim);
    }
    return LGM_NONE;
}

static uint32_t asking_verb(const lgm_trees *t, const lgm_doc_claim *c)
{
    for (uint8_t i = 0; i < c->cue.n; i++)
        for (uint32_t w = c->cue.at[i].start; w < c->cue.at[i].end; w++)
            if (t->upos[w] == LGM_UPOS_VERB && lgm_answer_word(t->doc, w) & LGM_ANSWER_ASKING)
                return w;
    return LGM_NONE;
}

/* "Asked to comment", and not "asked to be freed". */
static bool asks_to_speak(const lgm_trees *t, const lgm_doc_claim *c)
{
    const lgm_tokspan s = c->content.at[c->content.n - 1];
    for (uint32_t w = s.start; w < s.end && w < s.start + 4; w++)
        if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, w), "comment", "respond", "explain", "elaborate",
                         "react", "reply", "answer"))
            return true;
    return false;
}

static bool is_passive(const lgm_trees *t, uint32_t verb)
{
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_aux && lgm_doc_lemma_is(t->doc, c, "be")) return true;
    return false;
}

/* Is one who answers among those who were asked? */
static bool was_asked(const lgm_matters *m, uint32_t question, uint32_t verb, uint32_t answer)
{
    const lgm_trees *const t = m->t;
    const bool passive = is_passive(t, verb);
    if (passive && lgm_answer_same_speaker(m, question, answer)) return true;
    const uint32_t whom[] = {lgm_tree_right_child(t, verb, LGM_REL_obj),
                             lgm_tree_right_child(t, verb, LGM_REL_iobj),
                             passive ? lgm_tree_left_child(t, verb, LGM_REL_nsubj) : LGM_NONE};
    for (size_t i = 0; i < LGM_COUNT(whom); i++)
        if (whom[i] != LGM_NONE && m->by_head[whom[i]] != LGM_NONE &&
            lgm_answer_is_party(m, answer, m->by_head[whom[i]]))
            return true;
    return false;
}

static bool replies(const lgm_trees *t, const lgm_doc_claim *c)
{
    for (uint8_t i = 0; i < c->cue.n; i++)
        for (uint32_t w = c->cue.at[i].start; w < c->cue.at[i].end; w++)
            if (lgm_answer_word(t->doc, w) & LGM_ANSWER_TURN) return true;
    return false;
}

static bool is_answered(const lgm_matters *m, uint32_t question, uint32_t answer)
{
    const lgm_doc_claim *const q = &m->t->doc->claims[question];
    const uint32_t verb = asking_verb(m->t, q);
    const bool asks = lgm_doc_act(m->t->doc, question).act == LGM_ACT_ASK;
    if (!asks && (verb == LGM_NONE || !asks_to_speak(m->t, q))) return false;
    if (verb != LGM_NONE && was_asked(m, question, verb, answer)) return true;
    if (lgm_answer_same_speaker(m, question, answer)) return false;
    const uint32_t up = verb == LGM_NONE ? LGM_NONE : m->t->doc->head[verb];
    if (up != LGM_NONE && lgm_parts_have(&m->t->doc->claims[answer].cue, up)) return true;
    return asks && replies(m->t, &m->t->doc->claims[answer]) &&
           (q->cue.n > 0 || lgm_answer_apart(m, question, answer) < 2);
}

uint32_t lgm_answer_question(const lgm_matters *m, uint32_t claim)
{
    const lgm_doc *const doc = m->t->doc;
    if (lgm_doc_parent(doc, claim) != LGM_NONE ||
        asking_verb(m->t, &doc->claims[claim]) != LGM_NONE)
        return LGM_NONE;
    for (uint32_t i = 1; i <= LGM_ANSWER_BACK && i <= claim; i++) {
        const uint32_t c = claim - i;
        if (lgm_doc_parent(doc, c) != LGM_NONE) continue;
        return lgm_answer_apart(m, c, claim) <= LGM_ANSWER_NEAR && is_answered(m, c, claim)
                   ? c
                   : LGM_NONE;
    }
    return LGM_NONE;
}
