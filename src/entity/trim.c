/*
 * trim.c - what is not part of a name.
 *
 * The corpora that the model learns from (newspapers, wikigold, UNER) leave out titles, "the" and
 * the possessive, so where the model takes one into a name, it errs. Two things stay: the
 * possessive of an organisation ("Sotheby's") and "The" with a capital ("The Hague").
 */
#include <string.h>

#include "entity/words.h"
#include "tree/shape.h"

enum { TITLE_TOKENS = 4 };

/* Tokens of the longest title that the name begins with and that leaves a name behind it. */
static uint32_t title_length(const lgm_doc *doc, lgm_tokspan name)
{
    char phrase[TITLE_TOKENS * LGM_NAME_FOLDED];
    size_t len = 0;
    uint32_t longest = 0;
    for (uint32_t i = 0; i < TITLE_TOKENS && name.start + i + 1 < name.end; i++) {
        char word[LGM_NAME_FOLDED];
        const size_t n = lgm_entity_fold(lgm_doc_form(doc, name.start + i), word);
        if (n == 0) { /* the period of "Mr .", where it is a token */
            if (i > 0 && longest == i) longest = i + 1;
            continue;
        }
        if (len > 0) phrase[len++] = ' ';
        memcpy(phrase + len, word, n + 1);
        len += n;
        if (lgm_entity_kinds(phrase) & LGM_NAME_TITLE) longest = i + 1;
    }
    return longest;
}

lgm_tokspan lgm_entity_trim(const lgm_doc *doc, lgm_tokspan name, uint8_t type)
{
    const bool person = type == LGM_ENTITY_PER;
    if (person || type == LGM_ENTITY_GPE || type == LGM_ENTITY_LOC)
        name = lgm_tree_without_possessive(doc, name);
    while (name.end - name.start > 1 &&
           lgm_slice_eq(lgm_doc_form(doc, name.start), LGM_SLICE("the")))
        name.start++;
    for (uint32_t n; person && (n = title_length(doc, name)) > 0;) name.start += n;
    return name;
}

bool lgm_entity_has_party(const lgm_doc *doc, lgm_tokspan name)
{
    if (name.start == 0 || name.end - name.start < 3) return false;
    return lgm_slice_eq(lgm_doc_form(doc, name.start - 1), LGM_SLICE("(")) &&
           LGM_SLICE_IN(lgm_doc_form(doc, name.start), "D", "R", "I") &&
           lgm_slice_eq(lgm_doc_form(doc, name.start + 1), LGM_SLICE("-"));
}

bool lgm_entity_is_noun(const lgm_doc *doc, lgm_tokspan name, uint8_t type)
{
    const char first = lgm_doc_form(doc, name.start).ptr[0];
    return name.end - name.start == 1 && type != LGM_ENTITY_OTH && first >= 'a' && first <= 'z' &&
           doc->upos && strcmp(doc->upos[name.start], "NOUN") == 0;
}

static bool is_quote(lgm_slice form)
{
    return LGM_SLICE_IN(form, "\"", "'", "''", "``", "\xe2\x80\x9c", "\xe2\x80\x9d");
}

bool lgm_entity_goes_on(const lgm_doc *doc, lgm_tokspan a, lgm_tokspan b)
{
    enum { BETWEEN = 2 }; /* the mark, and a period that is a token */
    if (b.start <= a.end || b.start - a.end > BETWEEN || !is_quote(lgm_doc_form(doc, b.start - 1)))
        return false;
    if (b.start - a.end == BETWEEN && !lgm_slice_eq(lgm_doc_form(doc, a.end), LGM_SLICE(".")))
        return false;
    uint32_t marks = 0;
    for (uint32_t t = b.start + 1; t + 1 < b.end; t++) marks += is_quote(lgm_doc_form(doc, t));
    return marks == 1;
}
