/* check_rows.c - the rows of reports and readings against what the log vouches for. */
#include <string.h>

#include "custody/checking.h"
#include "ledger/mark.h"
#include "ledger/squeeze.h"

/* ---- queries ---- */

/* "SELECT salt, learned, <columns of a report> FROM report WHERE report=?1" */
static lgm_status prepare_report(lgm_custody_verifying *v, lgm_err *err)
{
    lgm_buf b = {0};
    char *sql;
    lgm_buf_puts(&b, "SELECT salt, learned");
    for (const char *s = lgm_ledger_report.columns; *s;) {
        const size_t len = strcspn(s, " ");
        lgm_buf_puts(&b, ", ");
        lgm_buf_put(&b, s, len);
        s += len + (s[len] == ' ');
    }
    lgm_buf_puts(&b, " FROM report WHERE report=?1");
    lgm_status st = lgm_buf_take(&b, &sql, NULL, err);
    if (st == LGM_OK) st = lgm_ledger_query_new(&v->report, v->ledger->store, sql, err);
    lgm_free(sql);
    return st;
}

static int n_columns(void)
{
    int n = 3; /* salt, learned, and one more than there are spaces */
    for (const char *s = lgm_ledger_report.columns; *s; s++) n += *s == ' ';
    return n;
}

lgm_status lgm_custody_rows_start(lgm_custody_verifying *v, lgm_err *err)
{
    lgm_status st = prepare_report(v, err);
    if (st == LGM_OK)
        st =
            lgm_ledger_query_new(&v->reading, v->ledger->store,
                                 "SELECT p.salt, r.learned, r.model, r.model_version, r.engine, "
                                 "c.json, p.sha256 FROM reading r JOIN report p USING (report) "
                                 "JOIN record c USING (reading) WHERE r.reading=?1 AND r.report=?2",
                                 err);
    return st == LGM_OK ? lgm_custody_index_start(v, err) : st;
}

void lgm_custody_rows_end(lgm_custody_verifying *v)
{
    lgm_ledger_query_free(v->report);
    lgm_ledger_query_free(v->reading);
    lgm_custody_index_end(v);
}

/* ---- a report ---- */

static bool differs(const char *mark, const char *own)
{
    return !mark || strcmp(mark, own) != 0;
}

lgm_status lgm_custody_check_report(lgm_custody_verifying *v, int64_t report, const char *mark,
                                    lgm_err *err)
{
    char own[LGM_LEDGER_HEX + 1];
    bool row;
    lgm_buf b = {0};
    lgm_ledger_query_int(v->report, 1, report);
    lgm_status st = lgm_ledger_query_step(v->report, &row, err);
    if (st != LGM_OK) return st;
    if (!row)
        return lgm_custody_wrong(v, err,
                                 "report %lld is gone, and no entry says that it was "
                                 "taken out",
                                 (long long)report);
    for (int i = 0; i < n_columns(); i++)
        lgm_ledger_mark_slice(&b, lgm_ledger_query_text_at(v->report, i));
    st = lgm_ledger_mark_end(&b, own, err);
    lgm_ledger_query_reset(v->report);
    if (st == LGM_OK && differs(mark, own))
        st = lgm_custody_wrong(v, err, "report %lld is not what came in: its row was changed",
                               (long long)report);
    v->found->reports++;
    return st;
}

/* ---- a reading ---- */

static lgm_status mark_reading(lgm_ledger_query *q, char own[LGM_LEDGER_HEX + 1], lgm_err *err)
{
    char json[LGM_LEDGER_HEX + 1];
    lgm_buf b = {0};
    for (int i = 0; i < 5; i++) lgm_ledger_mark_slice(&b, lgm_ledger_query_text_at(q, i));
    lgm_ledger_mark_bytes(lgm_ledger_query_bytes_at(q, 5), json);
    lgm_ledger_mark_text(&b, json);
    return lgm_ledger_mark_end(&b, own, err);
}

/* The text of the record is the one that the row of the report has the hash of. */
static lgm_status check_text(lgm_custody_verifying *v, int64_t report, const lgm_record *r,
                             lgm_slice sha256, lgm_err *err)
{
    char own[LGM_LEDGER_HEX + 1];
    lgm_ledger_mark_bytes((lgm_slice){r->text.ptr, r->text.len}, own);
    if (sha256.len == LGM_LEDGER_HEX && memcmp(sha256.ptr, own, sha256.len) == 0) return LGM_OK;
    return lgm_custody_wrong(v, err, "report %lld: its text does not have its hash",
                             (long long)report);
}

static lgm_status check_record(lgm_custody_verifying *v, int64_t report, int64_t reading,
                               lgm_err *err)
{
    lgm_record *r;
    lgm_status st = lgm_ledger_get_reading(v->ledger, reading, &r, err);
    if (st != LGM_OK) return st;
    st = check_text(v, report, r, lgm_ledger_query_text_at(v->reading, 6), err);
    if (st == LGM_OK) st = lgm_custody_check_index(v, reading, r, err);
    lgm_record_free(r);
    return st;
}

lgm_status lgm_custody_check_reading(lgm_custody_verifying *v, int64_t report, int64_t reading,
                                     const char *mark, lgm_err *err)
{
    char own[LGM_LEDGER_HEX + 1];
    bool row;
    lgm_ledger_query_int(v->reading, 1, reading);
    lgm_ledger_query_int(v->reading, 2, report);
    lgm_status st = lgm_ledger_query_step(v->reading, &row, err);
    if (st != LGM_OK) return st;
    if (!row)
        return lgm_custody_wrong(v, err, "reading %lld of report %lld is gone, or its record",
                                 (long long)reading, (long long)report);
    st = mark_reading(v->reading, own, err);
    if (st == LGM_OK && differs(mark, own))
        st = lgm_custody_wrong(v, err,
                               "reading %lld of report %lld is not what was read: its row or its "
                               "record was changed",
                               (long long)reading, (long long)report);
    if (st == LGM_OK) st = check_record(v, report, reading, err);
    lgm_ledger_query_reset(v->reading);
    v->found->readings++;
    return st;
}

/* ---- a review ---- */

lgm_status lgm_custody_check_review(lgm_custody_verifying *v, int64_t review, const char *mark,
                                    lgm_err *err)
{
    char own[LGM_LEDGER_HEX + 1];
    const lgm_status st = lgm_ledger_mark_review(v->ledger->store, review, own, err);
    if (st != LGM_OK) return st;
    if (!own[0])
        return lgm_custody_wrong(v, err, "review %lld is gone, and its report is there",
                                 (long long)review);
    if (differs(mark, own))
        return lgm_custody_wrong(v, err,
                                 "review %lld is not what was written down: it was changed, or "
                                 "which ones it takes the place of",
                                 (long long)review);
    v->found->reviews++;
    return LGM_OK;
}

/* ---- a decision ---- */

/* It goes with either of its reports. */
static lgm_status was_taken_out(lgm_custody_verifying *v, int64_t decision, bool *out, lgm_err *err)
{
    lgm_ledger_query *q;
    *out = false;
    lgm_status st = lgm_ledger_query_new(&q, v->ledger->store,
                                         "SELECT 1 FROM log l JOIN log r ON r.report = l.report "
                                         "AND r.what = 'removed' WHERE l.entry = ?1 + 1",
                                         err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, decision);
    st = lgm_ledger_query_step(q, out, err);
    lgm_ledger_query_free(q);
    return st;
}

lgm_status lgm_custody_check_decision(lgm_custody_verifying *v, int64_t decision, const char *mark,
                                      lgm_err *err)
{
    char own[LGM_LEDGER_HEX + 1];
    bool out = false;
    lgm_status st = lgm_ledger_mark_decision(v->ledger->store, decision, own, err);
    if (st == LGM_OK && !own[0]) st = was_taken_out(v, decision, &out, err);
    if (st != LGM_OK || out) return st;
    if (!own[0])
        return lgm_custody_wrong(v, err, "decision %lld is gone, and its reports are there",
                                 (long long)decision);
    if (differs(mark, own))
        return lgm_custody_wrong(v, err,
                                 "decision %lld is not what was written down: it was changed, or "
                                 "which ones it takes the place of",
                                 (long long)decision);
    v->found->decisions++;
    return LGM_OK;
}

/* ---- the rest ---- */

/* A query whose first row is something that should not be there: the number in it. */
static lgm_status none_of(lgm_custody_verifying *v, const char *sql, const char *format,
                          lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    lgm_status st = lgm_ledger_query_new(&q, v->ledger->store, sql, err);
    if (st == LGM_OK) st = lgm_ledger_query_step(q, &row, err);
    if (row) st = lgm_custody_wrong(v, err, format, (long long)lgm_ledger_query_int_at(q, 0));
    lgm_ledger_query_free(q);
    return st;
}

static lgm_status check_bytes(lgm_custody_verifying *v, lgm_ledger_query *q, lgm_err *err)
{
    char own[LGM_LEDGER_HEX + 1], *bytes;
    size_t len;
    const lgm_slice hash = lgm_ledger_query_text_at(q, 0);
    lgm_err why = {0};
    const lgm_status st = lgm_ledger_unsqueeze(lgm_ledger_query_bytes_at(q, 1), &bytes, &len, &why);
    if (st == LGM_E_NOMEM) return lgm_fail(err, st, "out of memory");
    if (st == LGM_OK) lgm_ledger_mark_bytes((lgm_slice){bytes, len}, own);
    lgm_free(bytes);
    v->found->kept++;
    if (st == LGM_OK && hash.len == LGM_LEDGER_HEX && memcmp(hash.ptr, own, hash.len) == 0)
        return LGM_OK;
    return lgm_custody_wrong(v, err, "the bytes that came in with the hash %.*s are damaged",
                             (int)hash.len, hash.ptr ? hash.ptr : "");
}

static lgm_status check_raw(lgm_custody_verifying *v, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    lgm_status st = lgm_ledger_query_new(
        &q, v->ledger->store, "SELECT raw_sha256, bytes FROM raw ORDER BY raw_sha256", err);
    if (st != LGM_OK) return st;
    while ((st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row &&
           (st = check_bytes(v, q, err)) == LGM_OK) {
    }
    lgm_ledger_query_free(q);
    return st;
}

lgm_status lgm_custody_check_rest(lgm_custody_verifying *v, lgm_err *err)
{
    lgm_status st = none_of(v,
                            "SELECT report FROM report WHERE report NOT IN (SELECT report FROM log "
                            "WHERE what IN ('added', 'version'))",
                            "report %lld: no entry of the log says that it came in", err);
    if (st == LGM_OK)
        st = none_of(v,
                     "SELECT reading FROM reading WHERE reading NOT IN (SELECT reading FROM log "
                     "WHERE what = 'read')",
                     "reading %lld: no entry of the log says that it was made", err);
    if (st == LGM_OK)
        st = none_of(
            v, "SELECT reading FROM record WHERE reading NOT IN (SELECT reading FROM reading)",
            "a record belongs to reading %lld, which is not there", err);
    if (st == LGM_OK)
        st = none_of(v,
                     "SELECT review FROM review WHERE review NOT IN (SELECT entry FROM log WHERE "
                     "what IN ('reviewed', 'withdrawn'))",
                     "review %lld: no entry of the log says that it was written down", err);
    if (st == LGM_OK)
        st = none_of(v,
                     "SELECT decision FROM decision WHERE decision NOT IN (SELECT entry FROM log "
                     "WHERE what IN ('merged', 'split', 'undecided'))",
                     "decision %lld: no entry of the log says that it was written down", err);
    if (st == LGM_OK)
        st = none_of(v, "SELECT report FROM report JOIN log USING (report) WHERE what = 'removed'",
                     "report %lld is there, and the log says that it was taken out", err);
    return st == LGM_OK ? check_raw(v, err) : st;
}
