/*
 * linking.c - who brings somebody in connection with a deed, in the report's words.
 *
 *     Tolva has repeatedly tried to link Ostrel to the fire.        Ostrel to the fire
 *     Prosecutors tied the firm to the deaths.                      the firm to the deaths
 *
 * The network hardly knows such claims, since the verbs have other senses. Limits: somebody does
 * it, to somebody or some body with a name, and what they are linked to is no place; so no road
 * "links Ostrel to the coast", and no study "smoking to cancer". Not what is denied or yet to come.
 */
#include "attrib/claims.h"
#include "attrib/clause.h"
#include "legomena/kinds.h"
#include "phrase/speaks.h"
#include "tree/shape.h"

static const float RIGHT = 0.8f;

static bool is_named(const lgm_trees *t, uint32_t word, bool place)
{
    const uint32_t name = lgm_tree_name(t, word);
    if (name == LGM_NONE) return false;
    const uint8_t type = t->doc->names[name].type;
    if (place) return type == LGM_ENTITY_GPE || type == LGM_ENTITY_LOC || type == LGM_ENTITY_FAC;
    return type == LGM_ENTITY_PER || type == LGM_ENTITY_ORG || type == LGM_ENTITY_GPE;
}

static bool is_somebody(const lgm_trees *t, uint32_t word)
{
    return is_named(t, word, false) ||
           (lgm_phrase_speaks(t->doc, word, word + 1) &
            (LGM_SPEAKS_PERSON | LGM_SPEAKS_BODY | LGM_SPEAKS_CROWD)) != 0;
}

/* "Tried to | link": the verb that somebody is the subject of. */
static uint32_t top_verb(const lgm_trees *t, uint32_t verb)
{
    const uint32_t up = t->doc->head[verb];
    const bool tries = t->rel[verb] == LGM_REL_xcomp && up != LGM_NONE && up < verb &&
                       LGM_SLICE_IN(lgm_doc_lemma(t->doc, up), "try", "seek", "attempt", "continue",
                                    "begin", "start");
    return tries ? up : verb;
}

/* "Did not link", "could link", "will tie". */
static bool is_done(const lgm_trees *t, uint32_t verb)
{
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_tree_is_not(t->doc, c) || t->rel[c] == LGM_REL_mark ||
            (t->rel[c] == LGM_REL_aux &&
             !LGM_SLICE_IN(lgm_doc_lemma(t->doc, c), "have", "be", "do")))
            return false;
    return !lgm_attrib_is_passive(t, verb);
}

/* "To the fire", and not "to Ostrel". */
static uint32_t deed_of(const lgm_trees *t, uint32_t verb)
{
    for (uint32_t c = lgm_tree_right(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        const uint32_t to = lgm_tree_left_child(t, c, LGM_REL_case);
        if (t->rel[c] != LGM_REL_obl || to == LGM_NONE || !lgm_tree_form_is(t->doc, to, "to"))
            continue;
        return t->upos[c] == LGM_UPOS_NOUN && !is_named(t, c, true) ? c : LGM_NONE;
    }
    return LGM_NONE;
}

static bool settle(lgm_attrib_draft *d, uint32_t verb)
{
    const lgm_trees *const t = d->tree;
    const uint32_t top = top_verb(t, verb), who = lgm_attrib_subject(t, top);
    const uint32_t whom = lgm_tree_right_child(t, verb, LGM_REL_obj), deed = deed_of(t, verb);
    if (who == LGM_NONE || whom == LGM_NONE || deed == LGM_NONE || deed < whom) return true;
    if (!is_somebody(t, who) || !is_named(t, whom, false) || !is_done(t, top)) return true;
    if (d->cue[top] != LGM_NONE || d->content[top] != LGM_NONE) return true;
    const lgm_tokspan sentence = lgm_tree_sentence(t, verb);
    const uint32_t from = lgm_attrib_verb_group(t, top).start;
    const lgm_attrib_found found = {
        lgm_attrib_yield(t, who, (lgm_tokspan){sentence.start, from}),
        {from, verb + 1},
        {verb + 1, lgm_attrib_yield(t, deed, sentence).end},
        RIGHT,
        LGM_ATTRIB_RULE("Somebody is the subject of a verb of linking, and somebody with a name "
                        "is linked to something")};
    if (found.source.start >= found.source.end) return true;
    return lgm_attrib_put(d, &found);
}

bool lgm_attrib_linking(lgm_attrib_draft *d)
{
    for (uint32_t w = 0; w < d->doc->n_tokens; w++) {
        if (d->tree->upos[w] != LGM_UPOS_VERB || d->cue[w] != LGM_NONE ||
            d->content[w] != LGM_NONE || lgm_tree_quote(d->tree, w) != LGM_NONE)
            continue;
        if (LGM_SLICE_IN(lgm_doc_lemma(d->doc, w), "link", "tie", "connect") && !settle(d, w))
            return false;
    }
    return true;
}
