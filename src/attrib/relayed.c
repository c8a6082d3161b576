/*
 * relayed.c - "said, according to agencies, that ..." is one claim, of who said it.
 *
 *     Veld also said, according to Tolvan news agencies, that the dam was safe.
 *
 * The network gives the clause to the agencies and leaves Veld with nothing. The tree has the
 * clause as what is said, and the agencies as a phrase of the same verb: who relays it, whom
 * speaker/via.c finds.
 */
#include "attrib/claim_words.h"
#include "attrib/claims.h"
#include "attrib/clause.h"
#include "tree/shape.h"

static const float RIGHT = 0.9f;

static bool settle(lgm_attrib_draft *d, uint32_t according, uint32_t verb)
{
    const lgm_trees *const t = d->tree;
    const uint32_t who = lgm_attrib_subject(t, verb);
    const uint32_t what = lgm_tree_child(t, verb, LGM_REL_ccomp);
    if (who == LGM_NONE || what == LGM_NONE || what < according) return true;
    const lgm_tokspan sentence = lgm_tree_sentence(t, verb);
    const lgm_tokspan cue = lgm_attrib_verb_group(t, verb);
    lgm_tokspan said = lgm_attrib_yield(t, what, sentence);
    while (said.end > said.start && t->upos[said.end - 1] == LGM_UPOS_PUNCT &&
           !(d->doc->tokens[said.end - 1].flags & LGM_TOK_CLOSE))
        said.end--;
    const lgm_attrib_found found = {
        lgm_attrib_yield(t, who, (lgm_tokspan){sentence.start, cue.start}), cue, said, RIGHT};
    if (found.source.start >= found.source.end || said.start >= said.end) return true;
    if (d->cue[according] != LGM_NONE) lgm_attrib_drop(d, d->cue[according]);
    return lgm_attrib_put(d, &found);
}

bool lgm_attrib_relayed(lgm_attrib_draft *d)
{
    for (uint32_t w = 0; w + 2 < d->doc->n_tokens; w++) {
        if (!lgm_tree_form_is(d->doc, w, "according") || !lgm_tree_form_is(d->doc, w + 1, "to"))
            continue;
        const uint32_t whom = d->doc->head[w];
        const uint32_t verb = whom == LGM_NONE ? LGM_NONE : d->doc->head[whom];
        const bool says = verb != LGM_NONE && verb < w && d->tree->upos[verb] == LGM_UPOS_VERB &&
                          (lgm_attrib_lemma_kinds(d->doc, verb) & LGM_ATTRIB_NEST_THAT);
        if (says && d->content[verb] == LGM_NONE && !settle(d, w, verb)) return false;
    }
    return true;
}
