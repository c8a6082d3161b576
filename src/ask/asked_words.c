/* asked_words.c - words of people as an expression of FTS5. */
#include "ask/asked_words.h"

#include <string.h>

typedef struct term {
    const char *at;
    size_t len;
    bool negative, beginning; /* -word, word* */
} term;

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Has it a letter or a digit? Others are no words for FTS5. */
static bool has_word(const char *s, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        const unsigned char c = (unsigned char)s[i];
        if (c == 0xe2 && i + 2 < len && ((unsigned char)s[i + 1] & 0xfe) == 0x80) {
            i += 2; /* dashes, quotation marks, dots: U+2000 to U+207F */
            continue;
        }
        if (c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
            return true;
    }
    return false;
}

/* The next term of *s; false at the end. */
static bool next_term(const char **s, term *t)
{
    for (;;) {
        const char *p = *s;
        while (is_space(*p)) p++;
        if (!*p) return false;
        t->negative = *p == '-' && p[1] && !is_space(p[1]);
        p += t->negative;
        const bool quoted = *p == '"';
        t->at = p += quoted;
        while (*p && (quoted ? *p != '"' : !is_space(*p) && *p != '"')) p++;
        t->len = (size_t)(p - t->at);
        if (quoted && *p) p++;
        t->beginning = quoted ? *p == '*' : t->len > 1 && t->at[t->len - 1] == '*';
        p += quoted && t->beginning;
        t->len -= !quoted && t->beginning;
        *s = p;
        if (has_word(t->at, t->len)) return true;
    }
}

static bool is_or(const term *t)
{
    return t->len == 2 && memcmp(t->at, "OR", 2) == 0 && t->at[-1] != '"';
}

static void put_term(lgm_buf *out, const term *t)
{
    lgm_buf_putc(out, '"');
    lgm_buf_put(out, t->at, t->len); /* has no quotation mark within it */
    lgm_buf_puts(out, t->beginning ? "\"*" : "\"");
}

/* Positive terms: a AND (b OR c); returns how many. */
static size_t put_wanted(const char *s, lgm_buf *out)
{
    size_t n = 0;
    bool or_next = false, in_group = false;
    for (term t, behind; next_term(&s, &t);) {
        if (t.negative) continue;
        if (n && is_or(&t)) {
            or_next = true;
            continue;
        }
        const char *look = s;
        const bool or_behind = next_term(&look, &behind) && !behind.negative && is_or(&behind);
        if (in_group && !or_next) {
            lgm_buf_putc(out, ')');
            in_group = false;
        }
        if (n) lgm_buf_puts(out, or_next ? " OR " : " AND ");
        if (or_behind && !in_group) {
            lgm_buf_putc(out, '(');
            in_group = true;
        }
        put_term(out, &t);
        or_next = false;
        n++;
    }
    if (in_group) lgm_buf_putc(out, ')');
    return n;
}

lgm_status lgm_ask_expression(const char *words, lgm_buf *out, lgm_err *err)
{
    const char *s = words;
    lgm_buf_putc(out, '(');
    const size_t n = put_wanted(s, out);
    lgm_buf_putc(out, ')');
    for (term t; next_term(&s, &t);) {
        if (!t.negative) continue;
        lgm_buf_puts(out, " NOT ");
        put_term(out, &t);
    }
    if (n) return LGM_OK;
    return lgm_fail(err, LGM_E_ARG, "'%s': there is no word in it that should be there", words);
}
