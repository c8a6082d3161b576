/* html_text.c - the text of pieces of HTML within other formats. */
#include "read/html_text.h"

#include <string.h>

#include "read/extract_html.h"

lgm_status lgm_read_html_text(lgm_read_tools *tools, lgm_slice html, lgm_slice *text, lgm_err *err)
{
    static const lgm_web_hints hints = {.charset = "utf-8", .fragment = true};
    lgm_web_page page;
    const lgm_status st = lgm_read_parse_page(tools, html, &hints, &page, err);
    if (st == LGM_OK) *text = page.text;
    return st;
}

/* A tag that may stand within a line: "<resigns>" is none. */
static bool begins_tag(lgm_slice s)
{
    static const char *const tags[] = {"b",     "i",   "em",   "strong", "a",    "span", "br",
                                       "sup",   "sub", "p",    "u",      "font", "q",    "cite",
                                       "small", "s",   "code", "mark",   "div",  "h1",   "img"};
    const size_t slash = s.len > 1 && s.ptr[1] == '/';
    size_t n = 0;
    while (1 + slash + n < s.len && !strchr(" />\t\n", s.ptr[1 + slash + n])) n++;
    return lgm_slice_in((lgm_slice){s.ptr + 1 + slash, n}, tags, LGM_COUNT(tags));
}

bool lgm_read_has_markup(lgm_slice s)
{
    const char *const close = s.len ? memrchr(s.ptr, '>', s.len) : NULL; /* the last one */
    for (size_t i = 0; i + 2 < s.len; i++) {
        const char c = s.ptr[i], next = s.ptr[i + 1];
        const bool letter = (next | 32) >= 'a' && (next | 32) <= 'z';
        if (c == '<' && s.ptr + i < close && begins_tag((lgm_slice){s.ptr + i, s.len - i}))
            return true;
        if (c != '&' || !(letter || next == '#')) continue;
        size_t n = 2;
        while (i + n < s.len && n < 10 && s.ptr[i + n] != ';' && s.ptr[i + n] != ' ') n++;
        if (i + n < s.len && s.ptr[i + n] == ';') return true;
    }
    return false;
}
