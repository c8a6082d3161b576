/*
 * word.c - where a word ends, and where it is cut.
 *
 * A word is letters, digits and combining marks, and those signs between them that the treebanks
 * keep inside: "O'Brien", "U.S", "1,000", "10:30", "non-aligned", "AT&T", "24/7". Then it may keep
 * a period ("Mr."), and clitics come off ("do|n't").
 */
#include "text/word_lists.h"
#include "text/scan.h"

#include <string.h>

static bool upper(uint8_t b)
{
    return b >= 'A' && b <= 'Z';
}

static bool letter(uint8_t b)
{
    return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
}

static unsigned kinds(const lgm_scan *c, uint32_t from, uint32_t to)
{
    return lgm_text_kinds((const char *)c->s + from, to - from);
}

/* End of the plain run (letters, digits, marks) from p. */
static uint32_t run(const lgm_scan *c, uint32_t p, uint32_t end)
{
    uint32_t n;
    while (p < end && lgm_text_in_word(lgm_text_kind(c->s, p, end, &n))) p += n;
    return p;
}

static uint32_t digits(const lgm_scan *c, uint32_t p, uint32_t end)
{
    while (lgm_text_is_digit(c->s, p, end)) p++;
    return p;
}

/* "555-0123", "202-555-0123", "1-202-555-0123", "2024-03-22": digits joined by hyphens. */
static uint32_t phone_or_date(const lgm_scan *c, uint32_t p, uint32_t end)
{
    static const char *const shapes[] = {"34", "334", "1334", "422", "224", "54"};
    char shape[6] = {0};
    for (int n = 0; n < 5; n++) {
        const uint32_t q = digits(c, p, end);
        if (q == p || q - p > 9) return 0;
        shape[n] = (char)('0' + (q - p));
        p = q;
        if (p + 1 < end && c->s[p] == '-' && lgm_text_is_digit(c->s, p + 1, end)) {
            p++;
            continue;
        }
        if (lgm_text_word_at(c->s, p, end)) return 0;
        for (size_t i = 0; i < LGM_COUNT(shapes); i++)
            if (strcmp(shape, shapes[i]) == 0) return p;
        return 0;
    }
    return 0;
}

/* Is the hyphen at q inside the word whose last part starts at `part`? */
static bool keeps_hyphen(const lgm_scan *c, uint32_t part, uint32_t q, uint32_t end)
{
    const bool initials = q - part >= 2 && upper(c->s[part + 1]); /* "UN-backed" is no "un-" */
    const bool model = q - part == 1 && !letter(c->s[q + 1]);     /* "U-20" */
    if (!initials && !model && (kinds(c, part, q) & LGM_WORD_PREFIX)) return true;
    uint32_t r = q + 1;
    while (r < end && r - q <= LGM_WORD_MAX && c->s[r] < 0x80 && letter(c->s[r])) r++;
    return r - q <= LGM_WORD_MAX && !lgm_text_word_at(c->s, r, end) &&
           (kinds(c, q + 1, r) & LGM_WORD_SUFFIX);
}

/* "s/he", "w/o" */
static bool whole_with_slash(const lgm_scan *c, uint32_t part, uint32_t q, uint32_t end)
{
    if (q - part > 2) return false;
    uint32_t r = q + 1;
    while (r < end && r - q <= 4 && letter(c->s[r])) r++;
    return r - q <= 4 && !lgm_text_word_at(c->s, r, end) && (kinds(c, part, r) & LGM_WORD_WHOLE);
}

/* A comma between groups of three digits. */
static bool thousands(const lgm_scan *c, uint32_t q, uint32_t end)
{
    return lgm_text_is_digit(c->s, q + 1, end) && lgm_text_is_digit(c->s, q + 2, end) &&
           lgm_text_is_digit(c->s, q + 3, end) && !lgm_text_is_digit(c->s, q + 4, end);
}

/* A period inside: decimals, "U.S", "i.e", "Ph.D", "example.com". Returns where to go on, or q. */
static uint32_t inner_period(lgm_scan *c, uint32_t part, uint32_t q, uint32_t end)
{
    const uint8_t before = c->s[q - 1], after = c->s[q + 1];
    if (lgm_text_is_digit(c->s, q - 1, q) && lgm_text_is_digit(c->s, q + 1, end)) return q + 1;
    const bool single = q - part == 1 && letter(before);
    if (single && letter(after) && !lgm_text_word_at(c->s, q + 2, end)) return q + 1;
    const uint32_t stop = lgm_text_dotted(c, q, end);
    if (stop > q) return stop;
    const uint32_t r = run(c, q + 1, end > q + 6 ? q + 6 : end);
    return kinds(c, part, r) & LGM_WORD_WHOLE ? q + 1 : q;
}

/* Where the word goes on behind the sign at q, or q where it ends. `part` is where the run before
 * the sign starts. */
static uint32_t join(lgm_scan *c, uint32_t part, uint32_t q, uint32_t end)
{
    const uint8_t *const s = c->s;
    const uint32_t apos = lgm_text_apostrophe(s, q, end);
    if (apos > 0 && s[q + apos - 1] == 0x98) return q + lgm_text_clitic(s, q, apos, end);
    if (apos > 0) {
        const bool feet = lgm_text_is_digit(s, q - 1, q) && lgm_text_is_digit(s, q + apos, end);
        return !feet && lgm_text_word_at(s, q + apos, end) ? q + apos : q; /* 5'10" */
    }
    if (!lgm_text_word_at(s, q + 1, end)) return q;
    const bool number = lgm_text_is_digit(s, q - 1, q) && lgm_text_is_digit(s, q + 1, end);
    switch (s[q]) {
    case '.': return inner_period(c, part, q, end);
    case ',': return number && thousands(c, q, end) ? q + 1 : q;
    case ':': return number ? q + 1 : q;
    case '/': return number || whole_with_slash(c, part, q, end) ? q + 1 : q;
    case '-': return keeps_hyphen(c, part, q, end) ? q + 1 : q;
    case '&': {
        const bool caps = upper(s[q - 1]) && upper(s[q + 1]);
        const bool ones = q - part == 1 && letter(s[q - 1]) && !lgm_text_word_at(s, q + 2, end);
        return caps || ones ? q + 1 : q;
    }
    case '`': return (s[q + 1] | 0x20) == 's' && !lgm_text_word_at(s, q + 2, end) ? q + 1 : q;
    case '*': return letter(s[q - 1]) && letter(s[q + 1]) ? q + 1 : q;
    default: return q;
    }
}

/* Does the word [p, q) keep the period at q? */
static bool keeps_period(const lgm_scan *c, uint32_t p, uint32_t part, uint32_t q, uint32_t end)
{
    if (q + 1 < end && c->s[q + 1] == '.') return false; /* an ellipsis */
    uint32_t next = q + 1;
    while (next < c->len && (c->s[next] == ' ' || c->s[next] == '#')) next++;
    const bool wrapped = next + 1 < c->len && c->s[next] == '\n' && c->s[next + 1] > ' ';
    next += wrapped;
    const bool ended = next >= c->len || c->s[next] == '\n' || c->s[next] == '\r';
    const bool capital = !ended && upper(c->s[next]), comma = q + 1 < end && c->s[q + 1] == ',';
    if (q - part == 1 && letter(c->s[part])) {
        if (part > p && c->s[part - 1] == '.') return true;              /* "U.S." "a.m." */
        return part == p && upper(c->s[p]) && capital && c->s[p] != 'I'; /* "J. Edgar" */
    }
    const unsigned k = kinds(c, p, q);
    if (k & LGM_WORD_ABBR) return true;
    if (k & LGM_WORD_WHOLE) return memchr(c->s + p, '.', q - p) != NULL; /* "Ph.D." */
    if (k & LGM_WORD_ABBR_NUM) return comma || lgm_text_is_digit(c->s, next, c->len);
    return (k & LGM_WORD_ABBR_NAME) && (capital || comma) && upper(c->s[p]);
}

uint32_t lgm_text_clitic(const uint8_t *s, uint32_t i, uint32_t n, uint32_t end)
{
    uint32_t q = i + n;
    while (q < end && q < i + n + 2 && s[q] < 0x80 && letter(s[q])) q++;
    if (lgm_text_word_at(s, q, end)) return 0;
    const uint8_t a = q > i + n ? s[i + n] | 0x20 : 0, b = q == i + n + 2 ? s[i + n + 1] | 0x20 : 0;
    const bool one = b == 0 && (a == 's' || a == 'm' || a == 'd');
    const bool two = (b == 'e' && (a == 'r' || a == 'v')) || (b == 'l' && a == 'l');
    return one || two ? q - i : 0;
}

/* Start of the clitic that ends at q ("n't", "'s"), or q. "1990's" has none. */
static uint32_t clitic(const lgm_scan *c, uint32_t p, uint32_t q)
{
    const uint8_t *const s = c->s;
    uint32_t at = q;
    while (at > p && q - at <= 2 && letter(s[at - 1])) at--;
    uint32_t apos = 0;
    if (at > p && (s[at - 1] == '\'' || s[at - 1] == '`')) apos = 1;
    if (at >= p + 3 && lgm_text_apostrophe(s, at - 3, at) == 3) apos = 3;
    if (apos == 0 || at - apos <= p) return q;
    const uint32_t start = at - apos;
    if (q - at == 1 && (s[at] | 0x20) == 't')
        return start > p + 1 && (s[start - 1] | 0x20) == 'n' ? start - 1 : q;
    if (s[start - 1] == '0' && digits(c, p, start) == start) return q;
    return lgm_text_clitic(s, start, apos, q) > 0 ? start : q;
}

/* Emits the word, cut at its clitics (at most three) or as the word lists say. */
static void emit_word(lgm_scan *c, uint32_t p, uint32_t q)
{
    const uint32_t kinds = lgm_text_kinds((const char *)c->s + p, q - p);
    const bool caps = q - p == 2 && upper(c->s[p + 1]); /* "IM" is no "I'm" */
    if ((kinds & LGM_WORD_PARTS) && !caps) {
        const uint32_t second = lgm_text_cut(kinds, false), third = lgm_text_cut(kinds, true);
        lgm_text_emit(c, p, p + second, 0);
        if (third != 0) lgm_text_emit(c, p + second, p + third, LGM_TOK_JOINED);
        lgm_text_emit(c, p + (third != 0 ? third : second), q, LGM_TOK_JOINED);
        return;
    }
    uint32_t cut[4] = {q, 0, 0, 0};
    unsigned n = 1;
    while (n < LGM_COUNT(cut)) {
        const uint32_t at = clitic(c, p, cut[n - 1]);
        if (at == cut[n - 1]) break;
        cut[n++] = at;
    }
    lgm_text_emit(c, p, cut[n - 1], 0);
    while (--n > 0) lgm_text_emit(c, cut[n], cut[n - 1], LGM_TOK_JOINED);
}

/* "5km", "10pm": number and unit stand apart. Returns where the number ends, or q. */
static uint32_t number_end(const lgm_scan *c, uint32_t p, uint32_t q)
{
    uint32_t at = q;
    while (at > p && q - at <= 8 && letter(c->s[at - 1])) at--;
    if (at == p || at == q || !lgm_text_is_digit(c->s, p, q)) return q;
    if (!lgm_text_is_digit(c->s, at - 1, q)) return q;
    for (uint32_t i = p; i < at; i++)
        if (letter(c->s[i]) || c->s[i] >= 0x80) return q;
    return kinds(c, at, q) & LGM_WORD_UNIT ? at : q;
}

uint32_t lgm_text_word(lgm_scan *c, uint32_t p, uint32_t end)
{
    const uint32_t phone = lgm_text_is_digit(c->s, p, end) ? phone_or_date(c, p, end) : 0;
    if (phone > 0) {
        lgm_text_emit(c, p, phone, 0);
        return phone;
    }
    uint32_t part = p, q = run(c, p, end);
    while (q < end) {
        const uint32_t next = join(c, part, q, end);
        if (next == q) break;
        part = next;
        q = run(c, next, end);
    }
    const uint32_t number = number_end(c, p, q);
    if (number < q) {
        lgm_text_emit(c, p, number, 0);
        p = number;
    } else if (q < end && c->s[q] == '$' && q - p <= 3 && upper(c->s[p]) && upper(c->s[q - 1])) {
        q++; /* "US$" */
    } else if (q < end && c->s[q] == '.' && keeps_period(c, p, part, q, end)) {
        q++;
    }
    emit_word(c, p, q);
    return q;
}
