/* strbuf.c - growth by doubling. */
#include "strbuf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool reserve(strbuf *b, size_t more)
{
    if (b->failed || more > SIZE_MAX / 4 - b->len) b->failed = true;
    if (b->failed || more <= b->room - b->len) return !b->failed;
    size_t room = b->room ? b->room : 256;
    while (room - b->len < more) room *= 2;
    char *const grown = realloc(b->at, room);
    if (!grown) {
        b->failed = true;
        return false;
    }
    b->at = grown;
    b->room = room;
    return true;
}

void strbuf_put(strbuf *b, const char *s, size_t len)
{
    if (len == 0 || !reserve(b, len)) return;
    memcpy(b->at + b->len, s, len);
    b->len += len;
}

void strbuf_puts(strbuf *b, const char *s)
{
    strbuf_put(b, s, strlen(s));
}

void strbuf_fill(strbuf *b, const char *s, size_t times)
{
    while (times-- > 0) strbuf_puts(b, s);
}

void strbuf_printf(strbuf *b, const char *fmt, ...)
{
    char small[512];
    va_list args;
    va_start(args, fmt);
    const int n = vsnprintf(small, sizeof small, fmt, args);
    va_end(args);
    if (n < 0)
        b->failed = true;
    else if ((size_t)n < sizeof small)
        strbuf_put(b, small, (size_t)n);
    else if (reserve(b, (size_t)n + 1)) {
        va_start(args, fmt);
        vsnprintf(b->at + b->len, (size_t)n + 1, fmt, args);
        va_end(args);
        b->len += (size_t)n;
    }
}

void strbuf_number(strbuf *b, unsigned long long n)
{
    if (n >= 1000) {
        strbuf_number(b, n / 1000);
        strbuf_printf(b, ",%03llu", n % 1000);
    } else {
        strbuf_printf(b, "%llu", n);
    }
}

void strbuf_count(strbuf *b, unsigned long long n, const char *one, const char *many)
{
    strbuf_number(b, n);
    strbuf_printf(b, " %s", n == 1 ? one : many);
}

void strbuf_done(strbuf *b)
{
    free(b->at);
    *b = (strbuf){0};
}
