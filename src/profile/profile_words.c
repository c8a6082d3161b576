/* profile_words.c - words as they are compared, and their rarity. */
#include "profile/profile_words.h"

#include <math.h>
#include <string.h>

#include "base/fold.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "2,500", "7.1" */
static bool divides_number(lgm_slice text, size_t at)
{
    return (text.ptr[at] == ',' || text.ptr[at] == '.') && at > 0 && is_digit(text.ptr[at - 1]) &&
           at + 1 < text.len && is_digit(text.ptr[at + 1]);
}

static void put(lgm_profile_word *w, uint32_t cp)
{
    char utf8[4];
    const size_t n = lgm_utf8_put(utf8, cp);
    if (w->len + n > sizeof w->at) return;
    memcpy(w->at + w->len, utf8, n);
    w->len += n;
}

static void cut_ending(lgm_profile_word *w)
{
    static const char *const endings[] = {"ing", "ed", "es", "s"};
    enum { LEAST = 4 }; /* letters that have to be left */
    for (size_t i = 0; i < LGM_COUNT(endings) && !w->number; i++) {
        const size_t n = strlen(endings[i]);
        if (w->len < LEAST + n || memcmp(w->at + w->len - n, endings[i], n) != 0) continue;
        w->len -= n;
        return;
    }
}

bool lgm_profile_next_word(lgm_slice *text, lgm_profile_word *out)
{
    size_t at = 0, used;
    *out = (lgm_profile_word){0};
    for (; at < text->len; at += used) {
        const int32_t cp = lgm_utf8_next(text->ptr + at, text->len - at, &used);
        if (lgm_is_word_cp(cp)) {
            if (out->len == 0) out->number = cp >= '0' && cp <= '9';
            put(out, lgm_lower_cp((uint32_t)cp));
        } else if (out->len > 0 && divides_number(*text, at)) {
            put(out, (uint32_t)cp);
        } else if (out->len > 0) {
            break;
        }
    }
    *text = (lgm_slice){text->ptr + at, text->len - at};
    cut_ending(out);
    return out->len > 0;
}

bool lgm_profile_last_word(lgm_slice name, lgm_profile_word *out)
{
    lgm_profile_word w;
    bool any = false;
    while (lgm_profile_next_word(&name, &w)) {
        *out = w;
        any = true;
    }
    return any;
}

double lgm_profile_rarity(const lgm_profile_word *w)
{
    static const char all[] = "-"; /* the entry that says of how many reports the list is */
    const double n = lgm_lexicon_kinds(&lgm_profile_lexicon, all, 1);
    const uint32_t with = lgm_lexicon_kinds(&lgm_profile_lexicon, w->at, w->len);
    const bool little = w->len < 2 || with > n / 4;
    return little ? 0 : log((n + 1) / (with + 1.0));
}
