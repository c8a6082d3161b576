/* act_words.c - what the lists of data/act say of words. */
#include "act/act_words.h"

#include "tree/lemmas.h"

uint32_t lgm_act_kinds(const lgm_doc *doc, const char *before, const uint32_t *tokens, uint32_t n,
                       const char *after)
{
    return lgm_tree_kinds(&lgm_act_lexicon, doc,
                          &(lgm_lemma_phrase){tokens, n, before, after, LGM_TREE_MENDS});
}

bool lgm_act_is_topical(const lgm_doc *doc, uint32_t token)
{
    static const char *const WORDS[] = {"about", "on", "over", "regarding", "concerning"};
    for (size_t i = 0; i < LGM_COUNT(WORDS); i++)
        if (lgm_tree_form_is(doc, token, WORDS[i])) return true;
    return false;
}
