/* entry.c - a record made ready for the writer: packed, and taken apart into rows. */
#include "ledger/entry.h"

#include <string.h>

#include "ledger/mark.h"
#include "ledger/squeeze.h"

static bool copy(lgm_arena *arena, lgm_slice *to, lgm_str from)
{
    const char *const at = lgm_arena_strndup(arena, from.ptr ? from.ptr : "", from.len);
    *to = (lgm_slice){at, from.len};
    return at != NULL;
}

/* As `copy`, but what is unknown stays so. */
static bool copy_known(lgm_arena *arena, lgm_slice *to, lgm_str from)
{
    return !from.ptr || copy(arena, to, from);
}

static lgm_status fill_place(lgm_ledger_entry *e, const lgm_record *r, lgm_err *err)
{
    static const lgm_from nowhere = {0};
    const lgm_from *const from = r->from ? r->from : &nowhere;
    e->line = from->line;
    e->byte = from->byte;
    if (copy_known(e->arena, &e->retrieved, r->retrieved) &&
        copy_known(e->arena, &e->modified, r->modified) &&
        copy_known(e->arena, &e->file, from->file) &&
        copy_known(e->arena, &e->member, from->member))
        return LGM_OK;
    return lgm_arena_fail(e->arena, err);
}

static lgm_status fill_strings(lgm_ledger_entry *e, const lgm_record *r, lgm_err *err)
{
    static const lgm_str none = {0};
    lgm_hex(r->sha256, sizeof r->sha256, e->sha256);
    lgm_hex(r->raw_sha256, sizeof r->raw_sha256, e->raw_sha256);
    if (copy(e->arena, &e->url, r->url) && copy(e->arena, &e->engine, r->engine) &&
        copy(e->arena, &e->model, r->model ? r->model->name : none) &&
        copy(e->arena, &e->model_version, r->model ? r->model->version : none) &&
        copy(e->arena, &e->title, r->title) && copy(e->arena, &e->text, r->text))
        return LGM_OK;
    return lgm_arena_fail(e->arena, err);
}

static lgm_status pack_record(lgm_ledger_entry *e, const lgm_record *r, lgm_err *err)
{
    char *json;
    size_t len;
    lgm_status st = lgm_record_write(r, LGM_FORMAT_JSONL, &json, &len, err);
    if (st == LGM_OK) st = lgm_ledger_squeeze((lgm_slice){json, len}, e->arena, &e->json, err);
    lgm_string_free(json);
    if (st == LGM_OK) lgm_ledger_mark_bytes(e->json, e->json_sha256);
    return st;
}

/* Bytes that are the text itself are in the record. */
static lgm_status pack_raw(lgm_ledger_entry *e, const lgm_input *in, lgm_err *err)
{
    const lgm_slice raw =
        in->raw ? (lgm_slice){(const char *)in->raw, in->raw_len} : (lgm_slice){in->text, in->len};
    if (strcmp(e->sha256, e->raw_sha256) == 0) return LGM_OK;
    return lgm_ledger_squeeze(raw, e->arena, &e->raw, err);
}

static lgm_status make_rows(lgm_ledger_entry *e, const lgm_record *r, lgm_err *err)
{
    lgm_ledger_rows_start(&e->report, e->arena, r);
    lgm_ledger_report_row(e, &e->report);
    lgm_ledger_rows_start(&e->index, e->arena, r);
    lgm_ledger_index_rows(&e->index);
    const lgm_status st = lgm_ledger_rows_made(&e->report, err);
    return st == LGM_OK ? lgm_ledger_rows_made(&e->index, err) : st;
}

lgm_status lgm_ledger_prepare(lgm_ledger_entry **out, const lgm_record *record, const lgm_input *in,
                              int keep_raw, lgm_err *err)
{
    lgm_arena *arena;
    *out = NULL;
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    lgm_ledger_entry *const e = lgm_arena_calloc(arena, 1, sizeof *e);
    if (e) e->arena = arena;
    st = e ? fill_strings(e, record, err) : lgm_arena_fail(arena, err);
    if (st == LGM_OK) st = fill_place(e, record, err);
    if (st == LGM_OK) st = pack_record(e, record, err);
    if (st == LGM_OK && in && keep_raw) st = pack_raw(e, in, err);
    if (st == LGM_OK) st = make_rows(e, record, err);
    if (st == LGM_OK)
        *out = e;
    else
        lgm_arena_free(arena);
    return st;
}

size_t lgm_ledger_entry_size(const lgm_ledger_entry *e)
{
    return (size_t)lgm_arena_peak(e->arena);
}

void lgm_ledger_entry_free(lgm_ledger_entry *e)
{
    if (e) lgm_arena_free(e->arena);
}
