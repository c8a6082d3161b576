/* event_words.c - what the tables of data/event say of words: entries stand behind the letter of
 * their table. */
#include "event/event_words.h"

#include "tree/lemmas.h"

static lgm_lexicon_phrase begin(lgm_event_table table)
{
    return (lgm_lexicon_phrase){.at = {(char)table}, .len = 1};
}

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

uint32_t lgm_event_kinds(const lgm_doc *doc, lgm_event_table table, const uint32_t *tokens,
                         uint32_t n)
{
    const char letter[] = {(char)table, 0};
    const uint32_t kinds = lgm_tree_kinds(
        &lgm_event_lexicon, doc, &(lgm_lemma_phrase){tokens, n, letter, NULL, LGM_TREE_MENDS});
    if (kinds) return kinds;
    /* "stole", whatever its lemma is taken for */
    lgm_lexicon_phrase key = begin(table);
    lgm_lexicon_add(&key, lgm_doc_form(doc, tokens[0]));
    for (uint32_t i = 1; i < n; i++) lgm_lexicon_add(&key, lgm_doc_lemma(doc, tokens[i]));
    return lgm_lexicon_find(&lgm_event_lexicon, &key);
}

uint32_t lgm_event_carrier_kinds(const lgm_doc *doc, uint32_t word, uint32_t with, uint32_t by)
{
    const char letter[] = {LGM_EVENT_CARRIERS, 0};
    uint32_t tokens[3] = {word}, n = 1;
    if (with != LGM_NONE) tokens[n++] = with;
    if (by != LGM_NONE) tokens[n++] = by;
    return lgm_tree_kinds(
        &lgm_event_lexicon, doc,
        &(lgm_lemma_phrase){tokens, n, letter, by == LGM_NONE ? "-" : NULL, LGM_TREE_MENDS});
}
