/* words.c - folded words and their lookup. */
#include "entity/words.h"

#include <assert.h>
#include <string.h>

#include "base/fold.h"

static_assert(LGM_FOLD_ROOM(LGM_NAME_WORD) < LGM_NAME_FOLDED, "a folded word has its room");

unsigned lgm_entity_kinds(const char *phrase)
{
    return lgm_lexicon_kinds(&lgm_entity_lexicon, phrase, strlen(phrase));
}

size_t lgm_entity_fold(lgm_slice word, char out[LGM_NAME_FOLDED])
{
    char lower[LGM_FOLD_ROOM(LGM_NAME_WORD)];
    size_t n = 0, used;
    bool wordy = false;
    out[0] = 0;
    if (word.len > LGM_NAME_WORD) return 0;
    const size_t len = lgm_fold_lower(word.ptr, word.len, lower);
    for (size_t i = 0; i < len; i += used) {
        const int32_t cp = lgm_utf8_next(lower + i, len - i, &used);
        if (cp == '.' || cp == '\'' || cp == 0x2019) continue;
        wordy = wordy || lgm_is_word_cp(cp);
        memcpy(out + n, lower + i, used);
        n += used;
    }
    if (!wordy) n = 0;
    out[n] = 0;
    return n;
}
