#include "web/origin.h"

#include <string.h>

lgm_web_cursor lgm_web_cursor_at(const lgm_web_tree *tree, uint32_t node)
{
    const lgm_web_node *n = &tree->node[node];
    lgm_web_cursor c = {.text = n->text, .html = tree->html, .page = n->at};
    c.same = n->at + n->text.len <= tree->html.len &&
             memcmp(tree->html.ptr + n->at, n->text.ptr, n->text.len) == 0;
    return c;
}

static size_t bytes_of_char(const char *s, size_t len)
{
    size_t used;
    lgm_utf8_next(s, len, &used);
    return used;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_name(char c)
{
    return is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static bool is_hex(char c)
{
    return is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'f');
}

/* Do text and page have the same behind a reference of n bytes that stands for in_text bytes? */
static bool goes_on(const lgm_web_cursor *c, size_t n, size_t in_text)
{
    const char *page = c->html.ptr + c->page + n, *text = c->text.ptr + c->at + in_text;
    const size_t page_left = c->html.len - c->page - n, text_left = c->text.len - c->at - in_text;
    for (size_t i = 0; i < 8 && i < page_left && i < text_left; i++) {
        if (page[i] == '<') return i == text_left;
        if (strchr("&\r", page[i])) return i > 0 || page[-1] == ';'; /* NUL too */
        if (page[i] != text[i]) return false;
    }
    return true;
}

/* Bytes of what looks like a reference at the cursor: "&amp;", "&#8217;", "&nbsp". */
static size_t longest(const lgm_web_cursor *c)
{
    const char *s = c->html.ptr + c->page;
    const size_t left = c->html.len - c->page;
    bool (*is_part)(char) = is_name;
    size_t n = 1;
    if (left > 2 && s[1] == '#') {
        is_part = (s[2] | 32) == 'x' ? is_hex : is_digit;
        n = is_part == is_hex ? 3 : 2;
    }
    while (n < left && is_part(s[n]) && (n < 40 || is_part != is_name)) n++;
    return n < left && s[n] == ';' ? n + 1 : n;
}

/* Some names need no semicolon ("&ampx"), so the reference is the longest one with which text and
 * page go on alike. A few stand for two characters: *in_text grows. */
static size_t reference(const lgm_web_cursor *c, size_t *in_text)
{
    const size_t most = longest(c);
    const size_t left = c->text.len - c->at - *in_text;
    const size_t two =
        left ? *in_text + bytes_of_char(c->text.ptr + c->at + *in_text, left) : *in_text;
    for (size_t n = most; n > 1; n--)
        if (goes_on(c, n, *in_text)) return n;
    if (goes_on(c, most, two)) *in_text = two;
    return most;
}

/* Is what looks like a reference there as it is in the text too? "AT&T" */
static bool literal(const lgm_web_cursor *c, size_t n)
{
    return c->at + n <= c->text.len && memcmp(c->text.ptr + c->at, c->html.ptr + c->page, n) == 0;
}

/* Tags that made nothing: the texts before and behind them became one. */
static void pass_tags(lgm_web_cursor *c)
{
    while (c->page < c->html.len && c->html.ptr[c->page] == '<' && c->text.ptr[c->at] != '<') {
        const char *from = c->html.ptr + c->page;
        const char *end = memchr(from, '>', c->html.len - c->page);
        if (!end) return;
        c->page += (size_t)(end - from) + 1;
    }
}

static void step(lgm_web_cursor *c)
{
    const char *s = c->html.ptr;
    pass_tags(c);
    size_t in_text = bytes_of_char(c->text.ptr + c->at, c->text.len - c->at);
    size_t in_page = in_text;
    if (c->page >= c->html.len)
        in_page = 0;
    else if (s[c->page] == '&') {
        in_page = literal(c, longest(c)) ? 1 : reference(c, &in_text);
    } else if (s[c->page] == '\r') {
        in_page = c->page + 1 < c->html.len && s[c->page + 1] == '\n' ? 2 : 1;
    } else if (s[c->page] == 0) {
        in_page = 1;
    }
    c->at += in_text;
    c->page += in_page;
}

size_t lgm_web_cursor_to(lgm_web_cursor *c, size_t at)
{
    if (c->same) {
        c->page += at - c->at;
        c->at = at;
        return c->page;
    }
    while (c->at < at) step(c);
    if (c->at < c->text.len) pass_tags(c);
    return c->page < c->html.len ? c->page : c->html.len;
}
