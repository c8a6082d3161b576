/* lemmas.c - as it is, then mended one way after another. */
#include "tree/lemmas.h"

#include <string.h>

#include "base/fold.h"

/* The lemma mended the which-th way; false where that is no way to mend it. */
static bool mend(lgm_slice lemma, int which, char *word, lgm_slice *mended)
{
    if (lemma.len >= LGM_LEXICON_LONGEST) return false;
    size_t len = lgm_fold_lower(lemma.ptr, lemma.len, word);
    if (!lgm_tree_mend_lemma(word, &len, which)) return false;
    *mended = (lgm_slice){word, len};
    return true;
}

static uint32_t look_up(const lgm_lexicon *lexicon, const lgm_doc *doc, const lgm_lemma_phrase *p,
                        lgm_slice first)
{
    lgm_lexicon_phrase key = {.len = 0};
    if (p->before) lgm_lexicon_add(&key, (lgm_slice){p->before, strlen(p->before)});
    lgm_lexicon_add(&key, first);
    for (uint32_t i = 1; i < p->n; i++) lgm_lexicon_add(&key, lgm_doc_lemma(doc, p->tokens[i]));
    if (p->after) lgm_lexicon_add(&key, (lgm_slice){p->after, strlen(p->after)});
    return lgm_lexicon_find(lexicon, &key);
}

uint32_t lgm_tree_kinds(const lgm_lexicon *lexicon, const lgm_doc *doc, const lgm_lemma_phrase *p)
{
    char word[LGM_FOLD_ROOM(LGM_LEXICON_LONGEST) + 1];
    const lgm_slice lemma = lgm_doc_lemma(doc, p->tokens[0]);
    lgm_slice mended;
    uint32_t kinds = look_up(lexicon, doc, p, lemma);
    for (int which = 0; which < p->mends && kinds == 0; which++)
        if (mend(lemma, which, word, &mended)) kinds = look_up(lexicon, doc, p, mended);
    return kinds;
}
