/*
 * binding.c - whom a pronoun cannot mean, by where it stands.
 *
 * Principle C of N. Chomsky, "Lectures on Government and Binding" (1981), for pronouns that are
 * subjects: in "he told Lind" and in "Lind will stay, he said" he is somebody else.
 */
#include "coref/clusters.h"

enum { CLIMB = 8, FOLLOWING = 12 }; /* words up a tree; mentions behind a pronoun */

/* Does the word hang on the verb, and not in a row with it or beside it ("he left, Lind said") or as part of what it is
 * no person in ("the Lind campaign")? */
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

/* "He wrote to Lind", or "to the mayor": he is not Lind, who alone is a mayor. One who speaks may be: "If she wins, Lind said". */
static bool names_below(const lgm_linker *l, uint32_t i, uint32_t named)
{
    const lgm_mention *const m = &l->at[i];
    if (named == LGM_NONE || m->make < LGM_MAKE_I || l->t->rel[m->head] != LGM_REL_nsubj)
        return false;
    const uint32_t verb = l->t->doc->head[m->head];
    for (uint32_t j = i + 1; j < l->n && j <= i + FOLLOWING; j++)
        if ((l->at[j].group == named || l->only[j] == named) && !l->at[j].speaks &&
            is_below(l->t, l->at[j].head, verb))
            return true;
    return false;
}

/* May a speaker call itself so? In quotations all but "I" and "we" are others. */
static bool calls_itself(const lgm_linker *l, const lgm_mention *m)
{
    if (m->make < LGM_MAKE_I || m->make == LGM_MAKE_YOU) return false;
    return m->make == LGM_MAKE_I || m->make == LGM_MAKE_WE || l->t->quote[m->head] == LGM_NONE;
}

/* The antecedent is in what i says, and is not its speaker. But a report may begin with "The port is to close, it said
 * on Monday". */
static bool says_it_of(const lgm_clusters *s, uint32_t i, uint32_t ante)
{
    const lgm_linker *const l = s->l;
    const lgm_mention *const by = &l->at[i], *const of = &l->at[ante];
    const uint32_t claim = l->content[of->head];
    if (by->make < LGM_MAKE_I || claim == LGM_NONE || l->by[claim] != i) return false;
    return !calls_itself(l, of) && (by->make != LGM_MAKE_IT || l->prev_actor[i] != LGM_NONE);
}

bool lgm_bound_apart(const lgm_clusters *s, uint32_t i, uint32_t ante)
{
    return says_it_of(s, i, ante) || names_below(s->l, i, s->at[s->l->cluster[ante]].named);
}
