/*
 * row_list.h - a record taken apart into rows, for whoever puts them into tables.
 *
 * Rows are made in any thread and borrow nothing: the record may go. Each table of the index is
 * told once, by a lgm_ledger_table beside the function that fills its rows, with its columns in
 * the order in which the function names them. The reading, the first column of all, is not known
 * yet and is left out.
 *
 * Owns    all of it lives in the arena that it was started with.
 * Errors  a failed allocation is remembered, and lgm_ledger_rows_made says so.
 */
#ifndef LGM_LEDGER_ROW_LIST_H
#define LGM_LEDGER_ROW_LIST_H

#include "base/base.h"
#include "legomena/record.h"

typedef struct lgm_ledger_table {
    const char *name;
    const char *columns; /* divided by spaces */
    enum lgm_ledger_key {
        LGM_LEDGER_BY_READING, /* rows of a reading are together */
        LGM_LEDGER_BY_DAY,
        LGM_LEDGER_BY_CLAIM, /* the same, and each row has a number of its own */
        LGM_LEDGER_BY_WORD   /* a full-text search, whose rows have such numbers and no reading */
    } key;
} lgm_ledger_table;

typedef enum lgm_ledger_type {
    LGM_LEDGER_NULL,
    LGM_LEDGER_INT,
    LGM_LEDGER_REAL,
    LGM_LEDGER_TEXT,
    LGM_LEDGER_BYTES
} lgm_ledger_type;

typedef struct lgm_ledger_value {
    lgm_ledger_type type;
    union {
        int64_t number;
        double real;
        lgm_slice text; /* bytes too */
    } as;
} lgm_ledger_value;

typedef struct lgm_ledger_row {
    const lgm_ledger_table *table;
    size_t first; /* of its values */
} lgm_ledger_row;

typedef struct lgm_ledger_rows {
    lgm_arena *arena;
    const lgm_record *record; /* while rows are made */
    LGM_VEC(lgm_ledger_row) rows;
    LGM_VEC(lgm_ledger_value) values;
    bool failed;
} lgm_ledger_rows;

void lgm_ledger_rows_start(lgm_ledger_rows *r, lgm_arena *arena, const lgm_record *record);
LGM_NODISCARD lgm_status lgm_ledger_rows_made(lgm_ledger_rows *r, lgm_err *err);

void lgm_ledger_row_begin(lgm_ledger_rows *r, const lgm_ledger_table *table);
void lgm_ledger_row_int(lgm_ledger_rows *r, int64_t value);
void lgm_ledger_row_index(lgm_ledger_rows *r, uint32_t index); /* from 1 there; LGM_NONE = null */
void lgm_ledger_row_real(lgm_ledger_rows *r, double value);
void lgm_ledger_row_null(lgm_ledger_rows *r);
void lgm_ledger_row_text(lgm_ledger_rows *r, lgm_str text);     /* unknown = null */
void lgm_ledger_row_name(lgm_ledger_rows *r, const char *name); /* for ever there; NULL = null */
void lgm_ledger_row_bytes(lgm_ledger_rows *r, lgm_slice bytes); /* none = empty, not null */
void lgm_ledger_row_lines(lgm_ledger_rows *r, const lgm_str *at, size_t n); /* none = null */
void lgm_ledger_row_quote(lgm_ledger_rows *r, lgm_cpspan span);
/* The words, with " … " between pieces, and the spans as JSON; null where there are none. */
void lgm_ledger_row_words(lgm_ledger_rows *r, lgm_spans spans);
void lgm_ledger_row_spans(lgm_ledger_rows *r, lgm_spans spans);
/* Two columns: the first and the last day that a value of TIMEX3 may mean. */
void lgm_ledger_row_days(lgm_ledger_rows *r, lgm_str value);
/* The first day that it may mean, else the first of the other value, else "". */
void lgm_ledger_row_first_day(lgm_ledger_rows *r, lgm_str value, lgm_str other);

#endif
