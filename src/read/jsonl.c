/* jsonl.c - json-c, strict, with its UTF-8 check on; one tokener is used for all lines. */
#include "read/jsonl.h"

#include <json-c/json.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "read/decode.h"

/* json-c has no ceiling of its own and takes up to 760 bytes for the two of "{}" (0.16, measured):
 * a line of them would take gigabytes. A report with its annotations has thousands of values. */
enum { MAX_DEPTH = 32, MAX_VALUES = 1 << 18 };

struct lgm_jsonl {
    json_tokener *tok;
    json_object *obj; /* of the last line */
    lgm_arena *arena; /* decoded lines, fields without their NULs, warnings */
    char *warnings;   /* in the arena, lines */
};

lgm_status lgm_read_jsonl_new(lgm_jsonl **out, lgm_err *err)
{
    lgm_jsonl *j = lgm_calloc(1, sizeof *j);
    *out = NULL;
    if (!j) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    const lgm_status st = lgm_arena_new(&j->arena, 0, err);
    j->tok = json_tokener_new_ex(MAX_DEPTH);
    if (st != LGM_OK || !j->tok) {
        lgm_read_jsonl_free(j);
        return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    }
    json_tokener_set_flags(j->tok, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    *out = j;
    return LGM_OK;
}

void lgm_read_jsonl_free(lgm_jsonl *j)
{
    if (!j) return;
    json_object_put(j->obj);
    if (j->tok) json_tokener_free(j->tok);
    lgm_arena_free(j->arena);
    lgm_free(j);
}

LGM_PRINTF(2, 3)
static bool warn(lgm_jsonl *j, const char *fmt, ...)
{
    char text[256];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    const size_t old = j->warnings ? strlen(j->warnings) : 0, len = strlen(text);
    char *const both = lgm_arena_alloc(j->arena, old + len + 2);
    if (!both) return false;
    if (old) memcpy(both, j->warnings, old);
    if (old) both[old] = '\n';
    memcpy(both + old + (old > 0), text, len + 1);
    j->warnings = both;
    return true;
}

/* Each value but the first stands behind one of these, or is the name of one that does. */
static bool too_many_values(lgm_slice line)
{
    size_t n = 0;
    bool in_string = false;
    for (size_t i = 0; i < line.len && n <= MAX_VALUES; i++) {
        const char c = line.ptr[i];
        if (c == '"')
            in_string = !in_string;
        else if (in_string)
            i += c == '\\';
        else
            n += c == '{' || c == '[' || c == ',';
    }
    return n > MAX_VALUES;
}

/* line must not be empty. */
static enum json_tokener_error parse(lgm_jsonl *j, lgm_slice line)
{
    json_object_put(j->obj);
    j->obj = NULL;
    json_tokener_reset(j->tok);
    if (line.len > INT_MAX) return json_tokener_error_size;
    j->obj = json_tokener_parse_ex(j->tok, line.ptr, (int)line.len);
    const enum json_tokener_error e = json_tokener_get_error(j->tok);
    /* A NUL ends json-c's reading: what follows it must not be lost. */
    if (e == json_tokener_success && json_tokener_get_parse_end(j->tok) != line.len)
        return json_tokener_error_parse_unexpected;
    return e;
}

static lgm_slice trimmed(lgm_slice s)
{
    while (s.len && strchr(" \t\r\n", s.ptr[s.len - 1]) && s.ptr[s.len - 1]) s.len--;
    while (s.len && strchr(" \t\r\n", s.ptr[0]) && s.ptr[0]) s.ptr++, s.len--;
    return s;
}

static lgm_slice without_mark(lgm_slice s)
{
    if (s.len >= 3 && memcmp(s.ptr, "\xef\xbb\xbf", 3) == 0) s.ptr += 3, s.len -= 3;
    return s;
}

static lgm_status parse_decoded(lgm_jsonl *j, lgm_slice line, enum json_tokener_error *e,
                                lgm_err *err)
{
    lgm_decoded d;
    const lgm_status st = lgm_read_decode(j->arena, line.ptr, line.len, &d, err);
    if (st != LGM_OK) return st;
    for (size_t i = 0; i < d.n_warnings; i++)
        if (!warn(j, "the line of JSON: %s", d.warning[i])) return lgm_arena_fail(j->arena, err);
    *e = d.text.len ? parse(j, d.text) : json_tokener_continue;
    /* json-c says so too where it stops inside a character, for whatever reason */
    if (*e == json_tokener_error_parse_utf8_string) *e = json_tokener_error_parse_unexpected;
    return LGM_OK;
}

static lgm_status parse_object(lgm_jsonl *j, lgm_slice line, lgm_err *err)
{
    if (too_many_values(line))
        return lgm_fail(err, LGM_E_BUDGET,
                        "more than %d values in this line; leave out what is not read", MAX_VALUES);
    enum json_tokener_error e = line.len ? parse(j, line) : json_tokener_continue;
    lgm_status st = LGM_OK;
    if (e == json_tokener_error_parse_utf8_string) st = parse_decoded(j, line, &e, err);
    if (st != LGM_OK) return st;
    const size_t at = json_tokener_get_parse_end(j->tok);
    if (e == json_tokener_continue)
        return lgm_fail_at(err, LGM_E_FORMAT, 0, line.len, "not JSON: the line ends too early");
    if (e != json_tokener_success)
        return lgm_fail_at(err, LGM_E_FORMAT, 0, at, "not JSON: %s at byte %zu of the line",
                           json_tokener_error_desc(e), at);
    if (!json_object_is_type(j->obj, json_type_object))
        return lgm_fail(err, LGM_E_FORMAT, "not a JSON object");
    return LGM_OK;
}

/* The four hexadecimal digits of the escape \uXXXX at s; -1 where there is none. */
static int32_t escape_at(const char *s, const char *end)
{
    int32_t unit = 0;
    if (end - s < 6 || s[0] != '\\' || s[1] != 'u') return -1;
    for (int i = 2; i < 6; i++) {
        const char c = s[i];
        const int digit = c >= '0' && c <= '9' ? c - '0'
                          : (c | 32) >= 'a'    ? (c | 32) - 'a' + 10
                                               : 16;
        if (digit > 15) return -1;
        unit = unit << 4 | digit;
    }
    return unit;
}

/* json-c puts U+FFFD for a surrogate escape that stands alone and says nothing: we do. */
static size_t lone_surrogates(lgm_slice line)
{
    const char *s = line.ptr, *const end = line.ptr + line.len;
    size_t n = 0;
    while ((s = memchr(s, '\\', (size_t)(end - s)))) {
        const int32_t unit = escape_at(s, end);
        s += unit >= 0 ? 6 : end - s < 2 ? 1 : 2;
        if (unit < 0xd800 || unit >= 0xe000) continue;
        const int32_t low = unit < 0xdc00 ? escape_at(s, end) : -1;
        if (low >= 0xdc00 && low < 0xe000)
            s += 6;
        else
            n++;
    }
    return n;
}

static lgm_status get_text(lgm_jsonl *j, lgm_input *in, lgm_err *err)
{
    json_object *text;
    if (!json_object_object_get_ex(j->obj, "text", &text))
        return lgm_fail(err, LGM_E_FORMAT, "no \"text\" in this line");
    if (!json_object_is_type(text, json_type_string))
        return lgm_fail(err, LGM_E_FORMAT, "\"text\" is not a string");
    in->text = json_object_get_string(text);
    in->len = (size_t)json_object_get_string_len(text);
    if (lgm_read_decode_blank(in->text, in->len))
        return lgm_fail(err, LGM_E_FORMAT, "\"text\" is blank");
    return LGM_OK;
}

/* A C string cannot hold a NUL (\u0000): it is dropped, with a warning. */
static const char *without_nuls(lgm_jsonl *j, const char *key, const char *s, size_t len)
{
    if (strlen(s) == len) return s;
    char *const copy = lgm_arena_alloc(j->arena, len + 1);
    if (!copy || !warn(j, "%s: NUL characters were dropped", key)) return NULL;
    size_t n = 0;
    for (size_t i = 0; i < len; i++)
        if (s[i]) copy[n++] = s[i];
    copy[n] = 0;
    return copy;
}

static lgm_status get_field(lgm_jsonl *j, const char *key, const char **out, lgm_err *err)
{
    json_object *value;
    if (*out || !json_object_object_get_ex(j->obj, key, &value) || !value) return LGM_OK;
    const bool number = strcmp(key, "id") == 0 && json_object_is_type(value, json_type_int);
    if (!json_object_is_type(value, json_type_string) && !number) {
        if (warn(j, "\"%s\" is not a string and was left out", key)) return LGM_OK;
        return lgm_arena_fail(j->arena, err);
    }
    const char *const s = json_object_get_string(value);
    if (!s) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    *out = number ? s : without_nuls(j, key, s, (size_t)json_object_get_string_len(value));
    return *out ? LGM_OK : lgm_arena_fail(j->arena, err);
}

lgm_status lgm_read_jsonl_parse(lgm_jsonl *j, lgm_slice line, lgm_input *in, lgm_err *err)
{
    j->warnings = NULL;
    lgm_arena_reset(j->arena);
    const struct {
        const char *key;
        const char **to;
    } fields[] = {
#define FIELD(field) {#field, &in->field},
        LGM_INPUT_FIELDS(FIELD)
#undef FIELD
            {"author", &in->byline}};

    lgm_status st = parse_object(j, trimmed(without_mark(line)), err);
    if (st == LGM_OK) st = get_text(j, in, err);
    for (size_t i = 0; i < LGM_COUNT(fields) && st == LGM_OK; i++)
        st = get_field(j, fields[i].key, fields[i].to, err);
    if (st != LGM_OK) return st;
    const size_t lone = lone_surrogates(line);
    if (lone && !warn(j, "unpaired \\u escapes replaced by U+FFFD: %zu", lone))
        return lgm_arena_fail(j->arena, err);
    in->warning = j->warnings;
    return LGM_OK;
}

bool lgm_read_jsonl_looks_so(lgm_jsonl *j, lgm_slice line)
{
    lgm_arena_reset(j->arena);
    const lgm_status st = parse_object(j, trimmed(without_mark(line)), NULL);
    return st == LGM_E_BUDGET || (st == LGM_OK && json_object_object_get_ex(j->obj, "text", NULL));
}
