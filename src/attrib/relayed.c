/*
 * relayed.c - "said, according to agencies, that ..." is one claim, of who said it.
 *
 *     Veld also said, according to Tolvan news agencies, that the dam was safe.
 *     The agency said, citing a source in the ministry, that the dam was safe.
 *
 * The network gives the clause to the agencies, or to "citing", and leaves Veld with nothing. The
 * tree has the clause as what is said, and the agencies as a phrase of the same verb: who relays
 * it, whom speaker/via.c finds. Whom one cites is evidence (the room act).
 */
#include "attrib/claim_words.h"
#include "attrib/claims.h"
#include "attrib/clause.h"
#include "tree/shape.h"

static const float RIGHT = 0.9f;

/* The clause that the verb governs behind a token; LGM_NONE for none. */
static uint32_t clause_behind(const lgm_trees *t, uint32_t verb, uint32_t token)
{
    for (uint32_t c = lgm_tree_right(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_ccomp && lgm_tree_first(t, c) > token) return c;
    return LGM_NONE;
}

/* `between` stands between the verb and what it says, and is no cue. */
static bool settle(lgm_attrib_draft *d, uint32_t between, uint32_t verb)
{
    const lgm_trees *const t = d->tree;
    const uint32_t who = lgm_attrib_subject(t, verb);
    const uint32_t what = clause_behind(t, verb, between);
    if (who == LGM_NONE || what == LGM_NONE) return true;
    const lgm_tokspan sentence = lgm_tree_sentence(t, verb);
    const lgm_tokspan cue = lgm_attrib_verb_group(t, verb);
    lgm_tokspan said = lgm_attrib_yield(t, what, sentence);
    if (lgm_slice_eq(lgm_doc_form(t->doc, said.start), LGM_SLICE(","))) said.start++;
    while (said.end > said.start && t->upos[said.end - 1] == LGM_UPOS_PUNCT &&
           !(d->doc->tokens[said.end - 1].flags & LGM_TOK_CLOSE))
        said.end--;
    const lgm_attrib_found found = {
        lgm_attrib_yield(t, who, (lgm_tokspan){sentence.start, cue.start}), cue, said, RIGHT,
        LGM_ATTRIB_RULE(
            "The clause is what the verb says; \"according to\" beside it names who passes it on")};
    if (found.source.start >= found.source.end || said.start >= said.end) return true;
    if (d->cue[between] != LGM_NONE) lgm_attrib_drop(d, d->cue[between]);
    return lgm_attrib_put(d, &found);
}

/* The verb whose claim is interrupted at this token; LGM_NONE where none is. */
static uint32_t interrupted(const lgm_attrib_draft *d, uint32_t w)
{
    const lgm_doc *const doc = d->doc;
    if (lgm_tree_form_is(doc, w, "citing")) return doc->head[w];
    if (w + 1 >= doc->n_tokens || !lgm_tree_form_is(doc, w, "according") ||
        !lgm_tree_form_is(doc, w + 1, "to"))
        return LGM_NONE;
    return doc->head[w] == LGM_NONE ? LGM_NONE : doc->head[doc->head[w]];
}

bool lgm_attrib_relayed(lgm_attrib_draft *d)
{
    for (uint32_t w = 0; w < d->doc->n_tokens; w++) {
        const uint32_t verb = interrupted(d, w);
        const bool says = verb != LGM_NONE && verb < w && d->tree->upos[verb] == LGM_UPOS_VERB &&
                          (lgm_attrib_lemma_kinds(d->doc, verb) & LGM_ATTRIB_NEST_THAT);
        if (says && d->content[verb] == LGM_NONE && !settle(d, w, verb)) return false;
    }
    return true;
}
