/* shape.c - tests on the form of one word. */
#include "tree/shape.h"

#include <string.h>

#include "base/fold.h"

enum { LONGEST = 31 }; /* bytes of a word that forms are compared with */

bool lgm_tree_is_capital(lgm_slice form)
{
    size_t used;
    const int32_t cp = lgm_utf8_next(form.ptr, form.len, &used);
    return cp > 0 && lgm_lower_cp((uint32_t)cp) != (uint32_t)cp;
}

bool lgm_tree_form_is(const lgm_doc *doc, uint32_t token, const char *word)
{
    char lower[LGM_FOLD_ROOM(LONGEST)];
    const lgm_slice form = lgm_doc_form(doc, token);
    const size_t len = strlen(word); /* letters of English are as long in either case */
    if (form.len != len || len > LONGEST) return false;
    return lgm_fold_lower(form.ptr, form.len, lower) == len && memcmp(lower, word, len) == 0;
}

bool lgm_tree_is_not(const lgm_doc *doc, uint32_t token)
{
    static const char *const WORDS[] = {"not", "n't", "n’t", "never"};
    for (size_t i = 0; i < LGM_COUNT(WORDS); i++)
        if (lgm_tree_form_is(doc, token, WORDS[i])) return true;
    return false;
}

bool lgm_tree_is_the(lgm_slice form)
{
    return LGM_SLICE_IN(form, "the", "The");
}

bool lgm_tree_is_possessive(lgm_slice form)
{
    return LGM_SLICE_IN(form, "'s", "’s", "'S", "’S", "'", "’");
}

lgm_tokspan lgm_tree_without_possessive(const lgm_doc *doc, lgm_tokspan span)
{
    while (span.end - span.start > 1 && lgm_tree_is_possessive(lgm_doc_form(doc, span.end - 1)))
        span.end--;
    return span;
}

bool lgm_tree_mend_lemma(char *word, size_t *len, int which)
{
    const size_t k = *len;
    if (k < 3) return false;
    const bool doubled = word[k - 1] == word[k - 2];
    const bool ie = word[k - 2] == 'i' && word[k - 1] == 'e', i = word[k - 1] == 'i';
    if (which == 0) word[(*len)++] = 'e';
    if (which == 1 && doubled) (*len)--;
    if (which == 2 && word[k - 1] == 'e') (*len)--;
    if (which == 1 && (ie || i)) word[(*len -= ie) - 1] = 'y';
    return which == 0 || (which == 1 && (doubled || ie || i)) || (which == 2 && word[k - 1] == 'e');
}
