/* claim_words.c - words in lower case and their lookup. */
#include "attrib/claim_words.h"

#include <string.h>

#include "base/fold.h"

/* Appends a word in lower case; false where it is longer than any entry. */
static bool add_word(char *phrase, size_t *n, lgm_slice word)
{
    char lower[LGM_FOLD_ROOM(LGM_ATTRIB_LONGEST)];
    if (word.len > LGM_ATTRIB_LONGEST) return false;
    const size_t len = lgm_fold_lower(word.ptr, word.len, lower);
    const size_t space = *n > 0 ? 1 : 0;
    if (*n + space + len > LGM_ATTRIB_LONGEST) return false;
    if (space) phrase[(*n)++] = ' ';
    memcpy(phrase + *n, lower, len);
    *n += len;
    return true;
}

uint32_t lgm_attrib_lemma_kinds(const lgm_doc *doc, uint32_t token)
{
    char word[LGM_ATTRIB_LONGEST];
    size_t n = 0;
    if (!add_word(word, &n, lgm_doc_lemma(doc, token))) return 0;
    return lgm_lexicon_kinds(&lgm_attrib_lexicon, word, n);
}

uint32_t lgm_attrib_lemma_prep_kinds(const lgm_doc *doc, uint32_t token, uint32_t prep)
{
    char phrase[LGM_ATTRIB_LONGEST];
    size_t n = 0;
    if (!add_word(phrase, &n, lgm_doc_lemma(doc, token)) ||
        !add_word(phrase, &n, lgm_doc_form(doc, prep)))
        return 0;
    return lgm_lexicon_kinds(&lgm_attrib_lexicon, phrase, n);
}

uint32_t lgm_attrib_phrase_kinds(const lgm_doc *doc, uint32_t from, uint32_t to)
{
    char phrase[LGM_ATTRIB_LONGEST];
    size_t n = 0;
    for (uint32_t t = from; t < to; t++)
        if (!add_word(phrase, &n, lgm_doc_form(doc, t))) return 0;
    return n > 0 ? lgm_lexicon_kinds(&lgm_attrib_lexicon, phrase, n) : 0;
}
