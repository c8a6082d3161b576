/* result_rows.csv.c - rows as a table for spreadsheets. */
#include "csv_table.h"
#include "result_rows.h"

void rows_csv_begin(rows *r)
{
    for (size_t i = 0; i < r->kind->n_columns; i++)
        strbuf_printf(r->out, "%s%s", i ? "," : "", r->kind->columns[i].name);
    strbuf_puts(r->out, "\r\n");
}

/* Without the marks around a hit of a search. */
static void put(csv_table *t, lgm_str s)
{
    strbuf plain = {0};
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] != 2 && s.ptr[i] != 3) strbuf_put(&plain, &s.ptr[i], 1);
    if (plain.failed) t->out->failed = true;
    csv_str(t, (lgm_str){plain.at, plain.len});
    strbuf_done(&plain);
}

void rows_csv_put(rows *r, const lgm_question_row *row)
{
    csv_table t = {.out = r->out};
    for (size_t i = 0; i < row->n; i++)
        put(&t, row->at[i].is_null ? (lgm_str){0} : row->at[i].text);
    csv_end(&t);
}
