/* whole.c - the container of one item: a file that is a report, of text or of other bytes. */
#include <stdarg.h>
#include <stdio.h>

#include "read/container.h"
#include "read/decode.h"
#include "read/sniff.h"

LGM_PRINTF(4, 5)
static lgm_status warn(lgm_arena *call, lgm_input *in, lgm_err *err, const char *fmt, ...)
{
    char sentence[120];
    va_list args;
    va_start(args, fmt);
    vsnprintf(sentence, sizeof sentence, fmt, args);
    va_end(args);
    return lgm_read_warn(call, in, sentence, err);
}

static lgm_status add_warnings(const lgm_intake *f, lgm_arena *call, lgm_input *in, lgm_err *err)
{
    lgm_unpack_kind named;
    const lgm_unpack_kind packed = lgm_read_stream_packed(f->stream);
    lgm_unpack_bare_length(f->name, &named);
    lgm_status st = LGM_OK;
    if (f->broken.code != LGM_OK)
        st = warn(call, in, err,
                  "the %s%sdata is damaged or ends early: only the first part could be read",
                  packed ? lgm_unpack_name(packed) : "", packed ? " " : "");
    if (st == LGM_OK && lgm_read_stream_trailing(f->stream))
        st = warn(call, in, err, "bytes after the end of the %s data were left out",
                  lgm_unpack_name(packed));
    if (st == LGM_OK && named && named != packed)
        st = warn(call, in, err, "the name ends in %s, but this is not %s data",
                  lgm_unpack_ending(named), lgm_unpack_name(named));
    return st;
}

/* What is wrong with the whole of it, or LGM_OK. */
static lgm_status check(const lgm_intake *f, bool text, lgm_err *err)
{
    if (f->buf.n > f->max_bytes || f->too_long)
        return lgm_fail(err, LGM_E_BUDGET,
                        "%s: larger than the limit of %llu bytes a report; split it, or raise "
                        "--max-size",
                        f->name, (unsigned long long)f->max_bytes);
    const bool part = f->broken.code == LGM_E_CORRUPT;
    const bool blank = f->buf.n == 0 || (text && lgm_read_decode_blank(f->buf.at, f->buf.n));
    if (f->broken.code != LGM_OK && (!part || blank)) {
        if (err) *err = f->broken;
        return f->broken.code;
    }
    if (f->buf.n == 0) return lgm_fail(err, LGM_E_FORMAT, "%s: empty", f->name);
    if (blank) return lgm_fail(err, LGM_E_FORMAT, "%s: nothing but white space", f->name);
    if (text && lgm_read_is_binary((lgm_slice){f->buf.at, f->buf.n}))
        return lgm_fail(err, LGM_E_UNSUPPORTED,
                        "%s: this is binary data, at least in part; there "
                        "is no text in it to read",
                        f->name);
    return LGM_OK;
}

static lgm_status take_all(lgm_intake *f, bool text, lgm_read_tools *tools, lgm_read_item *item,
                           lgm_err *err)
{
    if (f->n_items) {
        lgm_read_intake_end(f);
        return LGM_E_EMPTY;
    }
    while (f->buf.n <= f->max_bytes && !f->too_long && lgm_read_intake_more(f)) {
        const uint64_t room = f->max_bytes + 1 - f->buf.n;
        lgm_read_intake_keep(f, f->chunk.len < room ? f->chunk.len : (size_t)room);
    }
    lgm_status st = check(f, text, err);
    if (st == LGM_OK) st = add_warnings(f, tools->call, &item->known, err);
    if (st != LGM_OK) {
        lgm_read_intake_end(f);
        return st;
    }
    f->n_items++;
    item->bytes = (lgm_slice){f->buf.at, f->buf.n};
    item->known.name = f->name;
    return LGM_OK;
}

lgm_status lgm_read_whole_next(lgm_intake *f, lgm_read_tools *tools, lgm_read_item *item,
                               lgm_err *err)
{
    return take_all(f, true, tools, item, err);
}

lgm_status lgm_read_blob_next(lgm_intake *f, lgm_read_tools *tools, lgm_read_item *item,
                              lgm_err *err)
{
    return take_all(f, false, tools, item, err);
}
