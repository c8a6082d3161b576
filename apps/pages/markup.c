/* markup.c - see markup.h. */
#include "markup.h"

#include <string.h>
#include <utf8proc.h>

static bool is_line_end(utf8proc_int32_t cp)
{
    return cp == '\n' || cp == 0x85 || cp == 0x2028 || cp == 0x2029 || cp == '\v' || cp == '\f';
}

/* Characters that a reader would not see, but the browser would act on. */
static bool acts(utf8proc_int32_t cp)
{
    return (cp < 0x20 && cp != '\t') || (cp >= 0x7f && cp < 0xa0) || cp == 0x61c ||
           (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069) ||
           (cp & 0xfffe) == 0xfffe || (cp >= 0xfdd0 && cp <= 0xfdef);
}

/* Next character, made harmless; line ends of any kind are one '\n'. */
static utf8proc_int32_t next_char(lgm_str s, size_t at, size_t *used)
{
    utf8proc_int32_t cp;
    const utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + at, (utf8proc_ssize_t)(s.len - at), &cp);
    *used = n > 0 ? (size_t)n : 1;
    if (n > 0 && cp == '\r') {
        if (at + 1 < s.len && s.ptr[at + 1] == '\n') *used = 2;
        return '\n';
    }
    if (n > 0 && is_line_end(cp)) return '\n';
    return n <= 0 || acts(cp) ? 0xfffd : cp;
}

static void put_char(strbuf *out, utf8proc_int32_t cp)
{
    utf8proc_uint8_t bytes[4];
    switch (cp) {
    case '&': strbuf_puts(out, "&amp;"); return;
    case '<': strbuf_puts(out, "&lt;"); return;
    case '>': strbuf_puts(out, "&gt;"); return;
    case '"': strbuf_puts(out, "&quot;"); return;
    case '\'': strbuf_puts(out, "&#39;"); return;
    default: strbuf_put(out, (const char *)bytes, (size_t)utf8proc_encode_char(cp, bytes));
    }
}

void markup_text(strbuf *out, lgm_str s)
{
    for (size_t i = 0, used; s.ptr && i < s.len; i += used) put_char(out, next_char(s, i, &used));
}

/* Wide and narrow letters are told apart roughly. */
static double columns_of(utf8proc_int32_t cp)
{
    if (cp < 0x80 && strchr("iljtfrI.,:;'|!()[] ", cp)) return 0.62;
    if (cp == 'm' || cp == 'w' || cp == 'M' || cp == 'W' || cp == '@' || cp == 0x2014) return 1.75;
    if (cp >= 'A' && cp <= 'Z') return 1.35;
    if (cp < 0x80) return 1.1;
    return 1.1 * utf8proc_charwidth(cp) + (cp > 0x2000 ? 0.2 : 0);
}

static bool is_blank(utf8proc_int32_t cp)
{
    return cp == ' ' || cp == '\n' || cp == '\t';
}

void markup_line(strbuf *out, lgm_str s, double columns)
{
    const double most = columns > 0 ? columns : 1e12;
    double taken = 0;
    bool space = false, any = false;
    for (size_t i = 0, used; s.ptr && i < s.len; i += used) {
        const utf8proc_int32_t cp = next_char(s, i, &used);
        if (is_blank(cp)) {
            space = any;
            continue;
        }
        taken += columns_of(cp) + (space ? columns_of(' ') : 0);
        if (taken > most) {
            strbuf_puts(out, space ? " \u2026" : "\u2026");
            return;
        }
        if (space) strbuf_puts(out, " ");
        put_char(out, cp);
        space = false;
        any = true;
    }
}

void markup_take(strbuf *out, strbuf *text)
{
    markup_line(out, (lgm_str){text->at, text->len}, 0);
    if (text->failed) out->failed = true;
    strbuf_done(text);
}

void markup_puts(strbuf *out, const char *s)
{
    markup_text(out, (lgm_str){s, s ? strlen(s) : 0});
}
