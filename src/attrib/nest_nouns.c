/*
 * nest_nouns.c - a noun within a claim that tells what somebody says or holds.
 *
 *     Veld rejected the union's allegation of fraud.                  fraud
 *     Veld spoke of the belief that the dam was safe.                 that the dam was safe
 *     Veld attacked the firm's plan to close the mill.                to close the mill
 *
 * Source is who has it ("the union's"), or nobody; before "to" there is one. The nouns are
 * data/attrib/nest_nouns.txt; those with an author and a clause are found by nouns.c.
 */
#include "attrib/claim_words.h"
#include "attrib/nest.h"

static void find_owner(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const lgm_tokspan before = {lgm_tree_sentence(t, n->word).start, n->word};
    for (uint32_t p = lgm_tree_left(t, n->word); p != LGM_NONE; p = lgm_tree_next(t, p))
        if (t->rel[p] == LGM_REL_nmod && lgm_attrib_is_possessor(t, p))
            lgm_attrib_nest_say(n, lgm_attrib_yield(t, p, before), &n->source);
}

/* Is the noun the cue of a claim that is there? */
static bool is_taken(const lgm_attrib_inner *n)
{
    const lgm_attrib_claims *const all = n->d->claims;
    for (size_t k = all->at.n; k-- > 0 && all->at.n - k <= 64;)
        if (all->at.at[k].content.n > 0 && lgm_parts_have(&all->at.at[k].cue, n->word)) return true;
    return false;
}

bool lgm_attrib_nest_noun(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const lgm_tokspan sentence = lgm_tree_sentence(t, n->word);
    for (uint32_t c = lgm_tree_right(t, n->word); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        const uint32_t first = lgm_tree_first(t, c);
        const lgm_slice form = lgm_doc_form(t->doc, first);
        if (first != n->word + 1) continue;
        const bool of =
            (n->kinds & LGM_ATTRIB_NEST_OF) && LGM_SLICE_IN(form, "of", "about", "over", "on");
        const bool clause = t->rel[c] == LGM_REL_acl && t->rel[first] == LGM_REL_mark;
        const bool that = (n->kinds & LGM_ATTRIB_NEST_NOUN_THAT) && LGM_SLICE_IN(form, "that");
        const bool to = (n->kinds & LGM_ATTRIB_NEST_NOUN_TO) && LGM_SLICE_IN(form, "to");
        if (!of && !(clause && (that || to))) continue;
        const uint32_t skip = of ? 1 : 0; /* "of" goes to the cue */
        if (is_taken(n)) return false;
        lgm_attrib_nest_say(n, (lgm_tokspan){n->word, first + skip}, &n->cue);
        lgm_attrib_nest_say(n, lgm_attrib_yield(t, c, (lgm_tokspan){first + skip, sentence.end}),
                            &n->content);
        find_owner(n);
        return n->cue.n > 0 && (n->source.n > 0 || !to);
    }
    return false;
}
