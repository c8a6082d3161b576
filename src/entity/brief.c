/* brief.c - a body's short name in brackets: "the Northern Harbour Union (Norhu)". */
#include "base/fold.h"
#include "entity/nameform.h"
#include "legomena/kinds.h"

bool lgm_entity_is_brief(const lgm_doc *doc, const lgm_name *whole, const lgm_name *brief)
{
    const uint32_t t = brief->tokens.start;
    if (whole->type != LGM_ENTITY_ORG || brief->type != LGM_ENTITY_ORG) return false;
    if (brief->tokens.end != t + 1 || whole->tokens.end + 1 != t) return false;
    if (!LGM_SLICE_IN(lgm_doc_form(doc, t - 1), "(", "[") || t + 1 >= doc->n_tokens ||
        !LGM_SLICE_IN(lgm_doc_form(doc, t + 1), ")", "]"))
        return false;
    const lgm_form f = lgm_entity_form_of(doc, whole);
    size_t used;
    const lgm_slice w = lgm_doc_form(doc, t);
    const uint32_t first = lgm_lower_cp((uint32_t)lgm_utf8_next(w.ptr, w.len, &used));
    for (uint32_t i = 0; f.n > 1 && i < f.n; i++)
        if (f.initial[i] == first && !(f.kinds[i] & LGM_NAME_SMALL)) return true;
    return false;
}
