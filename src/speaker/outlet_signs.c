/* outlet_signs.c - looks at the first names of an entity, and at the words beside each. */
#include "speaker/outlet_signs.h"

#include "phrase/speaks.h"
#include "tree/shape.h"

enum { MOST = 16, LONGEST = 3 }; /* names of an entity; words of a name behind its "The" */

static bool is_body_word(const lgm_doc *doc, uint32_t word)
{
    return (lgm_phrase_speaks(doc, word, word + 1) & LGM_SPEAKS_BODY) ||
           LGM_SLICE_IN(lgm_doc_form(doc, word), "of", "for", "on");
}

static bool is_capital_the(const lgm_doc *doc, uint32_t word)
{
    return lgm_slice_eq(lgm_doc_form(doc, word), LGM_SLICE("The"));
}

/* Before the token; a sentence, or what stands in quotation marks, begins with one anyway. */
static bool stands_within(const lgm_doc *doc, uint32_t word)
{
    return word > 0 && !(doc->tokens[word - 1].flags & LGM_TOK_OPEN) &&
           doc->tokens[word - 1].end > doc->tokens[word - 1].start &&
           ((lgm_doc_form(doc, word - 1).ptr[0] | 32) >= 'a');
}

bool lgm_speaker_has_capital_the(const lgm_doc *doc, const lgm_name *name)
{
    lgm_tokspan s = name->tokens;
    const bool within = is_capital_the(doc, s.start);
    const uint32_t the = within ? s.start : s.start - 1;
    if (within) s.start++;
    if (s.start == 0 || s.start >= s.end || s.end - s.start > LONGEST) return false;
    if (!is_capital_the(doc, the) || !stands_within(doc, the)) return false;
    for (uint32_t w = s.start; w < s.end; w++)
        if (is_body_word(doc, w)) return false;
    const lgm_slice first = lgm_doc_form(doc, s.start);
    return lgm_tree_is_capital(first) &&
           !LGM_SLICE_IN(first, "Hague", "Gambia", "Bahamas", "Bronx", "Netherlands");
}

static uint32_t head_of(const lgm_trees *t, lgm_tokspan s)
{
    for (uint32_t w = s.start; w < s.end; w++)
        if (lgm_tree_heads_name(t, w)) return w;
    return s.end - 1;
}

/* "Published", "aired"; whoever "first reported" something. */
static bool is_publishing(const lgm_trees *t, uint32_t verb)
{
    const lgm_doc *const doc = t->doc;
    if (LGM_SLICE_IN(lgm_doc_lemma(doc, verb), "publish", "broadcast", "air")) return true;
    if (!lgm_doc_lemma_is(doc, verb, "report")) return false;
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_tree_form_is(doc, c, "first")) return true;
    return false;
}

/* "The Beacon's editor", "a Beacon reporter". */
static bool is_staff(const lgm_doc *doc, uint32_t word)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, word), "reporter", "correspondent", "journalist",
                        "columnist", "editor", "newsroom", "reader", "editor-in-chief");
}

static bool shows(const lgm_trees *t, uint32_t word)
{
    const uint32_t up = t->doc->head[word];
    for (uint32_t c = lgm_tree_right(t, word); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        if (t->rel[c] == LGM_REL_appos &&
            lgm_phrase_speaks(t->doc, c, c + 1) & LGM_SPEAKS_OUTLET_WORD)
            return true;
        if (t->rel[c] == LGM_REL_acl && is_publishing(t, c) &&
            lgm_tree_left_child(t, c, LGM_REL_nsubj) != LGM_NONE)
            return true; /* "which first reported" */
    }
    if (up == LGM_NONE) return false;
    if (t->rel[word] == LGM_REL_nsubj) return is_publishing(t, up);
    if (t->rel[word] == LGM_REL_compound || t->rel[word] == LGM_REL_nmod)
        return is_staff(t->doc, up);
    const uint32_t by = lgm_tree_left_child(t, word, LGM_REL_case);
    return t->rel[word] == LGM_REL_obl && by != LGM_NONE && lgm_tree_form_is(t->doc, by, "by") &&
           is_publishing(t, up);
}

bool lgm_speaker_works_as_outlet(const lgm_trees *t, const lgm_doc_entity *e)
{
    const lgm_doc *const doc = t->doc;
    for (uint32_t i = 0; i < e->n && i < MOST; i++)
        if (shows(t, head_of(t, doc->names[doc->name_order[e->first + i]].tokens))) return true;
    return false;
}
