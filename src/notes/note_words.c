/* note_words.c - what the lists of data/notes say of words. */
#include "notes/note_words.h"

#include "tree/lemmas.h"
#include "tree/shape.h"

uint32_t lgm_notes_word(const lgm_doc *doc, uint32_t token)
{
    const uint32_t kinds =
        lgm_tree_word_kinds(&lgm_notes_lexicon, doc, token, LGM_TREE_MENDS) & ~LGM_NOTES_LABEL;
    if (kinds) return kinds;
    lgm_lexicon_phrase p = {.len = 0};
    lgm_lexicon_add(&p, lgm_doc_form(doc, token));
    return lgm_lexicon_find(&lgm_notes_lexicon, &p) & ~LGM_NOTES_LABEL;
}

uint32_t lgm_notes_label(const lgm_doc *doc, uint32_t token, uint32_t n)
{
    lgm_lexicon_phrase p = {.len = 0};
    for (uint32_t k = token; k < token + n; k++) {
        const lgm_slice form = lgm_doc_form(doc, k);
        if (!lgm_tree_is_possessive(form)) lgm_lexicon_add(&p, form);
    }
    const uint32_t kinds = lgm_lexicon_find(&lgm_notes_lexicon, &p);
    return kinds & LGM_NOTES_LABEL ? kinds : 0;
}
