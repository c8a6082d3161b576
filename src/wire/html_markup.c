/* html_markup.c - tags without namespaces. */
#include "wire/html_markup.h"

#include <string.h>

#include "wire/xml_names.h"

static const char *local(const char *in_full)
{
    const char *const end = strchr(in_full, LGM_WIRE_NS_END);
    return end ? end + 1 : in_full;
}

/* HTML has no end tags for these: "</br>" would be one more. */
static bool is_empty(const char *name)
{
    return LGM_SLICE_IN(((lgm_slice){name, strlen(name)}), "br", "hr", "img", "input", "meta",
                        "link", "area", "base", "col", "embed", "source", "track", "wbr");
}

void lgm_wire_markup_words(lgm_buf *out, lgm_slice s)
{
    size_t from = 0;
    for (size_t i = 0; i < s.len; i++) {
        const char c = s.ptr[i];
        const char *const as = c == '&'   ? "&amp;"
                               : c == '<' ? "&lt;"
                               : c == '>' ? "&gt;"
                               : c == '"' ? "&quot;"
                                          : NULL;
        if (!as) continue;
        lgm_buf_put(out, s.ptr + from, i - from);
        lgm_buf_puts(out, as);
        from = i + 1;
    }
    lgm_buf_put(out, s.ptr + from, s.len - from);
}

void lgm_wire_markup_open(lgm_buf *out, const char *in_full, const char **attributes)
{
    lgm_buf_putc(out, '<');
    lgm_buf_puts(out, local(in_full));
    for (; *attributes; attributes += 2) {
        if (strchr(attributes[0], LGM_WIRE_NS_END)) continue;
        lgm_buf_putc(out, ' ');
        lgm_buf_puts(out, attributes[0]);
        lgm_buf_puts(out, "=\"");
        lgm_wire_markup_words(out, (lgm_slice){attributes[1], strlen(attributes[1])});
        lgm_buf_putc(out, '"');
    }
    lgm_buf_putc(out, '>');
}

void lgm_wire_markup_close(lgm_buf *out, const char *in_full)
{
    if (is_empty(local(in_full))) return;
    lgm_buf_puts(out, "</");
    lgm_buf_puts(out, local(in_full));
    lgm_buf_putc(out, '>');
}
