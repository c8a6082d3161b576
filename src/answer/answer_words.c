/* answer_words.c - what the lists of data/answer say of words; only verbs are mended. */
#include "answer/answer_words.h"

#include <string.h>

#include "tree/lemmas.h"

static uint32_t look_up(const lgm_doc *doc, const uint32_t *tokens, uint32_t n)
{
    const bool verb = doc->upos.of && strcmp(lgm_doc_upos(doc, tokens[0]), "VERB") == 0;
    return lgm_tree_kinds(&lgm_answer_lexicon, doc,
                          &(lgm_lemma_phrase){tokens, n, .mends = verb ? LGM_TREE_MENDS : 0});
}

uint32_t lgm_answer_word(const lgm_doc *doc, uint32_t token)
{
    return look_up(doc, &token, 1);
}

uint32_t lgm_answer_phrase(const lgm_doc *doc, uint32_t token)
{
    const uint32_t both[] = {token, token + 1};
    const uint32_t kinds = token + 1 < doc->n_tokens ? look_up(doc, both, 2) : 0;
    return kinds ? kinds : look_up(doc, both, 1);
}
