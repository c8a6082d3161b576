/* shape.c - tests on the form of one word. */
#include "tree/shape.h"

#include "base/fold.h"

bool lgm_tree_is_capital(lgm_slice form)
{
    size_t used;
    const int32_t cp = lgm_utf8_next(form.ptr, form.len, &used);
    return cp > 0 && lgm_lower_cp((uint32_t)cp) != (uint32_t)cp;
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
