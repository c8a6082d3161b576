/* jsonl.c - one pass over a line; what is read of it is a list of keys. */
#include "read/jsonl.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/json_in.h"
#include "read/decode.h"

struct lgm_jsonl {
    lgm_arena *arena; /* of the last line: strings, warnings */
    char *warnings;   /* in the arena, lines */
};

/* The keys that are read; "author" is another word for byline. */
static const char *const keys[] = {"text", "author",
#define KEY(field) #field,
                                   LGM_INPUT_FIELDS(KEY)
#undef KEY
};
enum { TEXT, AUTHOR, FIRST_FIELD, N_KEYS = LGM_COUNT(keys) };

typedef enum value_kind { ABSENT, STRING, NUMBER, OTHER } value_kind;

typedef struct value {
    lgm_slice words; /* of a string or a whole number */
    value_kind kind; /* null counts as absent */
    bool seen;
} value;

lgm_status lgm_read_jsonl_new(lgm_jsonl **out, lgm_err *err)
{
    lgm_jsonl *const j = lgm_calloc(1, sizeof *j);
    *out = NULL;
    if (!j) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    const lgm_status st = lgm_arena_new(&j->arena, 0, err);
    if (st == LGM_OK)
        *out = j;
    else
        lgm_free(j);
    return st;
}

void lgm_read_jsonl_free(lgm_jsonl *j)
{
    if (!j) return;
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

/* ---- the line -------------------------------------------------------------------------------- */

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

static bool is_whole(lgm_slice number)
{
    size_t i = number.len && number.ptr[0] == '-';
    while (i < number.len && number.ptr[i] >= '0' && number.ptr[i] <= '9') i++;
    return i == number.len;
}

static void read_value(lgm_json_in *r, value *v)
{
    const char c = lgm_json_peek(r), *const from = r->at;
    if (c == '"') {
        v->kind = lgm_json_read_str(r, &v->words) ? STRING : OTHER;
        return;
    }
    lgm_json_skip(r);
    v->words = (lgm_slice){from, (size_t)(r->at - from)};
    v->kind = c == 'n' ? ABSENT : c != '{' && c != '[' && is_whole(v->words) ? NUMBER : OTHER;
}

static void read_members(lgm_json_in *r, value values[N_KEYS])
{
    lgm_slice key;
    while (lgm_json_member(r, &key)) {
        size_t k = 0;
        while (k < N_KEYS && !lgm_slice_eq(key, (lgm_slice){keys[k], strlen(keys[k])})) k++;
        if (k == N_KEYS) {
            lgm_json_skip(r);
        } else if (values[k].seen) {
            lgm_json_refuse(r, LGM_E_FORMAT, "\"%s\" is there twice", keys[k]);
        } else {
            values[k].seen = true;
            read_value(r, &values[k]);
        }
    }
}

/* A line that is not UTF-8 is decoded first. */
static lgm_status as_utf8(lgm_jsonl *j, lgm_slice *line, lgm_err *err)
{
    if (lgm_utf8_valid(line->ptr, line->len) == line->len) return LGM_OK;
    lgm_decoded d;
    const lgm_status st = lgm_read_decode(j->arena, line->ptr, line->len, &d, err);
    if (st != LGM_OK) return st;
    for (size_t i = 0; i < d.n_warnings; i++)
        if (!warn(j, "the line of JSON: %s", d.warning[i])) return lgm_arena_fail(j->arena, err);
    *line = d.text;
    return LGM_OK;
}

static lgm_status read_line(lgm_jsonl *j, lgm_slice line, value values[N_KEYS], lgm_err *err)
{
    lgm_err why = {0};
    j->warnings = NULL;
    lgm_arena_reset(j->arena);
    line = trimmed(without_mark(line));
    const lgm_status st = as_utf8(j, &line, err);
    if (st != LGM_OK) return st;
    lgm_json_in r = {.start = line.ptr,
                     .at = line.ptr,
                     .end = line.ptr + line.len,
                     .arena = j->arena,
                     .err = &why,
                     .mend = true};
    const char first = lgm_json_peek(&r);
    if (first && first != '{') {
        lgm_json_skip(&r);
        lgm_json_finish(&r);
        if (r.status == LGM_OK) return lgm_fail(err, LGM_E_FORMAT, "not a JSON object");
    }
    if (lgm_json_enter(&r, '{')) read_members(&r, values);
    lgm_json_finish(&r);
    if (r.status == LGM_E_FORMAT)
        return lgm_fail_at(err, LGM_E_FORMAT, 0, why.byte, "not JSON: %s, at byte %llu of the line",
                           why.message, (unsigned long long)why.byte);
    if (r.status != LGM_OK) return lgm_fail(err, r.status, "%s", why.message);
    if (r.n_mended && !warn(j, "unpaired \\u escapes replaced by U+FFFD: %u", r.n_mended))
        return lgm_arena_fail(j->arena, err);
    return LGM_OK;
}

/* ---- the report ------------------------------------------------------------------------------ */

static lgm_status get_text(const value *text, lgm_input *in, lgm_err *err)
{
    if (!text->seen) return lgm_fail(err, LGM_E_FORMAT, "no \"text\" in this line");
    if (text->kind != STRING) return lgm_fail(err, LGM_E_FORMAT, "\"text\" is not a string");
    in->text = text->words.ptr;
    in->len = text->words.len;
    if (lgm_read_decode_blank(in->text, in->len))
        return lgm_fail(err, LGM_E_FORMAT, "\"text\" is blank");
    return LGM_OK;
}

/* As a C string, which cannot hold a NUL (\u0000): it is dropped, with a warning. */
static const char *without_nuls(lgm_jsonl *j, const char *key, lgm_slice s)
{
    char *const copy = lgm_arena_strndup(j->arena, s.ptr, s.len);
    if (!copy || !memchr(s.ptr, '\0', s.len)) return copy;
    if (!warn(j, "%s: NUL characters were dropped", key)) return NULL;
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i]) copy[n++] = s.ptr[i];
    copy[n] = 0;
    return copy;
}

static lgm_status get_field(lgm_jsonl *j, const char *key, const value *v, const char **out,
                            lgm_err *err)
{
    if (*out || v->kind == ABSENT) return LGM_OK;
    const bool number = strcmp(key, "id") == 0 && v->kind == NUMBER;
    if (v->kind != STRING && !number) {
        if (warn(j, "\"%s\" is not a string and was left out", key)) return LGM_OK;
        return lgm_arena_fail(j->arena, err);
    }
    *out = without_nuls(j, key, v->words);
    return *out ? LGM_OK : lgm_arena_fail(j->arena, err);
}

lgm_status lgm_read_jsonl_parse(lgm_jsonl *j, lgm_slice line, lgm_input *in, const char **warnings,
                                lgm_err *err)
{
    value values[N_KEYS] = {0};
    const char **const to[] = {
#define FIELD(field) &in->field,
        LGM_INPUT_FIELDS(FIELD)
#undef FIELD
    };
    lgm_status st = read_line(j, line, values, err);
    if (st == LGM_OK) st = get_text(&values[TEXT], in, err);
    for (size_t i = 0; i < LGM_COUNT(to) && st == LGM_OK; i++)
        st = get_field(j, keys[FIRST_FIELD + i], &values[FIRST_FIELD + i], to[i], err);
    if (st == LGM_OK) st = get_field(j, keys[AUTHOR], &values[AUTHOR], &in->byline, err);
    *warnings = st == LGM_OK ? j->warnings : NULL;
    return st;
}

bool lgm_read_jsonl_looks_so(lgm_jsonl *j, lgm_slice line)
{
    value values[N_KEYS] = {0};
    const lgm_status st = read_line(j, line, values, NULL);
    return st == LGM_E_BUDGET || (st == LGM_OK && values[TEXT].seen);
}
