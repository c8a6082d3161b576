/*
 * source_span.c - what a source is said to be, to its end, and not a word of what it says.
 *
 * "A person close to the family said": attribution takes a source whole where the tree hangs its
 * end on another word. What says who somebody is belongs to the mention; when and where they spoke
 * does not. In "..., said a statement released on Sunday" a wrong tree takes the whole sentence for
 * the statement.
 */
#include "coref/mentions/source_span.h"

#include <string.h>

#include "base/sorted.h"
/* The mention with this word as its head; mentions are in order of their heads. */
static lgm_coref_mention *headed_by(lgm_coref_mentions *all, uint32_t word)
{
    size_t i = LGM_SORTED_FIRST(lgm_coref_mention, all->at, all->n, head, word);
    for (; i < all->n && all->at[i].head == word; i++)
        if (!all->at[i].is_group) return &all->at[i];
    return NULL;
}

/* "of", "to", "from": what follows says who somebody is, and not when or where they spoke. */
static bool tells_who(const lgm_trees *t, uint32_t word)
{
    const lgm_slice form = lgm_doc_form(t->doc, word);
    if (t->upos[word] != LGM_UPOS_ADP) return false;
    if (LGM_SLICE_IN(form, "of", "to", "from", "by", "with", "for", "under")) return true;
    return t->upos[word - 1] == LGM_UPOS_VERB || t->upos[word - 1] == LGM_UPOS_ADJ;
}

/* A hyphen within a word goes on. */
static bool ends_phrase(const lgm_trees *t, uint32_t word)
{
    return t->upos[word] == LGM_UPOS_PUNCT &&
           (t->doc->tokens[word].flags & LGM_TOK_SPACE ||
            !lgm_slice_eq(lgm_doc_form(t->doc, word), LGM_SLICE("-")));
}

static void take_rest(const lgm_trees *t, lgm_coref_mention *m, lgm_tokspan source)
{
    uint32_t end = m->span.end;
    if (m->name != LGM_NONE || end >= source.end || !tells_who(t, end)) return;
    while (end < source.end && !ends_phrase(t, end)) end++;
    m->span.end = end;
}

/* "Said", "says", "may"; not "showing", "called". */
static bool is_finite(const lgm_trees *t, uint32_t word)
{
    static const char *const FINITE[] = {"VBD", "VBZ", "VBP", "MD"};
    for (size_t i = 0; t->doc->xpos.of && i < LGM_COUNT(FINITE); i++)
        if (strcmp(lgm_doc_xpos(t->doc, word), FINITE[i]) == 0) return true;
    return false;
}

/* What a source says before it, or its own verb behind it, is no part of it. "Posters demanding his
 * return" are, whole, who demands. */
static void leave_claim(const lgm_trees *t, const lgm_doc_claim *c, lgm_coref_mention *m)
{
    const lgm_tokspan source = *c->source.at;
    const uint32_t before = source.start - 1; /* of the first token: in nothing */
    if (m->span.start < source.start &&
        (lgm_parts_have(&c->cue, before) || lgm_parts_have(&c->content, before)))
        m->span.start = source.start;
    if (m->span.end > source.end && lgm_parts_have(&c->cue, source.end) && is_finite(t, source.end))
        m->span.end = source.end;
}

void lgm_coref_extend_sources(const lgm_trees *t, lgm_coref_mentions *all)
{
    const lgm_doc *const doc = t->doc;
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        const lgm_parts *const p = &doc->claims[c].source;
        if (lgm_doc_parent(doc, c) != LGM_NONE) continue;
        for (uint32_t i = 0; p->n == 1 && i < p->at->end - p->at->start; i++) {
            const uint32_t word = p->at->start + i, of = doc->head[word];
            lgm_coref_mention *const m = headed_by(all, word);
            if (!m) continue;
            leave_claim(t, &doc->claims[c], m);
            if (of == LGM_NONE || of < p->at->start || of >= p->at->end) take_rest(t, m, *p->at);
        }
    }
}
