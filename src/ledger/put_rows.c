/* put_rows.c - rows into their tables, by statements made from the tables' columns. */
#include <string.h>

#include "base/buf.h"
#include "ledger/ledger_file.h"

/* ---- statements ---- */

/* "n, name, ", from a list of columns divided by spaces; returns how many. */
static int put_columns(lgm_buf *b, const char *columns)
{
    int n = 0;
    for (const char *s = columns; *s; n++) {
        const size_t len = strcspn(s, " ");
        lgm_buf_puts(b, n ? ", \"" : "\"");
        lgm_buf_put(b, s, len);
        lgm_buf_putc(b, '"');
        s += len + (s[len] == ' ');
    }
    return n;
}

static void put_places(lgm_buf *b, int n)
{
    for (int i = 1; i <= n; i++) {
        lgm_buf_puts(b, i > 1 ? ", ?" : "?");
        lgm_buf_uint(b, (uint64_t)i);
    }
}

static lgm_status prepare(lgm_ledger *l, lgm_ledger_query **q, lgm_buf *b, lgm_err *err)
{
    char *sql;
    lgm_status st = lgm_buf_take(b, &sql, NULL, err);
    if (st == LGM_OK) st = lgm_ledger_query_new(q, l->store, sql, err);
    lgm_free(sql);
    return st;
}

/* INSERT INTO name(before, columns) VALUES(?1, ...) */
static lgm_status prepare_row(lgm_ledger *l, lgm_ledger_query **q, const lgm_ledger_table *t,
                              const char *before, lgm_err *err)
{
    lgm_buf b = {0};
    lgm_buf_puts(&b, "INSERT INTO ");
    lgm_buf_puts(&b, t->name);
    lgm_buf_putc(&b, '(');
    int n = put_columns(&b, before);
    lgm_buf_puts(&b, ", ");
    n += put_columns(&b, t->columns);
    lgm_buf_puts(&b, ") VALUES(");
    put_places(&b, n);
    lgm_buf_putc(&b, ')');
    return prepare(l, q, &b, err);
}

/*
 * All rows of a list that are of the table, in one statement: INSERT INTO name(reading, columns)
 * SELECT ?1, v0, ... FROM new_rows(?2). A record may name the same twice, and the table has it
 * once. OR FAIL: what fails is undone with the whole transaction, so the statement need not keep
 * what it changes.
 */
static lgm_status prepare_rows(lgm_ledger *l, lgm_ledger_query **q, const lgm_ledger_table *t,
                               lgm_err *err)
{
    const bool claim = t->key == LGM_LEDGER_BY_CLAIM;
    lgm_buf b = {0};
    lgm_buf_puts(&b, "INSERT OR FAIL INTO ");
    lgm_buf_puts(&b, t->name);
    lgm_buf_puts(&b, claim ? "(claim, reading, " : "(reading, ");
    const int n = put_columns(&b, t->columns);
    lgm_buf_puts(&b, claim ? ") SELECT " LGM_LEDGER_CLAIM("?1", "v0") ", ?1" : ") SELECT ?1");
    for (int i = 0; i < n; i++) {
        lgm_buf_puts(&b, ", v");
        lgm_buf_uint(&b, (uint64_t)i);
    }
    lgm_buf_puts(&b, " FROM new_rows(?2) WHERE 1 ON CONFLICT DO NOTHING");
    return prepare(l, q, &b, err);
}

/* A row of a search: INSERT INTO name(rowid, columns) VALUES(?1, ...) */
static lgm_status prepare_words(lgm_ledger *l, lgm_ledger_query **q, const lgm_ledger_table *t,
                                lgm_err *err)
{
    const lgm_ledger_table search = {t->name, strchr(t->columns, ' ') + 1, t->key};
    return prepare_row(l, q, &search, "rowid", err);
}

lgm_status lgm_ledger_prepare_rows(lgm_ledger *l, lgm_err *err)
{
    lgm_status st =
        prepare_row(l, &l->add_report, &lgm_ledger_report, "previous learned salt", err);
    for (size_t i = 0; i < LGM_LEDGER_N_TABLES && st == LGM_OK; i++) {
        const lgm_ledger_table *const t = lgm_ledger_tables[i];
        st = (t->key == LGM_LEDGER_BY_WORD ? prepare_words : prepare_rows)(l, &l->add_rows[i], t,
                                                                           err);
    }
    return st;
}

void lgm_ledger_free_rows(lgm_ledger *l)
{
    lgm_ledger_query_free(l->add_report);
    for (size_t i = 0; i < LGM_LEDGER_N_TABLES; i++) lgm_ledger_query_free(l->add_rows[i]);
}

/* ---- rows ---- */

static void bind(lgm_ledger_query *q, int at, const lgm_ledger_value *v)
{
    if (v->type == LGM_LEDGER_INT) lgm_ledger_query_int(q, at, v->as.number);
    if (v->type == LGM_LEDGER_REAL) lgm_ledger_query_real(q, at, v->as.real);
    if (v->type == LGM_LEDGER_TEXT) lgm_ledger_query_text(q, at, v->as.text);
    if (v->type == LGM_LEDGER_BYTES) lgm_ledger_query_bytes(q, at, v->as.text);
}

void lgm_ledger_bind_row(lgm_ledger_query *q, int at, const lgm_ledger_rows *rows, size_t i)
{
    const size_t end = i + 1 < rows->rows.n ? rows->rows.at[i + 1].first : rows->values.n;
    for (size_t v = rows->rows.at[i].first; v < end; v++) bind(q, at++, &rows->values.at[v]);
}

lgm_status lgm_ledger_put_report(lgm_ledger *l, const lgm_ledger_entry *e, int64_t previous,
                                 const char *salt, int64_t *report, lgm_err *err)
{
    lgm_ledger_query *const q = l->add_report;
    if (previous) lgm_ledger_query_int(q, 1, previous);
    lgm_ledger_query_text(q, 2, (lgm_slice){l->now, strlen(l->now)});
    lgm_ledger_query_text(q, 3, (lgm_slice){salt, strlen(salt)});
    lgm_ledger_bind_row(q, 4, &e->report, 0);
    return lgm_ledger_query_insert(q, report, err);
}

/* Rows of a search, one by one: it writes out what it has in memory before a statement of many. */
static lgm_status put_words(lgm_ledger_query *q, const lgm_ledger_rows *rows,
                            const lgm_ledger_table *t, int64_t reading, lgm_err *err)
{
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < rows->rows.n && st == LGM_OK; i++) {
        if (rows->rows.at[i].table != t) continue;
        lgm_ledger_bind_row(q, 1, rows, i);
        lgm_ledger_query_int(
            q, 1,
            lgm_ledger_claim_number(reading, rows->values.at[rows->rows.at[i].first].as.number));
        st = lgm_ledger_query_do(q, err);
    }
    return st;
}

lgm_status lgm_ledger_put_rows(lgm_ledger *l, const lgm_ledger_rows *rows, int64_t reading,
                               lgm_err *err)
{
    bool there[LGM_LEDGER_N_TABLES] = {0};
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < rows->rows.n; i++)
        there[lgm_ledger_table_place(rows->rows.at[i].table)] = true;
    for (size_t i = 0; i < LGM_LEDGER_N_TABLES && st == LGM_OK; i++) {
        const lgm_ledger_table *const t = lgm_ledger_tables[i];
        lgm_ledger_query *const q = l->add_rows[i];
        if (!there[i]) continue;
        if (t->key == LGM_LEDGER_BY_WORD) {
            st = put_words(q, rows, t, reading, err);
            continue;
        }
        lgm_ledger_query_int(q, 1, reading);
        lgm_ledger_query_rows(q, 2, rows, t);
        st = lgm_ledger_query_do(q, err);
    }
    return st;
}
