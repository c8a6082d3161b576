/* head_fields.c - lines, names and values by memchr. */
#include "warc/head_fields.h"

#include <string.h>
#include <strings.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

lgm_slice lgm_warc_trim(lgm_slice s)
{
    while (s.len && is_blank(s.ptr[0])) s.ptr++, s.len--;
    while (s.len && is_blank(s.ptr[s.len - 1])) s.len--;
    return s;
}

bool lgm_warc_is(lgm_slice s, const char *word)
{
    return s.len == strlen(word) && strncasecmp(s.ptr, word, s.len) == 0;
}

bool lgm_warc_begins(lgm_slice s, const char *prefix)
{
    const size_t n = strlen(prefix);
    return s.len >= n && strncasecmp(s.ptr, prefix, n) == 0;
}

bool lgm_warc_number(lgm_slice s, uint64_t *n)
{
    *n = 0;
    if (s.len == 0 || s.len > 18) return false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9') return false;
        *n = *n * 10 + (uint64_t)(s.ptr[i] - '0');
    }
    return true;
}

static size_t line_length(lgm_slice s) /* with its line end */
{
    const char *const lf = memchr(s.ptr, '\n', s.len);
    return lf ? (size_t)(lf - s.ptr) + 1 : s.len;
}

static lgm_slice behind(lgm_slice s, size_t n)
{
    return (lgm_slice){s.ptr + n, s.len - n};
}

lgm_slice lgm_warc_next_line(lgm_slice *head)
{
    const size_t n = head->len ? line_length(*head) : 0;
    lgm_slice line = {head->ptr, n};
    *head = behind(*head, n);
    if (line.len && line.ptr[line.len - 1] == '\n') line.len--;
    if (line.len && line.ptr[line.len - 1] == '\r') line.len--;
    return line;
}

lgm_slice lgm_warc_next_word(lgm_slice *s)
{
    while (s->len && is_blank(s->ptr[0])) *s = behind(*s, 1);
    size_t n = 0;
    while (n < s->len && !is_blank(s->ptr[n])) n++;
    const lgm_slice word = {s->ptr, n};
    *s = behind(*s, n);
    return word;
}

bool lgm_warc_next_field(lgm_slice *head, lgm_slice *name, lgm_slice *value)
{
    while (head->len) {
        size_t n = line_length(*head);
        while (n < head->len && (head->ptr[n] == ' ' || head->ptr[n] == '\t'))
            n += line_length(behind(*head, n));
        const lgm_slice line = {head->ptr, n};
        *head = behind(*head, n);
        const char *const colon = memchr(line.ptr, ':', line.len);
        if (!colon) continue;
        *name = lgm_warc_trim((lgm_slice){line.ptr, (size_t)(colon - line.ptr)});
        *value = lgm_warc_trim(behind(line, (size_t)(colon - line.ptr) + 1));
        return true;
    }
    return false;
}

lgm_slice lgm_warc_bare_type(lgm_slice type)
{
    const char *const end = type.len ? memchr(type.ptr, ';', type.len) : NULL;
    if (end) type.len = (size_t)(end - type.ptr);
    return lgm_warc_trim(type);
}

lgm_slice lgm_warc_parameter(lgm_slice type, const char *name)
{
    while (type.len) {
        const char *const end = memchr(type.ptr, ';', type.len);
        if (!end) break;
        type = behind(type, (size_t)(end - type.ptr) + 1);
        const char *const next = memchr(type.ptr, ';', type.len);
        const lgm_slice pair = {type.ptr, next ? (size_t)(next - type.ptr) : type.len};
        const char *const equals = memchr(pair.ptr, '=', pair.len);
        if (!equals) continue;
        const size_t n = (size_t)(equals - pair.ptr);
        if (!lgm_warc_is(lgm_warc_trim((lgm_slice){pair.ptr, n}), name)) continue;
        lgm_slice value = lgm_warc_trim(behind(pair, n + 1));
        if (value.len && (value.ptr[0] == '"' || value.ptr[0] == '\'')) value = behind(value, 1);
        while (value.len && strchr("\"'", value.ptr[value.len - 1])) value.len--;
        return value;
    }
    return LGM_SLICE("");
}
