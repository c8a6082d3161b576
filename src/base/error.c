/* error.c - statuses in words, and messages that are safe to print. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/base.h"

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

void lgm_printable(char *s, size_t len)
{
    for (size_t i = 0; i < len;) {
        size_t used = 1;
        const int32_t cp = lgm_utf8_next(s + i, len - i, &used);
        if (cp < 0x20 || (cp >= 0x7f && cp < 0xa0)) memset(s + i, '?', used);
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

LGM_PRINTF(5, 0)
static lgm_status fill(lgm_err *err, lgm_status code, uint64_t line, uint64_t byte, const char *fmt,
                       va_list args)
{
    if (!err) return code;
    char text[sizeof err->message] = "";
    const int wanted = vsnprintf(text, sizeof text, fmt, args);
    size_t len = strlen(text);
    if (wanted >= 0 && (size_t)wanted > len) len = cut_at_code_point(text, len);
    lgm_printable(text, len);
    err->code = code;
    err->line = line;
    err->byte = byte;
    memcpy(err->message, text, len + 1);
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
