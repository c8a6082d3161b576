/* calling.c - looks nouns up in the lists of data/phrase. */
#include "phrase/calling.h"

#include "base/fold.h"
#include "phrase/phrase_words.h"

static uint32_t kinds_at(const lgm_doc *doc, uint32_t token)
{
    const lgm_slice form = lgm_doc_form(doc, token);
    char lower[LGM_FOLD_ROOM(LGM_PHRASE_LONGEST)];
    if (form.len > LGM_PHRASE_LONGEST) return 0;
    return lgm_lexicon_kinds(&lgm_phrase_lexicon, lower, lgm_fold_lower(form.ptr, form.len, lower));
}

bool lgm_phrase_is_calling(const lgm_doc *doc, uint32_t token)
{
    return (kinds_at(doc, token) & LGM_CALLING) != 0;
}

bool lgm_phrase_is_descriptor(const lgm_doc *doc, uint32_t token)
{
    return (kinds_at(doc, token) & LGM_CALLING_ONLY) != 0;
}
