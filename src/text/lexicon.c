/* lexicon.c - look a word up in the compiled word lists. */
#include "text/lexicon.h"

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

const lgm_text_entry *lgm_text_lookup(const char *s, uint32_t len)
{
    char word[LGM_WORD_MAX];
    if (len > 3 * LGM_WORD_MAX) return NULL;
    const uint32_t n = normal(s, len, word);
    if (n == 0) return NULL;

    uint32_t h = 0x811C9DC5U;
    for (uint32_t i = 0; i < n; i++) h = (h ^ (uint8_t)word[i]) * 0x01000193U;
    const uint32_t mask = lgm_text_lexicon_size - 1;
    for (uint32_t i = h & mask; lgm_text_lexicon[i].len != 0; i = (i + 1) & mask) {
        const lgm_text_entry *e = &lgm_text_lexicon[i];
        if (e->len == n && memcmp(e->word, word, n) == 0) return e;
    }
    return NULL;
}
