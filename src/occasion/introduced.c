/* introduced.c - a speaker whom the report names behind words for no name. */
#include "occasion/path.h"
#include "occasion/speech.h"
#include "tree/shape.h"
#include "legomena/kinds.h"

/* Turns until somebody is named; names that are looked at for a title. */
enum { SOON = 4, NAMES = 8 };

/* Does the source of the turn have the word that heads the other's? */
static bool has_head_of(const lgm_occasion_speeches *s, uint32_t turn, uint32_t other)
{
    const lgm_doc *const doc = s->t->doc;
    const lgm_parts *const mine = &doc->claims[s->turns[turn].claim].source;
    const lgm_tokspan theirs = doc->claims[s->turns[other].claim].source.at[0];
    const lgm_slice head = lgm_doc_lemma(doc, lgm_occasion_top(doc, theirs));
    for (uint32_t i = 0; i < mine->n; i++)
        for (uint32_t w = mine->at[i].start; w < mine->at[i].end; w++)
            if (s->t->upos[w] == LGM_UPOS_NOUN && lgm_slice_eq(lgm_doc_lemma(doc, w), head))
                return true;
    return false;
}

/* The same letters but for capitals: a title of more than ASCII has its small letters too. */
static bool is_like(lgm_slice a, lgm_slice b)
{
    if (a.len != b.len || a.len == 0) return false;
    for (size_t i = 0; i < a.len; i++)
        if ((a.ptr[i] | 0x20) != (b.ptr[i] | 0x20)) return false;
    return true;
}

/* "This week, the president declined ... Brock said": a title of the name, and nobody between. */
static bool is_title_of(const lgm_occasion_speeches *s, uint32_t turn, uint32_t other)
{
    const lgm_doc *const doc = s->t->doc;
    const lgm_occasion_turn *const x = &s->turns[turn], *const y = &s->turns[other];
    if (y->claim == LGM_NONE || doc->entities[y->speaker].name != LGM_NONE || y->group)
        return false;
    const lgm_parts *const source = &doc->claims[y->claim].source;
    if (source->n == 0 || lgm_occasion_paragraph(s, turn) - lgm_occasion_paragraph(s, other) > 1)
        return false;
    if (!lgm_tree_form_is(doc, source->at[0].start, "the") ||
        doc->entities[y->speaker].n_mentions > 1)
        return false;
    const lgm_slice title = lgm_doc_form(doc, lgm_occasion_top(doc, source->at[0]));
    const lgm_doc_entity *const e = &doc->entities[x->speaker];
    for (uint32_t i = 0; i < e->n && i < NAMES; i++) {
        const uint32_t at = doc->names[doc->name_order[e->first + i]].tokens.start;
        if (at > 0 && is_like(lgm_doc_form(doc, at - 1), title)) return true;
    }
    return false;
}

/* "..., a top aide said on Friday. Okke Berg told": a new name opens the sentence without a word of
 * who that is, behind one of the lead who has no name. */
static bool is_name_of(const lgm_occasion_speeches *s, uint32_t turn, uint32_t other)
{
    const lgm_doc *const doc = s->t->doc;
    const lgm_occasion_turn *const x = &s->turns[turn], *const y = &s->turns[other];
    if (x->claim == LGM_NONE || y->claim == LGM_NONE || y->group) return false;
    const lgm_doc_entity *const mine = &doc->entities[x->speaker];
    const lgm_doc_entity *const theirs = &doc->entities[y->speaker];
    const lgm_parts *const source = &doc->claims[x->claim].source;
    if (mine->name == LGM_NONE || theirs->name != LGM_NONE || source->n != 1) return false;
    if (mine->type != LGM_ENTITY_PER || theirs->type != LGM_ENTITY_PER) return false;
    if (lgm_occasion_paragraph(s, other) > LGM_OCCASION_LEAD ||
        lgm_occasion_paragraph(s, turn) - lgm_occasion_paragraph(s, other) > 1)
        return false;
    const lgm_tokspan first = doc->names[doc->name_order[mine->first]].tokens;
    if (lgm_tree_sentence(s->t, first.start).start != first.start) return false;
    return first.start == source->at[0].start && first.end == source->at[0].end &&
           first.end - first.start > 1;
}

/* "..., an official said on Friday. ..., said Okke Berg, head of the port": the next speaker is the
 * one of the lead, by name; or one soon who is called the same: "a spokesman", "spokesman Okke
 * Berg". LGM_NONE where nobody is. */
uint32_t lgm_occasion_introduced_by(const lgm_occasion_speeches *s, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    if (s->now[x->speaker] != LGM_NONE || turn == 0) return LGM_NONE;
    if (s->of[turn - 1] != LGM_NONE &&
        (is_title_of(s, turn, turn - 1) || is_name_of(s, turn, turn - 1)))
        return turn - 1;
    if (!x->described) return LGM_NONE;
    for (uint32_t k = 1; k <= SOON && k <= turn; k++)
        if (s->turns[turn - k].some_one && s->of[turn - k] != LGM_NONE &&
            (k == 1 || has_head_of(s, turn, turn - k)))
            return turn - k;
    return LGM_NONE;
}
