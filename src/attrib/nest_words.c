/*
 * nest_words.c - claims within claims that have no verb of saying.
 *
 *     Veld said the clerk had allegedly taken bribes.                 the clerk had, taken bribes
 *     Veld said the dam was safe according to the engineers.          the dam was safe
 *     Veld said he was worried about the dam.                         the dam
 *
 * Limits: the adverb stands at a verb ("the allegedly stolen car" only names).
 */
#include "attrib/claim_words.h"
#include "attrib/nest.h"
#include "tree/shape.h"

/* The clause of a verb without some of its words, and without the word that joins it to the outer
 * one. */
static void say_around(lgm_attrib_inner *n, uint32_t verb, lgm_tokspan without)
{
    const lgm_trees *const t = n->d->tree;
    lgm_tokspan s = lgm_attrib_yield(t, verb, lgm_tree_sentence(t, n->word));
    if (t->rel[s.start] == LGM_REL_mark || t->rel[s.start] == LGM_REL_cc) s.start++;
    lgm_attrib_nest_say(n, (lgm_tokspan){s.start, without.start}, &n->content);
    lgm_attrib_nest_say(n, (lgm_tokspan){without.end, s.end}, &n->content);
}

static bool is_predicate(const lgm_trees *t, uint32_t word)
{
    return word != LGM_NONE && t->rel[word] != LGM_REL_amod &&
           (t->upos[word] == LGM_UPOS_VERB || lgm_tree_child(t, word, LGM_REL_cop) != LGM_NONE);
}

bool lgm_attrib_nest_hearsay(lgm_attrib_inner *n)
{
    const lgm_tokspan own = {n->word, n->word + 1};
    const uint32_t verb = n->d->doc->head[n->word];
    if (!is_predicate(n->d->tree, verb)) return false;
    lgm_attrib_nest_say(n, own, &n->cue);
    say_around(n, verb, own);
    return n->cue.n > 0 && n->content.n > 0;
}

bool lgm_attrib_nest_according(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const lgm_doc *const doc = n->d->doc;
    if (n->word + 2 >= doc->n_tokens || !lgm_tree_form_is(doc, n->word, "according") ||
        !lgm_tree_form_is(doc, n->word + 1, "to"))
        return false;
    const uint32_t whom = doc->head[n->word];
    const uint32_t verb = whom == LGM_NONE ? LGM_NONE : doc->head[whom];
    if (whom == LGM_NONE || whom < n->word || !is_predicate(t, verb)) return false;
    if (lgm_doc_lemma_is(doc, whom, "plan") || lgm_doc_lemma_is(doc, whom, "schedule"))
        return false;
    const lgm_tokspan all = lgm_attrib_yield(t, whom, lgm_tree_sentence(t, n->word));
    lgm_attrib_nest_say(n, (lgm_tokspan){n->word, n->word + 2}, &n->cue);
    lgm_attrib_nest_say(n, (lgm_tokspan){n->word + 2, all.end}, &n->source);
    say_around(n, verb, (lgm_tokspan){n->word, all.end});
    return n->cue.n > 0 && n->source.n > 0 && n->content.n > 0;
}

/* "As the ministry reported", "as was claimed": of the clause that it hangs on. */
bool lgm_attrib_nest_as(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t as = lgm_tree_left_child(t, n->word, LGM_REL_mark), of = t->doc->head[n->word];
    if (t->rel[n->word] != LGM_REL_advcl || as == LGM_NONE || of == LGM_NONE ||
        !lgm_tree_form_is(t->doc, as, "as") || !(n->kinds & LGM_ATTRIB_NEST_THAT) ||
        lgm_tree_child(t, n->word, LGM_REL_ccomp) != LGM_NONE ||
        lgm_tree_child(t, n->word, LGM_REL_obj) != LGM_NONE ||
        lgm_tree_child(t, n->word, LGM_REL_xcomp) != LGM_NONE || !is_predicate(t, of))
        return false;
    if (!lgm_attrib_nest_voiced(n)) return false;
    say_around(n, of, lgm_attrib_yield(t, n->word, lgm_tree_sentence(t, n->word)));
    return n->content.n > 0;
}

/* "Was worried about the dam", "was confident that it would hold". */
bool lgm_attrib_nest_state(lgm_attrib_inner *n)
{
    const lgm_trees *const t = n->d->tree;
    const uint32_t be = lgm_tree_child(t, n->word, LGM_REL_cop) != LGM_NONE
                            ? lgm_tree_child(t, n->word, LGM_REL_cop)
                            : lgm_tree_child(t, n->word, LGM_REL_aux);
    if (be == LGM_NONE || be > n->word || !lgm_attrib_nest_verb(n) || n->source.n == 0)
        return false;
    for (uint32_t c = lgm_tree_right(t, n->word); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        const uint32_t first = lgm_attrib_nest_opener(t, c);
        lgm_tokspan s = lgm_attrib_yield(t, c, lgm_tree_sentence(t, n->word));
        if (first != LGM_NONE &&
            LGM_SLICE_IN(lgm_doc_form(t->doc, first), "about", "at", "by", "over", "of", "with"))
            s.start++; /* the preposition goes to the cue */
        else if (t->rel[c] != LGM_REL_ccomp)
            continue;
        const uint32_t end = s.start == n->word + 2 ? s.start : n->word + 1;
        lgm_attrib_nest_say(n, s, &n->content);
        n->cue = (lgm_parts){.at = {{be, end}}, .n = 1};
        return n->content.n > 0;
    }
    return false;
}
