/* brief.c - the short name that a body is given in brackets: "the Northern Harbour Union (Norhu)". */
#include <string.h>

#include "base/fold.h"
#include "entity/nameform.h"
#include "legomena/records.h"

static bool is_mark(const lgm_doc *doc, uint32_t t, const char *any_of)
{
    const lgm_slice w = lgm_doc_form(doc, t);
    return w.len == 1 && strchr(any_of, w.ptr[0]) != NULL;
}

bool lgm_name_is_brief(const lgm_doc *doc, const lgm_name *whole, const lgm_name *brief)
{
    const uint32_t t = brief->tokens.start;
    if (whole->type != LGM_ENTITY_ORG || brief->type != LGM_ENTITY_ORG) return false;
    if (brief->tokens.end != t + 1 || whole->tokens.end + 1 != t) return false;
    if (!is_mark(doc, t - 1, "([") || t + 1 >= doc->n_tokens || !is_mark(doc, t + 1, ")]"))
        return false;
    const lgm_form f = lgm_form_of(doc, whole);
    size_t used;
    const lgm_slice w = lgm_doc_form(doc, t);
    const uint32_t first = lgm_lower_cp((uint32_t)lgm_utf8_next(w.ptr, w.len, &used));
    for (uint32_t i = 0; f.n > 1 && i < f.n; i++)
        if (f.initial[i] == first && !(f.kinds[i] & LGM_NAME_SMALL)) return true;
    return false;
}
