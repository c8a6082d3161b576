/*
 * venue.c - where a claim was made.
 *
 *     Veld said in a weekly radio address that the dam was safe.     weekly radio address
 *     In a statement, the bank said it would pay.                    statement
 *     "The dam is safe," Veld told a news conference.                news conference
 *     Veld wrote on Telegram that the dam was safe.                  Telegram
 *
 * A noun of data/attrib/venues.txt behind "in", "on", "at" or "during", or who is told, in the
 * sentence of the cue and outside of what is said. It hangs on the cue in the tree, or opens the
 * sentence. The words are the noun with what stands before it, without an article.
 */
#include "attrib/claim_words.h"
#include "attrib/claims.h"
#include "attrib/clause.h"

enum { UP = 3, NEAR = 6 }; /* words between the noun and the cue, in the tree and in the text */

/* "In", "told": what leads to a venue. */
static bool is_led_to(const lgm_trees *t, const lgm_doc_claim *c, uint32_t noun)
{
    const uint32_t prep = lgm_tree_child(t, noun, LGM_REL_case);
    const uint32_t up = t->doc->head[noun];
    if (prep != LGM_NONE && prep < noun)
        return LGM_SLICE_IN(lgm_doc_form(t->doc, prep), "in", "In", "on", "On", "at", "At",
                            "during", "During");
    return prep == LGM_NONE && (t->rel[noun] == LGM_REL_obj || t->rel[noun] == LGM_REL_iobj) &&
           up != LGM_NONE && lgm_parts_have(&c->cue, up) &&
           (lgm_attrib_lemma_kinds(t->doc, up) & LGM_ATTRIB_TELL);
}

static bool hangs_on_cue(const lgm_trees *t, const lgm_doc_claim *c, uint32_t noun)
{
    uint32_t w = t->doc->head[noun];
    for (int i = 0; i < UP && w != LGM_NONE; i++, w = t->doc->head[w]) {
        if (lgm_parts_have(&c->cue, w)) return true;
        if (lgm_parts_have(&c->source, w) || lgm_parts_have(&c->content, w)) return false;
    }
    return false;
}

/* Does the phrase open the sentence of the cue, with a comma behind it? */
static bool opens(const lgm_trees *t, lgm_tokspan sentence, uint32_t noun, uint32_t cue)
{
    const uint32_t end = lgm_tree_last(t, noun);
    return lgm_tree_first(t, noun) == sentence.start && end < cue &&
           lgm_slice_eq(lgm_doc_form(t->doc, end), LGM_SLICE(","));
}

/* Right behind the cue, wherever the tree hangs it: "said Friday at a rally". */
static bool stands_by(const lgm_trees *t, const lgm_doc_claim *c, uint32_t noun)
{
    const uint32_t from = c->cue.at[c->cue.n - 1].end;
    if (noun < from || noun - from > NEAR) return false;
    for (uint32_t w = from; w < noun; w++)
        if (t->upos[w] == LGM_UPOS_PUNCT || t->upos[w] == LGM_UPOS_VERB ||
            lgm_parts_have(&c->content, w))
            return false;
    return true;
}

/* "Attended the opening ceremony, during which he said", "addressed a rally". */
static bool is_attended(const lgm_trees *t, uint32_t noun)
{
    const uint32_t up = t->doc->head[noun];
    return t->rel[noun] == LGM_REL_obj && up != LGM_NONE &&
           (lgm_doc_lemma_is(t->doc, up, "attend") || lgm_doc_lemma_is(t->doc, up, "address"));
}

/* The noun with the nouns and adjectives before it. */
static lgm_tokspan words_of(const lgm_trees *t, uint32_t noun)
{
    lgm_tokspan s = {noun, noun + 1};
    while (s.start > 0 && t->doc->head[s.start - 1] == noun &&
           (t->rel[s.start - 1] == LGM_REL_compound || t->rel[s.start - 1] == LGM_REL_amod))
        s.start--;
    return s;
}

static lgm_tokspan venue_of(const lgm_trees *t, const lgm_doc_claim *c)
{
    const lgm_tokspan none = {0, 0};
    if (c->cue.n == 0) return none;
    const uint32_t cue = c->cue.at[0].start;
    const lgm_tokspan sentence = lgm_tree_sentence(t, cue);
    const lgm_tokspan near = lgm_tree_around(t, cue, LGM_ATTRIB_REACH);
    for (uint32_t w = near.start; w < near.end; w++) {
        if (t->upos[w] != LGM_UPOS_NOUN && t->upos[w] != LGM_UPOS_PROPN) continue;
        if (!(lgm_attrib_lemma_kinds(t->doc, w) & LGM_ATTRIB_VENUE)) continue;
        if (lgm_parts_have(&c->content, w) || lgm_parts_have(&c->source, w)) continue;
        const bool here = hangs_on_cue(t, c, w) || opens(t, sentence, w, cue) || stands_by(t, c, w);
        if ((here && is_led_to(t, c, w)) || is_attended(t, w)) return words_of(t, w);
    }
    return none;
}

lgm_status lgm_attrib_venues(const lgm_trees *trees, lgm_doc *doc, lgm_err *err)
{
    lgm_tokspan *const venue = lgm_arena_calloc(doc->arena, doc->n_claims, sizeof *venue);
    if (!venue) return lgm_arena_fail(doc->arena, err);
    for (uint32_t i = 0; i < doc->n_claims; i++) venue[i] = venue_of(trees, &doc->claims[i]);
    doc->claim_venue = venue;
    return LGM_OK;
}
