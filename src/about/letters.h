/*
 * letters.h - small questions about bytes and words, for the readers of first lines. Inline.
 */
#ifndef LGM_LETTERS_H
#define LGM_LETTERS_H

#include <string.h>

#include "base/base.h"

static inline bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\v';
}

static inline bool is_letter(char c)
{
    return ((c | 32) >= 'a' && (c | 32) <= 'z') || (unsigned char)c >= 0x80;
}

static inline bool is_capital(char c)
{
    return (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xc3;
}

static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Of ASCII; other bytes stay. */
static inline char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
}

static inline lgm_slice from(lgm_slice s, size_t at)
{
    return (lgm_slice){s.ptr + at, s.len - at};
}

static inline lgm_slice trimmed(lgm_slice s)
{
    while (s.len && is_blank(s.ptr[0])) s = from(s, 1);
    while (s.len && is_blank(s.ptr[s.len - 1])) s.len--;
    return s;
}

static inline bool begins(lgm_slice s, const char *with)
{
    const size_t n = strlen(with);
    return s.len >= n && memcmp(s.ptr, with, n) == 0;
}

static inline bool ends_in(lgm_slice s, const char *with)
{
    const size_t n = strlen(with);
    return s.len >= n && memcmp(s.ptr + s.len - n, with, n) == 0;
}

/* The next word of s: letters, with periods and apostrophes within ("J.K.", "O'Dell"); s moves
 * behind it. Marks before it are passed over. */
static inline lgm_slice next_word(lgm_slice *s)
{
    while (s->len && !is_letter(s->ptr[0])) *s = from(*s, 1);
    size_t n = 0;
    while (n < s->len && (is_letter(s->ptr[n]) || (strchr("'.-", s->ptr[n]) && n + 1 < s->len &&
                                                   s->ptr[n] && is_letter(s->ptr[n + 1]))))
        n++;
    const lgm_slice word = {s->ptr, n};
    *s = from(*s, n);
    return word;
}

#endif
