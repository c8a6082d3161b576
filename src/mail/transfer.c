/* transfer.c - see transfer.h. */
#include "mail/transfer.h"

#include <string.h>

static int base64_value(char c)
{
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

bool lgm_mail_base64(lgm_arena *a, lgm_slice in, lgm_slice *out)
{
    char *const to = lgm_arena_alloc(a, in.len / 4 * 3 + 4);
    size_t n = 0;
    uint32_t bits = 0;
    int n_bits = 0;
    if (!to) return false;
    for (size_t i = 0; i < in.len; i++) {
        const int v = base64_value(in.ptr[i]);
        if (in.ptr[i] == '=') { /* the end of one piece; another may follow */
            n_bits = 0;
            continue;
        }
        if (v < 0) continue;
        bits = bits << 6 | (uint32_t)v;
        n_bits += 6;
        if (n_bits < 8) continue;
        n_bits -= 8;
        to[n++] = (char)(bits >> n_bits & 0xff);
    }
    *out = (lgm_slice){to, n};
    return true;
}

/* Blanks up to the end of the line, and that: bytes of s from i on; 0 where words follow. */
static size_t line_end(lgm_slice s, size_t i)
{
    const size_t from = i;
    while (i < s.len && (s.ptr[i] == ' ' || s.ptr[i] == '\t')) i++;
    if (i == s.len) return i - from;
    if (s.ptr[i] == '\r' && i + 1 < s.len && s.ptr[i + 1] == '\n') return i + 2 - from;
    return s.ptr[i] == '\n' ? i + 1 - from : 0;
}

bool lgm_mail_quoted_printable(lgm_arena *a, lgm_slice in, bool header, lgm_slice *out)
{
    char *const to = lgm_arena_alloc(a, in.len + 1);
    size_t n = 0;
    if (!to) return false;
    for (size_t i = 0; i < in.len; i++) {
        const char c = in.ptr[i];
        if (c != '=') {
            to[n++] = header && c == '_' ? ' ' : c;
            continue;
        }
        const int high = i + 2 < in.len ? lgm_hex_digit(in.ptr[i + 1]) : -1;
        const int low = high >= 0 ? lgm_hex_digit(in.ptr[i + 2]) : -1;
        const size_t soft = header ? 0 : line_end(in, i + 1);
        if (low >= 0)
            to[n++] = (char)(high * 16 + low), i += 2;
        else if (soft || i + 1 == in.len)
            i += soft;
        else
            to[n++] = c;
    }
    *out = (lgm_slice){to, n};
    return true;
}
