/* header.c - fields, their values on one line, and the parameters of those. */
#include "mail/header.h"

#include <string.h>
#include <strings.h>

static lgm_slice from(lgm_slice s, size_t at)
{
    return (lgm_slice){s.ptr + at, s.len - at};
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* The length of the line at s with its end. */
static size_t line_length(lgm_slice s)
{
    const char *const lf = memchr(s.ptr, '\n', s.len);
    return lf ? (size_t)(lf - s.ptr) + 1 : s.len;
}

static size_t name_length(lgm_slice line)
{
    size_t n = 0;
    while (n < line.len && line.ptr[n] > ' ' && line.ptr[n] < 127 && line.ptr[n] != ':') n++;
    size_t colon = n;
    while (colon < line.len && is_blank(line.ptr[colon])) colon++;
    return n && colon < line.len && line.ptr[colon] == ':' ? n : 0;
}

bool lgm_mail_next_field(lgm_slice *rest, lgm_mail_field *out)
{
    if (!rest->len) return false;
    size_t n = line_length(*rest);
    const lgm_slice line = {rest->ptr, n};
    const size_t name = name_length(line);
    if (!name) {
        if (n <= 2 && (line.ptr[0] == '\n' || line.ptr[0] == '\r')) *rest = from(*rest, n);
        return false;
    }
    while (n < rest->len && is_blank(rest->ptr[n])) n += line_length(from(*rest, n));
    const char *const colon = memchr(line.ptr + name, ':', line.len - name);
    const size_t at = (size_t)(colon - line.ptr) + 1;
    *out = (lgm_mail_field){{line.ptr, name}, {line.ptr + at, n - at}};
    *rest = from(*rest, n);
    return true;
}

bool lgm_mail_is(const lgm_mail_field *f, const char *name)
{
    return f->name.len == strlen(name) && strncasecmp(f->name.ptr, name, f->name.len) == 0;
}

lgm_slice lgm_mail_unfold(lgm_arena *a, lgm_slice value)
{
    char *const to = lgm_arena_alloc(a, value.len + 1);
    size_t n = 0;
    if (!to) return (lgm_slice){0};
    for (size_t i = 0; i < value.len; i++) {
        const char c = value.ptr[i];
        const bool blank = is_blank(c) || c == '\r' || c == '\n';
        if (!c || (blank && (!n || to[n - 1] == ' '))) continue;
        to[n++] = blank ? ' ' : c;
    }
    while (n && to[n - 1] == ' ') n--;
    return (lgm_slice){to, n};
}

/* ---- parameters ------------------------------------------------------------------------------ */

lgm_slice lgm_mail_main(lgm_arena *a, lgm_slice value)
{
    const lgm_slice line = lgm_mail_unfold(a, value);
    char *const to = (char *)(uintptr_t)line.ptr;
    size_t n = 0;
    if (!to) return line;
    for (; n < line.len && to[n] != ';'; n++)
        if (to[n] >= 'A' && to[n] <= 'Z') to[n] |= 32;
    while (n && to[n - 1] == ' ') n--;
    return (lgm_slice){to, n};
}

typedef struct parameter {
    lgm_slice name, value; /* value without its quotes, escapes still in it */
    bool quoted;
} parameter;

static void skip_blanks(lgm_slice *s)
{
    while (s->len && *s->ptr == ' ') *s = from(*s, 1);
}

/* The next one of an unfolded value, from behind a semicolon on. */
static bool next_parameter(lgm_slice *rest, parameter *p)
{
    const char *const semicolon = rest->len ? memchr(rest->ptr, ';', rest->len) : NULL;
    if (!semicolon) return false;
    *rest = from(*rest, (size_t)(semicolon - rest->ptr) + 1);
    skip_blanks(rest);
    size_t n = 0;
    while (n < rest->len && !strchr(" =;", rest->ptr[n])) n++;
    *p = (parameter){.name = {rest->ptr, n}};
    *rest = from(*rest, n);
    skip_blanks(rest);
    if (!rest->len || *rest->ptr != '=') return true;
    *rest = from(*rest, 1);
    skip_blanks(rest);
    p->quoted = rest->len && *rest->ptr == '"';
    if (p->quoted) *rest = from(*rest, 1);
    for (n = 0; n < rest->len && !(p->quoted ? rest->ptr[n] == '"' : rest->ptr[n] == ';'); n++)
        if (p->quoted && rest->ptr[n] == '\\' && n + 1 < rest->len) n++;
    if (n > rest->len) n = rest->len;
    p->value = (lgm_slice){rest->ptr, n};
    while (!p->quoted && p->value.len && p->value.ptr[p->value.len - 1] == ' ') p->value.len--;
    *rest = from(*rest, n);
    return true;
}

/* Appends the value: escapes of a quoted one undone, or %-escapes of a coded one. */
static size_t put_value(char *to, size_t n, const parameter *p, bool coded, bool first)
{
    lgm_slice v = p->value;
    if (coded && first) /* "utf-8'en'...": the encoding is nearly always UTF-8 */
        for (int marks = 0; marks < 2;) {
            const char *const mark = v.len ? memchr(v.ptr, '\'', v.len) : NULL;
            if (!mark) break;
            v = from(v, (size_t)(mark - v.ptr) + 1);
            marks++;
        }
    for (size_t i = 0; i < v.len; i++) {
        const int high =
            coded && v.ptr[i] == '%' && i + 2 < v.len ? lgm_hex_digit(v.ptr[i + 1]) : -1;
        const int low = high >= 0 ? lgm_hex_digit(v.ptr[i + 2]) : -1;
        if (low >= 0)
            to[n++] = (char)(high * 16 + low), i += 2;
        else if (p->quoted && v.ptr[i] == '\\' && i + 1 < v.len)
            to[n++] = v.ptr[++i];
        else
            to[n++] = v.ptr[i];
    }
    return n;
}

lgm_slice lgm_mail_parameter(lgm_arena *a, lgm_slice value, const char *name)
{
    const lgm_slice line = lgm_mail_unfold(a, value);
    char *const to = lgm_arena_alloc(a, line.len + 1);
    const size_t len = strlen(name);
    size_t n = 0;
    if (!line.ptr || !to) return (lgm_slice){0};
    parameter p;
    bool first = true;
    for (lgm_slice rest = line; next_parameter(&rest, &p);) {
        if (p.name.len < len || strncasecmp(p.name.ptr, name, len) != 0) continue;
        const lgm_slice tail = from(p.name, len); /* "", "*", "*0", "*0*" */
        if (tail.len && tail.ptr[0] != '*') continue;
        n = put_value(to, n, &p, tail.len && tail.ptr[tail.len - 1] == '*', first);
        first = false;
        if (!tail.len) break;
    }
    return (lgm_slice){to, n};
}
