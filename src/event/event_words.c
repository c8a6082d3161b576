/* event_words.c - phrases in lower case behind the letter of their table, and their lookup. */
#include "event/event_words.h"

#include <string.h>

#include "base/fold.h"
#include "tree/shape.h"

enum { LONGEST = 40, WORD = 31 }; /* bytes of a key, of a word */

const char *lgm_event_category_name(lgm_event_category category)
{
    static const char *const names[] = {
#define NAME(name) #name,
        LGM_EVENT_CATEGORIES(NAME)
#undef NAME
    };
    return names[category];
}

const char *lgm_event_mode_name(lgm_event_mode mode)
{
    static const char *const names[] = {
#define NAME(name, text) text,
        LGM_EVENT_MODES(NAME)
#undef NAME
    };
    return names[mode];
}

/* Appends " word" in lower case, mended as the lemma of a verb may need it. */
static bool add_word(char *key, size_t *n, lgm_slice word, int mend)
{
    char lower[LGM_FOLD_ROOM(WORD) + 1];
    if (word.len == 0 || word.len > WORD) return false;
    size_t len = lgm_fold_lower(word.ptr, word.len, lower);
    if (mend >= 0 && !lgm_tree_mend_lemma(lower, &len, mend)) return false;
    if (*n + 1 + len > LONGEST) return false;
    key[(*n)++] = ' ';
    memcpy(key + *n, lower, len);
    *n += len;
    return true;
}

static uint32_t look_up(const lgm_doc *doc, lgm_event_table table, const uint32_t *tokens,
                        uint32_t n, lgm_slice first, int mend)
{
    char key[LONGEST] = {(char)table};
    size_t len = 1;
    if (!add_word(key, &len, first, mend)) return 0;
    for (uint32_t i = 1; i < n; i++)
        if (!add_word(key, &len, lgm_doc_lemma(doc, tokens[i]), -1)) return 0;
    return lgm_lexicon_kinds(&lgm_event_lexicon, key, len);
}

uint32_t lgm_event_kinds(const lgm_doc *doc, lgm_event_table table, const uint32_t *tokens,
                         uint32_t n)
{
    const lgm_slice lemma = lgm_doc_lemma(doc, tokens[0]);
    uint32_t kinds = 0;
    for (int mend = -1; mend < LGM_TREE_MENDS && kinds == 0; mend++)
        kinds = look_up(doc, table, tokens, n, lemma, mend);
    /* "stole", whatever its lemma is taken for */
    return kinds ? kinds : look_up(doc, table, tokens, n, lgm_doc_form(doc, tokens[0]), -1);
}

uint32_t lgm_event_phrase(const lgm_doc *doc, lgm_event_table table, lgm_tokspan words)
{
    char key[LONGEST] = {(char)table};
    size_t len = 1;
    for (uint32_t w = words.start; w < words.end; w++)
        if (!add_word(key, &len, lgm_doc_form(doc, w), -1)) return 0;
    return lgm_lexicon_kinds(&lgm_event_lexicon, key, len);
}
