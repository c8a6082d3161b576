/* buf.c - growth by doubling, with room for the closing NUL kept at all times. */
#include "base/buf.h"

#include <string.h>

static bool reserve(lgm_buf *b, size_t more)
{
    if (b->failed) return false;
    if (b->at && more < b->room - b->len) return true;
    size_t room = b->room ? b->room : 1024;
    while (room - b->len <= more) {
        if (room > SIZE_MAX / 2) {
            b->failed = true;
            return false;
        }
        room *= 2;
    }
    char *const grown = lgm_realloc(b->at, room);
    if (!grown) {
        b->failed = true;
        return false;
    }
    b->at = grown;
    b->room = room;
    return true;
}

void lgm_buf_put(lgm_buf *b, const char *s, size_t len)
{
    if (len == 0 || !reserve(b, len)) return;
    memcpy(b->at + b->len, s, len);
    b->len += len;
}

void lgm_buf_puts(lgm_buf *b, const char *s)
{
    lgm_buf_put(b, s, strlen(s));
}

void lgm_buf_putc(lgm_buf *b, char c)
{
    lgm_buf_put(b, &c, 1);
}

void lgm_buf_fill(lgm_buf *b, char c, size_t n)
{
    if (n == 0 || !reserve(b, n)) return;
    memset(b->at + b->len, c, n);
    b->len += n;
}

void lgm_buf_uint(lgm_buf *b, uint64_t value)
{
    char digits[20];
    size_t i = sizeof digits;
    do digits[--i] = (char)('0' + value % 10);
    while ((value /= 10) != 0);
    lgm_buf_put(b, digits + i, sizeof digits - i);
}

void lgm_buf_words(lgm_buf *b, lgm_slice s)
{
    bool any = false;
    for (size_t i = 0; i < s.len;) {
        if (lgm_is_space(s.ptr[i])) {
            i++;
            continue;
        }
        const size_t start = i;
        while (i < s.len && !lgm_is_space(s.ptr[i])) i++;
        if (any) lgm_buf_putc(b, ' ');
        lgm_buf_put(b, s.ptr + start, i - start);
        any = true;
    }
}

lgm_status lgm_buf_take(lgm_buf *b, char **out, size_t *len, lgm_err *err)
{
    *out = NULL;
    if (!reserve(b, 1)) {
        lgm_buf_done(b);
        return lgm_fail(err, LGM_E_NOMEM, "out of memory while the record was written");
    }
    b->at[b->len] = '\0';
    *out = b->at;
    if (len) *len = b->len;
    *b = (lgm_buf){0};
    return LGM_OK;
}

void lgm_buf_done(lgm_buf *b)
{
    lgm_free(b->at);
    *b = (lgm_buf){0};
}
