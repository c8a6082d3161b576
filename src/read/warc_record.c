/* warc_record.c - heads of records, and the way on when something is wrong. */
#include "read/warc_record.h"

#include <stdio.h>
#include <string.h>

#include "read/warc_block.h"

enum { MAX_HEAD = 256 << 10 };
typedef unsigned long long ull; /* for %llu */

static void done(void *own)
{
    lgm_warc_body_done(&((lgm_warc_archive *)own)->body);
    lgm_free(own);
}

lgm_status lgm_read_warc_begin(lgm_intake *f, lgm_warc_archive **out, lgm_err *err)
{
    if (!f->own) {
        lgm_warc_archive *const a = lgm_calloc(1, sizeof *a);
        if (!a) return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", f->name);
        a->arc = lgm_warc_is_arc(f->chunk);
        f->own = a;
        f->own_done = done;
    }
    *out = f->own;
    const size_t ahead = (*out)->ahead;
    if (ahead) memmove(f->buf.at, f->buf.at + f->buf.n - ahead, ahead);
    f->buf.n = ahead;
    (*out)->ahead = 0;
    if ((*out)->find) lgm_read_warc_find(f);
    (*out)->find = false;
    return LGM_OK;
}

static lgm_status fail(const lgm_intake *f, const lgm_warc_archive *a, lgm_status code,
                       const char *what, lgm_err *err)
{
    return lgm_fail_at(err, code, 0, a->place, "%s: byte %llu: %s", f->name, (ull)a->place, what);
}

/* ---- what is wrong with a record ------------------------------------------------------------- */

/* The file ends within a record, or what it is packed in is damaged. */
lgm_status lgm_read_warc_broken_off(const lgm_intake *f, lgm_warc_archive *a, const char *what,
                                    lgm_err *err)
{
    if (f->broken.code == LGM_OK) return fail(f, a, LGM_E_CORRUPT, what, err);
    a->told = true;
    return lgm_fail_at(err, f->broken.code, 0, a->place, "%s, in the record at byte %llu",
                       f->broken.message, (ull)a->place);
}

/* Goes on at the next record, from `from` on where the file can be read again. */
lgm_status lgm_read_warc_resync(lgm_intake *f, lgm_warc_archive *a, uint64_t from, const char *what,
                                lgm_err *err)
{
    const lgm_status st = fail(f, a, LGM_E_CORRUPT, what, err);
    a->lost = a->arc;
    if (a->arc) return st; /* the next line that looks like one is the next record */
    if (from && lgm_read_stream_seek(f->stream, from)) f->chunk = (lgm_slice){0};
    lgm_read_warc_find(f);
    a->ahead = f->buf.n;
    return st;
}

/* LGM_OK: behind damage, another part of the file is sound. */
lgm_status lgm_read_warc_at_end(lgm_intake *f, lgm_warc_archive *a, lgm_err *err)
{
    const uint64_t trailing = lgm_read_stream_trailing(f->stream);
    const bool damaged = f->broken.code == LGM_E_CORRUPT || trailing;
    lgm_status st = LGM_E_EMPTY;
    if (!a->told && f->broken.code != LGM_OK) {
        a->place = lgm_read_stream_place(f->stream, 0);
        return lgm_read_warc_broken_off(f, a, "", err);
    }
    if (damaged && lgm_read_stream_resume(f->stream)) {
        if (trailing) st = fail(f, a, LGM_E_CORRUPT, "behind this record the data is damaged", err);
        f->broken = (lgm_err){0};
        f->chunk = (lgm_slice){0};
        a->told = false;
        a->find = true;
        return trailing ? st : LGM_OK;
    }
    if (f->n_items == 0)
        st = lgm_fail(err, LGM_E_FORMAT, "%s: a web archive without a record", f->name);
    else if (trailing)
        st = lgm_fail(err, LGM_E_CORRUPT,
                      "%s: %llu bytes after the end of the %s data were left out", f->name,
                      (ull)trailing, lgm_unpack_name(lgm_read_stream_packed(f->stream)));
    lgm_read_intake_end(f);
    return st;
}

/* ---- heads ----------------------------------------------------------------------------------- */

static lgm_status next_arc_head(lgm_intake *f, lgm_warc_archive *a, lgm_warc_head *head,
                                lgm_err *err)
{
    f->line_by_line = true;
    for (;;) {
        f->buf.n = 0;
        if (!lgm_read_intake_line(f)) return LGM_E_EMPTY;
        const bool whole = lgm_read_intake_line_is_whole(f);
        const char *const wrong = lgm_warc_arc_read(lgm_read_intake_line_of(f), head);
        if (!wrong && !f->too_long && whole) break;
        if (!whole && !f->too_long)
            return lgm_read_warc_broken_off(f, a, "the file ends early, in the head of a record",
                                            err);
        if (!a->lost) return lgm_read_warc_resync(f, a, 0, "no record begins here", err);
    }
    a->lost = false;
    return LGM_OK;
}

/* The next head, or the line of an ARC record. LGM_E_EMPTY: the end of the file. */
lgm_status lgm_read_warc_next_head(lgm_intake *f, lgm_warc_archive *a, lgm_warc_head *head,
                                   lgm_err *err)
{
    if (!f->buf.n && !lgm_read_warc_blank(f)) return LGM_E_EMPTY;
    a->place = lgm_read_intake_place(f) - (lgm_read_stream_packed(f->stream) ? 0 : f->buf.n);
    f->n_items++;
    if (a->arc) return next_arc_head(f, a, head, err);
    if (!lgm_read_warc_begins(f, 0))
        return lgm_read_warc_resync(f, a, 0, "no record begins here", err);
    const lgm_slice text = lgm_read_intake_take_head(f, MAX_HEAD);
    if (!text.len && f->buf.n < MAX_HEAD)
        return lgm_read_warc_broken_off(f, a, "the file ends early, in the head of a record", err);
    const char *const wrong =
        text.len ? lgm_warc_head_read(text, head) : "its head is longer than 256 KiB";
    if (!wrong) return LGM_OK;
    char what[200];
    snprintf(what, sizeof what, "a record that cannot be read: %s", wrong);
    return lgm_read_warc_resync(f, a, 0, what, err);
}
