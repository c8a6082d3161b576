/* gender.c - looks words up in the lists of data/phrase. */
#include "phrase/gender.h"

#include "base/fold.h"
#include "phrase/phrase_words.h"

static unsigned kinds_at(const lgm_doc *doc, uint32_t token)
{
    lgm_slice form = lgm_doc_form(doc, token);
    if (form.len > 1 && form.ptr[form.len - 1] == '.') form.len--; /* "Mrs." */
    char word[LGM_FOLD_ROOM(LGM_PHRASE_LONGEST)];
    if (form.len > LGM_PHRASE_LONGEST) return 0;
    const size_t len = lgm_fold_lower(form.ptr, form.len, word);
    return lgm_lexicon_kinds(&lgm_phrase_lexicon, word, len);
}

static int8_t gender(unsigned kinds, unsigned wanted)
{
    if (!(kinds & wanted)) return 0;
    return kinds & LGM_GENDER_MAN ? 1 : -1;
}

int8_t lgm_phrase_gender_of_name(const lgm_doc *doc, lgm_tokspan name)
{
    uint32_t before = name.start;
    if (before > 1 && lgm_slice_eq(lgm_doc_form(doc, before - 1), LGM_SLICE("."))) before--;
    int8_t found = before > 0 ? gender(kinds_at(doc, before - 1), LGM_GENDER_TITLE) : 0;
    for (uint32_t i = name.start; found == 0 && i + 1 < name.end;
         i++) /* the last is no given name */
        found = gender(kinds_at(doc, i), LGM_GENDER_GIVEN);
    return found;
}

bool lgm_phrase_is_given_name(const lgm_doc *doc, uint32_t token)
{
    return (kinds_at(doc, token) & LGM_GENDER_GIVEN) != 0;
}

int8_t lgm_phrase_gender_of_noun(const lgm_doc *doc, uint32_t token)
{
    return gender(kinds_at(doc, token), LGM_GENDER_NOUN | LGM_GENDER_TITLE);
}
