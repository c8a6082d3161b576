/*
 * via.c - looks in the sentence of the cue, outside of what is said and of who says it.
 *
 * First whom the words alone tell (doc->claim_relay); else an outlet that is told, that an
 * interview is with, or that carries remarks. A body that interviews is an outlet. A dateline or a
 * credit belongs to the report and hangs on no verb of the sentence.
 */
#include "speaker/via.h"

#include "legomena/kinds.h"
#include "speaker/speaker_kind.h"

/* Words between a relay and the cue: in the tree, and in the text. */
enum { UP = 4, FAR = 64 };

static uint32_t preposition(const lgm_trees *t, uint32_t word)
{
    for (uint32_t c = lgm_tree_left(t, word); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_case) return c;
    return LGM_NONE;
}

/* "told X", "with X", "carried by X", "to X". */
static bool is_told(const lgm_trees *t, uint32_t word)
{
    const uint32_t prep = preposition(t, word);
    if (prep == LGM_NONE) return t->rel[word] == LGM_REL_obj || t->rel[word] == LGM_REL_iobj;
    return LGM_SLICE_IN(lgm_doc_form(t->doc, prep), "with", "to", "by", "on", "for", "at");
}

/* "Told X", wherever the tree hangs it: the name right behind the cue. */
static bool is_told_next(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word)
{
    const uint32_t end = c->cue.at[c->cue.n - 1].end, name = lgm_tree_name(t, word);
    if (name == LGM_NONE || !lgm_doc_lemma_is(t->doc, end - 1, "tell")) return false;
    const uint32_t start = t->doc->names[name].tokens.start;
    return start == end || (start == end + 1 && t->upos[end] == LGM_UPOS_DET);
}

static bool is_interview_with(const lgm_trees *t, uint32_t word)
{
    const uint32_t prep = preposition(t, word), up = t->doc->head[word];
    return prep != LGM_NONE && up != LGM_NONE &&
           lgm_slice_eq(lgm_doc_form(t->doc, prep), LGM_SLICE("with")) &&
           lgm_doc_lemma_is(t->doc, up, "interview");
}

static bool is_body(const lgm_doc_entity *e)
{
    return e->name != LGM_NONE && (e->type == LGM_ENTITY_ORG || e->type == LGM_ENTITY_OTH);
}

static bool hangs_on_cue(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word)
{
    for (int i = 0; i < UP && word != LGM_NONE; i++, word = t->doc->head[word])
        if (lgm_parts_have(&c->cue, word)) return true;
    return false;
}

static uint32_t entity_at(const lgm_trees *t, const uint32_t *by_head, const uint32_t *owner,
                          uint32_t word)
{
    const uint32_t m = by_head[word], name = lgm_tree_name(t, word);
    if (m != LGM_NONE && t->doc->mentions[m].entity != LGM_NONE) return t->doc->mentions[m].entity;
    return name != LGM_NONE ? owner[name] : LGM_NONE;
}

uint32_t lgm_speaker_via(const lgm_trees *t, const uint32_t *by_head, const uint32_t *owner,
                         uint32_t claim, uint32_t speaker)
{
    const lgm_doc *const doc = t->doc;
    const lgm_doc_claim *const c = &doc->claims[claim];
    const uint32_t relay = doc->claim_relay ? doc->claim_relay[claim] : LGM_NONE;
    if (c->cue.n == 0) return LGM_NONE;
    if (relay != LGM_NONE) {
        const uint32_t e = entity_at(t, by_head, owner, relay);
        if (e != speaker) return e;
    }
    const uint32_t cue = c->cue.at[0].start;
    lgm_tokspan sentence = lgm_doc_sentence_of(doc, cue);
    if (cue - sentence.start > FAR) sentence.start = cue - FAR;
    if (sentence.end - cue > FAR) sentence.end = cue + FAR;
    for (uint32_t w = sentence.start; w < sentence.end; w++) {
        if (lgm_parts_have(&c->content, w) || lgm_parts_have(&c->source, w)) continue;
        const uint32_t e = entity_at(t, by_head, owner, w);
        if (e == LGM_NONE || e == speaker) continue;
        const lgm_doc_entity *const it = &doc->entities[e];
        if (is_told_next(t, c, w) && lgm_speaker_is_outlet(doc, it)) return e;
        if (!hangs_on_cue(t, c, w)) continue;
        if ((is_told(t, w) && lgm_speaker_is_outlet(doc, it)) ||
            (is_interview_with(t, w) && is_body(it)))
            return e;
    }
    return LGM_NONE;
}
