/* lines.c - the container of JSON Lines: an item is a line that is not blank. */
#include <stdio.h>
#include <string.h>

#include "read/container.h"

typedef unsigned long long ull; /* for %llu */

static size_t first_char(lgm_slice line)
{
    size_t i = line.len >= 3 && memcmp(line.ptr, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (i < line.len && (line.ptr[i] == ' ' || line.ptr[i] == '\t' || line.ptr[i] == '\r')) i++;
    return i;
}

static bool is_blank(lgm_slice line)
{
    return first_char(line) == line.len;
}

static bool begins_object(lgm_slice s)
{
    size_t i = first_char(s);
    while (i < s.len && strchr(" \t\r\n", s.ptr[i]) && s.ptr[i]) i++;
    return i < s.len && s.ptr[i] == '{';
}

bool lgm_read_lines_sniff(lgm_intake *f, lgm_jsonl *json)
{
    if (!lgm_read_intake_more(f) || !begins_object(f->chunk)) return false;
    f->line_by_line = true;
    while (lgm_read_intake_line(f) && !f->too_long && is_blank(lgm_read_intake_line_of(f)))
        continue;
    /* What cannot be looked at whole gets its message as JSONL: the next line may be sound. */
    const bool cut = f->too_long || (f->broken.code != LGM_OK && !lgm_read_intake_line_is_whole(f));
    f->have_line = cut || lgm_read_jsonl_looks_so(json, lgm_read_intake_line_of(f));
    f->line_by_line = f->have_line;
    return f->have_line;
}

static lgm_status fail(const lgm_intake *f, lgm_status code, uint64_t byte, const char *what,
                       lgm_err *err)
{
    return lgm_fail_at(err, code, f->n_lines, byte, "%s:%llu: %s", f->name, (ull)f->n_lines, what);
}

static lgm_status fail_too_long(lgm_intake *f, lgm_err *err)
{
    char text[100];
    snprintf(text, sizeof text, "the line is longer than the limit of %llu bytes",
             (ull)f->max_line);
    f->n_items++; /* the file is not empty */
    return fail(f, LGM_E_BUDGET, f->n_used, text, err);
}

static lgm_status fail_endless(lgm_intake *f, lgm_err *err)
{
    char text[200];
    snprintf(text, sizeof text,
             "the line that begins at byte %llu is longer than %d times the limit of %llu bytes; "
             "the rest of the file is not read",
             (ull)f->line_began, LGM_INTAKE_ENDLESS, (ull)f->max_line);
    const lgm_status st = fail(f, LGM_E_BUDGET, f->line_began, text, err);
    lgm_read_intake_end(f);
    return st;
}

static bool is_utf16(lgm_slice line)
{
    return line.len >= 2 &&
           (memcmp(line.ptr, "\xff\xfe", 2) == 0 || memcmp(line.ptr, "\xfe\xff", 2) == 0);
}

static lgm_status fail_utf16(lgm_intake *f, lgm_err *err)
{
    const lgm_status st =
        fail(f, LGM_E_FORMAT, 0, "JSONL in UTF-16; convert it to UTF-8 first", err);
    lgm_read_intake_end(f);
    return st;
}

static lgm_status end(lgm_intake *f, bool lost_line, lgm_err *err)
{
    lgm_status st = LGM_E_EMPTY;
    if (f->broken.code != LGM_OK)
        st = lgm_fail_at(err, f->broken.code, f->n_lines, f->n_used, "%s%s", f->broken.message,
                         lost_line ? "; the line it breaks off in is lost" : "");
    else if (lgm_read_stream_trailing(f->stream))
        st = lgm_fail(err, LGM_E_CORRUPT,
                      "%s: %s%llu bytes after the end of the %s data were left out", f->name,
                      lgm_read_stream_trailing(f->stream) > LGM_STREAM_TRAILING ? "at least " : "",
                      (ull)lgm_read_stream_trailing(f->stream),
                      lgm_unpack_name(lgm_read_stream_packed(f->stream)));
    else if (f->n_items == 0)
        st = lgm_fail(err, LGM_E_FORMAT, "%s: %s", f->name,
                      f->n_lines ? "nothing but white space" : "empty");
    lgm_read_intake_end(f);
    return st;
}

static lgm_status take(lgm_intake *f, lgm_arena *call, lgm_slice line, lgm_read_item *item,
                       lgm_err *err)
{
    f->n_items++; /* also one that is no report: the file is not empty */
    item->bytes = line;
    item->at = f->n_used - (f->buf.n - f->line_at);
    const size_t size = strlen(f->name) + 24;
    char *const label = lgm_arena_alloc(call, size);
    if (!label) return fail(f, LGM_E_NOMEM, item->at, "out of memory", err);
    snprintf(label, size, "%s:%llu", f->name, (ull)f->n_lines);
    item->known = (lgm_input){.name = label, .line = f->n_lines};
    return LGM_OK;
}

lgm_status lgm_read_lines_next(lgm_intake *f, lgm_read_tools *tools, lgm_read_item *item,
                               lgm_err *err)
{
    f->line_by_line = true;
    for (;;) {
        if (!f->have_line) {
            f->buf.n = 0;
            if (!lgm_read_intake_line(f)) return end(f, false, err);
        }
        f->have_line = false;
        if (f->broken.code != LGM_OK && !lgm_read_intake_line_is_whole(f)) return end(f, true, err);
        if (f->endless) return fail_endless(f, err);
        if (f->too_long) return fail_too_long(f, err);
        const lgm_slice line = lgm_read_intake_line_of(f);
        if (f->n_lines == 1 && is_utf16(line)) return fail_utf16(f, err);
        if (!is_blank(line)) return take(f, tools->call, line, item, err);
    }
}
