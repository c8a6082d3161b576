/*
 * infile.c - lines and texts out of a stream.
 *
 * A stream that breaks off (damaged gzip, a failing disk) counts as ended, with the reason kept in
 * `broken`: what came before it is handed out first, then the reason.
 */
#include "read/infile.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "read/decode.h"
#include "read/jsonl.h"
#include "read/walk.h"

typedef unsigned long long ull; /* for %llu */

enum { BLANK_LINES_SNIFFED = 64 << 10 };

struct lgm_infile {
    lgm_jsonl *json;
    lgm_arena *file_arena, *call; /* call: labels and warnings of the report handed out last */
    uint64_t max_bytes;
    size_t max_line;
    struct {
        char *at;
        size_t n, room;
    } buf; /* the text, or the line from line_at on */

    /* the file in hand; stream NULL: none */
    lgm_stream *stream;
    const char *name;
    lgm_slice chunk; /* of the stream, not yet used */
    lgm_err broken;
    lgm_file_kind kind;
    size_t line_at;
    uint64_t n_lines, n_reports, n_used; /* n_used: bytes taken from the stream */
    uint64_t consumed;                   /* of the file that has ended */
    bool have_line, too_long;            /* have_line: the next line is in buf already */
};

lgm_status lgm_infile_new(lgm_infile **out, uint64_t max_bytes, lgm_err *err)
{
    *out = NULL;
    lgm_infile *const f = lgm_calloc(1, sizeof *f);
    if (!f) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    f->max_bytes = max_bytes;
    const uint64_t line = max_bytes > INT_MAX / 4 ? INT_MAX - 1 : max_bytes * 3 + (64 << 10);
    f->max_line = (size_t)line;
    lgm_status st = lgm_jsonl_new(&f->json, err);
    if (st == LGM_OK) st = lgm_arena_new(&f->file_arena, 0, err);
    if (st == LGM_OK) st = lgm_arena_new(&f->call, 0, err);
    if (st == LGM_OK)
        *out = f;
    else
        lgm_infile_free(f);
    return st;
}

void lgm_infile_free(lgm_infile *f)
{
    if (!f) return;
    lgm_stream_close(f->stream);
    lgm_jsonl_free(f->json);
    lgm_arena_free(f->file_arena);
    lgm_arena_free(f->call);
    lgm_free(f->buf.at);
    lgm_free(f);
}

static void end_file(lgm_infile *f)
{
    f->consumed = lgm_infile_consumed(f);
    lgm_stream_close(f->stream);
    f->stream = NULL;
    f->chunk = (lgm_slice){0};
}

/* ---- bytes and lines ------------------------------------------------------------------------ */

static bool more(lgm_infile *f)
{
    if (f->chunk.len) return true;
    if (f->broken.code != LGM_OK) return false;
    if (lgm_stream_more(f->stream, &f->chunk, &f->broken) != LGM_OK) f->chunk = (lgm_slice){0};
    return f->chunk.len > 0;
}

static void skip(lgm_infile *f, size_t n)
{
    f->chunk.ptr += n;
    f->chunk.len -= n;
    f->n_used += n;
}

/* Moves n bytes of the chunk to the buffer. Without memory the file counts as broken off here. */
static void keep(lgm_infile *f, size_t n)
{
    if (f->buf.room - f->buf.n < n) {
        const size_t room = f->buf.room * 2 > f->buf.n + n ? f->buf.room * 2 : f->buf.n + n;
        char *const p = lgm_realloc(f->buf.at, room);
        if (!p) {
            lgm_fail(&f->broken, LGM_E_NOMEM, "%s: out of memory", f->name);
            f->chunk = (lgm_slice){0};
            return;
        }
        f->buf.at = p;
        f->buf.room = room;
    }
    memcpy(f->buf.at + f->buf.n, f->chunk.ptr, n);
    f->buf.n += n;
    skip(f, n);
}

/* The line in the buffer without its line end. */
static lgm_slice line_of(const lgm_infile *f)
{
    if (f->buf.n == f->line_at) return LGM_SLICE("");
    lgm_slice line = {f->buf.at + f->line_at, f->buf.n - f->line_at};
    if (line.len && line.ptr[line.len - 1] == '\n') line.len--;
    if (line.len && line.ptr[line.len - 1] == '\r') line.len--;
    return line;
}

static bool ends_in_lf(const lgm_infile *f)
{
    return f->buf.n > f->line_at && f->buf.at[f->buf.n - 1] == '\n';
}

static size_t first_char(lgm_slice line)
{
    size_t i = line.len >= 3 && memcmp(line.ptr, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (i < line.len && (line.ptr[i] == ' ' || line.ptr[i] == '\t' || line.ptr[i] == '\r')) i++;
    return i;
}

static bool begins_object(const lgm_infile *f)
{
    const lgm_slice line = line_of(f);
    const size_t at = first_char(line);
    return at < line.len && line.ptr[at] == '{';
}

/* Adds a line with its LF to the buffer, from line_at on; of one that is too long only a part. Such a
 * line is read to its end if another report may follow: not where it shows the file to be a text. */
static bool read_line(lgm_infile *f)
{
    f->line_at = f->buf.n;
    f->too_long = false;
    bool any = false, whole = false;
    while (!whole && !(f->too_long && f->kind == LGM_FILE_UNKNOWN && !begins_object(f)) &&
           more(f)) {
        const char *const lf = memchr(f->chunk.ptr, '\n', f->chunk.len);
        const size_t n = lf ? (size_t)(lf - f->chunk.ptr) + 1 : f->chunk.len;
        any = true;
        whole = lf != NULL;
        if (n > f->max_line - (f->buf.n - f->line_at)) f->too_long = true;
        if (f->too_long)
            skip(f, n);
        else
            keep(f, n);
    }
    f->n_lines += any;
    return any;
}

/* ---- what the file is ----------------------------------------------------------------------- */

static lgm_file_kind sniff(lgm_infile *f)
{
    do {
        if (!read_line(f)) return LGM_FILE_TEXT;
    } while (first_char(line_of(f)) == line_of(f).len && f->buf.n < BLANK_LINES_SNIFFED &&
             !f->too_long);
    if (!begins_object(f)) return LGM_FILE_TEXT;
    /* What cannot be looked at whole gets its message as JSONL: the next line may be sound. */
    const bool cut = f->too_long || (f->broken.code != LGM_OK && !ends_in_lf(f));
    f->have_line = cut || lgm_jsonl_looks_so(f->json, line_of(f));
    return f->have_line ? LGM_FILE_JSONL : LGM_FILE_TEXT;
}

lgm_status lgm_infile_take(lgm_infile *f, lgm_stream *stream, const char *name, lgm_err *err)
{
    end_file(f);
    lgm_arena_reset(f->file_arena);
    f->stream = stream;
    f->broken = (lgm_err){0};
    f->buf.n = f->line_at = 0;
    f->n_lines = f->n_reports = f->n_used = 0;
    f->have_line = f->too_long = false;
    f->name = lgm_arena_strndup(f->file_arena, name, strlen(name));
    if (!f->name) {
        end_file(f);
        return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", name);
    }
    f->kind = lgm_walk_kind(name);
    if (f->kind == LGM_FILE_UNKNOWN) f->kind = sniff(f);
    return LGM_OK;
}

uint64_t lgm_infile_consumed(const lgm_infile *f)
{
    return f->stream ? lgm_stream_consumed(f->stream) : f->consumed;
}

/* ---- a text --------------------------------------------------------------------------------- */

static lgm_status add_warning(lgm_infile *f, lgm_input *in, const char *text, lgm_err *err)
{
    const size_t old = in->warning ? strlen(in->warning) + 1 : 0, len = strlen(text);
    char *const both = lgm_arena_alloc(f->call, old + len + 1);
    if (!both) return lgm_arena_fail(f->call, err);
    if (old) memcpy(both, in->warning, old - 1), both[old - 1] = '\n';
    memcpy(both + old, text, len + 1);
    in->warning = both;
    return LGM_OK;
}

static lgm_status text_warnings(lgm_infile *f, lgm_input *in, lgm_err *err)
{
    const size_t len = strlen(f->name);
    const bool named_gz = len > 3 && strcasecmp(f->name + len - 3, ".gz") == 0;
    lgm_status st = LGM_OK;
    if (f->broken.code != LGM_OK) st = add_warning(f, in, "only the first part could be read", err);
    if (st == LGM_OK && lgm_stream_trailing(f->stream))
        st = add_warning(f, in, "bytes after the end of the gzip data were left out", err);
    if (st == LGM_OK && named_gz && !lgm_stream_is_gzip(f->stream))
        st = add_warning(f, in, "the name ends in .gz, but this is not gzip data", err);
    return st;
}

/* What is wrong with the whole text, or LGM_OK. */
static lgm_status check_text(const lgm_infile *f, lgm_err *err)
{
    if (f->buf.n > f->max_bytes || f->too_long)
        return lgm_fail(err, LGM_E_BUDGET, "%s: larger than the limit of %llu bytes a report",
                        f->name, (ull)f->max_bytes);
    const bool part = f->broken.code == LGM_E_CORRUPT || f->broken.code == LGM_E_IO;
    const bool blank = lgm_decode_blank(f->buf.at, f->buf.n);
    if (f->broken.code != LGM_OK && (!part || blank)) {
        if (err) *err = f->broken;
        return f->broken.code;
    }
    if (f->buf.n == 0) return lgm_fail(err, LGM_E_FORMAT, "%s: empty", f->name);
    if (blank) return lgm_fail(err, LGM_E_FORMAT, "%s: nothing but white space", f->name);
    return LGM_OK;
}

static lgm_status next_text(lgm_infile *f, lgm_input *in, lgm_err *err)
{
    if (f->n_reports) { /* it has been handed out; what broke it off is still to be told */
        const lgm_status st = f->broken.code != LGM_OK ? f->broken.code : LGM_E_EMPTY;
        if (st != LGM_E_EMPTY && err) *err = f->broken;
        end_file(f);
        return st;
    }
    while (f->buf.n <= f->max_bytes && !f->too_long && more(f)) {
        const uint64_t room = f->max_bytes + 1 - f->buf.n;
        keep(f, f->chunk.len < room ? f->chunk.len : (size_t)room);
    }
    lgm_status st = check_text(f, err);
    if (st == LGM_OK) st = text_warnings(f, in, err);
    if (st != LGM_OK) {
        end_file(f);
        return st;
    }
    f->n_reports++;
    in->text = f->buf.at;
    in->len = f->buf.n;
    in->name = f->name;
    return LGM_OK;
}

/* ---- lines ---------------------------------------------------------------------------------- */

static lgm_status fail_line(const lgm_infile *f, lgm_status code, uint64_t byte, const char *what,
                            lgm_err *err)
{
    return lgm_fail_at(err, code, f->n_lines, byte, "%s:%llu: %s", f->name, (ull)f->n_lines, what);
}

static lgm_status fail_limit(const lgm_infile *f, uint64_t byte, const char *what, uint64_t limit,
                             lgm_err *err)
{
    char text[100];
    snprintf(text, sizeof text, "%s than the limit of %llu bytes", what, (ull)limit);
    return fail_line(f, LGM_E_BUDGET, byte, text, err);
}

static lgm_status end_of_lines(lgm_infile *f, bool lost_line, lgm_err *err)
{
    lgm_status st = LGM_E_EMPTY;
    if (f->broken.code != LGM_OK)
        st = lgm_fail_at(err, f->broken.code, f->n_lines, f->n_used, "%s%s", f->broken.message,
                         lost_line ? "; the line it breaks off in is lost" : "");
    else if (lgm_stream_trailing(f->stream))
        st = lgm_fail(err, LGM_E_CORRUPT,
                      "%s: %llu bytes after the end of the gzip data were left out", f->name,
                      (ull)lgm_stream_trailing(f->stream));
    else if (f->n_reports == 0)
        st = lgm_fail(err, LGM_E_FORMAT, "%s: %s", f->name,
                      f->n_lines ? "nothing but white space" : "empty");
    end_file(f);
    return st;
}

static lgm_status parse_line(lgm_infile *f, lgm_slice line, lgm_input *in, lgm_err *err)
{
    const uint64_t start = f->n_used - (f->buf.n - f->line_at);
    lgm_err why = {0};
    f->n_reports++; /* also one that fails: the file is not empty */
    const lgm_status st = lgm_jsonl_parse(f->json, line, in, &why);
    if (st != LGM_OK) return fail_line(f, st, start + why.byte, why.message, err);
    if (in->len > f->max_bytes)
        return fail_limit(f, start, "the text is larger", f->max_bytes, err);

    const size_t len = strlen(f->name) + 24;
    char *const label = lgm_arena_alloc(f->call, len);
    if (!label) return fail_line(f, LGM_E_NOMEM, start, "out of memory", err);
    snprintf(label, len, "%s:%llu", f->name, (ull)f->n_lines);
    in->name = label;
    in->raw = (const uint8_t *)line.ptr;
    in->raw_len = line.len;
    return LGM_OK;
}

static lgm_status next_line(lgm_infile *f, lgm_input *in, lgm_err *err)
{
    for (;;) {
        if (!f->have_line) {
            f->buf.n = 0;
            if (!read_line(f)) return end_of_lines(f, false, err);
        }
        f->have_line = false;
        if (f->broken.code != LGM_OK && !ends_in_lf(f)) return end_of_lines(f, true, err);
        const lgm_slice line = line_of(f);
        if (f->too_long) {
            f->n_reports++;
            return fail_limit(f, f->n_used, "the line is longer", f->max_line, err);
        }
        if (f->n_lines == 1 && line.len >= 2 &&
            (memcmp(line.ptr, "\xff\xfe", 2) == 0 || memcmp(line.ptr, "\xfe\xff", 2) == 0)) {
            const lgm_status st =
                fail_line(f, LGM_E_FORMAT, 0, "JSONL in UTF-16; convert it to UTF-8 first", err);
            end_file(f);
            return st;
        }
        if (first_char(line) < line.len) return parse_line(f, line, in, err);
    }
}

lgm_status lgm_infile_next(lgm_infile *f, lgm_input *in, lgm_err *err)
{
    *in = (lgm_input){0};
    if (!f->stream) return LGM_E_EMPTY;
    lgm_arena_reset(f->call);
    return f->kind == LGM_FILE_JSONL ? next_line(f, in, err) : next_text(f, in, err);
}
