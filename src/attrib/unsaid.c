/*
 * unsaid.c - what a source did not say is no claim of it.
 *
 *     She never claimed that she had won. The ministry did not say how many were held.
 *     The firm declined to comment. He refused to comment on the arrests.
 *     The mayor did not respond to requests for comment.
 *
 * A claim stays where somebody says that he does not know ("could not say if it was safe"), where
 * what is declined is a deed ("declined to step down") and where something is denied.
 */
#include "attrib/unsaid.h"

#include "attrib/claim_words.h"
#include "tree/shape.h"

static bool has_not(const lgm_trees *t, const lgm_parts *cue)
{
    for (uint8_t i = 0; i < cue->n; i++)
        for (uint32_t w = cue->at[i].start; w < cue->at[i].end; w++)
            if (lgm_tree_is_not(t->doc, w)) return true;
    return false;
}

bool lgm_attrib_is_denied_saying(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb)
{
    if (verb == LGM_NONE || !(lgm_attrib_lemma_kinds(t->doc, verb) & LGM_ATTRIB_SAYING))
        return false;
    if (has_not(t, &c->cue)) return true;
    return c->source.n == 1 && c->source.at[0].end - c->source.at[0].start == 1 &&
           (lgm_tree_form_is(t->doc, c->source.at[0].start, "nobody") ||
            lgm_tree_form_is(t->doc, c->source.at[0].start, "none"));
}

/* "Did not say", "never said": at one time. "Could not say if", "is not saying", "has not said"
 * tell what somebody knows, or where he stands. */
static bool is_of_one_time(const lgm_trees *t, const lgm_parts *cue)
{
    for (uint8_t i = 0; i < cue->n; i++)
        for (uint32_t w = cue->at[i].start; w < cue->at[i].end; w++)
            if (t->upos[w] == LGM_UPOS_AUX && !lgm_tree_form_is(t->doc, w, "did")) return false;
    return true;
}

/* The verb that a part of a claim begins with, behind "to". */
static uint32_t infinitive(const lgm_trees *t, lgm_tokspan s)
{
    return s.end - s.start > 1 && lgm_tree_form_is(t->doc, s.start, "to") ? s.start + 1 : LGM_NONE;
}

/* "Declined | to comment", "declined to | say how", "declined | comment". */
static bool is_declined(const lgm_trees *t, const lgm_doc_claim *c)
{
    const lgm_tokspan cue = c->cue.at[0], what = c->content.at[0];
    uint32_t decline = cue.start;
    while (decline < cue.end && !lgm_doc_lemma_is(t->doc, decline, "decline") &&
           !lgm_doc_lemma_is(t->doc, decline, "refuse"))
        decline++;
    if (decline == cue.end) return false;
    uint32_t verb = infinitive(t, (lgm_tokspan){decline + 1, cue.end});
    if (verb == LGM_NONE) verb = infinitive(t, what);
    if (verb == LGM_NONE) verb = what.start;
    if (lgm_doc_lemma_is(t->doc, verb, "comment")) return true;
    return lgm_doc_lemma_is(t->doc, decline, "decline") &&
           (lgm_attrib_lemma_kinds(t->doc, verb) & LGM_ATTRIB_SAYING) != 0;
}

bool lgm_attrib_is_unsaid(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb)
{
    if (lgm_attrib_is_denied_saying(t, c, verb)) return is_of_one_time(t, &c->cue);
    return is_declined(t, c);
}
