#include "web/web_words.h"

#include <string.h>

enum { LONGEST = 24 };

static bool is_letter(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static char lower(char c)
{
    return is_capital(c) ? (char)(c | 32) : c;
}

static uint32_t kinds_of(const char *s, size_t n)
{
    char word[LONGEST];
    if (n > sizeof word) return 0;
    for (size_t i = 0; i < n; i++) word[i] = lower(s[i]);
    return lgm_lexicon_kinds(&lgm_web_lexicon, word, n) & LGM_WEB_OF_CLASS;
}

/* "relatedPosts": the parts between capitals. Short ones are too often parts of made-up names. */
static uint32_t kinds_of_parts(const char *s, size_t n)
{
    uint32_t kinds = 0;
    for (size_t at = 0; at < n;) {
        size_t end = at + 1;
        const bool shouted = end < n && is_capital(s[at]) && is_capital(s[end]);
        while (end < n && is_capital(s[end]) == shouted) end++;
        if (shouted && end < n) end--; /* "HTMLBody" */
        if (end == at) end++;
        if (end - at > 3 && end - at < n) kinds |= kinds_of(s + at, end - at);
        at = end;
    }
    return kinds;
}

uint32_t lgm_web_class_kinds(lgm_slice names)
{
    uint32_t kinds = 0;
    for (size_t i = 0; i < names.len;) {
        size_t end = i, n_capitals = 0;
        while (end < names.len && is_letter(names.ptr[end]))
            n_capitals += is_capital(names.ptr[end++]);
        const size_t n = end - i;
        if (n) kinds |= kinds_of(names.ptr + i, n);
        if (n_capitals && n_capitals < n) kinds |= kinds_of_parts(names.ptr + i, n);
        i = end + (n == 0);
    }
    return kinds;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n';
}

/* Words of up to `most` words at the start of s, in small letters; their end in s. */
static size_t first_words(lgm_slice s, size_t most, char *to, size_t room, size_t *n)
{
    size_t i = 0;
    *n = 0;
    while (i < s.len && *n < room && (!is_blank(s.ptr[i]) || --most)) {
        if (s.ptr[i] == ':' || s.ptr[i] == '!') break;
        to[(*n)++] = is_blank(s.ptr[i]) ? ' ' : lower(s.ptr[i]);
        i++;
    }
    return i;
}

bool lgm_web_leads_away(lgm_slice text)
{
    char words[40];
    for (size_t most = 1; most <= 3; most++) {
        size_t n;
        const size_t end = first_words(text, most, words, sizeof words, &n);
        const uint32_t kinds = lgm_lexicon_kinds(&lgm_web_lexicon, words, n);
        if (kinds & LGM_WEB_LEAD_IN) return true;
        const bool colon = end < text.len && text.ptr[end] == ':';
        if (kinds & LGM_WEB_LABEL && (colon || end == text.len)) return true;
    }
    return text.len > 2 && memcmp(text.ptr, "\xc2\xa9", 2) == 0; /* a copyright */
}

bool lgm_web_ends_in_credit(lgm_slice text)
{
    if (text.len < 3 || text.ptr[text.len - 1] != ')') return false;
    const char *open = memrchr(text.ptr, '(', text.len);
    if (!open) return false;
    const lgm_slice s = {open + 1, text.len - (size_t)(open + 1 - text.ptr) - 1};
    char words[40];
    for (size_t most = 1; most <= 2; most++) {
        size_t n;
        first_words(s, most, words, sizeof words, &n);
        if (lgm_lexicon_kinds(&lgm_web_lexicon, words, n) & LGM_WEB_CREDIT_WORD) return true;
    }
    return false;
}
