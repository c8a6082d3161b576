/* speaks.c - looks phrases up in the lists of data/phrase. */
#include "phrase/speaks.h"

#include <string.h>

#include "base/fold.h"
#include "phrase/phrase_words.h"

enum {
    SPEAKS_ALL = (LGM_GENDER_MAN - 1) | LGM_SPEAKS_RECORDING | LGM_SPEAKS_ISSUED | LGM_SPEAKS_FIRM
};

unsigned lgm_phrase_speaks(const lgm_doc *doc, uint32_t from, uint32_t to)
{
    char phrase[LGM_PHRASE_LONGEST];
    size_t n = 0;
    for (uint32_t i = from; i < to; i++) {
        const lgm_slice form = lgm_doc_form(doc, i);
        char lower[LGM_FOLD_ROOM(LGM_PHRASE_LONGEST)];
        if (form.len > LGM_PHRASE_LONGEST) return 0;
        const size_t len = lgm_fold_lower(form.ptr, form.len, lower);
        const bool space = i > from && (doc->tokens[i].flags & LGM_TOK_SPACE);
        if (n + space + len > LGM_PHRASE_LONGEST) return 0;
        if (space) phrase[n++] = ' ';
        memcpy(phrase + n, lower, len);
        n += len;
    }
    return lgm_lexicon_kinds(&lgm_phrase_lexicon, phrase, n) & SPEAKS_ALL;
}
