/* visible_text.c - see visible_text.h. */
#include "visible_text.h"

#include <utf8proc.h>

#include "json_make.h"

/* All of them can only stand within strings, and so may be written as \u. */
static bool is_hidden(utf8proc_int32_t c)
{
    const utf8proc_category_t kind = c < 0x80 ? UTF8PROC_CATEGORY_LL : utf8proc_category(c);
    return kind == UTF8PROC_CATEGORY_CF || kind == UTF8PROC_CATEGORY_CC ||
           kind == UTF8PROC_CATEGORY_CO || kind == UTF8PROC_CATEGORY_CN ||
           kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP ||
           (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

static void put_code(strbuf *out, utf8proc_int32_t c)
{
    const unsigned u = (unsigned)c;
    if (u < 0x10000)
        strbuf_printf(out, "\\u%04x", u);
    else
        strbuf_printf(out, "\\u%04x\\u%04x", 0xd800 + ((u - 0x10000) >> 10),
                      0xdc00 + ((u - 0x10000) & 0x3ff));
}

json_object *mcp_visible_line(json_object *value)
{
    size_t len, from = 0;
    const char *const s = made_line(value, &len);
    strbuf out = {0};
    for (size_t i = 0; s && i < len;) {
        utf8proc_int32_t c;
        const utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)s + i, (utf8proc_ssize_t)(len - i), &c);
        const size_t step = n > 0 ? (size_t)n : 1;
        if (n > 0 && is_hidden(c)) {
            strbuf_put(&out, s + from, i - from);
            put_code(&out, c);
            from = i + step;
        }
        i += step;
    }
    if (s) strbuf_put(&out, s + from, len - from);
    json_object *const line =
        s && !out.failed ? json_object_new_string_len(out.at, (int)out.len) : NULL;
    strbuf_done(&out);
    return line;
}
