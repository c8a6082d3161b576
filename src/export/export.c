/* export.c - an export from its first record to its end. */
#include "export/exporting.h"

#include <stdio.h>
#include <string.h>

static lgm_status no_memory(lgm_err *err)
{
    return lgm_fail(err, LGM_E_NOMEM, "out of memory while records were exported");
}

lgm_status lgm_export_new(lgm_export **out, const char *format, const lgm_export_options *options,
                          lgm_export_file file, void *ctx, lgm_err *err)
{
    const lgm_export_format *const of = lgm_export_format_of(format);
    *out = NULL;
    if (!of) return lgm_fail(err, LGM_E_ARG, "there is no format %s", format);
    lgm_export *const x = lgm_calloc(1, sizeof *x);
    if (!x) return no_memory(err);
    x->format = of;
    x->writer = lgm_export_writer_of(of);
    if (options) x->options = *options;
    if (!of->offsets) x->options.offsets = LGM_OFFSETS_CODE_POINTS;
    x->file = file;
    x->ctx = ctx;
    x->json.out = &x->out;
    *out = x;
    return LGM_OK;
}

void lgm_export_free(lgm_export *x)
{
    if (!x) return;
    lgm_buf_done(&x->out);
    lgm_free(x->wide);
    lgm_free(x->ids);
    lgm_free(x);
}

/* ---- what goes out ---- */

static void hand(lgm_export *x, const char *name)
{
    if (!x->out.failed && x->handed == LGM_OK && (name || x->out.len))
        x->handed = x->file(x->ctx, name, x->out.at ? x->out.at : "", x->out.len);
    x->out.len = 0;
}

void lgm_export_hand(lgm_export *x, const char *name)
{
    hand(x, name);
}

static lgm_status settle(lgm_export *x, lgm_err *err)
{
    if (!x->format->folder) hand(x, NULL);
    if (x->out.failed) return no_memory(err);
    if (x->handed != LGM_OK && err && !err->message[0])
        return lgm_fail(err, x->handed, "what was exported could not be written");
    return x->handed;
}

static void begin(lgm_export *x)
{
    if (x->begun) return;
    x->begun = true;
    if (x->options.bom && x->format->bom) lgm_buf_puts(&x->out, "\xef\xbb\xbf");
    if (x->writer->begin) x->writer->begin(x);
}

/* ---- records ---- */

static void key_of(lgm_export *x, const lgm_record *r)
{
    const uint64_t hash = r->url.len ? lgm_hash64(0, r->url.ptr, r->url.len)
                                     : lgm_hash64(1, (const char *)r->sha256, sizeof r->sha256);
    for (int i = 0; i < 16; i++) x->key[i] = "0123456789abcdef"[hash >> (60 - 4 * i) & 15];
}

void lgm_export_file_name(const lgm_export *x, const lgm_record *r, const char *ending,
                          char name[LGM_EXPORT_NAME_ROOM])
{
    const uint64_t number = x->report.number ? (uint64_t)x->report.number : x->n + 1;
    int n = snprintf(name, LGM_EXPORT_NAME_ROOM, "%05llu-", (unsigned long long)number);
    for (size_t i = 0; i < r->id.len && n < 60; i++) {
        const char c = r->id.ptr[i];
        const bool plain = (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
        if (plain || name[n - 1] != '-') name[n++] = plain ? c : '-';
    }
    while (name[n - 1] == '-') n--;
    snprintf(name + n, (size_t)(LGM_EXPORT_NAME_ROOM - n), "%s", ending);
}

lgm_status lgm_export_put(lgm_export *x, const lgm_record *record, const lgm_export_report *report,
                          lgm_err *err)
{
    if (x->format->words && !record->words.n && record->sentences.n)
        return lgm_fail(err, LGM_E_ARG, "%s is made of words, which this record has not",
                        x->format->name);
    x->report = report ? *report : (lgm_export_report){0};
    key_of(x, record);
    if (!lgm_export_places_of(x, record) || !lgm_export_events_of(x, record)) return no_memory(err);
    begin(x);
    x->writer->record(x, record);
    x->n++;
    return settle(x, err);
}

lgm_status lgm_export_end(lgm_export *x, lgm_err *err)
{
    begin(x);
    if (x->writer->end) x->writer->end(x);
    return settle(x, err);
}

uint64_t lgm_export_left_out(const lgm_export *x)
{
    return x->left_out;
}

/* ---- one record ---- */

static lgm_status append(void *ctx, const char *name, const char *text, size_t len)
{
    lgm_buf *const all = ctx;
    (void)name;
    lgm_buf_put(all, text, len);
    return all->failed ? LGM_E_NOMEM : LGM_OK;
}

lgm_status lgm_export_record(const lgm_record *record, const char *format,
                             const lgm_export_options *options, char **out, size_t *len,
                             lgm_err *err)
{
    lgm_buf all = {0};
    lgm_export *x;
    *out = NULL;
    lgm_status st = lgm_export_new(&x, format, options, append, &all, err);
    if (st == LGM_OK && x->format->folder)
        st = lgm_fail(err, LGM_E_ARG, "%s is a folder of files", format);
    if (st == LGM_OK) st = lgm_export_put(x, record, NULL, err);
    if (st == LGM_OK) st = lgm_export_end(x, err);
    lgm_export_free(x);
    if (st == LGM_OK) return lgm_buf_take(&all, out, len, err);
    lgm_buf_done(&all);
    return st;
}
