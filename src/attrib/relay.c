/*
 * relay.c - who passes a claim on, where the words alone tell.
 *
 *     Veld was quoted by the Ostrel news agency as saying the dam was safe.
 *     The agency quoted Veld as saying the dam was safe.
 *     Veld said, according to Tolvan news agencies, that the dam was safe.
 *     Veld said, as cited in court papers, that the dam was safe.
 *     Veld told a local newspaper, according to Echo, that the dam was safe.
 *
 * Who quotes, cites or is behind "according to" passes on whatever it is; who is told, interviews
 * or carries does where it is a noun of data/attrib/media.txt. Who has it from another stands
 * before that one. What is around the outer claim of a claim is none of its own. Outlets by name:
 * speaker/via.c.
 */
#include "attrib/claim_words.h"
#include "attrib/claims.h"
#include "attrib/clause.h"
#include "doc/why.h"
#include "tree/shape.h"

enum { UP = 4 }; /* words between a relay and the cue in the tree */

typedef enum hand { NOBODY, PASSES_ON, IS_TOLD } hand;

/* The first word of its preposition, or LGM_NONE. */
static uint32_t preposition(const lgm_trees *t, uint32_t word)
{
    const uint32_t c = lgm_tree_child(t, word, LGM_REL_case);
    return c != LGM_NONE && c < word ? c : LGM_NONE;
}

static bool hangs_on_cue(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word)
{
    return lgm_tree_is_below(t, &c->cue, word, UP);
}

static bool quotes(const lgm_doc *doc, uint32_t verb)
{
    return lgm_doc_lemma_is(doc, verb, "quote") || lgm_doc_lemma_is(doc, verb, "cite");
}

static bool passes_on(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word)
{
    const uint32_t prep = preposition(t, word), up = t->doc->head[word];
    if (prep != LGM_NONE && lgm_tree_form_is(t->doc, prep, "according"))
        return !lgm_parts_have(&c->cue, prep) && hangs_on_cue(t, c, word);
    if (up == LGM_NONE || !quotes(t->doc, up)) return false;
    const lgm_parts verb = {.at = {{up, up + 1}}, .n = 1};
    const uint32_t last = c->cue.at[c->cue.n - 1].end - 1;
    if (!hangs_on_cue(t, c, word) && !lgm_tree_is_below(t, &verb, last, UP)) return false;
    if (prep != LGM_NONE)
        return lgm_tree_form_is(t->doc, prep, "by") ||
               (lgm_tree_form_is(t->doc, prep, "in") && t->rel[up] != LGM_REL_root);
    return t->rel[word] == LGM_REL_nsubj && !lgm_attrib_is_passive(t, up);
}

static hand medium_at(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word)
{
    if (!(lgm_attrib_lemma_kinds(t->doc, word) & LGM_ATTRIB_MEDIUM) || !hangs_on_cue(t, c, word))
        return NOBODY;
    const uint32_t prep = preposition(t, word), up = t->doc->head[word];
    if (prep == LGM_NONE)
        return t->rel[word] == LGM_REL_obj || t->rel[word] == LGM_REL_iobj ? IS_TOLD : NOBODY;
    const lgm_slice form = lgm_doc_form(t->doc, prep);
    if (LGM_SLICE_IN(form, "by")) return PASSES_ON;
    if (LGM_SLICE_IN(form, "with", "to", "for")) return IS_TOLD;
    return LGM_SLICE_IN(form, "in") && up != LGM_NONE && lgm_doc_lemma_is(t->doc, up, "write")
               ? IS_TOLD
               : NOBODY;
}

static hand hand_of(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word)
{
    return passes_on(t, c, word) ? PASSES_ON : medium_at(t, c, word);
}

static lgm_relays relays_of(const lgm_trees *t, uint32_t claim)
{
    const lgm_doc *const doc = t->doc;
    const lgm_doc_claim *const c = &doc->claims[claim];
    const uint32_t outer = lgm_doc_parent(doc, claim);
    lgm_relays first = {0}, told = {0};
    if (c->cue.n == 0) return first;
    const lgm_tokspan sentence = lgm_tree_around(t, c->cue.at[0].start, LGM_ATTRIB_REACH);
    for (uint32_t w = sentence.start; w < sentence.end; w++) {
        const uint8_t upos = t->upos[w];
        if (upos != LGM_UPOS_NOUN && upos != LGM_UPOS_PROPN && upos != LGM_UPOS_PRON) continue;
        if (lgm_parts_have(&c->content, w) || lgm_parts_have(&c->source, w)) continue;
        if (outer != LGM_NONE && !lgm_parts_have(&doc->claims[outer].content, w)) continue;
        const hand is = hand_of(t, c, w);
        if (is == NOBODY) continue;
        lgm_relays_add(is == PASSES_ON ? &first : &told, w);
        LGM_WHY_TREE(doc, CLAIM, claim, "via", lgm_doc_top_word(doc, c->cue.at[0]), LGM_ONE_WORD(w),
                     is == PASSES_ON ? "It quotes or cites who says it, or stands behind "
                                       "\"according to\" (data/attrib/media.txt)"
                                     : "It is told, or asks (data/attrib/media.txt)");
    }
    for (uint32_t i = 0; i < told.n; i++) lgm_relays_add(&first, told.at[i]);
    return first;
}

lgm_status lgm_attrib_relays(const lgm_trees *trees, lgm_doc *doc, lgm_err *err)
{
    lgm_relays *const relay = lgm_arena_calloc(doc->arena, doc->n_claims, sizeof *relay);
    if (!relay) return lgm_arena_fail(doc->arena, err);
    for (uint32_t i = 0; i < doc->n_claims; i++) relay[i] = relays_of(trees, i);
    doc->claim_relay = relay;
    return LGM_OK;
}
