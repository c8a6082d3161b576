/* json_text.c - see json_text.h. */
#include "json_text.h"

#include <string.h>
#include <utf8proc.h>

static bool is_mark(utf8proc_int32_t cp)
{
    return cp == 2 || cp == 3;
}

void json_text(strbuf *out, lgm_str s)
{
    if (!s.ptr) {
        strbuf_puts(out, "null");
        return;
    }
    strbuf_puts(out, "\"");
    for (size_t i = 0; i < s.len;) {
        utf8proc_int32_t cp;
        const utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + i,
                                                    (utf8proc_ssize_t)(s.len - i), &cp);
        if (n <= 0)
            strbuf_puts(out, "\\ufffd");
        else if (cp == '"' || cp == '\\')
            strbuf_printf(out, "\\%c", (int)cp);
        else if (cp < 0x20 || (cp >= 0x7f && cp < 0xa0))
            is_mark(cp) ? (void)0 : strbuf_printf(out, "\\u%04x", (unsigned)cp);
        else
            strbuf_put(out, s.ptr + i, (size_t)n);
        i += n > 0 ? (size_t)n : 1;
    }
    strbuf_puts(out, "\"");
}

void json_textz(strbuf *out, const char *s)
{
    json_text(out, (lgm_str){s, s ? strlen(s) : 0});
}
