/* item.c - a word of the text, looked up in the word lists. */
#include "timex/item.h"

#include <string.h>

void lgm_timex_item_add(lgm_timex_item *it, unsigned symbol, int32_t number)
{
    if (it->n < LGM_ITEM_SENSES) it->sense[it->n++] = (lgm_timex_sense){(uint16_t)symbol, number};
}

uint32_t lgm_timex_item_form(lgm_slice form, char out[LGM_ITEM_FORM])
{
    uint32_t n = 0;
    if (form.len >= LGM_ITEM_FORM) return 0;
    for (size_t i = 0; i < form.len; i++) {
        char c = form.ptr[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
        if (c == '.' && form.len > 1) continue;
        if (form.len - i >= 3 && memcmp(form.ptr + i, "\xE2\x80", 2) == 0) {
            const unsigned char d = (unsigned char)form.ptr[i + 2];
            if (d == 0x98 || d == 0x99 || (d >= 0x90 && d <= 0x94)) {
                c = d >= 0x98 ? '\'' : '-';
                i += 2;
            }
        }
        out[n++] = c;
    }
    out[n] = '\0';
    return n;
}

static const lgm_timex_entry *look_up(const char *s, uint32_t len)
{
    if (len == 0 || len > LGM_TIMEX_WORD) return NULL;
    uint32_t h = 0x811C9DC5U;
    for (uint32_t i = 0; i < len; i++) h = (h ^ (uint8_t)s[i]) * 0x01000193U;
    const uint32_t mask = lgm_timex_words_size - 1;
    for (uint32_t i = h & mask; lgm_timex_words[i].len != 0; i = (i + 1) & mask) {
        const lgm_timex_entry *const e = &lgm_timex_words[i];
        if (e->len == len && memcmp(e->word, s, len) == 0) return e;
    }
    return NULL;
}

void lgm_timex_item_word(lgm_timex_item *it, const char *s, uint32_t len)
{
    const lgm_timex_entry *const e = look_up(s, len);
    for (uint32_t i = 0; e && i < e->n; i++)
        lgm_timex_item_add(it, lgm_timex_senses[e->first + i].symbol,
                     lgm_timex_senses[e->first + i].number);
}
