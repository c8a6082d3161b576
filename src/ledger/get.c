/* get.c - a record, and the bytes it was read from, out of the ledger. */
#include <string.h>

#include "ledger/ledger_file.h"
#include "ledger/squeeze.h"

/* The packed bytes that a query with one number gives. LGM_E_NOTFOUND: no row. */
static lgm_status unpack(lgm_ledger *l, const char *sql, int64_t number, char **out, size_t *len,
                         lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    *out = NULL;
    *len = 0;
    lgm_status st = lgm_ledger_query_new(&q, l->store, sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, number);
    st = lgm_ledger_query_step(q, &row, err);
    if (st == LGM_OK && !row) st = LGM_E_NOTFOUND;
    if (st == LGM_OK) st = lgm_ledger_unsqueeze(lgm_ledger_query_bytes_at(q, 0), out, len, err);
    lgm_ledger_query_free(q);
    return st;
}

/* What is wrong with a blob, with its place before it. */
static lgm_status wrong(lgm_ledger *l, lgm_err *err, lgm_status st, const char *what,
                        int64_t number)
{
    const lgm_err why = err ? *err : (lgm_err){0};
    if (st == LGM_E_NOMEM) return st;
    return lgm_fail_at(err, st, why.line, why.byte, "%s: %s %lld: %s",
                       lgm_ledger_store_path(l->store), what, (long long)number, why.message);
}

lgm_status lgm_ledger_get_reading(lgm_ledger *l, int64_t reading, lgm_record **out, lgm_err *err)
{
    lgm_err why = {0};
    char *json;
    size_t len;
    *out = NULL;
    lgm_status st =
        unpack(l, "SELECT json FROM record WHERE reading=?1", reading, &json, &len, &why);
    if (st == LGM_E_NOTFOUND) st = lgm_fail(&why, st, "there is none of that number in the ledger");
    if (st == LGM_OK) st = lgm_record_read(out, json, len, &why);
    lgm_free(json);
    if (st == LGM_OK) return LGM_OK;
    if (err) *err = why;
    return wrong(l, err, st, "the record of reading", reading);
}

lgm_status lgm_ledger_get(lgm_ledger *l, int64_t report, lgm_record **out, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    int64_t reading = 0;
    *out = NULL;
    lgm_status st = lgm_ledger_query_new(
        &q, l->store, "SELECT reading FROM reading WHERE report=?1 ORDER BY reading DESC LIMIT 1",
        err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, report);
    st = lgm_ledger_query_step(q, &row, err);
    if (row) reading = lgm_ledger_query_int_at(q, 0);
    lgm_ledger_query_free(q);
    if (st == LGM_OK && !row)
        return lgm_fail(err, LGM_E_NOTFOUND, "%s: there is no report %lld",
                        lgm_ledger_store_path(l->store), (long long)report);
    return st == LGM_OK ? lgm_ledger_get_reading(l, reading, out, err) : st;
}

/* Bytes that were the text itself are not kept apart from it. */
static lgm_status raw_from_text(lgm_ledger *l, int64_t report, char **out, size_t *len,
                                lgm_err *err)
{
    lgm_record *r;
    lgm_status st = lgm_ledger_get(l, report, &r, err);
    if (st != LGM_OK) return st;
    if (memcmp(r->sha256, r->raw_sha256, sizeof r->sha256) == 0) {
        *out = lgm_malloc(r->text.len + 1);
        *len = r->text.len;
        if (*out) memcpy(*out, r->text.ptr, r->text.len + 1);
        if (!*out) st = lgm_fail(err, LGM_E_NOMEM, "out of memory");
    } else {
        st = lgm_fail(err, LGM_E_NOTFOUND, "%s: the bytes of report %lld were not kept",
                      lgm_ledger_store_path(l->store), (long long)report);
    }
    lgm_record_free(r);
    return st;
}

lgm_status lgm_ledger_get_raw(lgm_ledger *l, int64_t report, char **out, size_t *len, lgm_err *err)
{
    lgm_err why = {0};
    const lgm_status st =
        unpack(l, "SELECT bytes FROM raw JOIN report USING (raw_sha256) WHERE report=?1", report,
               out, len, &why);
    if (st == LGM_E_NOTFOUND) return raw_from_text(l, report, out, len, err);
    if (st == LGM_OK) return LGM_OK;
    if (err) *err = why;
    return wrong(l, err, st, "the bytes of report", report);
}
