/* coref_words.c - looks words up in the lists of data/coref. */
#include "coref/links/coref_words.h"

#include <string.h>

uint32_t lgm_coref_word(const lgm_doc *doc, uint32_t token)
{
    lgm_slice w = lgm_doc_form(doc, token);
    char low[LGM_COREF_LONGEST];
    w.len -= w.len > 1 && w.ptr[w.len - 1] == '.'; /* "Gov." */
    if (w.len == 0 || w.len > LGM_COREF_LONGEST) return 0;
    const uint32_t as_written = lgm_lexicon_kinds(&lgm_coref_lexicon, w.ptr, w.len);
    if (as_written || w.ptr[0] < 'A' || w.ptr[0] > 'Z') return as_written;
    memcpy(low, w.ptr, w.len);
    low[0] = (char)(low[0] | 32);
    return lgm_lexicon_kinds(&lgm_coref_lexicon, low, w.len);
}
