/* encoded_word.c - a field as people read it: encoded words of RFC 2047, and raw bytes. */
#include <string.h>

#include "base/buf.h"
#include "base/charset.h"
#include "mail/header.h"
#include "mail/transfer.h"

enum { LONGEST = 2000 }; /* of a word; the standard has 75 */

typedef struct word { /* "=?utf-8?Q?caf=C3=A9?=" */
    lgm_slice charset, bytes;
    char coding;
    size_t len; /* of all of it */
} word;

static bool parse(lgm_slice s, word *w)
{
    if (s.len < 8 || memcmp(s.ptr, "=?", 2) != 0) return false;
    if (s.len > LONGEST) s.len = LONGEST;
    const char *const end = s.ptr + s.len, *const first = s.ptr + 2;
    const char *const mark = memchr(first, '?', (size_t)(end - first));
    if (!mark || mark + 3 >= end || mark[2] != '?') return false;
    const char *const text = mark + 3;
    const char *const close = memmem(text, (size_t)(end - text), "?=", 2);
    if (!close || memchr(first, ' ', (size_t)(close - first))) return false;
    const char *const star = memchr(first, '*', (size_t)(mark - first)); /* a language behind it */
    *w = (word){.charset = {first, (size_t)((star ? star : mark) - first)},
                .bytes = {text, (size_t)(close - text)},
                .coding = (char)(mark[1] | 32),
                .len = (size_t)(close + 2 - s.ptr)};
    return w->coding == 'q' || w->coding == 'b';
}

/* What is no UTF-8 is nearly always windows-1252. */
static lgm_slice raw_bytes(lgm_arena *a, lgm_slice s)
{
    lgm_slice out = s;
    if (lgm_utf8_valid(s.ptr, s.len) == s.len) return s;
    const lgm_status st = lgm_charset_decode(a, LGM_SLICE("windows-1252"), s, &out, NULL, NULL);
    return st == LGM_OK ? out : (lgm_slice){0};
}

static lgm_slice decoded(lgm_arena *a, const word *w, lgm_slice bytes)
{
    lgm_slice out;
    const lgm_status st = lgm_charset_decode(a, w->charset, bytes, &out, NULL, NULL);
    if (st == LGM_E_UNSUPPORTED) return raw_bytes(a, bytes);
    return st == LGM_OK ? out : (lgm_slice){0};
}

/* The words from s on that belong together, since a character may be cut between two of them: how
 * many bytes they have; 0 where there is none. out->ptr NULL: no memory. */
static size_t take_words(lgm_arena *a, lgm_slice s, lgm_slice *out)
{
    word first, next;
    size_t at = 0;
    lgm_buf b = {0};
    *out = (lgm_slice){0};
    if (!parse(s, &first)) return 0;
    for (next = first;;) {
        lgm_slice part;
        const bool done = next.coding == 'b'
                              ? lgm_mail_base64(a, next.bytes, &part)
                              : lgm_mail_quoted_printable(a, next.bytes, true, &part);
        if (done) lgm_buf_put(&b, part.ptr, part.len);
        b.failed |= !done;
        at += next.len;
        const size_t blank = at < s.len && s.ptr[at] == ' ';
        if (!parse((lgm_slice){s.ptr + at + blank, s.len - at - blank}, &next)) break;
        if (next.coding != first.coding || !lgm_slice_eq(next.charset, first.charset)) break;
        at += blank;
    }
    lgm_slice bytes = {b.failed ? NULL : lgm_arena_strndup(a, b.len ? b.at : "", b.len), b.len};
    lgm_buf_done(&b);
    if (bytes.ptr) *out = decoded(a, &first, bytes);
    return at;
}

/* What stands before the next word. */
static size_t plain_length(lgm_slice s)
{
    const char *const next = s.len > 1 ? memmem(s.ptr + 1, s.len - 1, "=?", 2) : NULL;
    return next ? (size_t)(next - s.ptr) : s.len;
}

lgm_slice lgm_mail_words(lgm_arena *a, lgm_slice value)
{
    lgm_slice rest = lgm_mail_unfold(a, value), result = {0}, part;
    lgm_buf b = {.failed = !rest.ptr};
    bool after_word = false;
    while (rest.len && !b.failed) {
        size_t n = take_words(a, rest, &part);
        const bool is_word = n > 0;
        if (!is_word) n = plain_length(rest);
        const bool between = after_word && n == 1 && *rest.ptr == ' ' && n < rest.len;
        if (!is_word && !between) part = raw_bytes(a, (lgm_slice){rest.ptr, n});
        b.failed |= !between && !part.ptr; /* the blank between two words is none */
        if (!between) lgm_buf_put(&b, part.ptr, part.len);
        after_word = is_word;
        rest = (lgm_slice){rest.ptr + n, rest.len - n};
    }
    if (!b.failed) result.ptr = lgm_arena_strndup(a, b.len ? b.at : "", b.len);
    if (result.ptr) result.len = b.len;
    lgm_buf_done(&b);
    return result;
}
