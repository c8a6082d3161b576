/*
 * relay.c - who passes a claim on, where the words alone tell.
 *
 *     Veld was quoted by the Ostrel news agency as saying the dam was safe.
 *     The agency quoted Veld as saying the dam was safe.
 *     Veld said, according to Tolvan news agencies, that the dam was safe.
 *     Veld said in remarks carried by state television that the dam was safe.
 *
 * Who quotes, cites or is behind "according to" relays whatever it is; who is told, interviews or
 * carries does where it is a noun of data/attrib/media.txt. Outlets by name: speaker/via.c.
 */
#include "attrib/claim_words.h"
#include "attrib/claims.h"
#include "attrib/clause.h"
#include "tree/shape.h"

enum { UP = 4 }; /* words between a relay and the cue in the tree */

/* The first word of its preposition, or LGM_NONE. */
static uint32_t preposition(const lgm_trees *t, uint32_t word)
{
    const uint32_t c = lgm_tree_child(t, word, LGM_REL_case);
    return c != LGM_NONE && c < word ? c : LGM_NONE;
}

static bool is_below(const lgm_trees *t, uint32_t word, uint32_t top)
{
    for (int i = 0; i < UP && word != LGM_NONE; i++, word = t->doc->head[word])
        if (word == top) return true;
    return false;
}

static bool hangs_on_cue(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word)
{
    for (int i = 0; i < UP && word != LGM_NONE; i++, word = t->doc->head[word])
        if (lgm_parts_have(&c->cue, word)) return true;
    return false;
}

static bool passes_on(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word)
{
    const uint32_t prep = preposition(t, word), up = t->doc->head[word];
    if (prep != LGM_NONE && lgm_tree_form_is(t->doc, prep, "according"))
        return !lgm_parts_have(&c->cue, prep) && hangs_on_cue(t, c, word);
    if (up == LGM_NONE ||
        !(lgm_doc_lemma_is(t->doc, up, "quote") || lgm_doc_lemma_is(t->doc, up, "cite")))
        return false;
    const uint32_t last = c->cue.at[c->cue.n - 1].end - 1;
    if (!hangs_on_cue(t, c, word) && !is_below(t, last, up)) return false;
    if (prep != LGM_NONE) return lgm_tree_form_is(t->doc, prep, "by");
    return t->rel[word] == LGM_REL_nsubj && !lgm_attrib_is_passive(t, up);
}

static bool is_medium_told(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word)
{
    if (!(lgm_attrib_lemma_kinds(t->doc, word) & LGM_ATTRIB_MEDIUM) || !hangs_on_cue(t, c, word))
        return false;
    const uint32_t prep = preposition(t, word);
    if (prep == LGM_NONE) return t->rel[word] == LGM_REL_obj || t->rel[word] == LGM_REL_iobj;
    return lgm_tree_form_is(t->doc, prep, "by") || lgm_tree_form_is(t->doc, prep, "with") ||
           lgm_tree_form_is(t->doc, prep, "to");
}

static uint32_t relay_of(const lgm_trees *t, const lgm_doc_claim *c)
{
    if (c->cue.n == 0) return LGM_NONE;
    const lgm_tokspan sentence = lgm_tree_around(t, c->cue.at[0].start, LGM_ATTRIB_REACH);
    for (uint32_t w = sentence.start; w < sentence.end; w++) {
        const uint8_t upos = t->upos[w];
        if (upos != LGM_UPOS_NOUN && upos != LGM_UPOS_PROPN && upos != LGM_UPOS_PRON) continue;
        if (lgm_parts_have(&c->content, w) || lgm_parts_have(&c->source, w)) continue;
        if (passes_on(t, c, w) || is_medium_told(t, c, w)) return w;
    }
    return LGM_NONE;
}

lgm_status lgm_attrib_relays(const lgm_trees *trees, lgm_doc *doc, lgm_err *err)
{
    uint32_t *const relay = lgm_arena_calloc(doc->arena, doc->n_claims, sizeof *relay);
    if (!relay) return lgm_arena_fail(doc->arena, err);
    for (uint32_t i = 0; i < doc->n_claims; i++) relay[i] = relay_of(trees, &doc->claims[i]);
    doc->claim_relay = relay;
    return LGM_OK;
}
