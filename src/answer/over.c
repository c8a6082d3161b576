/*
 * over.c - what a dispute is over, in the words of the claim that is denied.
 *
 *     accused the firm of hiding three deaths              hiding three deaths
 *     said that the dam, which is old, was safe            the dam, which is old, was safe
 *     "It goes on, but one can say that the guards did it"   the guards did it
 *
 * The clause that says it, without marks and "that"; a long one loses its last phrases.
 */
#include "answer/dispute.h"
#include "tree/shape.h"

enum { LENGTH = 14 }; /* words of a phrase that is still short */

static bool is_mark(const lgm_trees *t, uint32_t w)
{
    return t->upos[w] == LGM_UPOS_PUNCT;
}

/* The piece that says most. */
static lgm_tokspan longest(const lgm_parts *p)
{
    lgm_tokspan best = p->at[0];
    for (uint8_t i = 1; i < p->n; i++)
        if (p->at[i].end - p->at[i].start > best.end - best.start) best = p->at[i];
    return best;
}

/* The first word of the piece that hangs on none of it. */
static uint32_t head_of(const lgm_trees *t, lgm_tokspan s)
{
    for (uint32_t w = s.start; w < s.end; w++) {
        const uint32_t up = t->doc->head[w];
        if (!is_mark(t, w) && (up == LGM_NONE || up < s.start || up >= s.end)) return w;
    }
    return s.start;
}

static uint32_t last_child(const lgm_trees *t, uint32_t head, uint8_t rel)
{
    uint32_t last = LGM_NONE;
    for (uint32_t c = lgm_tree_right(t, head); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == rel) last = c;
    return last;
}

/* "Said with certainty | that": the clause hangs on the noun. */
static uint32_t clause_of_noun(const lgm_trees *t, uint32_t head)
{
    const uint32_t noun = last_child(t, head, LGM_REL_obl);
    return noun == LGM_NONE ? noun : last_child(t, noun, LGM_REL_acl);
}

/* Behind "but", and what is said to be said: the clause that tells. */
static uint32_t telling(const lgm_trees *t, uint32_t head, lgm_tokspan s)
{
    const uint32_t conj = last_child(t, head, LGM_REL_conj);
    if (conj != LGM_NONE && conj < s.end) {
        const uint32_t cc = lgm_tree_left_child(t, conj, LGM_REL_cc);
        if (cc != LGM_NONE && lgm_tree_form_is(t->doc, cc, "but")) head = conj;
    }
    uint32_t said = last_child(t, head, LGM_REL_ccomp);
    if (said == LGM_NONE && lgm_doc_lemma_is(t->doc, head, "say"))
        said = last_child(t, head, LGM_REL_csubj);
    if (said == LGM_NONE) said = clause_of_noun(t, head);
    const bool says = LGM_SLICE_IN(lgm_doc_lemma(t->doc, head), "say", "think", "believe", "know",
                                   "clear", "certain", "sure", "see");
    return says && said != LGM_NONE && said < s.end ? said : head;
}

/* "The firm | of hiding", "Lind | of fraud", "Lind | for the delay": what the accusation is. */
static uint32_t behind(const lgm_trees *t, lgm_tokspan s, uint32_t head, const char *word)
{
    for (uint32_t w = s.start; w + 1 < s.end; w++) {
        const uint32_t up = t->doc->head[w], over = up == LGM_NONE ? LGM_NONE : t->doc->head[up];
        if (!lgm_tree_form_is(t->doc, w, word) || up == LGM_NONE) continue;
        if (t->upos[up] == LGM_UPOS_VERB || over == LGM_NONE || over < s.start || over >= s.end ||
            over == head)
            return w + 1;
    }
    return s.start;
}

static bool is_clause(const lgm_trees *t, uint32_t w)
{
    return lgm_tree_left_child(t, w, LGM_REL_nsubj) != LGM_NONE;
}

static lgm_tokspan clause_of(const lgm_trees *t, lgm_tokspan s, uint32_t head)
{
    const uint32_t subject = lgm_tree_left_child(t, head, LGM_REL_nsubj);
    const uint32_t first = lgm_tree_first(t, subject), last = lgm_tree_last(t, head);
    return (lgm_tokspan){first > s.start ? first : s.start, last < s.end ? last : s.end};
}

/* Where a long one may end: behind a noun, before a mark, a conjunction or a preposition; the last
 * such place within the length. */
static bool may_end(const lgm_trees *t, uint32_t w)
{
    const uint8_t before = t->upos[w - 1], upos = t->upos[w];
    if (before != LGM_UPOS_NOUN && before != LGM_UPOS_PROPN && before != LGM_UPOS_PRON &&
        before != LGM_UPOS_NUM && before != LGM_UPOS_PUNCT)
        return false;
    return (upos == LGM_UPOS_PUNCT && !lgm_tree_form_is(t->doc, w, "-")) ||
           upos == LGM_UPOS_CCONJ || upos == LGM_UPOS_SCONJ || upos == LGM_UPOS_ADP ||
           upos == LGM_UPOS_PART;
}

static uint32_t shorten(const lgm_trees *t, lgm_tokspan s)
{
    if (s.end - s.start <= LENGTH) return s.end;
    for (uint32_t w = s.start + LENGTH; w > s.start + 3; w--)
        if (may_end(t, w)) return w;
    return s.start + LENGTH;
}

static lgm_tokspan trim(const lgm_trees *t, lgm_tokspan s)
{
    while (s.start + 1 < s.end &&
           (is_mark(t, s.start) || lgm_tree_form_is(t->doc, s.start, "that") ||
            lgm_tree_form_is(t->doc, s.start, "but") || lgm_tree_form_is(t->doc, s.start, "of")))
        s.start++;
    while (s.start + 1 < s.end && (is_mark(t, s.end - 1) || t->upos[s.end - 1] == LGM_UPOS_ADP))
        s.end--;
    return s;
}

static uint32_t charge_in(const lgm_trees *t, lgm_tokspan s, uint32_t head)
{
    const uint32_t of = behind(t, s, head, "of");
    return of == s.start ? behind(t, s, head, "for") : of;
}

lgm_tokspan lgm_answer_over(const lgm_trees *t, uint32_t claim)
{
    const lgm_doc_claim *const c = &t->doc->claims[claim];
    lgm_tokspan s = longest(&c->content);
    const uint32_t head = head_of(t, s), clause = telling(t, head, s);
    if (is_clause(t, clause))
        s = clause_of(t, s, clause);
    else if (lgm_doc_act(t->doc, claim).act == LGM_ACT_ACCUSE)
        s.start = charge_in(t, s, head);
    s = trim(t, s);
    s.end = shorten(t, s);
    return trim(t, s);
}
