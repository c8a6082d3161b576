/*
 * csv_table.h - rows of cells, for the tables of csv.h. Internal to them.
 */
#ifndef PAGES_CSV_TABLE_H
#define PAGES_CSV_TABLE_H

#include <stdbool.h>

#include "legomena/record.h"
#include "strbuf.h"

typedef struct csv_table {
    strbuf *out;
    bool any; /* a cell stands in this row */
    size_t n_guarded;
} csv_table;

/* A row begins with where it is from: file, line, report, day. */
void csv_begin(csv_table *t, const lgm_record *r, size_t text_line);
void csv_end(csv_table *t);

/* A cell. */
void csv_str(csv_table *t, lgm_str s);      /* empty for an unknown one */
void csv_text(csv_table *t, const char *s); /* NULL = empty */
void csv_number(csv_table *t, unsigned long long n);
void csv_share(csv_table *t, float share);
void csv_id(csv_table *t, char kind, size_t index);
void csv_spans(csv_table *t, const lgm_record *r, lgm_spans parts);

/* One after another, with "; " between them; then all are one cell, and b is freed. */
void csv_add(strbuf *b, bool first, lgm_str words);
void csv_items(csv_table *t, strbuf *b);

#endif
