/* time_words.c - a token among the word lists. */
#include "timex/time_words.h"

enum { LONGEST = 15 };

uint32_t lgm_timex_kinds(const lgm_doc *doc, uint32_t token)
{
    char s[LONGEST + 1];
    if (token >= doc->n_tokens) return 0;
    lgm_slice w = lgm_doc_lemma(doc, token);
    while (w.len > 1 && w.ptr[w.len - 1] == '.') w.len--;
    if (w.len > LONGEST) return 0;
    for (size_t i = 0; i < w.len; i++) {
        const char c = w.ptr[i];
        s[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    return lgm_lexicon_kinds(&lgm_timex_lexicon, s, w.len);
}
