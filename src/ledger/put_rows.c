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

/* INSERT INTO name(before, columns) VALUES(?1, ...) end */
static lgm_status prepare_insert(lgm_ledger *l, lgm_ledger_query **q, lgm_slice name,
                                 const char *before, const char *columns, const char *end,
                                 lgm_err *err)
{
    lgm_buf b = {0};
    char *sql;
    lgm_buf_puts(&b, "INSERT INTO ");
    lgm_buf_put(&b, name.ptr, name.len);
    lgm_buf_putc(&b, '(');
    const int n_before = put_columns(&b, before);
    lgm_buf_puts(&b, ", ");
    const int n = n_before + put_columns(&b, columns);
    lgm_buf_puts(&b, ") VALUES(");
    put_places(&b, n);
    lgm_buf_puts(&b, end);
    lgm_status st = lgm_buf_take(&b, &sql, NULL, err);
    if (st == LGM_OK) st = lgm_ledger_query_new(q, l->store, sql, err);
    lgm_free(sql);
    return st;
}

static bool is_claim(const lgm_ledger_table *t)
{
    return t == &lgm_ledger_claim;
}

static lgm_status prepare_table(lgm_ledger *l, size_t i, lgm_err *err)
{
    const lgm_ledger_table *const t = lgm_ledger_tables[i];
    const lgm_slice name = {t->name, strlen(t->name)};
    /* A record may name the same twice; the table has it once. */
    const lgm_status st =
        prepare_insert(l, &l->add_row[i], name, is_claim(t) ? "claim reading" : "reading",
                       t->columns, ") ON CONFLICT DO NOTHING", err);
    if (st != LGM_OK || !t->search) return st;
    const size_t len = strcspn(t->search, " ");
    return prepare_insert(l, &l->add_words[i], (lgm_slice){t->search, len}, "rowid",
                          t->search + len + 1, ")", err);
}

lgm_status lgm_ledger_prepare_rows(lgm_ledger *l, lgm_err *err)
{
    lgm_status st = prepare_insert(l, &l->add_report, LGM_SLICE("report"), "previous learned salt",
                                   lgm_ledger_report.columns, ")", err);
    for (size_t i = 0; i < LGM_LEDGER_N_TABLES && st == LGM_OK; i++) st = prepare_table(l, i, err);
    return st;
}

void lgm_ledger_free_rows(lgm_ledger *l)
{
    lgm_ledger_query_free(l->add_report);
    for (size_t i = 0; i < LGM_LEDGER_N_TABLES; i++) {
        lgm_ledger_query_free(l->add_row[i]);
        lgm_ledger_query_free(l->add_words[i]);
    }
}

/* ---- rows ---- */

static void bind(lgm_ledger_query *q, int at, const lgm_ledger_value *v)
{
    if (v->type == LGM_LEDGER_INT) lgm_ledger_query_int(q, at, v->as.number);
    if (v->type == LGM_LEDGER_REAL) lgm_ledger_query_real(q, at, v->as.real);
    if (v->type == LGM_LEDGER_TEXT) lgm_ledger_query_text(q, at, v->as.text);
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

/* The value of a row in the column of that name. */
static const lgm_ledger_value *value_of(const lgm_ledger_rows *rows, size_t i, const char *columns,
                                        const char *name, size_t len)
{
    size_t v = rows->rows.at[i].first;
    for (const char *s = columns; *s; v++) {
        const size_t n = strcspn(s, " ");
        if (n == len && memcmp(s, name, n) == 0) break;
        s += n + (s[n] == ' ');
    }
    return &rows->values.at[v];
}

static lgm_status put_words(lgm_ledger_query *q, const lgm_ledger_rows *rows, size_t i,
                            int64_t number, lgm_err *err)
{
    const lgm_ledger_table *const t = rows->rows.at[i].table;
    const char *s = t->search + strcspn(t->search, " ");
    lgm_ledger_query_int(q, 1, number);
    for (int at = 2; *s; at++) {
        const size_t len = strcspn(++s, " ");
        bind(q, at, value_of(rows, i, t->columns, s, len));
        s += len;
    }
    return lgm_ledger_query_do(q, err);
}

lgm_status lgm_ledger_put_rows(lgm_ledger *l, const lgm_ledger_rows *rows, int64_t reading,
                               lgm_err *err)
{
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < rows->rows.n && st == LGM_OK; i++) {
        const lgm_ledger_table *const t = rows->rows.at[i].table;
        const size_t place = lgm_ledger_table_place(t);
        lgm_ledger_query *const q = l->add_row[place];
        const int64_t number =
            lgm_ledger_claim_number(reading, rows->values.at[rows->rows.at[i].first].as.number);
        int at = 1;
        if (is_claim(t)) lgm_ledger_query_int(q, at++, number);
        lgm_ledger_query_int(q, at++, reading);
        lgm_ledger_bind_row(q, at, rows, i);
        st = lgm_ledger_query_do(q, err);
        if (st == LGM_OK && t->search) st = put_words(l->add_words[place], rows, i, number, err);
    }
    return st;
}
