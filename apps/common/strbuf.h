/*
 * strbuf.h - a growing string. A failed allocation is remembered in `failed`, and the string stays
 * as it was: ask once, when it is whole.
 */
#ifndef COMMON_STRBUF_H
#define COMMON_STRBUF_H

#include <stdbool.h>
#include <stddef.h>

typedef struct strbuf {
    char *at; /* not NUL-terminated; freed by strbuf_done */
    size_t len, room;
    bool failed;
} strbuf;

void strbuf_put(strbuf *b, const char *s, size_t len);
void strbuf_puts(strbuf *b, const char *s);
void strbuf_fill(strbuf *b, const char *s, size_t times);
void strbuf_printf(strbuf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* 1234567 as "1,234,567". */
void strbuf_number(strbuf *b, unsigned long long n);
/* "1 report", "2,000 reports". */
void strbuf_count(strbuf *b, unsigned long long n, const char *one, const char *many);
void strbuf_done(strbuf *b);

#endif
