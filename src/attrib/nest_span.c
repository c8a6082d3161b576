/* nest_span.c - where the clause or the infinitive of a claim within another begins and ends. */
#include <string.h>

#include "attrib/nest.h"
#include "tree/shape.h"

static bool has_tag(const lgm_trees *t, uint32_t word, const char *tag)
{
    return t->doc->xpos.of && strcmp(lgm_doc_xpos(t->doc, word), tag) == 0;
}

/* The modal of a clause, or LGM_NONE. */
static uint32_t modal(const lgm_trees *t, uint32_t verb)
{
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_aux && has_tag(t, c, "MD")) return c;
    return LGM_NONE;
}

/* A second clause right behind with a subject and the same modal: "thinks the mill will close, and
 * the port will, too". */
static bool is_joined(const lgm_trees *t, uint32_t clause, uint32_t second, uint32_t end)
{
    const uint32_t a = modal(t, clause), b = modal(t, second), first = lgm_tree_first(t, second);
    return t->rel[second] == LGM_REL_conj && a != LGM_NONE && b != LGM_NONE &&
           lgm_slice_eq(lgm_doc_form(t->doc, a), lgm_doc_form(t->doc, b)) &&
           lgm_tree_left_child(t, second, LGM_REL_nsubj) != LGM_NONE && first >= end &&
           first <= end + 1;
}

lgm_tokspan lgm_attrib_nest_clause_span(const lgm_attrib_inner *n, uint32_t clause)
{
    const lgm_trees *const t = n->d->tree;
    const lgm_tokspan sentence = lgm_tree_sentence(t, n->word);
    lgm_tokspan s = lgm_attrib_yield(t, clause, sentence);
    const uint32_t next = n->word + 1;
    if (next < s.start && t->upos[next] == LGM_UPOS_SCONJ && lgm_tree_form_is(t->doc, next, "that"))
        s.start = next;
    for (uint32_t c = lgm_tree_right(t, n->word); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (is_joined(t, clause, c, s.end)) s.end = lgm_attrib_yield(t, c, sentence).end;
    return s;
}

/* "They were planning to dance | when somebody heard shots": what came between is not planned. */
static uint32_t before_interruption(const lgm_attrib_inner *n, uint32_t what, uint32_t end)
{
    const lgm_trees *const t = n->d->tree;
    if (!has_tag(t, n->word, "VBG")) return end;
    for (uint32_t c = lgm_tree_right(t, what); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        const uint32_t first = lgm_tree_first(t, c);
        if (t->rel[c] == LGM_REL_advcl && has_tag(t, c, "VBD") &&
            lgm_tree_form_is(t->doc, first, "when"))
            return first;
    }
    return end;
}

lgm_tokspan lgm_attrib_nest_infinitive_span(const lgm_attrib_inner *n, uint32_t what)
{
    const lgm_trees *const t = n->d->tree;
    lgm_tokspan s = lgm_attrib_yield(t, what, lgm_tree_sentence(t, n->word));
    s.end = before_interruption(n, what, s.end);
    return s;
}
