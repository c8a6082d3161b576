/* word_lists.c - looks a word up in the lists of data/text. */
#include "text/word_lists.h"

#include <string.h>

/* Lower-cases ASCII and turns ’ and ‘ into '; returns the length, 0 where the word is too long. */
static uint32_t normal(const char *s, uint32_t len, char out[LGM_WORD_MAX])
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < len; i++) {
        if (n == LGM_WORD_MAX) return 0;
        char c = s[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
        if (len - i >= 3 && memcmp(s + i, "\xE2\x80", 2) == 0 && (s[i + 2] & 0xFE) == 0x98) {
            c = '\'';
            i += 2;
        }
        out[n++] = c;
    }
    return n;
}

uint32_t lgm_text_kinds(const char *s, uint32_t len)
{
    char word[LGM_WORD_MAX];
    if (len > 3 * LGM_WORD_MAX) return 0;
    const uint32_t n = normal(s, len, word);
    return n == 0 ? 0 : lgm_lexicon_kinds(&lgm_text_lexicon, word, n);
}
