/* again.c - reports to be read again: which, and what came in. */
#include <string.h>

#include "base/buf.h"
#include "ledger/ledger_file.h"

/* ---- which ---- */

#define OUTDATED                                                                                   \
    "FROM reading WHERE superseded IS NULL AND report > ?1 "                                       \
    "AND (model <> ?2 OR model_version <> ?3 OR engine <> ?4)"

static lgm_slice slice(const char *s)
{
    return (lgm_slice){s ? s : "", s ? strlen(s) : 0};
}

static lgm_status ask(lgm_ledger *l, const char *sql, const char *model, const char *version,
                      int64_t after, int64_t *number, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    *number = 0;
    lgm_status st = lgm_ledger_query_new(&q, l->store, sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, after);
    lgm_ledger_query_text(q, 2, slice(model));
    lgm_ledger_query_text(q, 3, slice(version));
    lgm_ledger_query_text(q, 4, slice(LGM_VERSION));
    st = lgm_ledger_query_step(q, &row, err);
    if (row) *number = lgm_ledger_query_int_at(q, 0);
    lgm_ledger_query_free(q);
    return st;
}

lgm_status lgm_ledger_next_outdated(lgm_ledger *l, const char *model, const char *model_version,
                                    int64_t after, int64_t *report, uint64_t *left, lgm_err *err)
{
    int64_t n = 0;
    lgm_status st = ask(l, "SELECT report " OUTDATED " ORDER BY report LIMIT 1", model,
                        model_version, after, report, err);
    if (st == LGM_OK && left)
        st = ask(l, "SELECT count(*) " OUTDATED, model, model_version, after, &n, err);
    if (left) *left = (uint64_t)n;
    return st;
}

/* ---- what came in ---- */

/* Blocks of the record, which count code points, as bytes. */
static lgm_status blocks_of(const lgm_record *r, lgm_input_block **out, lgm_err *err)
{
    lgm_input_block *const blocks = *out = lgm_calloc(r->layout.n + 1, sizeof *blocks);
    if (!blocks) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    for (size_t i = 0; i < r->layout.n; i++) {
        const lgm_block *const b = &r->layout.at[i];
        const lgm_str before = lgm_record_quote(r, (lgm_cpspan){0, b->start});
        const lgm_str words = lgm_record_quote(r, (lgm_cpspan){b->start, b->end});
        blocks[i] = (lgm_input_block){before.len, before.len + words.len, b->kind, b->number};
    }
    return LGM_OK;
}

static lgm_status warnings_of(const lgm_record *r, char **out, lgm_err *err)
{
    lgm_buf b = {0};
    for (size_t i = 0; i < r->warnings.n; i++) {
        if (i) lgm_buf_putc(&b, '\n');
        lgm_buf_put(&b, r->warnings.at[i].ptr, r->warnings.at[i].len);
    }
    return lgm_buf_take(&b, out, NULL, err);
}

static bool was_given(const lgm_record *r)
{
    return !r->date_source.ptr || strcmp(r->date_source.ptr, "given") == 0;
}

/* Borrows from the record. */
static lgm_input input_of(const lgm_record *r)
{
    lgm_input in = {.text = r->text.ptr,
                    .len = r->text.len,
                    .raw_sha256 = r->raw_sha256,
                    .extraction = r->extraction > 0 ? r->extraction : 0,
                    .date_source = was_given(r) ? NULL : r->date_source.ptr};
#define FIELD(field) in.field = r->field.ptr;
    LGM_INPUT_FIELDS(FIELD)
#undef FIELD
    if (r->from) {
        in.file = r->from->file.ptr;
        in.member = r->from->member.ptr;
        in.line = r->from->line;
        in.at = (uint64_t)r->from->byte;
    }
    in.name = in.file;
    return in;
}

static lgm_status fill(lgm_ledger *l, int64_t report, const lgm_record *r, lgm_input **out,
                       lgm_err *err)
{
    lgm_input in = input_of(r);
    lgm_input_block *blocks = NULL;
    char *raw = NULL, *warnings = NULL;
    lgm_status st = blocks_of(r, &blocks, err);
    if (st == LGM_OK) st = warnings_of(r, &warnings, err);
    if (st == LGM_OK) st = lgm_ledger_get_raw(l, report, &raw, &in.raw_len, err);
    if (st == LGM_E_NOTFOUND) st = LGM_OK;
    in.raw = (const uint8_t *)raw;
    in.blocks = blocks;
    in.n_blocks = r->layout.n;
    in.warning = warnings;
    if (st == LGM_OK) st = lgm_input_copy(out, &in, NULL, err);
    lgm_free(blocks);
    lgm_free(warnings);
    lgm_free(raw);
    return st;
}

lgm_status lgm_ledger_get_input(lgm_ledger *l, int64_t report, lgm_input **out, lgm_err *err)
{
    lgm_record *r;
    *out = NULL;
    lgm_status st = lgm_ledger_get(l, report, &r, err);
    if (st == LGM_OK) st = fill(l, report, r, out, err);
    lgm_record_free(r);
    return st;
}
