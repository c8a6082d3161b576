/*
 * sqlite.c - store.h over SQLite.
 *
 * The file is in WAL mode: readers see the last commit while one program writes. A commit is not
 * waited for to be on the disk (synchronous NORMAL): what a power cut can take is the last
 * commits, whole, and never the file. The file may come from outside: functions of ours are not
 * called by its schema, its structure is checked as it is read, and what is wrong is an error.
 */
#include "ledger/store.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "ledger/sealed_off.h"
#include "ledger/sqlite_rows.h"

/* KEPT statements wait to be asked again: those of questions take longer to plan than to run. */
enum { WAIT_MS = 10000, PAGES_IN_MEMORY_KB = 24 << 10, PAGES_BESIDE = 4000, KEPT = 8 };

struct lgm_ledger_store {
    sqlite3 *db;
    char *path;
    lgm_ledger_query *kept[KEPT]; /* a ring; NULL = a free place */
    size_t next;
};

struct lgm_ledger_query {
    lgm_ledger_store *store;
    sqlite3_stmt *stmt;
    lgm_ledger_some_rows rows; /* that are bound */
};

/* ---- errors ---- */

static lgm_status io_error(const lgm_ledger_store *s, lgm_err *err)
{
    const int e = sqlite3_system_errno(s->db);
    char words[128];
    return lgm_fail(err, LGM_E_IO, "%s: cannot be read or written: %s", s->path,
                    e ? strerror_r(e, words, sizeof words) : sqlite3_errmsg(s->db));
}

static lgm_status cannot_open(const lgm_ledger_store *s, lgm_err *err)
{
    const int e = sqlite3_system_errno(s->db);
    if (e == ENOENT) return lgm_fail(err, LGM_E_NOTFOUND, "%s: there is no such ledger", s->path);
    if (e) return lgm_fail_errno(err, s->path, e);
    return lgm_fail(err, LGM_E_IO, "%s: cannot be opened", s->path);
}

static lgm_status fail(const lgm_ledger_store *s, int code, lgm_err *err)
{
    switch (code & 0xff) {
    case SQLITE_NOMEM: return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    case SQLITE_NOTADB: return lgm_fail(err, LGM_E_FORMAT, "%s: this is not a ledger", s->path);
    case SQLITE_CORRUPT:
        return lgm_fail(err, LGM_E_CORRUPT, "%s: the ledger is damaged: %s", s->path,
                        sqlite3_errmsg(s->db));
    case SQLITE_FULL:
        return lgm_fail(err, LGM_E_IO, "%s: the disk is full; what was not committed is left out",
                        s->path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return lgm_fail(err, LGM_E_IO,
                        "%s: another program is writing to it; try again when it has ended",
                        s->path);
    case SQLITE_READONLY:
        return lgm_fail(err, LGM_E_IO, "%s: may be read, and not written", s->path);
    case SQLITE_CANTOPEN: return cannot_open(s, err);
    case SQLITE_IOERR: return io_error(s, err);
    case SQLITE_TOOBIG:
        return lgm_fail(err, LGM_E_BUDGET, "%s: a text or a record is too large for a ledger",
                        s->path);
    default: return lgm_fail(err, LGM_E_CORRUPT, "%s: %s", s->path, sqlite3_errmsg(s->db));
    }
}

static lgm_status check(const lgm_ledger_store *s, int code, lgm_err *err)
{
    return code == SQLITE_OK ? LGM_OK : fail(s, code, err);
}

/* ---- the file ---- */

static void settle(sqlite3 *db)
{
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, WAIT_MS);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
}

static lgm_status open_file(lgm_ledger_store *s, lgm_ledger_access access, lgm_err *err)
{
    static const int flags[] = {SQLITE_OPEN_READONLY, SQLITE_OPEN_READWRITE,
                                SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
    const bool sealed = access == LGM_LEDGER_READ && lgm_ledger_sealed_off(s->path);
    char *address = NULL;
    lgm_status st = sealed ? lgm_ledger_sealed_off_address(&address, s->path, err) : LGM_OK;
    if (st == LGM_OK)
        st = check(s,
                   sqlite3_open_v2(
                       sealed ? address : s->path, &s->db,
                       flags[access] | SQLITE_OPEN_NOMUTEX | (sealed ? SQLITE_OPEN_URI : 0), NULL),
                   err);
    lgm_free(address);
    if (st == LGM_OK) settle(s->db);
    return st;
}

lgm_status lgm_ledger_store_open(lgm_ledger_store **out, const char *path, lgm_ledger_access access,
                                 lgm_err *err)
{
    const size_t size = strlen(path) + 1;
    lgm_ledger_store *const s = lgm_calloc(1, sizeof *s);
    char pragmas[256];
    *out = NULL;
    if (s) s->path = lgm_malloc(size);
    if (!s || !s->path) {
        lgm_free(s);
        return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    }
    memcpy(s->path, path, size);
    lgm_status st = open_file(s, access, err);
    if (st == LGM_OK) st = check(s, lgm_ledger_make_new_rows(s->db), err);
    snprintf(pragmas, sizeof pragmas,
             "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA synchronous=NORMAL;"
             "PRAGMA cache_size=-%d; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=%d;",
             PAGES_IN_MEMORY_KB, PAGES_BESIDE);
    if (st == LGM_OK) st = lgm_ledger_store_run(s, pragmas, err);
    if (st == LGM_OK)
        *out = s;
    else
        lgm_ledger_store_close(s);
    return st;
}

static void drop(lgm_ledger_query *q)
{
    if (!q) return;
    sqlite3_finalize(q->stmt);
    lgm_free(q);
}

void lgm_ledger_store_close(lgm_ledger_store *s)
{
    if (!s) return;
    for (size_t i = 0; i < KEPT; i++) drop(s->kept[i]);
    sqlite3_close(s->db);
    lgm_free(s->path);
    lgm_free(s);
}

const char *lgm_ledger_store_path(const lgm_ledger_store *s)
{
    return s->path;
}

lgm_status lgm_ledger_store_run(lgm_ledger_store *s, const char *sql, lgm_err *err)
{
    return check(s, sqlite3_exec(s->db, sql, NULL, NULL, NULL), err);
}

lgm_status lgm_ledger_store_number(lgm_ledger_store *s, const char *sql, int64_t *out, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    *out = 0;
    lgm_status st = lgm_ledger_query_new(&q, s, sql, err);
    if (st == LGM_OK) st = lgm_ledger_query_step(q, &row, err);
    if (row) *out = lgm_ledger_query_int_at(q, 0);
    lgm_ledger_query_free(q);
    return st;
}

bool lgm_ledger_store_in_transaction(const lgm_ledger_store *s)
{
    return !sqlite3_get_autocommit(s->db);
}

/* ---- queries ---- */

static lgm_ledger_query *take_kept(lgm_ledger_store *s, const char *sql)
{
    for (size_t i = 0; i < KEPT; i++) {
        lgm_ledger_query *const q = s->kept[i];
        if (!q || strcmp(sqlite3_sql(q->stmt), sql) != 0) continue;
        s->kept[i] = NULL;
        return q;
    }
    return NULL;
}

lgm_status lgm_ledger_query_new(lgm_ledger_query **out, lgm_ledger_store *s, const char *sql,
                                lgm_err *err)
{
    *out = take_kept(s, sql);
    if (*out) return LGM_OK;
    lgm_ledger_query *const q = *out = lgm_calloc(1, sizeof *q);
    if (!q) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    q->store = s;
    const lgm_status st = check(
        s, sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &q->stmt, NULL), err);
    if (st == LGM_OK) return LGM_OK;
    lgm_free(q);
    *out = NULL;
    return st;
}

void lgm_ledger_query_free(lgm_ledger_query *q)
{
    if (!q) return;
    lgm_ledger_store *const s = q->store;
    lgm_ledger_query_reset(q);
    drop(s->kept[s->next]);
    s->kept[s->next] = q;
    s->next = (s->next + 1) % KEPT;
}

/* A place that a statement does not have is a mistake of ours, which tests meet; a value that is
 * too large is met by the step. */
void lgm_ledger_query_int(lgm_ledger_query *q, int at, int64_t value)
{
    sqlite3_bind_int64(q->stmt, at, value);
}

void lgm_ledger_query_real(lgm_ledger_query *q, int at, double value)
{
    sqlite3_bind_double(q->stmt, at, value);
}

void lgm_ledger_query_text(lgm_ledger_query *q, int at, lgm_slice value)
{
    sqlite3_bind_text64(q->stmt, at, value.ptr, value.len, SQLITE_STATIC, SQLITE_UTF8);
}

void lgm_ledger_query_bytes(lgm_ledger_query *q, int at, lgm_slice value)
{
    sqlite3_bind_blob64(q->stmt, at, value.ptr, value.len, SQLITE_STATIC);
}

void lgm_ledger_query_rows(lgm_ledger_query *q, int at, const lgm_ledger_rows *rows,
                           const lgm_ledger_table *table)
{
    q->rows = (lgm_ledger_some_rows){rows, table};
    sqlite3_bind_pointer(q->stmt, at, &q->rows, lgm_ledger_some_rows_type, NULL);
}

void lgm_ledger_query_reset(lgm_ledger_query *q)
{
    sqlite3_reset(q->stmt);
    sqlite3_clear_bindings(q->stmt);
}

lgm_status lgm_ledger_query_step(lgm_ledger_query *q, bool *row, lgm_err *err)
{
    const int code = sqlite3_step(q->stmt);
    *row = code == SQLITE_ROW;
    if (*row) return LGM_OK;
    const lgm_status st = code == SQLITE_DONE ? LGM_OK : fail(q->store, code, err);
    lgm_ledger_query_reset(q);
    return st;
}

lgm_status lgm_ledger_query_do(lgm_ledger_query *q, lgm_err *err)
{
    bool row;
    const lgm_status st = lgm_ledger_query_step(q, &row, err);
    if (st == LGM_OK && row) lgm_ledger_query_reset(q);
    return st;
}

lgm_status lgm_ledger_query_insert(lgm_ledger_query *q, int64_t *number, lgm_err *err)
{
    const lgm_status st = lgm_ledger_query_do(q, err);
    *number = st == LGM_OK ? sqlite3_last_insert_rowid(q->store->db) : 0;
    return st;
}

lgm_status lgm_ledger_query_number(lgm_ledger_query *q, int64_t *number, lgm_err *err)
{
    bool row;
    *number = 0;
    const lgm_status st = lgm_ledger_query_step(q, &row, err);
    if (st != LGM_OK || !row) return st;
    *number = lgm_ledger_query_int_at(q, 0);
    lgm_ledger_query_reset(q);
    return LGM_OK;
}

lgm_status lgm_ledger_query_numbers(lgm_ledger_query *q, int64_t **out, size_t *n, lgm_err *err)
{
    lgm_buf found = {0};
    char *at = NULL;
    size_t len = 0;
    bool row;
    lgm_status st;
    while ((st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row) {
        const int64_t number = lgm_ledger_query_int_at(q, 0);
        lgm_buf_put(&found, (const char *)&number, sizeof number);
    }
    if (st == LGM_OK && (found.len || found.failed)) st = lgm_buf_take(&found, &at, &len, err);
    lgm_buf_done(&found);
    *out = (int64_t *)(void *)at;
    *n = len / sizeof **out;
    return st;
}

int64_t lgm_ledger_query_int_at(lgm_ledger_query *q, int column)
{
    return sqlite3_column_int64(q->stmt, column);
}

double lgm_ledger_query_real_at(lgm_ledger_query *q, int column)
{
    return sqlite3_column_double(q->stmt, column);
}

lgm_slice lgm_ledger_query_text_at(lgm_ledger_query *q, int column)
{
    const char *const text = (const char *)sqlite3_column_text(q->stmt, column);
    return (lgm_slice){text, text ? (size_t)sqlite3_column_bytes(q->stmt, column) : 0};
}

lgm_slice lgm_ledger_query_bytes_at(lgm_ledger_query *q, int column)
{
    const char *const at = sqlite3_column_blob(q->stmt, column);
    return (lgm_slice){at, at ? (size_t)sqlite3_column_bytes(q->stmt, column) : 0};
}
