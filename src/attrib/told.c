/*
 * told.c - next to the colon stands who is told, and not who tells.
 *
 *     One member told our political editor, Bo Ferris: "Nobody knows."
 *
 * The name beside the colon is read as who speaks, as in `Bo Ferris: "..."`. The tree knows better:
 * it is the object of a verb of data/attrib/tell_verbs.txt, and the subject of that verb speaks.
 * Limits: the verb is active, the last one before the colon, and no part of what another says; what
 * it tells stands in quotation marks right behind.
 */
#include "attrib/clause.h"
#include "attrib/claims.h"
#include "attrib/frags.h"
#include "attrib/claim_words.h"

static const float RIGHT = 0.95f;

/* The verb of telling that governs the words before the colon, or LGM_NONE. */
static uint32_t telling_verb(const lgm_attrib_draft *d, uint32_t colon)
{
    const lgm_tokspan sentence = lgm_tree_sentence(d->tree, colon);
    for (uint32_t t = colon; t-- > sentence.start;) {
        if (d->tree->upos[t] == LGM_UPOS_AUX || lgm_tree_quote(d->tree, t) != LGM_NONE)
            return LGM_NONE;
        if (d->tree->upos[t] != LGM_UPOS_VERB) continue;
        const bool tells = (lgm_attrib_lemma_kinds(d->doc, t) & LGM_ATTRIB_TELL) != 0 &&
                           t + 1 < colon && !lgm_attrib_is_passive(d->tree, t);
        return tells ? t : LGM_NONE;
    }
    return LGM_NONE;
}

/* Has the quotation a claim already that starts with it and has this source? */
static bool is_known(const lgm_attrib_draft *d, lgm_tokspan source, lgm_tokspan content)
{
    const uint32_t k = d->content[content.start];
    if (k == LGM_NONE) return false;
    const lgm_doc_claim *const c = &d->claims->at.at[k];
    return lgm_attrib_parts_meet(&c->source, source) &&
           (content.start == 0 || d->content[content.start - 1] != k);
}

bool lgm_attrib_told(lgm_attrib_draft *d)
{
    for (uint32_t i = 0; i < d->doc->n_quotes; i++) {
        const lgm_quote *const q = &d->doc->quotes[i];
        if (q->depth > 0 || q->open == LGM_NONE || q->open == 0) continue;
        const uint32_t colon = q->open - 1;
        if (!lgm_slice_eq(lgm_doc_form(d->doc, colon), LGM_SLICE(":"))) continue;
        const uint32_t verb = telling_verb(d, colon);
        const uint32_t who = verb == LGM_NONE ? LGM_NONE : lgm_attrib_subject(d->tree, verb);
        if (who == LGM_NONE || d->content[verb] != LGM_NONE) continue;
        const lgm_tokspan cue = lgm_attrib_verb_group(d->tree, verb);
        const lgm_tokspan before = {lgm_tree_sentence(d->tree, verb).start, cue.start};
        const lgm_attrib_found found = {
            lgm_attrib_yield(d->tree, who, before), cue, lgm_attrib_with_marks(q), RIGHT,
            LGM_ATTRIB_RULE("Before the colon somebody is told what is quoted: the "
                            "subject of the verb (data/attrib/tell_verbs.txt) tells it")};
        if (found.source.start >= found.source.end || is_known(d, found.source, found.content))
            continue;
        if (!lgm_attrib_put(d, &found)) return false;
    }
    return true;
}
