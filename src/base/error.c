/* error.c - statuses in words, and messages that are safe to print. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/base.h"

/* The longest path and a sentence about it; how much of its start a message keeps when cut. */
enum { LONGEST = 4096 + 512, HEAD = 80 };

const char *lgm_status_text(lgm_status status)
{
    switch (status) {
#define LGM_STATUS_CASE(name, number, text)                                                        \
    case LGM_##name: return text;
        LGM_STATUS_MAP(LGM_STATUS_CASE)
#undef LGM_STATUS_CASE
    }
    return "unknown status";
}

/* C0, DEL, C1, malformed, and what turns the direction of writing. */
static bool steers(int32_t cp)
{
    return cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || cp == 0x61c ||
           (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069);
}

void lgm_printable(char *s, size_t len)
{
    for (size_t i = 0; i < len;) {
        size_t used = 1;
        const int32_t cp = lgm_utf8_next(s + i, len - i, &used);
        if (steers(cp)) memset(s + i, '?', used);
        i += used;
    }
}

/* vsnprintf may have cut a code point in two: drop the half. */
static size_t cut_at_code_point(char *s, size_t len)
{
    size_t i = len;
    while (i > 0 && len - i < 3 && ((unsigned char)s[i - 1] & 0xc0) == 0x80) i--;
    if (i > 0 && ((unsigned char)s[i - 1] & 0xc0) == 0xc0) {
        size_t used = 1;
        if (lgm_utf8_next(s + i - 1, len - i + 1, &used) < 0) len = i - 1;
    }
    s[len] = 0;
    return len;
}

static bool is_tail(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

/* Cuts the middle of a long message, so that a long path does not push out the reason. */
static void keep_both_ends(char *to, size_t room, const char *text, size_t len)
{
    if (len < room) {
        memcpy(to, text, len + 1);
        return;
    }
    size_t head = HEAD;
    while (is_tail(text[head])) head--;
    size_t from = len - (room - 1 - head - 3);
    while (is_tail(text[from])) from++;
    memcpy(to, text, head);
    memcpy(to + head, "...", 3);
    memcpy(to + head + 3, text + from, len - from + 1);
}

LGM_PRINTF(5, 0)
static lgm_status fill(lgm_err *err, lgm_status code, uint64_t line, uint64_t byte, const char *fmt,
                       va_list args)
{
    if (!err) return code;
    char text[LONGEST] = "";
    const int wanted = vsnprintf(text, sizeof text, fmt, args);
    size_t len = strlen(text);
    if (wanted >= 0 && (size_t)wanted > len) len = cut_at_code_point(text, len);
    lgm_printable(text, len);
    err->code = code;
    err->line = line;
    err->byte = byte;
    keep_both_ends(err->message, sizeof err->message, text, len);
    return code;
}

lgm_status lgm_fail(lgm_err *err, lgm_status code, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    fill(err, code, 0, 0, fmt, args);
    va_end(args);
    return code;
}

lgm_status lgm_fail_at(lgm_err *err, lgm_status code, uint64_t line, uint64_t byte, const char *fmt,
                       ...)
{
    va_list args;
    va_start(args, fmt);
    fill(err, code, line, byte, fmt, args);
    va_end(args);
    return code;
}

lgm_status lgm_fail_errno(lgm_err *err, const char *path, int e)
{
    const lgm_status code = e == ENOENT || e == ENOTDIR ? LGM_E_NOTFOUND
                            : e == ENOMEM               ? LGM_E_NOMEM
                                                        : LGM_E_IO;
    char buf[128];
    return lgm_fail(err, code, "%s: %s", path, strerror_r(e, buf, sizeof buf));
}
