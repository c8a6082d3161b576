/* check_index.c - the tables made from the records against the records. */
#include <string.h>

#include "base/buf.h"
#include "custody/checking.h"

/* ---- queries ---- */

/* Is there a row with just these values? Numbers from ?2 on; `reading` is ?1. */
static lgm_status prepare_row(lgm_custody_verifying *v, size_t i, lgm_err *err)
{
    const lgm_ledger_table *const t = lgm_ledger_tables[i];
    lgm_buf b = {0};
    char *sql;
    uint64_t at = 2;
    lgm_buf_puts(&b, "SELECT 1 FROM ");
    lgm_buf_puts(&b, t->name);
    lgm_buf_puts(&b, " WHERE reading=?1");
    for (const char *s = t->columns; *s; at++) {
        const size_t len = strcspn(s, " ");
        lgm_buf_puts(&b, " AND \"");
        lgm_buf_put(&b, s, len);
        lgm_buf_puts(&b, at == 2 ? "\"=?" : "\" IS ?");
        lgm_buf_uint(&b, at);
        s += len + (s[len] == ' ');
    }
    lgm_status st = lgm_buf_take(&b, &sql, NULL, err);
    if (st == LGM_OK) st = lgm_ledger_query_new(&v->row[i], v->ledger->store, sql, err);
    lgm_free(sql);
    return st;
}

/* Others are not counted: a reading's rows are not together in them. */
static bool is_by_reading(enum lgm_ledger_key key)
{
    return key == LGM_LEDGER_BY_READING || key == LGM_LEDGER_BY_CLAIM;
}

static lgm_status prepare_count(lgm_custody_verifying *v, size_t i, lgm_err *err)
{
    lgm_buf b = {0};
    char *sql;
    lgm_buf_puts(&b, "SELECT count(*) FROM ");
    lgm_buf_puts(&b, lgm_ledger_tables[i]->name);
    lgm_buf_puts(&b, " WHERE reading=?1");
    lgm_status st = lgm_buf_take(&b, &sql, NULL, err);
    if (st == LGM_OK) st = lgm_ledger_query_new(&v->count[i], v->ledger->store, sql, err);
    lgm_free(sql);
    return st;
}

lgm_status lgm_custody_index_start(lgm_custody_verifying *v, lgm_err *err)
{
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < LGM_LEDGER_N_TABLES && st == LGM_OK; i++) {
        const enum lgm_ledger_key key = lgm_ledger_tables[i]->key;
        if (key != LGM_LEDGER_BY_WORD) st = prepare_row(v, i, err);
        if (st == LGM_OK && is_by_reading(key)) st = prepare_count(v, i, err);
    }
    return st;
}

void lgm_custody_index_end(lgm_custody_verifying *v)
{
    for (size_t i = 0; i < LGM_LEDGER_N_TABLES; i++) {
        lgm_ledger_query_free(v->row[i]);
        lgm_ledger_query_free(v->count[i]);
    }
}

/* ---- a reading ---- */

static lgm_status not_the_record(const lgm_custody_verifying *v, const lgm_ledger_table *t,
                                 int64_t reading, lgm_err *err)
{
    return lgm_custody_wrong(v, err,
                             "the table %s does not say what the record of reading %lld says: "
                             "legomena reindex makes it anew",
                             t->name, (long long)reading);
}

static lgm_status check_row(lgm_custody_verifying *v, int64_t reading, const lgm_ledger_rows *rows,
                            size_t i, lgm_err *err)
{
    const lgm_ledger_table *const t = rows->rows.at[i].table;
    lgm_ledger_query *const q = v->row[lgm_ledger_table_place(t)];
    bool row;
    if (!q) return LGM_OK;
    lgm_ledger_query_int(q, 1, reading);
    lgm_ledger_bind_row(q, 2, rows, i);
    const lgm_status st = lgm_ledger_query_step(q, &row, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_reset(q);
    return row ? LGM_OK : not_the_record(v, t, reading, err);
}

/* Rows that the record does not have: there are more than it gave. */
static lgm_status check_count(lgm_custody_verifying *v, size_t table, int64_t reading,
                              const lgm_ledger_rows *rows, lgm_err *err)
{
    const lgm_ledger_table *const t = lgm_ledger_tables[table];
    lgm_ledger_query *const q = v->count[table];
    int64_t n = 0, most = 0;
    bool row;
    if (!q) return LGM_OK;
    for (size_t i = 0; i < rows->rows.n; i++) most += rows->rows.at[i].table == t;
    lgm_ledger_query_int(q, 1, reading);
    const lgm_status st = lgm_ledger_query_step(q, &row, err);
    if (st != LGM_OK) return st;
    if (row) n = lgm_ledger_query_int_at(q, 0);
    lgm_ledger_query_reset(q);
    return n <= most ? LGM_OK : not_the_record(v, t, reading, err);
}

static lgm_status check_rows(lgm_custody_verifying *v, int64_t reading, const lgm_ledger_rows *rows,
                             lgm_err *err)
{
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < rows->rows.n && st == LGM_OK; i++)
        st = check_row(v, reading, rows, i, err);
    for (size_t i = 0; i < LGM_LEDGER_N_TABLES && st == LGM_OK; i++)
        st = check_count(v, i, reading, rows, err);
    return st;
}

lgm_status lgm_custody_check_index(lgm_custody_verifying *v, int64_t reading,
                                   const lgm_record *record, lgm_err *err)
{
    lgm_arena *arena;
    lgm_ledger_rows rows;
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    lgm_ledger_rows_start(&rows, arena, record);
    lgm_ledger_index_rows(&rows);
    st = lgm_ledger_rows_made(&rows, err);
    if (st == LGM_OK) st = check_rows(v, reading, &rows, err);
    lgm_arena_free(arena);
    return st;
}

/* ---- the search ---- */

/* The check of FTS5 is a command that is written like a row, so it takes a connection that may
 * write, and a transaction that is not committed. */
lgm_status lgm_custody_check_search(lgm_custody_verifying *v, lgm_err *err)
{
    const char *const path = lgm_ledger_store_path(v->ledger->store);
    lgm_ledger_store *s;
    if (lgm_ledger_store_open(&s, path, LGM_LEDGER_WRITE, NULL) != LGM_OK) return LGM_OK;
    lgm_status st = lgm_ledger_store_run(s, "BEGIN IMMEDIATE", NULL);
    if (st == LGM_OK) {
        st = lgm_ledger_store_run(
            s,
            "INSERT INTO claim_search(claim_search, rank) VALUES('integrity-check', 1);"
            "INSERT INTO entity_search(entity_search, rank) VALUES('integrity-check', 1);"
            "INSERT INTO report_search(report_search) VALUES('integrity-check');",
            err);
        v->found->searched = st == LGM_OK;
        if (st == LGM_E_CORRUPT)
            st = lgm_custody_wrong(v, err,
                                   "the search does not say what the records say: legomena "
                                   "reindex makes it anew");
    } else {
        st = LGM_OK;
    }
    lgm_ledger_store_close(s);
    return st;
}
