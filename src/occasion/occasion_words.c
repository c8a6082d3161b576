/* occasion_words.c - a lemma in lower case and its lookup. */
#include "occasion/occasion_words.h"

#include "base/fold.h"
#include "tree/shape.h"

enum { LONGEST = 31 }; /* bytes of an entry */

uint32_t lgm_occasion_kinds(const lgm_doc *doc, uint32_t token)
{
    char lower[LGM_FOLD_ROOM(LONGEST)];
    const lgm_slice lemma = lgm_doc_lemma(doc, token);
    if (lemma.len > LONGEST) return 0;
    const size_t len = lgm_fold_lower(lemma.ptr, lemma.len, lower);
    const uint32_t kinds = lgm_lexicon_kinds(&lgm_occasion_lexicon, lower, len);
    if (kinds & LGM_OCCASION_NAME && !lgm_tree_is_capital(lgm_doc_form(doc, token)))
        return kinds & ~(uint32_t)LGM_OCCASION_NAME;
    return kinds;
}
