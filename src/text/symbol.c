/*
 * symbol.c - punctuation and symbols: one token each, runs of some joined, and a few small words
 * that start with a sign ("'em", "'90s", "#tag", "@name", ":-)").
 */
#include "text/word_lists.h"
#include "text/scan.h"

#include <string.h>

static uint32_t run_of(const lgm_scan *c, uint32_t p, uint32_t end, const char *set)
{
    while (p < end && c->s[p] != 0 && strchr(set, c->s[p]) != NULL) p++;
    return p;
}

static uint32_t run_same(const lgm_scan *c, uint32_t p, uint32_t end)
{
    const uint8_t b = c->s[p];
    while (p < end && c->s[p] == b) p++;
    return p;
}

static uint32_t word_run(const lgm_scan *c, uint32_t p, uint32_t end)
{
    uint32_t n;
    while (p < end && lgm_text_in_word(lgm_text_kind(c->s, p, end, &n))) p += n;
    return p;
}

static bool word_before(const lgm_scan *c, uint32_t p)
{
    return c->out.n > 0 && c->out.at[c->out.n - 1].end == p && p > 0 &&
           (c->s[p - 1] >= 0x80 || lgm_text_ascii[c->s[p - 1]] >= LGM_KIND_LETTER) &&
           (c->s[p - 1] >= 0x80 || lgm_text_ascii[c->s[p - 1]] <= LGM_KIND_MARK);
}

/* ":)", ";-(", "=D": end of the emoticon at p, or p. */
static uint32_t emoticon(const lgm_scan *c, uint32_t p, uint32_t end)
{
    uint32_t q = p + 1;
    if (q < end && (c->s[q] == '-' || c->s[q] == '^')) q++;
    if (q >= end || strchr(")(DPp/|*]", c->s[q]) == NULL || c->s[q] == 0) return p;
    if (lgm_text_ascii[c->s[q]] == LGM_KIND_LETTER && word_before(c, p)) return p;
    return lgm_text_word_at(c->s, q + 1, end) || (q + 1 < end && c->s[q + 1] == '/') ? p : q + 1;
}

/* "90", "90s" behind an apostrophe. */
static bool year(const lgm_scan *c, uint32_t p, uint32_t q, uint32_t end)
{
    if (q - p < 2 || !lgm_text_is_digit(c->s, p, end) || !lgm_text_is_digit(c->s, p + 1, end))
        return false;
    return q == p + 2 || (q == p + 3 && c->s[p + 2] == 's');
}

/* Words that start with an apostrophe of n bytes: end, or p. */
static uint32_t elided(const lgm_scan *c, uint32_t p, uint32_t n, uint32_t end)
{
    const char *const s = (const char *)c->s + p;
    const uint32_t limit = end - p > 24 ? p + 24 : end;
    const uint32_t q = word_run(c, p + n, limit);
    if (q == p + n || lgm_text_word_at(c->s, q, end)) return p;
    if (year(c, p + n, q, end)) return q;
    const uint32_t more = lgm_text_apostrophe(c->s, q, end);
    if (more > 0 && (lgm_text_kinds(s, q + more - p) & LGM_WORD_WHOLE)) return q + more; /* 'n' */
    const unsigned k = lgm_text_kinds(s, q - p);
    return (k & LGM_WORD_WHOLE) || ((k & LGM_WORD_WHOLE_LOWER) && c->s[p + n] >= 'a') ? q : p;
}

/* Of three marks in a row the first closes the single quotation: 'no,''' she said. */
static bool inner_first(const lgm_scan *c, uint32_t p, uint32_t n, uint32_t end)
{
    const bool three = end - p >= 3 * n && memcmp(c->s + p, c->s + p + 2 * n, n) == 0;
    const bool more = end - p >= 4 * n && memcmp(c->s + p, c->s + p + 3 * n, n) == 0;
    const bool ends = c->out.n > 0 && c->out.at[c->out.n - 1].end == p;
    const bool same_before = p >= n && memcmp(c->s + p - n, c->s + p, n) == 0;
    return three && !more && ends && !same_before;
}

/* An apostrophe or single quotation mark of n bytes at p, not inside a word. */
static uint32_t apostrophe(lgm_scan *c, uint32_t p, uint32_t n, uint32_t end)
{
    const uint32_t clitic = word_before(c, p) ? lgm_text_clitic(c->s, p, n, end) : 0;
    if (clitic > 0) { /* of an address or a tag: "@mayor's" */
        lgm_text_emit(c, p, p + clitic, LGM_TOK_JOINED);
        return p + clitic;
    }
    if (end - p >= 2 * n && memcmp(c->s + p, c->s + p + n, n) == 0 && !inner_first(c, p, n, end)) {
        lgm_text_emit(c, p, p + 2 * n, 0);
        return p + 2 * n;
    }
    const uint32_t stop = word_before(c, p) ? p : elided(c, p, n, end);
    if (stop > p) {
        lgm_text_emit(c, p, stop, 0);
        return stop;
    }
    lgm_text_emit(c, p, p + n, 0); /* quotes.c says what it is */
    return p + n;
}

static uint32_t beyond_ascii(lgm_scan *c, uint32_t p, uint32_t end)
{
    uint32_t n;
    (void)lgm_text_kind(c->s, p, end, &n);
    const uint8_t *const s = c->s + p;
    const bool general = n == 3 && s[0] == 0xE2 && s[1] == 0x80;
    if (general && s[2] == 0x99) return apostrophe(c, p, n, end);
    if (general && s[2] == 0x98 && !word_before(c, p)) { /* ‘ typed for ’: ‘90s */
        const uint32_t stop = elided(c, p, n, end);
        if (stop > p) {
            lgm_text_emit(c, p, stop, 0);
            return stop;
        }
    }
    uint32_t q = p + n;
    const bool dashes = general && s[2] >= 0x90 && s[2] <= 0x95;
    while ((dashes || (general && s[2] == 0xA6)) && end - q >= n && memcmp(c->s + q, s, n) == 0)
        q += n; /* ——, …… */
    if (general && s[2] == 0xA6) q = run_of(c, q, end, ".");
    while (q < end) { /* marks stay with their base; a zero-width joiner takes the next symbol in */
        uint32_t m;
        if (lgm_text_kind(c->s, q, end, &m) != LGM_KIND_MARK) break;
        const bool joiner = m == 3 && memcmp(c->s + q, "\xE2\x80\x8D", 3) == 0;
        q += m;
        if (joiner && q < end && lgm_text_kind(c->s, q, end, &m) == LGM_KIND_OTHER) q += m;
    }
    lgm_text_emit(c, p, q, 0);
    return q;
}

uint32_t lgm_text_symbol(lgm_scan *c, uint32_t p, uint32_t end)
{
    const uint8_t b = c->s[p];
    if (b >= 0x80) return beyond_ascii(c, p, end);
    uint32_t q = p + 1;
    switch (b) {
    case '\'': return apostrophe(c, p, 1, end);
    case '.':
        q = run_same(c, p, end);
        if (q == p + 1 && !word_before(c, p) && lgm_text_is_digit(c->s, q, end))
            q = word_run(c, q, end); /* ".5" */
        break;
    case '!':
    case '?': q = run_of(c, p, end, "!?"); break;
    case '-':
    case '=':
        if (b == '=' && (q = emoticon(c, p, end)) > p) break;
        q = run_same(c, p, end);
        if (q < end && c->s[q] == '>') q = run_same(c, q, end);
        break;
    case '*':
    case '~':
    case '<':
    case '>':
    case '^':
    case '|':
    case '$': q = run_same(c, p, end); break;
    case '`': q = p + 1 < end && c->s[p + 1] == '`' ? p + 2 : p + 1; break;
    case ':':
    case ';':
        q = emoticon(c, p, end);
        if (q == p) q = p + 1;
        break;
    case '+':
        q = run_same(c, p, end);
        if (q == p + 1 && !word_before(c, p) && lgm_text_is_digit(c->s, q, end))
            q = word_run(c, q, end); /* "+44" */
        break;
    case '#':
    case '@':
        q = run_same(c, p, end);
        if (q == p + 1 && !word_before(c, p) && lgm_text_word_at(c->s, q, end) &&
            !lgm_text_is_digit(c->s, q, end))
            q = word_run(c, q, end);
        break;
    default: break;
    }
    uint32_t m;
    while (q < end && lgm_text_kind(c->s, q, end, &m) == LGM_KIND_MARK) q += m;
    lgm_text_emit(c, p, q, 0);
    return q;
}
