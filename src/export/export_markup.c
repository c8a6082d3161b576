/* export_markup.c - words in XML, HTML and Markdown. */
#include <string.h>

#include "export/exporting.h"

/* XML 1.0 has no control characters but tab and line breaks, and neither U+FFFE nor U+FFFF: each is
 * U+FFFD there, one code point as before. A carriage return is a reference, else it would be a line
 * feed. */
static bool is_no_xml(lgm_slice s, size_t i, size_t *len)
{
    const unsigned char c = (unsigned char)s.ptr[i];
    *len = 1;
    if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
    if (c != 0xef || s.len - i < 3 || (unsigned char)s.ptr[i + 1] != 0xbf) return false;
    *len = 3;
    return (unsigned char)s.ptr[i + 2] >= 0xbe;
}

static const char *entity(char c, bool attribute)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\r': return "&#13;";
    case '\n': return attribute ? "&#10;" : NULL;
    case '\t': return attribute ? "&#9;" : NULL;
    default: return NULL;
    }
}

static void put_xml(lgm_buf *b, lgm_slice s, bool attribute)
{
    size_t done = 0, len;
    for (size_t i = 0; i < s.len; i++) {
        const char *put = entity(s.ptr[i], attribute);
        len = 1;
        if (!put && is_no_xml(s, i, &len)) put = "\xef\xbf\xbd";
        if (!put) continue;
        lgm_buf_put(b, s.ptr + done, i - done);
        lgm_buf_puts(b, put);
        done = i + len;
        i = done - 1;
    }
    lgm_buf_put(b, s.ptr + done, s.len - done);
}

void lgm_export_xml(lgm_buf *b, lgm_slice s)
{
    put_xml(b, s, false);
}

void lgm_export_attribute(lgm_buf *b, const char *name, lgm_slice s)
{
    lgm_buf_putc(b, ' ');
    lgm_buf_puts(b, name);
    lgm_buf_puts(b, "=\"");
    put_xml(b, s, true);
    lgm_buf_putc(b, '"');
}

void lgm_export_html(lgm_buf *b, lgm_slice s)
{
    put_xml(b, s, false);
}

/* What Markdown, or Obsidian, would take for its own is escaped; on one line. */
void lgm_export_markdown(lgm_buf *b, lgm_slice s)
{
    lgm_buf words = {0};
    lgm_buf_words(&words, s);
    for (size_t i = 0; i < words.len; i++) {
        if (strchr("\\`*_{}[]<>#|~^$=%&", words.at[i])) lgm_buf_putc(b, '\\');
        const bool list = i == 0 && strchr("+-", words.at[0]);
        if (list) lgm_buf_putc(b, '\\');
        lgm_buf_putc(b, words.at[i]);
    }
    if (words.failed) b->failed = true;
    lgm_buf_done(&words);
}
