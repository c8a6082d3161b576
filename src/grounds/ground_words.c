/* ground_words.c - looks lemmas up in the lists of data/grounds. */
#include "grounds/ground_words.h"

#include "base/fold.h"

enum { LONGEST = 31 }; /* bytes of an entry */

uint32_t lgm_grounds_word(const lgm_doc *doc, uint32_t token)
{
    char lower[LGM_FOLD_ROOM(LONGEST) + 1];
    const lgm_slice lemma = lgm_doc_lemma(doc, token);
    if (lemma.len > LONGEST) return 0;
    const size_t n = lgm_fold_lower(lemma.ptr, lemma.len, lower);
    const uint32_t kinds = lgm_lexicon_kinds(&lgm_grounds_lexicon, lower, n);
    if (kinds || n == LONGEST) return kinds;
    lower[n] = 'e'; /* lemmas of rare verbs may lack it */
    return lgm_lexicon_kinds(&lgm_grounds_lexicon, lower, n + 1);
}
