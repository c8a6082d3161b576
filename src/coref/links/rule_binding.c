/*
 * rule_binding.c - whom a pronoun cannot mean, by where it stands.
 *
 * Principle C of N. Chomsky, "Lectures on Government and Binding" (1981), for pronouns that are
 * subjects: in "he told Lind" and in "Lind will stay, he said" he is somebody else.
 */
#include "coref/links/rules.h"

enum { CLIMB = 8, FOLLOWING = 12 }; /* words up a tree; mentions behind a pronoun */

/* True if the word depends on the verb, not through conjunction, parataxis ("he left, Lind said"),
 * apposition or a compound ("the Lind campaign"). */
static bool is_below(const lgm_trees *t, uint32_t word, uint32_t verb)
{
    for (int i = 0; i < CLIMB && word != LGM_NONE; i++) {
        if (word == verb) return true;
        const uint8_t rel = t->rel[word];
        if (rel == LGM_REL_parataxis || rel == LGM_REL_conj || rel == LGM_REL_appos ||
            rel == LGM_REL_compound)
            return false;
        word = t->doc->head[word];
    }
    return false;
}

/* "He wrote to Lind", or "to the mayor": he is not Lind, who alone is a mayor. A name that speaks
 * is left aside: in "If she wins, Lind said" she may be Lind. */
bool lgm_coref_rule_subject_is_not_object(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const lgm_coref_linker *const l = s->l;
    const lgm_coref_mention *const m = &l->at[i];
    const uint32_t named = lgm_coref_cluster_of(s, ante)->named;
    if (named == LGM_NONE || m->make < LGM_MAKE_I || l->t->rel[m->head] != LGM_REL_nsubj)
        return false;
    const uint32_t verb = l->t->doc->head[m->head];
    for (uint32_t j = i + 1; j < l->n && j <= i + FOLLOWING; j++)
        if ((l->at[j].group == named || l->only[j] == named) && !l->at[j].speaks &&
            is_below(l->t, l->at[j].head, verb))
            return true;
    return false;
}

/* May a speaker mean himself by it? In quotations all but "I" and "we" are others. */
static bool calls_itself(const lgm_coref_linker *l, const lgm_coref_mention *m)
{
    if (m->make < LGM_MAKE_I || m->make == LGM_MAKE_YOU) return false;
    return m->make == LGM_MAKE_I || m->make == LGM_MAKE_WE ||
           lgm_tree_quote(l->t, m->head) == LGM_NONE;
}

/* "Weber was given a prize, he said": the antecedent is in what i says, and is not its speaker. But
 * a report may begin with "The port is to close, it said on Monday". */
bool lgm_coref_rule_speaker_is_not_spoken_of(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const lgm_coref_linker *const l = s->l;
    const lgm_coref_mention *const by = &l->at[i], *const of = &l->at[ante];
    const uint32_t claim = l->content[of->head];
    if (by->make < LGM_MAKE_I || claim == LGM_NONE || l->by[claim] != i) return false;
    return !calls_itself(l, of) && (by->make != LGM_MAKE_IT || l->prev_topic[i] != LGM_NONE);
}

/* "Jonas Weber has died. His sister, Ada, said he had been ill": the "he" in what a relative or
 * an agent says is the person whose relative that is, where both have the same pronoun. */
bool lgm_coref_rule_relative_speaks_of_another(const lgm_coref_clusters *s, uint32_t i,
                                               uint32_t ante)
{
    const lgm_coref_linker *const l = s->l;
    const lgm_trees *const t = l->t;
    const lgm_coref_mention *const m = &l->at[i];
    const uint32_t claim = l->content[m->head];
    if ((m->make != LGM_MAKE_HE && m->make != LGM_MAKE_SHE) || claim == LGM_NONE) return false;
    const uint32_t by = l->by[claim];
    if (by == LGM_NONE || l->cluster[by] != l->cluster[ante]) return false;
    const uint32_t first = t->doc->claims[claim].source.at[0].start;
    return first != l->at[by].head && t->upos[first] == LGM_UPOS_PRON &&
           t->word[first] == t->word[m->head];
}

/* The verb that a mention is the subject of, where somebody else is its object; LGM_NONE. */
static uint32_t done_to_another(const lgm_trees *t, const lgm_coref_mention *m)
{
    const uint32_t verb = t->doc->head[m->head];
    if (t->rel[m->head] != LGM_REL_nsubj || verb == LGM_NONE) return LGM_NONE;
    const uint32_t whom = lgm_tree_right_child(t, verb, LGM_REL_iobj);
    return whom != LGM_NONE || lgm_tree_right_child(t, verb, LGM_REL_obj) != LGM_NONE ? verb
                                                                                      : LGM_NONE;
}

/* "A reporter asked Weber": whoever asks somebody else, and is new. */
static bool asks(const lgm_trees *t, const lgm_coref_mention *m)
{
    const uint32_t verb = done_to_another(t, m);
    return m->make == LGM_MAKE_INDEF && verb != LGM_NONE && lgm_doc_lemma_is(t->doc, verb, "ask");
}

/* In the next sentence he who says something is the one that was asked. */
bool lgm_coref_rule_who_asks_does_not_answer(const lgm_coref_clusters *s, uint32_t i, uint32_t ante)
{
    const lgm_coref_linker *const l = s->l;
    const lgm_coref_mention *const m = &l->at[i], *const a = &l->at[ante];
    return (m->make == LGM_MAKE_HE || m->make == LGM_MAKE_SHE) && m->speaks && asks(l->t, a) &&
           lgm_tree_sent(l->t, m->head) == lgm_tree_sent(l->t, a->head) + 1;
}

/* He who denies is not he who accuses somebody right before. */
bool lgm_coref_rule_who_accuses_does_not_deny(const lgm_coref_clusters *s, uint32_t i,
                                              uint32_t ante)
{
    const lgm_trees *const t = s->l->t;
    const lgm_coref_mention *const m = &s->l->at[i], *const a = &s->l->at[ante];
    const uint32_t denies = t->doc->head[m->head], accuses = done_to_another(t, a);
    if (m->make < LGM_MAKE_HE || t->rel[m->head] != LGM_REL_nsubj || denies == LGM_NONE ||
        accuses == LGM_NONE || lgm_tree_sent(t, m->head) - lgm_tree_sent(t, a->head) > 1)
        return false;
    return LGM_SLICE_IN(lgm_doc_lemma(t->doc, denies), "deny", "reject", "refute", "dispute",
                        "denie") &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, accuses), "accuse", "blame", "charge", "suspect");
}
