/* act_words.c - words in lower case and their lookup. */
#include "act/act_words.h"

#include <string.h>

#include "base/fold.h"
#include "tree/shape.h"

enum { LONGEST = 31 }; /* bytes of an entry */

/* Appends a word in lower case; false where the phrase is longer than any entry. */
static bool add_word(char *phrase, size_t *n, lgm_slice word)
{
    char lower[LGM_FOLD_ROOM(LONGEST)];
    if (word.len > LONGEST) return false;
    const size_t len = lgm_fold_lower(word.ptr, word.len, lower);
    const size_t space = *n > 0 ? 1 : 0;
    if (*n + space + len > LONGEST) return false;
    if (space) phrase[(*n)++] = ' ';
    memcpy(phrase + *n, lower, len);
    *n += len;
    return true;
}

static uint32_t look_up(const lgm_doc *doc, const char *before, const uint32_t *tokens, uint32_t n,
                        const char *after, int which)
{
    char phrase[LONGEST], first[LONGEST + 1];
    size_t len = 0, k = 0;
    if (before && !add_word(phrase, &len, (lgm_slice){before, strlen(before)})) return 0;
    if (!add_word(first, &k, lgm_doc_lemma(doc, tokens[0]))) return 0;
    if (which >= 0 && (k == LONGEST || !lgm_tree_mend_lemma(first, &k, which))) return 0;
    if (!add_word(phrase, &len, (lgm_slice){first, k})) return 0;
    for (uint32_t i = 1; i < n; i++)
        if (!add_word(phrase, &len, lgm_doc_lemma(doc, tokens[i]))) return 0;
    if (after && !add_word(phrase, &len, (lgm_slice){after, strlen(after)})) return 0;
    return lgm_lexicon_kinds(&lgm_act_lexicon, phrase, len);
}

uint32_t lgm_act_kinds(const lgm_doc *doc, const char *before, const uint32_t *tokens, uint32_t n,
                       const char *after)
{
    uint32_t kinds = 0;
    for (int which = -1; which < LGM_TREE_MENDS && kinds == 0; which++)
        kinds = look_up(doc, before, tokens, n, after, which);
    return kinds;
}

bool lgm_act_is_topical(const lgm_doc *doc, uint32_t token)
{
    static const char *const WORDS[] = {"about", "on", "over", "regarding", "concerning"};
    for (size_t i = 0; i < LGM_COUNT(WORDS); i++)
        if (lgm_tree_form_is(doc, token, WORDS[i])) return true;
    return false;
}
