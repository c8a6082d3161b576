/*
 * decode.c - one survey decides the encoding; then the same loop runs twice over the bytes, first
 * to count what comes out and what was changed, then to write it.
 */
#include "read/decode.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef enum { AS_UTF8, AS_1252, AS_UTF16LE, AS_UTF16BE } encoding;

typedef struct tally { /* how often, and where first */
    size_t n, first;
} tally;

typedef struct sink {
    char *out; /* NULL: only count */
    size_t len;
    bool after_cr;
    tally line_ends, nuls, odd; /* odd: bytes that the encoding does not allow */
} sink;

static void count(tally *t, size_t at)
{
    if (t->n++ == 0) t->first = at;
}

static void emit(sink *s, uint32_t cp)
{
    char unused[4];
    s->len += lgm_utf8_put(s->out ? s->out + s->len : unused, cp);
}

/* Code point cp, found at byte `at`. The LF of a CR is written when CR is met. */
static void take(sink *s, uint32_t cp, size_t at)
{
    if (cp == 0) {
        count(&s->nuls, at);
        return;
    }
    if (cp == '\r') count(&s->line_ends, at);
    if (!(cp == '\n' && s->after_cr)) emit(s, cp == '\r' ? '\n' : cp);
    s->after_cr = cp == '\r';
}

static void run_bytes(sink *s, const char *bytes, size_t at, size_t len, bool utf8)
{
    while (at < len) {
        size_t used = 1;
        const int32_t cp = utf8 ? lgm_utf8_next(bytes + at, len - at, &used) : -1;
        const unsigned char c = (unsigned char)bytes[at];
        if (cp < 0 && c >= 0x80) count(&s->odd, at);
        take(s, cp < 0 ? lgm_cp1252(c) : (uint32_t)cp, at);
        at += used;
    }
}

static uint32_t unit16(const char *p, bool big)
{
    const unsigned char a = (unsigned char)p[0], b = (unsigned char)p[1];
    return big ? (uint32_t)a << 8 | b : (uint32_t)b << 8 | a;
}

static void run_utf16(sink *s, const char *bytes, size_t at, size_t len, bool big)
{
    for (; len - at >= 2; at += 2) {
        const size_t start = at;
        uint32_t cp = unit16(bytes + at, big);
        if (cp >= 0xd800 && cp < 0xe000) {
            const uint32_t low = cp < 0xdc00 && len - at >= 4 ? unit16(bytes + at + 2, big) : 0;
            if (low >= 0xdc00 && low < 0xe000) {
                cp = 0x10000 + ((cp - 0xd800) << 10) + (low - 0xdc00);
                at += 2;
            } else {
                count(&s->odd, start);
                cp = 0xfffd;
            }
        }
        take(s, cp, start);
    }
    if (at < len) { /* half a unit at the end */
        count(&s->odd, at);
        take(s, 0xfffd, at);
    }
}

static void run(sink *s, encoding as, const char *bytes, size_t at, size_t len)
{
    if (as == AS_UTF8 || as == AS_1252)
        run_bytes(s, bytes, at, len, as == AS_UTF8);
    else
        run_utf16(s, bytes, at, len, as == AS_UTF16BE);
}

/* The mark of UTF-8; before a variation selector it begins an invisible manifest (c2pa.h). */
static bool has_bom(const char *bytes, size_t len)
{
    size_t used;
    if (len < 3 || memcmp(bytes, "\xef\xbb\xbf", 3) != 0) return false;
    const int32_t cp = len > 3 ? lgm_utf8_next(bytes + 3, len - 3, &used) : 0;
    return !(cp >= 0xfe00 && cp <= 0xfe0f) && !(cp >= 0xe0100 && cp <= 0xe01ef);
}

/* *skip gets the length of the byte-order mark. */
static encoding survey(const char *bytes, size_t len, size_t *skip)
{
    *skip = 0;
    if (len >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0)) {
        *skip = 2;
        return bytes[0] == '\xff' ? AS_UTF16LE : AS_UTF16BE;
    }
    if (has_bom(bytes, len)) {
        *skip = 3;
        return AS_UTF8;
    }
    size_t high = 0, malformed = 0;
    for (size_t i = lgm_utf8_valid(bytes, len) < len ? 0 : len; i < len;) {
        size_t used = 1;
        if (lgm_utf8_next(bytes + i, len - i, &used) < 0) malformed++;
        if ((unsigned char)bytes[i] >= 0x80) high += used;
        i += used;
    }
    return malformed > high / 2 ? AS_1252 : AS_UTF8;
}

LGM_PRINTF(3, 4)
static bool warn(lgm_arena *a, lgm_decoded *d, const char *fmt, ...)
{
    char text[200];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    const char *const kept = lgm_arena_strndup(a, text, strlen(text));
    assert(d->n_warnings < LGM_DECODE_WARNINGS);
    if (kept) d->warning[d->n_warnings++] = kept;
    return kept != NULL;
}

static bool warn_encoding(lgm_arena *a, lgm_decoded *d, encoding as, size_t skip, tally odd)
{
    if (skip == 3 && !warn(a, d, "a UTF-8 byte-order mark was dropped")) return false;
    if (skip == 2 && !warn(a, d, "decoded from UTF-16 (%s-endian), as its byte-order mark says",
                           as == AS_UTF16LE ? "little" : "big"))
        return false;
    if (odd.n == 0) return true;
    const char *const what = as == AS_1252
                                 ? "not UTF-8, all of it read as Windows-1252; bytes above 127"
                             : as == AS_UTF8 ? "bytes that are not UTF-8, read as Windows-1252"
                                             : "unpaired UTF-16 units replaced by U+FFFD";
    return warn(a, d, "%s: %zu, the first at byte %zu", what, odd.n, odd.first);
}

static bool warn_of(lgm_arena *a, lgm_decoded *d, encoding as, size_t skip, const sink *s,
                    size_t len)
{
    /* A NUL among every fifty bytes is no slip: an image, an archive, UTF-16 without its mark. */
    const bool binary = s->nuls.n > len / 50;
    if (!warn_encoding(a, d, as, skip, s->odd)) return false;
    if (s->line_ends.n &&
        !warn(a, d, "line ends CR LF or CR read as LF: %zu, the first at byte %zu", s->line_ends.n,
              s->line_ends.first))
        return false;
    return !s->nuls.n || warn(a, d, "NUL characters dropped: %zu, the first at byte %zu%s",
                              s->nuls.n, s->nuls.first, binary ? "; this looks binary" : "");
}

bool lgm_read_decode_plain(const char *bytes, size_t len)
{
    return !memchr(bytes, '\r', len) && !memchr(bytes, 0, len) &&
           lgm_utf8_valid(bytes, len) == len && !has_bom(bytes, len);
}

lgm_status lgm_read_decode(lgm_arena *a, const char *bytes, size_t len, lgm_decoded *out,
                           lgm_err *err)
{
    *out = (lgm_decoded){0};
    if (len == 0) bytes = "";
    if (len > LGM_DECODE_MAX)
        return lgm_fail(err, LGM_E_BUDGET, "a report of %zu bytes is too large", len);
    if (lgm_read_decode_plain(bytes, len)) {
        out->text = (lgm_slice){lgm_arena_strndup(a, bytes, len), len};
        return out->text.ptr ? LGM_OK : lgm_arena_fail(a, err);
    }

    size_t skip;
    const encoding as = survey(bytes, len, &skip);
    sink counted = {0};
    run(&counted, as, bytes, skip, len);

    sink written = {.out = lgm_arena_alloc(a, counted.len + 1)};
    if (!written.out || !warn_of(a, out, as, skip, &counted, len)) return lgm_arena_fail(a, err);
    run(&written, as, bytes, skip, len);
    assert(written.len == counted.len);
    written.out[written.len] = 0;
    out->text = (lgm_slice){written.out, written.len};
    return LGM_OK;
}

static bool is_space(int32_t cp)
{
    return (cp >= 9 && cp <= 13) || cp == ' ' || cp == 0 || cp == 0x85 || cp == 0xa0 ||
           cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200b) || cp == 0x2028 || cp == 0x2029 ||
           cp == 0x202f || cp == 0x205f || cp == 0x3000 || cp == 0xfeff;
}

static bool blank_utf16(const char *bytes, size_t len, bool big)
{
    for (size_t at = 2; at < len; at += 2)
        if (len - at < 2 || !is_space((int32_t)unit16(bytes + at, big))) return false;
    return true;
}

bool lgm_read_decode_blank(const char *bytes, size_t len)
{
    if (len >= 2 && memcmp(bytes, "\xff\xfe", 2) == 0) return blank_utf16(bytes, len, false);
    if (len >= 2 && memcmp(bytes, "\xfe\xff", 2) == 0) return blank_utf16(bytes, len, true);
    for (size_t at = 0, used; at < len; at += used)
        if (!is_space(lgm_utf8_next(bytes + at, len - at, &used))) return false;
    return true;
}
