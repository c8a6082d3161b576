/* sqlite_rows.c - the virtual table new_rows(rows): see sqlite_rows.h. */
#include "ledger/sqlite_rows.h"

#include <stdio.h>

enum { MOST_VALUES = 32 }; /* of a row; the rows themselves come behind them */

const char lgm_ledger_some_rows_type[] = "lgm_ledger_some_rows";

typedef struct cursor {
    sqlite3_vtab_cursor base;
    lgm_ledger_some_rows rows;
    size_t at;
} cursor;

static int connect(sqlite3 *db, void *aux, int argc, const char *const *argv, sqlite3_vtab **out,
                   char **message)
{
    char sql[256] = "CREATE TABLE new_rows(";
    size_t len = 22;
    (void)aux, (void)argc, (void)argv, (void)message;
    for (int i = 0; i < MOST_VALUES; i++)
        len += (size_t)snprintf(sql + len, sizeof sql - len, "v%d, ", i);
    snprintf(sql + len, sizeof sql - len, "rows HIDDEN)");
    const int code = sqlite3_declare_vtab(db, sql);
    *out = code == SQLITE_OK ? sqlite3_malloc(sizeof **out) : NULL;
    if (code == SQLITE_OK && !*out) return SQLITE_NOMEM;
    if (*out) **out = (sqlite3_vtab){0};
    return code;
}

static int disconnect(sqlite3_vtab *table)
{
    sqlite3_free(table);
    return SQLITE_OK;
}

/* The rows have to be given. */
static int plan(sqlite3_vtab *table, sqlite3_index_info *info)
{
    (void)table;
    for (int i = 0; i < info->nConstraint; i++) {
        if (info->aConstraint[i].iColumn != MOST_VALUES || !info->aConstraint[i].usable) continue;
        info->aConstraintUsage[i].argvIndex = 1;
        info->aConstraintUsage[i].omit = 1;
        info->estimatedCost = 1;
        return SQLITE_OK;
    }
    return SQLITE_CONSTRAINT;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
{
    cursor *const c = sqlite3_malloc(sizeof *c);
    (void)table;
    if (!c) return SQLITE_NOMEM;
    *c = (cursor){0};
    *out = &c->base;
    return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *base)
{
    sqlite3_free(base);
    return SQLITE_OK;
}

static void find(cursor *c)
{
    while (c->at < c->rows.list->rows.n && c->rows.list->rows.at[c->at].table != c->rows.table)
        c->at++;
}

static int filter(sqlite3_vtab_cursor *base, int number, const char *name, int n,
                  sqlite3_value **values)
{
    cursor *const c = (cursor *)base;
    const lgm_ledger_some_rows *const rows =
        n ? sqlite3_value_pointer(values[0], lgm_ledger_some_rows_type) : NULL;
    (void)number, (void)name;
    if (!rows) return SQLITE_MISUSE;
    c->rows = *rows;
    c->at = 0;
    find(c);
    return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *base)
{
    cursor *const c = (cursor *)base;
    c->at++;
    find(c);
    return SQLITE_OK;
}

static int at_end(sqlite3_vtab_cursor *base)
{
    const cursor *const c = (const cursor *)base;
    return c->at >= c->rows.list->rows.n;
}

/* Texts are borrowed: they stay while the statement runs. */
static int column(sqlite3_vtab_cursor *base, sqlite3_context *out, int i)
{
    const cursor *const c = (const cursor *)base;
    const lgm_ledger_rows *const list = c->rows.list;
    const size_t first = list->rows.at[c->at].first + (size_t)i;
    const size_t end = c->at + 1 < list->rows.n ? list->rows.at[c->at + 1].first : list->values.n;
    if (i >= MOST_VALUES || first >= end) return SQLITE_OK; /* null */
    const lgm_ledger_value *const v = &list->values.at[first];
    if (v->type == LGM_LEDGER_INT) sqlite3_result_int64(out, v->as.number);
    if (v->type == LGM_LEDGER_REAL) sqlite3_result_double(out, v->as.real);
    if (v->type == LGM_LEDGER_TEXT)
        sqlite3_result_text64(out, v->as.text.ptr, v->as.text.len, SQLITE_STATIC, SQLITE_UTF8);
    if (v->type == LGM_LEDGER_BYTES)
        sqlite3_result_blob64(out, v->as.text.ptr, v->as.text.len, SQLITE_STATIC);
    return SQLITE_OK;
}

static int row_number(sqlite3_vtab_cursor *base, sqlite3_int64 *number)
{
    *number = (sqlite3_int64)((const cursor *)base)->at;
    return SQLITE_OK;
}

int lgm_ledger_make_new_rows(sqlite3 *db)
{
    static const sqlite3_module module = {.xConnect = connect,
                                          .xBestIndex = plan,
                                          .xDisconnect = disconnect,
                                          .xOpen = open_cursor,
                                          .xClose = close_cursor,
                                          .xFilter = filter,
                                          .xNext = next,
                                          .xEof = at_end,
                                          .xColumn = column,
                                          .xRowid = row_number};
    return sqlite3_create_module(db, "new_rows", &module, NULL);
}
