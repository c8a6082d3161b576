/* reporter.c - whether a word is an outlet, or somebody who reports for one. */
#include "phrase/reporter.h"

#include "phrase/speaks.h"
#include "tree/shape.h"

/* "The Gazette" alone, for "the Harbour Gazette". */
static bool is_short(const lgm_doc *doc, lgm_tokspan s)
{
    return s.end - s.start == 1 && s.start > 0 && lgm_tree_is_the(lgm_doc_form(doc, s.start - 1));
}

/* "The Ledger" of the list, where the name leaves out its article. */
static bool is_listed(const lgm_doc *doc, lgm_tokspan s)
{
    const bool the = s.start > 0 && lgm_tree_is_the(lgm_doc_form(doc, s.start - 1));
    return ((lgm_phrase_speaks(doc, s.start, s.end) |
             (the ? lgm_phrase_speaks(doc, s.start - 1, s.end) : 0)) &
            LGM_SPEAKS_OUTLET) != 0;
}

bool lgm_phrase_names_outlet(const lgm_doc *doc, const lgm_name *name)
{
    const lgm_tokspan s = name->tokens;
    const bool article = s.end - s.start > 1 && lgm_tree_is_the(lgm_doc_form(doc, s.start));
    if (name->type == LGM_ENTITY_PER) return article && is_listed(doc, s); /* "The Ledger" */
    if (name->type != LGM_ENTITY_ORG && name->type != LGM_ENTITY_OTH) return false;
    if (is_listed(doc, s)) return true;
    const unsigned last = lgm_phrase_speaks(doc, s.end - 1, s.end);
    if (s.end - s.start > 1) return last & (LGM_SPEAKS_OUTLET_WORD | LGM_SPEAKS_OUTLET_ENDING);
    return (last & LGM_SPEAKS_OUTLET_ENDING) && is_short(doc, s);
}

/* "This newspaper". */
static bool is_this_outlet(const lgm_trees *t, uint32_t word)
{
    const uint32_t this = lgm_tree_left_child(t, word, LGM_REL_det);
    return this != LGM_NONE && t->word[this] == LGM_PRO_THIS &&
           (lgm_phrase_speaks(t->doc, word, word + 1) & LGM_SPEAKS_OUTLET_WORD);
}

bool lgm_phrase_is_outlet(const lgm_trees *t, uint32_t word)
{
    const uint32_t name = lgm_tree_name(t, word);
    return name != LGM_NONE ? lgm_phrase_names_outlet(t->doc, &t->doc->names[name])
                            : is_this_outlet(t, word);
}

/* "Witness" only with the outlet's name right before it. */
static bool is_reporting_work(const lgm_doc *doc, uint32_t word)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, word), "correspondent", "reporter", "journalist",
                        "photographer", "cameraman", "videographer", "witness", "crew", "team",
                        "stringer", "producer", "photojournalist");
}

uint32_t lgm_phrase_reporter_of(const lgm_trees *t, uint32_t word)
{
    if (!is_reporting_work(t->doc, word)) return LGM_NONE;
    for (uint32_t c = lgm_tree_left(t, word); c != LGM_NONE; c = lgm_tree_next(t, c))
        if ((t->rel[c] == LGM_REL_compound || t->rel[c] == LGM_REL_nmod) &&
            lgm_phrase_is_outlet(t, c))
            return c;
    for (uint32_t c = lgm_tree_right(t, word); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        const uint32_t prep = lgm_tree_left_child(t, c, LGM_REL_case);
        if (t->rel[c] == LGM_REL_nmod && prep != LGM_NONE && lgm_phrase_is_outlet(t, c) &&
            LGM_SLICE_IN(lgm_doc_form(t->doc, prep), "of", "for", "from", "with"))
            return c;
    }
    return LGM_NONE;
}
