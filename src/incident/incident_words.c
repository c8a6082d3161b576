/* incident_words.c - lemmas in lower case and their look-up. */
#include "incident/incident_words.h"

#include <string.h>

#include "base/fold.h"

enum { LONGEST = 30 };

static size_t add(char *phrase, size_t n, lgm_slice word)
{
    char lower[LGM_FOLD_ROOM(LONGEST)];
    if (word.len > LONGEST) return 0;
    const size_t len = lgm_fold_lower(word.ptr, word.len, lower);
    if (n + 1 + len > LONGEST) return 0;
    if (n > 0) phrase[n++] = ' ';
    memcpy(phrase + n, lower, len);
    return n + len;
}

static uint32_t look_up(lgm_slice a, lgm_slice b)
{
    char phrase[LONGEST + 1];
    size_t n = add(phrase, 0, a);
    if (n && b.ptr) n = add(phrase, n, b);
    return n ? lgm_lexicon_kinds(&lgm_incident_lexicon, phrase, n) : 0;
}

/* What a lemmatiser may have left: "gunmen", "guerrillas", "tortur", "gunn". */
static uint32_t mended(lgm_slice form, bool verb)
{
    char word[LONGEST + 2];
    if (form.len < 4 || form.len > LONGEST) return 0;
    memcpy(word, form.ptr, form.len);
    const size_t n = form.len;
    const lgm_slice none = {NULL, 0};
    const char last = (char)(word[n - 1] | 0x20);
    if (verb) {
        word[n] = (char)('e' | (word[n - 1] & 0x20));
        const uint32_t kinds = look_up((lgm_slice){word, n + 1}, none);
        const bool doubled = word[n - 1] == word[n - 2];
        return kinds || !doubled ? kinds : look_up((lgm_slice){word, n - 1}, none);
    }
    if (last == 's') return look_up((lgm_slice){word, n - 1}, none);
    if (last != 'n' || (word[n - 2] | 0x20) != 'e' || (word[n - 3] | 0x20) != 'm') return 0;
    word[n - 2] = 'a';
    return look_up((lgm_slice){word, n}, none);
}

uint32_t lgm_incident_word(const lgm_trees *t, uint32_t token)
{
    const lgm_doc *const doc = t->doc;
    const uint8_t upos = t->upos[token];
    const lgm_slice none = {NULL, 0}, lemma = lgm_doc_lemma(doc, token);
    if (upos != LGM_UPOS_NOUN && upos != LGM_UPOS_VERB && upos != LGM_UPOS_PROPN &&
        upos != LGM_UPOS_ADJ && upos != LGM_UPOS_ADV)
        return 0;
    uint32_t kinds = 0;
    if (upos == LGM_UPOS_VERB && token + 1 < doc->n_tokens)
        kinds = look_up(lemma, lgm_doc_form(doc, token + 1));
    if (!kinds) kinds = look_up(lemma, none);
    if (!kinds) kinds = look_up(lgm_doc_form(doc, token), none);
    if (kinds) return kinds;
    return upos == LGM_UPOS_VERB ? mended(lemma, true) : mended(lgm_doc_form(doc, token), false);
}
