/* flowed.c - see flowed.h. */
#include "mail/flowed.h"

#include <string.h>

static size_t quote_depth(lgm_slice line)
{
    size_t n = 0;
    while (n < line.len && line.ptr[n] == '>') n++;
    return n;
}

static lgm_slice take_line(lgm_slice *rest)
{
    const char *const lf = memchr(rest->ptr, '\n', rest->len);
    lgm_slice line = {rest->ptr, lf ? (size_t)(lf - rest->ptr) : rest->len};
    const size_t n = line.len + (lf != NULL);
    *rest = (lgm_slice){rest->ptr + n, rest->len - n};
    if (line.len && line.ptr[line.len - 1] == '\r') line.len--;
    return line;
}

lgm_status lgm_mail_unflow(lgm_arena *a, lgm_slice *text, bool flowed, bool delsp, lgm_err *err)
{
    char *const to = lgm_arena_alloc(a, text->len + 1);
    size_t n = 0, depth = 0;
    bool goes_on = false;
    if (!to) return lgm_arena_fail(a, err);
    for (lgm_slice rest = *text; rest.len;) {
        lgm_slice line = take_line(&rest);
        if (lgm_slice_eq(line, LGM_SLICE("-- "))) break;
        const size_t quotes = quote_depth(line);
        if (goes_on && quotes != depth) to[n++] = '\n', goes_on = false;
        depth = quotes;
        if (flowed && goes_on) line = (lgm_slice){line.ptr + quotes, line.len - quotes};
        if (flowed && (goes_on || !quotes) && line.len && line.ptr[0] == ' ')
            line = (lgm_slice){line.ptr + 1, line.len - 1}; /* stuffed */
        goes_on = flowed && line.len && line.ptr[line.len - 1] == ' ';
        if (goes_on && delsp) line.len--;
        memcpy(to + n, line.ptr, line.len);
        n += line.len;
        if (!goes_on) to[n++] = '\n';
    }
    *text = (lgm_slice){to, n};
    return LGM_OK;
}
