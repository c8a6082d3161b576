/* answer_words.c - words in lower case and their lookup. */
#include "answer/answer_words.h"

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
    if (*n > 0) phrase[(*n)++] = ' ';
    if (*n + len > LONGEST) return false;
    memcpy(phrase + *n, lower, len);
    *n += len;
    return true;
}

/* The lemma of a token, mended the way-th way, before the next word or alone. */
static uint32_t look_up(const lgm_doc *doc, uint32_t token, bool next, int way)
{
    char phrase[LONGEST + 2];
    size_t len = 0;
    if (!add_word(phrase, &len, lgm_doc_lemma(doc, token))) return 0;
    if (way >= 0 && !lgm_tree_mend_lemma(phrase, &len, way)) return 0;
    if (next && !add_word(phrase, &len, lgm_doc_lemma(doc, token + 1))) return 0;
    return lgm_lexicon_kinds(&lgm_answer_lexicon, phrase, len);
}

static uint32_t look_up_all(const lgm_doc *doc, uint32_t token, bool next)
{
    uint32_t kinds = look_up(doc, token, next, -1);
    const bool verb = doc->upos.of && strcmp(lgm_doc_upos(doc, token), "VERB") == 0;
    for (int way = 0; way < LGM_TREE_MENDS && verb && kinds == 0; way++)
        kinds = look_up(doc, token, next, way);
    return kinds;
}

uint32_t lgm_answer_word(const lgm_doc *doc, uint32_t token)
{
    return look_up_all(doc, token, false);
}

uint32_t lgm_answer_phrase(const lgm_doc *doc, uint32_t token)
{
    const uint32_t kinds = token + 1 < doc->n_tokens ? look_up_all(doc, token, true) : 0;
    return kinds ? kinds : look_up_all(doc, token, false);
}
