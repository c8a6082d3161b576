/* occasion_words.c - what the lists of data/occasion say of words. */
#include "occasion/occasion_words.h"

#include "tree/lemmas.h"

uint32_t lgm_occasion_kinds(const lgm_doc *doc, uint32_t token)
{
    const uint32_t kinds = lgm_tree_word_kinds(&lgm_occasion_lexicon, doc, token, 0);
    if (kinds & LGM_OCCASION_NAME && !lgm_tree_is_capital(lgm_doc_form(doc, token)))
        return kinds & ~(uint32_t)LGM_OCCASION_NAME;
    return kinds;
}
