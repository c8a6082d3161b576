/*
 * lemmas.h - what word lists say of the lemma of a word, or of the lemmas of several as a phrase.
 *
 *     shrugged off            "shrug off"      its lemma may be "shrugg": mended
 *     did not say             "not say"        with a word before that is none of the phrase's own
 *
 * Reads   lemmas.      Writes  nothing.
 * Cost    one look-up, and where no list has the phrase one for each repair of its first word.
 */
#ifndef LGM_TREE_LEMMAS_H
#define LGM_TREE_LEMMAS_H

#include "base/lexicon.h"
#include "doc/doc.h"
#include "tree/shape.h"

typedef struct lgm_lemma_phrase {
    const uint32_t *tokens; /* n of them, at least one */
    uint32_t n;
    const char *before, *after; /* words that stand around their lemmas; NULL = none */
    int mends; /* how many repairs of the first lemma are tried, the likeliest first: 0 where nouns
                  would become other nouns ("mane", "man"), LGM_TREE_MENDS of verbs */
} lgm_lemma_phrase;

/* The kinds of the lists that have it; 0 where none has. */
uint32_t lgm_tree_kinds(const lgm_lexicon *lexicon, const lgm_doc *doc, const lgm_lemma_phrase *p);

static inline uint32_t lgm_tree_word_kinds(const lgm_lexicon *lexicon, const lgm_doc *doc,
                                           uint32_t token, int mends)
{
    return lgm_tree_kinds(lexicon, doc, &(lgm_lemma_phrase){&token, 1, NULL, NULL, mends});
}

#endif
