/*
 * speaker_kind.c - what the source of a claim is to a reader: a person with a name, an office, a
 * body...
 *
 * By the words of the source and the entity that it is. The first that holds:
 *   outlet     its name, or the noun that it is called by, is in the tables ("the Harbour Gazette")
 *   document   its name is that of a text ("the Veld Report")
 *   group      its name is that of many ("Democrats")
 *   named      it has a name ("Ada Lind", "Norway", "the Red Cross")
 *   document   it is no one but a text ("the report") that nobody is known to have written
 *   anonymous  the report says so ("people familiar with the matter", "a witness")
 *   group      several, a body, a place ("officials", "the ministry", "they")
 *   role       one person ("the spokesman")
 * and otherwise unknown: a pronoun that leads nowhere. A text speaks for its author: document.h.
 */
#include "speaker/speaker_kind.h"

#include <string.h>

#include "phrase/reporter.h"
#include "phrase/speaks.h"
#include "speaker/document.h"
#include "tree/shape.h"

/* What is looked at: tokens of a source; names and mentions of one entity; claims beside one. */
enum { LONGEST_SOURCE = 64, MOST = 48, NEAR = 4 };

/* All that is said by these words, in phrases of up to LGM_SPEAKS_WORDS. */
static unsigned kinds_within(const lgm_doc *doc, lgm_tokspan at)
{
    const uint32_t end = at.end - at.start > LONGEST_SOURCE ? at.start + LONGEST_SOURCE : at.end;
    unsigned kinds = 0;
    for (uint32_t k = at.start; k < end; k++)
        for (uint32_t to = k + 1; to <= end && to <= k + LGM_SPEAKS_WORDS; to++)
            kinds |= lgm_phrase_speaks(doc, k, to);
    return kinds;
}

/* By the words of the source, or wherever an entity without a name is described ("a clerk who asked
 * not to be named"). */
static bool is_anonymous(const lgm_doc *doc, const lgm_doc_claim *c, const lgm_doc_entity *e)
{
    unsigned kinds = 0;
    for (uint32_t i = 0; e && i < e->n_mentions && i < MOST; i++) {
        const lgm_doc_mention *const m = &doc->mentions[doc->mention_order[e->mention + i]];
        if (m->form == LGM_MENTION_NOMINAL) kinds |= kinds_within(doc, m->tokens);
    }
    for (uint32_t i = 0; i < c->source.n; i++) kinds |= kinds_within(doc, c->source.at[i]);
    return (kinds & LGM_SPEAKS_ANONYMOUS) != 0;
}

/* Who publishes the report, with or without "the". */
static bool is_publisher(const lgm_doc *doc, const lgm_name *name)
{
    const lgm_slice words = lgm_doc_words(doc, name->tokens);
    lgm_slice by = doc->publisher;
    if (by.ptr && by.len > 4 && memcmp(by.ptr, "The ", 4) == 0)
        by = (lgm_slice){by.ptr + 4, by.len - 4};
    return by.ptr && lgm_slice_eq(words, by);
}

/* By a name of it, or by what it is called: "Echo ... the newspaper". */
bool lgm_speaker_is_outlet(const lgm_doc *doc, const lgm_doc_entity *e)
{
    const bool body = e->type == LGM_ENTITY_ORG || e->type == LGM_ENTITY_OTH;
    if (!body && e->type != LGM_ENTITY_PER) return false;
    for (uint32_t i = 0; body && i < e->n_mentions && i < MOST; i++) {
        const lgm_doc_mention *const m = &doc->mentions[doc->mention_order[e->mention + i]];
        if (m->form == LGM_MENTION_NOMINAL &&
            (lgm_phrase_speaks(doc, m->head, m->head + 1) & LGM_SPEAKS_OUTLET_WORD))
            return true;
    }
    for (uint32_t i = 0; i < e->n && i < MOST; i++) {
        const lgm_name *const name = &doc->names[doc->name_order[e->first + i]];
        if (lgm_phrase_names_outlet(doc, name) || is_publisher(doc, name)) return true;
    }
    return false;
}

/* The word of the source that the rest of it hangs on. */
uint32_t lgm_speaker_top(const lgm_doc *doc, const lgm_parts *p)
{
    for (uint32_t i = 0; i < p->n; i++)
        for (uint32_t k = p->at[i].start; k < p->at[i].end; k++) {
            const uint32_t h = doc->head[k];
            if (h == LGM_NONE || h < p->at[i].start || h >= p->at[i].end) return k;
        }
    return p->at[0].start;
}

/* "49%", "two thirds", "one in five": a number of people, but not "one" alone. */
static bool is_number(const lgm_trees *t, uint32_t word)
{
    const lgm_doc *const doc = t->doc;
    if (t->upos[word] == LGM_UPOS_SYM) return true;
    if (t->upos[word] != LGM_UPOS_NUM) return false;
    return t->word[word] != LGM_PRO_ONE ||
           (word + 2 < doc->n_tokens && t->upos[word + 2] == LGM_UPOS_NUM &&
            lgm_slice_eq(lgm_doc_form(doc, word + 1), LGM_SLICE("in")));
}

/* "A quarter of voters", "the majority of them". */
static bool is_share(const lgm_trees *t, uint32_t word)
{
    const uint32_t of = lgm_tree_right_child(t, word, LGM_REL_nmod);
    const uint32_t prep = of == LGM_NONE ? LGM_NONE : lgm_tree_left_child(t, of, LGM_REL_case);
    return prep != LGM_NONE && lgm_tree_form_is(t->doc, prep, "of") &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, word), "quarter", "half", "third", "fifth", "tenth",
                        "majority", "minority", "number", "handful", "dozen", "pair", "couple",
                        "share", "proportion", "chorus", "host", "rest", "lot");
}

/* Is the word several by itself, or joined to others within these tokens? */
static bool is_several(const lgm_trees *t, uint32_t word, lgm_tokspan within)
{
    const char *const x = lgm_doc_xpos(t->doc, word);
    if (t->word[word] == LGM_PRO_WE || t->word[word] == LGM_PRO_THEY ||
        t->word[word] == LGM_PRO_QUANT)
        return true;
    for (uint32_t c = lgm_tree_right(t, word); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_conj && c < within.end) return true;
    const lgm_slice form = lgm_doc_form(t->doc, word);
    if (LGM_SLICE_IN(form, "percent", "cent", "%") || is_share(t, word)) return true;
    return x && x[0] == 'N' && strchr("NP", x[1] ? x[1] : '-') && x[strlen(x) - 1] == 'S';
}

static bool is_pronoun(const lgm_trees *t, uint32_t word)
{
    return t->upos[word] == LGM_UPOS_PRON;
}

/* Is the word in what a claim near this one says? */
static bool is_said(const lgm_doc *doc, uint32_t claim, uint32_t word)
{
    for (uint32_t c = claim > NEAR ? claim - NEAR : 0; c < doc->n_claims && c <= claim + NEAR; c++)
        if (lgm_parts_have(&doc->claims[c].content, word)) return true;
    return false;
}

/* Does another claim near this one have its source between two places? */
static bool other_source_between(const lgm_doc *doc, uint32_t claim, uint32_t from, uint32_t to)
{
    const lgm_tokspan own = doc->claims[claim].source.at[0];
    for (uint32_t c = claim > NEAR ? claim - NEAR : 0; c < doc->n_claims && c <= claim + NEAR;
         c++) {
        const lgm_parts *const p = &doc->claims[c].source;
        if (c != claim && p->n > 0 && p->at[0].start >= from && p->at[0].end <= to &&
            p->at[0].start != own.start)
            return true;
    }
    return false;
}

/* "A nurse, who asked not to be named, said so"; "on condition that he not be named, an engineer
 * said so". The words stand in the sentence of the source, not in what is said, and no other
 * source is nearer. */
bool lgm_speaker_asks_unnamed(const lgm_trees *t, uint32_t claim)
{
    const lgm_doc *const doc = t->doc;
    const lgm_doc_claim *const c = &doc->claims[claim];
    if (c->source.n == 0) return false;
    const lgm_tokspan own = c->source.at[0];
    const uint32_t top = lgm_speaker_top(doc, &c->source);
    if (lgm_speaker_document(doc, top)) return false;
    for (size_t k = 0; k < doc->unnamed.n; k++) {
        const lgm_tokspan u = doc->unnamed.at[k];
        if (lgm_tree_sent(t, u.start) != lgm_tree_sent(t, own.start) ||
            is_said(doc, claim, u.start))
            continue;
        const uint32_t from = u.start < own.start ? u.end : own.start;
        const uint32_t to = u.start < own.start ? own.end : u.start;
        if (!other_source_between(doc, claim, from, to)) return true;
    }
    return false;
}

/* "Democrats", "the Spartans": who is called by the name of many. */
static bool is_name_of_many(const lgm_doc *doc, const lgm_doc_entity *e)
{
    const lgm_tokspan s = doc->names[e->name].tokens;
    const char *const x = lgm_doc_xpos(doc, s.end - 1);
    return e->type != LGM_ENTITY_GPE && e->type != LGM_ENTITY_LOC && s.end - s.start == 1 && x &&
           (strcmp(x, "NNPS") == 0 || strcmp(x, "NNS") == 0);
}

static lgm_speaker_kind kind_by_name(const lgm_doc *doc, const lgm_doc_entity *e)
{
    const lgm_tokspan name = doc->names[e->name].tokens;
    if (lgm_speaker_is_outlet(doc, e)) return LGM_SPEAKER_OUTLET;
    if (e->type == LGM_ENTITY_PER) return LGM_SPEAKER_NAMED;
    if (e->type == LGM_ENTITY_OTH &&
        (lgm_speaker_document(doc, name.end - 1) & LGM_SPEAKS_DOCUMENT))
        return LGM_SPEAKER_DOCUMENT;
    return is_name_of_many(doc, e) ? LGM_SPEAKER_GROUP : LGM_SPEAKER_NAMED;
}

/* Of who has no name, by a word for it and the words around that. */
static lgm_speaker_kind kind_by_words(const lgm_trees *t, const lgm_doc_entity *e, uint32_t top,
                                      lgm_tokspan around)
{
    const unsigned head = lgm_phrase_speaks(t->doc, top, top + 1);
    const unsigned two = top > around.start ? lgm_phrase_speaks(t->doc, top - 1, top + 1) : 0;
    const lgm_doc_mention *const called = e ? &t->doc->mentions[e->called] : NULL;
    if ((head | two) & LGM_SPEAKS_OUTLET_WORD) return LGM_SPEAKER_OUTLET;
    if ((head & (LGM_SPEAKS_CROWD | LGM_SPEAKS_BODY)) || is_several(t, top, around) ||
        is_number(t, top) || (called && is_several(t, called->head, called->tokens)))
        return LGM_SPEAKER_GROUP;
    if (e && (e->type == LGM_ENTITY_ORG || e->type == LGM_ENTITY_GPE || e->type == LGM_ENTITY_LOC))
        return LGM_SPEAKER_GROUP;
    if (is_pronoun(t, top) && !e) return LGM_SPEAKER_UNKNOWN;
    if ((e && e->type == LGM_ENTITY_PER) || (head & LGM_SPEAKS_PERSON)) return LGM_SPEAKER_ROLE;
    return t->upos[top] == LGM_UPOS_NOUN && !e ? LGM_SPEAKER_ROLE : LGM_SPEAKER_UNKNOWN;
}

lgm_speaker_kind lgm_speaker_kind_of(const lgm_trees *t, uint32_t claim, uint32_t speaker,
                                     bool unnamed)
{
    const lgm_doc *const doc = t->doc;
    const lgm_doc_claim *const c = &doc->claims[claim];
    const lgm_doc_entity *const e = speaker != LGM_NONE ? &doc->entities[speaker] : NULL;
    if (e && e->name != LGM_NONE) return kind_by_name(doc, e);
    const lgm_doc_mention *const elided = e ? &doc->mentions[e->called] : NULL;
    if (c->source.n == 0)
        return elided ? kind_by_words(t, e, elided->head, elided->tokens) : LGM_SPEAKER_UNKNOWN;
    const uint32_t top = lgm_speaker_top(doc, &c->source);
    if (lgm_speaker_document(doc, top)) {
        const lgm_doc_mention *const author = e ? &doc->mentions[e->called] : NULL;
        if (!author || lgm_speaker_document(doc, author->head)) return LGM_SPEAKER_DOCUMENT;
        return kind_by_words(t, e, author->head, author->tokens);
    }
    if (unnamed || is_anonymous(doc, c, e)) return LGM_SPEAKER_ANONYMOUS;
    return kind_by_words(t, e, top,
                         (lgm_tokspan){c->source.at[0].start, c->source.at[c->source.n - 1].end});
}
