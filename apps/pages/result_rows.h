/*
 * result_rows.h - rows of an answer: as a table that fits the window, JSON, CSV or a web page.
 *
 *     rows_begin(&b, form, kind, &options);
 *     while (... ) rows_put(&rows, &row);
 *     rows_end(&rows);
 *
 * A table needs the widths of all rows and is laid out at the end; the others are written row by
 * row. What comes from a report cannot steer a terminal, a spreadsheet or a browser.
 *
 * Files   result_rows.c, rows_table.c, rows_json.c, rows_csv.c, rows_html.c.
 */
#ifndef PAGES_RESULT_ROWS_H
#define PAGES_RESULT_ROWS_H

#include <stdbool.h>

#include "legomena/question.h"
#include "strbuf.h"

typedef enum rows_form { ROWS_TEXT, ROWS_JSON, ROWS_JSONL, ROWS_CSV, ROWS_HTML } rows_form;

typedef struct rows {
    strbuf *out;
    rows_form form;
    const lgm_question_kind *kind;
    int width;
    bool color;
    size_t n;
    strbuf cells; /* of a table: the texts, one behind the other, each with its length before it */
} rows;

void rows_begin(rows *r, strbuf *out, rows_form form, const lgm_question_kind *kind, int width,
                bool color);
void rows_put(rows *r, const lgm_question_row *row);
void rows_end(rows *r);

/* ---- the forms; of result_rows.c alone ---- */

void rows_table(rows *r);
void rows_hits(rows *r); /* of a search: a paragraph a report */
void rows_json_put(rows *r, const lgm_question_row *row);
void rows_csv_put(rows *r, const lgm_question_row *row);
void rows_html_put(rows *r, const lgm_question_row *row);
void rows_csv_begin(rows *r);
void rows_html_begin(rows *r);
void rows_html_end(rows *r);

/* A text as people read it: a source without a name is "(a group)", not "group". */
lgm_str rows_shown(const rows *r, const lgm_question_row *row, size_t i);

/* The next text of the cells; false at the end. ptr NULL = null. */
bool rows_next_cell(const rows *r, size_t *at, lgm_str *cell);

#endif
