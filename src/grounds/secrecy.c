/*
 * secrecy.c - looks for the reason behind the words by which a source asks not to be named, and for
 * fear that hangs on the cue.
 */
#include "grounds/secrecy.h"

#include "base/sorted.h"
#include "grounds/who_clause.h"
#include "legomena/kinds.h"
#include "tree/shape.h"

enum { REACH = 64, NEXT = 3 }; /* tokens */

static const lgm_doc_ground NOTHING = {{0, 0}, LGM_GROUND_NONE};

static bool is_said(const lgm_doc_claim *c, uint32_t word)
{
    return lgm_parts_have(&c->content, word) || lgm_parts_have(&c->cue, word);
}

/* The words from here to the end of the clause, and no word of the claim. */
static lgm_doc_ground reason(const lgm_trees *t, const lgm_doc_claim *c, uint32_t from,
                             uint32_t end)
{
    const uint32_t sentence = lgm_tree_sentence(t, from).end;
    if (end > sentence) end = sentence;
    if (end > from + LGM_GROUNDS_LONGEST) end = from + LGM_GROUNDS_LONGEST;
    for (uint32_t k = from; k < end; k++)
        if (is_said(c, k)) end = k;
    while (end > from && t->upos[end - 1] == LGM_UPOS_PUNCT) end--;
    return end > from + 1 ? (lgm_doc_ground){{from, end}, LGM_GROUND_ANONYMITY} : NOTHING;
}

/* Does a reason begin at this word? Then its clause hangs on *top. */
static bool begins_reason(const lgm_trees *t, uint32_t word, uint32_t *top)
{
    const lgm_slice form = lgm_doc_form(t->doc, word);
    const uint32_t up = t->doc->head[word];
    *top = word;
    if (LGM_SLICE_IN(form, "citing", "fearing", "given")) return true;
    if (up == LGM_NONE) return false;
    *top = up;
    if (LGM_SLICE_IN(form, "because", "since", "as", "lest"))
        return t->rel[word] == LGM_REL_mark || t->rel[word] == LGM_REL_case;
    if (LGM_SLICE_IN(form, "due", "owing", "over")) return true;
    if (lgm_slice_eq(form, LGM_SLICE("for")))
        return LGM_SLICE_IN(lgm_doc_form(t->doc, up), "fear", "reasons", "safety", "security");
    if (lgm_slice_eq(form, LGM_SLICE("in")) && word + 2 < t->doc->n_tokens)
        return lgm_tree_form_is(t->doc, word + 1, "order");
    return t->upos[word] == LGM_UPOS_PART && t->upos[up] == LGM_UPOS_VERB; /* "to discuss it" */
}

static lgm_doc_ground behind(const lgm_trees *t, const lgm_doc_claim *c, uint32_t end)
{
    const uint32_t stop = lgm_tree_sentence(t, end - 1).end;
    for (uint32_t k = end; k < stop && k < end + NEXT; k++) {
        uint32_t top;
        if (is_said(c, k)) break;
        if (begins_reason(t, k, &top)) {
            const uint32_t last = lgm_tree_last(t, top);
            return reason(t, c, k, last > k + 1 ? last : stop);
        }
        if (t->upos[k] != LGM_UPOS_PUNCT && t->upos[k] != LGM_UPOS_ADV) break;
    }
    return NOTHING;
}

/* "..., she said, fearing for her job". */
static lgm_doc_ground fear_at_cue(const lgm_trees *t, const lgm_doc_claim *c)
{
    for (uint32_t i = 0; i < c->cue.n; i++)
        for (uint32_t w = c->cue.at[i].start; w < c->cue.at[i].end; w++)
            for (uint32_t k = lgm_tree_right(t, w); k != LGM_NONE && k - w <= REACH;
                 k = lgm_tree_next(t, k))
                if (lgm_tree_form_is(t->doc, k, "fearing") && !is_said(c, k))
                    return reason(t, c, k, lgm_tree_last(t, k));
    return NOTHING;
}

/* The first request to stay unnamed that begins at this token or behind it. */
static size_t first_from(const lgm_doc *doc, uint32_t token)
{
    return LGM_SORTED_FIRST(lgm_tokspan, doc->unnamed.at, doc->unnamed.n, start, token);
}

lgm_doc_ground lgm_grounds_secrecy(const lgm_trees *t, uint32_t claim)
{
    const lgm_doc *const doc = t->doc;
    const lgm_doc_claim *const c = &doc->claims[claim];
    if (c->source.n == 0) return NOTHING;
    const lgm_tokspan around = lgm_tree_around(t, c->source.at[0].start, REACH);
    for (size_t k = first_from(doc, around.start); k < doc->unnamed.n; k++) {
        const lgm_tokspan u = doc->unnamed.at[k];
        if (u.end > around.end) break;
        const lgm_doc_ground g = is_said(c, u.start) ? NOTHING : behind(t, c, u.end);
        if (g.kind != LGM_GROUND_NONE) return g;
    }
    return fear_at_cue(t, c);
}
