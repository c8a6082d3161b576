/* json_in.c - a reader that is pulled: the bracket stack says whether a comma is due. */
#include "base/json_in.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* ---- errors ---------------------------------------------------------------------------------- */

bool lgm_json_refuse(lgm_json_in *r, lgm_status status, const char *fmt, ...)
{
    if (r->status != LGM_OK) return false;
    char words[192];
    va_list args;
    va_start(args, fmt);
    vsnprintf(words, sizeof words, fmt, args);
    va_end(args);
    uint64_t line = 1;
    for (const char *p = r->start; (p = memchr(p, '\n', (size_t)(r->at - p))) != NULL; p++) line++;
    r->status = lgm_fail_at(r->err, status, line, (uint64_t)(r->at - r->start), "%s", words);
    return false;
}

static bool out_of_memory(lgm_json_in *r)
{
    if (r->status == LGM_OK) r->status = lgm_arena_fail(r->arena, r->err);
    return false;
}

/* ---- white space and punctuation ------------------------------------------------------------- */

static char next(lgm_json_in *r)
{
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\n' || *r->at == '\r' || *r->at == '\t'))
        r->at++;
    return r->at < r->end ? *r->at : '\0';
}

char lgm_json_peek(lgm_json_in *r)
{
    if (r->status != LGM_OK) return '\0';
    const char c = next(r);
    if (c && strchr("{[\"tfn-0123456789", c)) return c;
    lgm_json_refuse(r, LGM_E_FORMAT,
                    r->at < r->end ? "a value was expected here"
                                   : "it ends where a value was expected");
    return '\0';
}

bool lgm_json_enter(lgm_json_in *r, char bracket)
{
    const char c = lgm_json_peek(r);
    if (!c) return false;
    if (c != bracket)
        return lgm_json_refuse(r, LGM_E_FORMAT, "an %s was expected here",
                               bracket == '{' ? "object" : "array");
    if (r->depth == LGM_JSON_IN_DEPTH)
        return lgm_json_refuse(r, LGM_E_BUDGET, "more than %d brackets within each other",
                               LGM_JSON_IN_DEPTH);
    r->at++;
    r->begun[r->depth] = false;
    r->bracket[r->depth++] = bracket;
    return true;
}

/* True where another item follows in the open bracket; its comma is read. */
static bool follows(lgm_json_in *r, char close)
{
    if (r->status != LGM_OK) return false;
    const char c = next(r);
    bool *const begun = &r->begun[r->depth - 1];
    if (c == close) {
        r->at++;
        r->depth--;
        return false;
    }
    if (*begun && c != ',')
        return lgm_json_refuse(r, LGM_E_FORMAT, "a comma or %c is missing", close);
    if (*begun) r->at++;
    *begun = true;
    return true;
}

bool lgm_json_item(lgm_json_in *r)
{
    return follows(r, ']');
}

bool lgm_json_member(lgm_json_in *r, lgm_slice *key)
{
    if (!follows(r, '}')) return false;
    if (next(r) != '"')
        return lgm_json_refuse(r, LGM_E_FORMAT, "a key in quotation marks is missing");
    if (!lgm_json_read_str(r, key)) return false;
    if (next(r) != ':') return lgm_json_refuse(r, LGM_E_FORMAT, "a colon is missing");
    r->at++;
    return true;
}

bool lgm_json_finish(lgm_json_in *r)
{
    if (r->status != LGM_OK) return false;
    next(r);
    return r->at == r->end || lgm_json_refuse(r, LGM_E_FORMAT, "something follows the value");
}

/* ---- words ----------------------------------------------------------------------------------- */

static bool word(lgm_json_in *r, const char *w)
{
    const size_t len = strlen(w);
    if ((size_t)(r->end - r->at) < len || memcmp(r->at, w, len) != 0)
        return lgm_json_refuse(r, LGM_E_FORMAT, "a value was expected here");
    r->at += len;
    return true;
}

bool lgm_json_read_null(lgm_json_in *r)
{
    return lgm_json_peek(r) == 'n' && word(r, "null");
}

bool lgm_json_read_bool(lgm_json_in *r, bool *out)
{
    const char c = lgm_json_peek(r);
    *out = c == 't';
    if (c == 't') return word(r, "true");
    if (c == 'f') return word(r, "false");
    return lgm_json_refuse(r, LGM_E_FORMAT, "true or false was expected here");
}

/* ---- strings --------------------------------------------------------------------------------- */

static bool hex4(const char *s, const char *end, uint32_t *out)
{
    *out = 0;
    if (end - s < 4) return false;
    for (int i = 0; i < 4; i++) {
        const int v = lgm_hex_digit(s[i]);
        if (v < 0) return false;
        *out = *out << 4 | (uint32_t)v;
    }
    return true;
}

/* The code point of \uXXXX, of two of them for one beyond the first plane; at stands on the u. */
static bool unescape_u(lgm_json_in *r, uint32_t *out)
{
    uint32_t low;
    if (!hex4(r->at + 1, r->end, out))
        return lgm_json_refuse(r, LGM_E_FORMAT, "\\u wants four hexadecimal digits");
    if (*out >= 0xd800 && *out < 0xdc00 && r->end - r->at >= 11 && r->at[5] == '\\' &&
        r->at[6] == 'u' && hex4(r->at + 7, r->end, &low) && low >= 0xdc00 && low < 0xe000) {
        *out = 0x10000 + ((*out - 0xd800) << 10) + (low - 0xdc00);
        r->at += 6;
    }
    if (*out >= 0xd800 && *out < 0xe000) {
        if (!r->mend) return lgm_json_refuse(r, LGM_E_FORMAT, "half of a surrogate pair");
        *out = 0xfffd;
        r->n_mended++;
    }
    r->at += 5;
    return true;
}

/* One escape, at on its backslash. Returns bytes written, 0 after an error. */
static size_t unescape(lgm_json_in *r, char out[4])
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    if (r->end - r->at < 2) return lgm_json_refuse(r, LGM_E_FORMAT, "a string without an end");
    r->at++;
    const char *const found = *r->at ? strchr(from, *r->at) : NULL;
    if (found) {
        out[0] = to[found - from];
        r->at++;
        return 1;
    }
    uint32_t cp;
    if (*r->at != 'u') return lgm_json_refuse(r, LGM_E_FORMAT, "no such escape");
    return unescape_u(r, &cp) ? lgm_utf8_put(out, cp) : 0;
}

/* The end of the run of plain characters from at: a quotation mark, a backslash or what is
 * refused. */
static const char *plain_run(const lgm_json_in *r)
{
    const char *p = r->at;
    while (p < r->end && *p != '"' && *p != '\\' && (unsigned char)*p >= 0x20) p++;
    return p;
}

/* The closing mark, without a look at what the string holds; NULL where there is none. */
static const char *closing(const lgm_json_in *r)
{
    for (const char *p = r->at; p < r->end; p++) {
        if (*p == '"') return p;
        if (*p == '\\') p++;
    }
    return NULL;
}

static bool take_run(lgm_json_in *r, const char *end)
{
    const size_t len = (size_t)(end - r->at), bad = lgm_utf8_valid(r->at, len);
    r->at += bad;
    return bad == len || lgm_json_refuse(r, LGM_E_FORMAT, "not UTF-8");
}

static bool escaped_string(lgm_json_in *r, lgm_slice *out)
{
    const char *const end = closing(r);
    if (!end) return lgm_json_refuse(r, LGM_E_FORMAT, "a string without an end");
    char *const to = lgm_arena_alloc(r->arena, (size_t)(end - r->at) + 1);
    if (!to) return out_of_memory(r);
    size_t n = 0;
    while (r->at < r->end && *r->at != '"') {
        const char *const from = r->at, *const stop = plain_run(r);
        if (!take_run(r, stop)) return false;
        memcpy(to + n, from, (size_t)(stop - from));
        n += (size_t)(stop - from);
        if (r->at == r->end || *r->at == '"') break;
        if (*r->at != '\\')
            return lgm_json_refuse(r, LGM_E_FORMAT, "a control character within a string");
        char cp[4];
        const size_t used = unescape(r, cp);
        if (used == 0) return false;
        memcpy(to + n, cp, used);
        n += used;
    }
    to[n] = '\0';
    *out = (lgm_slice){to, n};
    return true;
}

bool lgm_json_read_str(lgm_json_in *r, lgm_slice *out)
{
    *out = (lgm_slice){NULL, 0};
    const char c = lgm_json_peek(r);
    if (!c) return false;
    if (c != '"') return lgm_json_refuse(r, LGM_E_FORMAT, "a string was expected here");
    r->at++;
    const char *const from = r->at, *const stop = plain_run(r);
    if (stop < r->end && *stop == '\\') {
        if (!escaped_string(r, out)) return false;
    } else {
        if (!take_run(r, stop)) return false;
        *out = (lgm_slice){from, (size_t)(stop - from)};
    }
    if (r->at == r->end) return lgm_json_refuse(r, LGM_E_FORMAT, "a string without an end");
    if (*r->at != '"')
        return lgm_json_refuse(r, LGM_E_FORMAT, "a control character within a string");
    r->at++;
    return true;
}

/* ---- numbers --------------------------------------------------------------------------------- */

enum { MOST_DIGITS = 18 };

typedef struct number { /* mantissa * 10^exponent */
    uint64_t mantissa;
    int64_t exponent;
    bool minus, sure; /* sure: no digit was lost */
} number;

static bool is_digit(const lgm_json_in *r)
{
    return r->at < r->end && *r->at >= '0' && *r->at <= '9';
}

/* Digits into the mantissa as long as they fit; those left out count in `exponent` unless they
 * stand behind the point. */
static void digits(lgm_json_in *r, number *n, bool behind_point)
{
    for (; is_digit(r); r->at++) {
        if (n->mantissa < 1000000000000000000u / 10) {
            n->mantissa = n->mantissa * 10 + (uint64_t)(*r->at - '0');
            n->exponent -= behind_point;
        } else {
            if (*r->at != '0') n->sure = false;
            n->exponent += !behind_point;
        }
    }
}

static bool exponent(lgm_json_in *r, number *n)
{
    r->at++;
    const bool minus = r->at < r->end && *r->at == '-';
    if (r->at < r->end && (*r->at == '-' || *r->at == '+')) r->at++;
    if (!is_digit(r)) return lgm_json_refuse(r, LGM_E_FORMAT, "a number that breaks off");
    int64_t e = 0;
    for (; is_digit(r); r->at++)
        if (e < 1000000) e = e * 10 + (*r->at - '0');
    n->exponent += minus ? -e : e;
    return true;
}

static bool read_parts(lgm_json_in *r, number *n)
{
    *n = (number){.sure = true};
    n->minus = *r->at == '-';
    r->at += n->minus;
    if (!is_digit(r)) return lgm_json_refuse(r, LGM_E_FORMAT, "a number was expected here");
    if (*r->at == '0')
        r->at++;
    else
        digits(r, n, false);
    if (r->at < r->end && *r->at == '.') {
        r->at++;
        if (!is_digit(r)) return lgm_json_refuse(r, LGM_E_FORMAT, "a number that breaks off");
        digits(r, n, true);
    }
    if (r->at < r->end && (*r->at == 'e' || *r->at == 'E')) return exponent(r, n);
    if (is_digit(r)) return lgm_json_refuse(r, LGM_E_FORMAT, "a number that begins with 0");
    return true;
}

bool lgm_json_read_number(lgm_json_in *r, unsigned scale, int64_t *out)
{
    number n;
    *out = 0;
    if (!lgm_json_peek(r) || !read_parts(r, &n)) return false;
    uint64_t m = n.mantissa;
    int64_t e = n.exponent + scale;
    for (; e > 0 && m > 0; e--) {
        if (m >= 1000000000000000000u / 10)
            return lgm_json_refuse(r, LGM_E_FORMAT, "a number of more than %d digits", MOST_DIGITS);
        m *= 10;
    }
    bool exact = n.sure, half_up = false;
    for (; e < 0 && m > 0; e++) {
        if (m % 10) exact = false;
        half_up = m % 10 >= 5;
        m /= 10;
    }
    if (e < 0) half_up = false; /* nothing of it is left */
    if (scale == 0 && !exact)
        return lgm_json_refuse(r, LGM_E_FORMAT, "an integer was expected here");
    *out = (int64_t)(m + half_up);
    if (n.minus) *out = -*out;
    return true;
}

/* ---- any value ------------------------------------------------------------------------------- */

static bool skip_scalar(lgm_json_in *r, char c)
{
    lgm_slice text;
    bool yes;
    number n;
    if (c == '"') return lgm_json_read_str(r, &text);
    if (c == 'n') return lgm_json_read_null(r);
    if (c == 't' || c == 'f') return lgm_json_read_bool(r, &yes);
    return read_parts(r, &n);
}

bool lgm_json_skip(lgm_json_in *r)
{
    const uint32_t level = r->depth;
    do {
        if (r->depth > level) { /* within a bracket: the next item, or its end */
            lgm_slice key;
            const bool object = r->bracket[r->depth - 1] == '{';
            if (object ? !lgm_json_member(r, &key) : !lgm_json_item(r)) continue;
        }
        const char c = lgm_json_peek(r);
        if (c == '{' || c == '[')
            lgm_json_enter(r, c);
        else if (c)
            skip_scalar(r, c);
    } while (r->status == LGM_OK && r->depth > level);
    return r->status == LGM_OK;
}
