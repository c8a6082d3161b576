/* redact_words.c - see redact_words.h. */
#include "redact/redact_words.h"

#include <string.h>
#include <utf8proc.h>

static bool in_word(int32_t cp)
{
    if (cp < 0) return false;
    const utf8proc_category_t c = utf8proc_category(cp);
    return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_NO);
}

static bool is_capital(int32_t cp)
{
    const utf8proc_category_t c = utf8proc_category(cp);
    return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool lgm_redact_words_of(lgm_redact_words *out, lgm_arena *arena, lgm_str text)
{
    LGM_VEC(lgm_redact_word) words = {0};
    lgm_redact_word word = {0};
    uint32_t point = 0;
    size_t used;
    for (size_t i = 0; i < text.len; i += used, point++) {
        const int32_t cp = lgm_utf8_next(text.ptr + i, text.len - i, &used);
        if (!in_word(cp)) {
            if (word.len && !lgm_vec_push(arena, &words, word)) return false;
            word.len = 0;
            continue;
        }
        if (!word.len)
            word = (lgm_redact_word){.at = (uint32_t)i, .point = point, .capital = is_capital(cp)};
        word.len += (uint32_t)used;
        word.n_points = point + 1 - word.point;
    }
    if (word.len && !lgm_vec_push(arena, &words, word)) return false;
    *out = (lgm_redact_words){text, words.at, words.n};
    return true;
}

lgm_str lgm_redact_word_text(const lgm_redact_words *w, size_t i)
{
    return (lgm_str){w->text.ptr + w->at[i].at, w->at[i].len};
}

lgm_str lgm_redact_gap(const lgm_redact_words *w, size_t i)
{
    const size_t from = i ? w->at[i - 1].at + w->at[i - 1].len : 0;
    const size_t to = i < w->n ? w->at[i].at : w->text.len;
    return (lgm_str){w->text.ptr + from, to - from};
}

bool lgm_redact_gap_has(lgm_str gap, const char *any)
{
    for (size_t i = 0; i < gap.len; i++)
        if (gap.ptr[i] && strchr(any, gap.ptr[i])) return true;
    return false;
}

size_t lgm_redact_word_from(const lgm_redact_words *w, uint32_t point)
{
    size_t low = 0, high = w->n;
    while (low < high) {
        const size_t mid = low + (high - low) / 2;
        if (w->at[mid].point + w->at[mid].n_points > point)
            high = mid;
        else
            low = mid + 1;
    }
    return low;
}

bool lgm_redact_word_is(const lgm_redact_words *w, size_t i, const char *word)
{
    char key[LGM_REDACT_KEY];
    const size_t len = lgm_redact_key(lgm_redact_word_text(w, i), key);
    return len == strlen(word) && memcmp(key, word, len) == 0;
}

uint32_t lgm_redact_kinds(const lgm_redact_words *w, size_t i, size_t n)
{
    lgm_lexicon_phrase p = {.len = 0};
    if (i + n > w->n) return 0;
    for (size_t k = i; k < i + n; k++) {
        const lgm_str s = lgm_redact_word_text(w, k);
        lgm_lexicon_add(&p, (lgm_slice){s.ptr, s.len});
    }
    return lgm_lexicon_find(&lgm_redact_lexicon, &p);
}

size_t lgm_redact_key(lgm_str word, char out[LGM_REDACT_KEY])
{
    size_t n = 0, used;
    for (size_t i = 0; i < word.len; i += used) {
        utf8proc_int32_t parts[8];
        int boundary = 0;
        const int32_t cp = lgm_utf8_next(word.ptr + i, word.len - i, &used);
        if (cp < 0) continue;
        const utf8proc_ssize_t k = utf8proc_decompose_char(
            cp, parts, 8, UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &boundary);
        for (utf8proc_ssize_t p = 0; p < k && p < 8 && n + 4 <= LGM_REDACT_KEY; p++)
            n += lgm_utf8_put(out + n, (uint32_t)parts[p]);
    }
    return n;
}
