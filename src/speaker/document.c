/* document.c - is a source a document, and whose. */
#include "speaker/document.h"

#include "legomena/kinds.h"
#include "phrase/speaks.h"
#include "speaker/speaker_kind.h"
#include "tree/shape.h"

enum { MOST = 48, FAR = 32 }; /* mentions of a document; tokens between it and its author */

unsigned lgm_speaker_document(const lgm_doc *doc, uint32_t word)
{
    const uint32_t from = lgm_doc_sentence_of(doc, word).start;
    const unsigned two = word > from ? lgm_phrase_speaks(doc, word - 1, word + 1) : 0;
    const unsigned one = lgm_phrase_speaks(doc, word, word + 1);
    return ((two & LGM_SPEAKS_DOCUMENT) ? two : one) & (LGM_SPEAKS_DOCUMENT | LGM_SPEAKS_RECORDING);
}

/* A person, a body or a state, by name or not. */
static uint32_t entity_at(const lgm_trees *t, const uint32_t *by_head, const uint32_t *owner,
                          uint32_t word)
{
    const uint32_t m = by_head[word], name = lgm_tree_name(t, word);
    uint32_t e = m == LGM_NONE ? LGM_NONE : t->doc->mentions[m].entity;
    if (e == LGM_NONE && name != LGM_NONE) e = owner[name];
    if (e == LGM_NONE) return LGM_NONE;
    const uint8_t type = t->doc->entities[e].type;
    const bool speaks =
        type == LGM_ENTITY_PER || type == LGM_ENTITY_ORG || type == LGM_ENTITY_GPE;
    return speaks ? e : LGM_NONE;
}

static bool is_possessor(const lgm_trees *t, uint32_t word)
{
    const char *const x = lgm_doc_xpos(t->doc, word);
    if (x && strcmp(x, "PRP$") == 0) return true;
    return word + 1 < t->doc->n_tokens && lgm_tree_last(t, word) > word + 1 &&
           lgm_tree_is_possessive(lgm_doc_form(t->doc, lgm_tree_last(t, word) - 1));
}

static bool has_preposition(const lgm_trees *t, uint32_t word, const char *first,
                            const char *second)
{
    const uint32_t c = lgm_tree_left_child(t, word, LGM_REL_case);
    return c != LGM_NONE && (lgm_tree_form_is(t->doc, c, first) ||
                             (second && lgm_tree_form_is(t->doc, c, second)));
}

/* "Veltron's filing", "its statement"; "a Reuters report": of names only those of bodies, since a
 * "Merrow report" may be on Merrow. */
static uint32_t author_before(const lgm_trees *t, const uint32_t *by_head, const uint32_t *owner,
                              uint32_t word)
{
    for (uint32_t c = lgm_tree_left(t, word); c != LGM_NONE && word - c <= FAR;
         c = lgm_tree_next(t, c)) {
        const uint32_t e = entity_at(t, by_head, owner, c);
        if (e == LGM_NONE) continue;
        if (is_possessor(t, c)) return e;
        if (t->rel[c] == LGM_REL_compound && lgm_tree_name(t, c) != LGM_NONE &&
            t->doc->entities[e].type == LGM_ENTITY_ORG)
            return e;
    }
    return LGM_NONE;
}

/* "Released by Veltron": an outlet that publishes what it did not write is left out. */
static uint32_t issuer(const lgm_trees *t, const uint32_t *by_head, const uint32_t *owner,
                       uint32_t verb)
{
    if (!(lgm_phrase_speaks(t->doc, verb, verb + 1) & LGM_SPEAKS_ISSUED)) return LGM_NONE;
    for (uint32_t c = lgm_tree_right(t, verb); c != LGM_NONE && c - verb <= FAR;
         c = lgm_tree_next(t, c)) {
        const uint32_t e =
            has_preposition(t, c, "by", NULL) ? entity_at(t, by_head, owner, c) : LGM_NONE;
        if (e != LGM_NONE)
            return lgm_speaker_is_outlet(t->doc, &t->doc->entities[e]) ? LGM_NONE : e;
    }
    return LGM_NONE;
}

static uint32_t author_behind(const lgm_trees *t, const uint32_t *by_head, const uint32_t *owner,
                              uint32_t word)
{
    for (uint32_t c = lgm_tree_right(t, word); c != LGM_NONE && c - word <= FAR;
         c = lgm_tree_next(t, c)) {
        uint32_t e = LGM_NONE;
        if (t->rel[c] == LGM_REL_nmod && has_preposition(t, c, "by", "from"))
            e = entity_at(t, by_head, owner, c);
        else if (t->rel[c] == LGM_REL_acl)
            e = issuer(t, by_head, owner, c);
        if (e != LGM_NONE) return e;
    }
    return LGM_NONE;
}

static uint32_t author_at(const lgm_trees *t, const uint32_t *by_head, const uint32_t *owner,
                          uint32_t word)
{
    const unsigned kinds = lgm_speaker_document(t->doc, word);
    if (!(kinds & LGM_SPEAKS_DOCUMENT) || (kinds & LGM_SPEAKS_RECORDING)) return LGM_NONE;
    const uint32_t e = author_behind(t, by_head, owner, word);
    return e != LGM_NONE ? e : author_before(t, by_head, owner, word);
}

uint32_t lgm_speaker_author(const lgm_trees *t, const uint32_t *by_head, const uint32_t *owner,
                            uint32_t word, uint32_t document)
{
    const lgm_doc *const doc = t->doc;
    uint32_t author = author_at(t, by_head, owner, word);
    if (author != LGM_NONE || document == LGM_NONE ||
        !(lgm_speaker_document(doc, word) & LGM_SPEAKS_DOCUMENT))
        return author;
    const lgm_doc_entity *const e = &doc->entities[document];
    for (uint32_t i = 0; author == LGM_NONE && i < e->n_mentions && i < MOST; i++) {
        const lgm_doc_mention *const m = &doc->mentions[doc->mention_order[e->mention + i]];
        if (m->form == LGM_MENTION_NOMINAL) author = author_at(t, by_head, owner, m->head);
    }
    return author;
}
