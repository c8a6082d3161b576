/*
 * store.h - what the ledger asks of its database: statements with values, rows, one error.
 *
 * The only files that know SQLite are sqlite.c and sqlite_rows.c. Another database that keeps to
 * this header (and to the SQL that we write: no more than SQLite and PostgreSQL share, but for the
 * schema, and for new_rows) can take its place.
 *
 * Files   sqlite.c, sqlite_rows.c.
 * Owns    a query belongs to its store and is freed before it; text and bytes of a row are borrowed
 *         until the next step. Values that are bound are borrowed until the query is reset.
 * Errors  LGM_E_IO, LGM_E_FORMAT, LGM_E_CORRUPT, LGM_E_NOMEM, with the file and what to do.
 */
#ifndef LGM_LEDGER_STORE_H
#define LGM_LEDGER_STORE_H

#include "ledger/row_list.h"

typedef struct lgm_ledger_store lgm_ledger_store;
typedef struct lgm_ledger_query lgm_ledger_query;

typedef enum lgm_ledger_access {
    LGM_LEDGER_READ,
    LGM_LEDGER_WRITE,
    LGM_LEDGER_CREATE /* makes the file where there is none */
} lgm_ledger_access;

LGM_NODISCARD lgm_status lgm_ledger_store_open(lgm_ledger_store **out, const char *path,
                                               lgm_ledger_access access, lgm_err *err);
void lgm_ledger_store_close(lgm_ledger_store *s); /* NULL is fine */
const char *lgm_ledger_store_path(const lgm_ledger_store *s);
/* Statements without values, one after another. */
LGM_NODISCARD lgm_status lgm_ledger_store_run(lgm_ledger_store *s, const char *sql, lgm_err *err);
/* The one number that a statement without values gives; 0 where there is no row. */
LGM_NODISCARD lgm_status lgm_ledger_store_number(lgm_ledger_store *s, const char *sql, int64_t *out,
                                                 lgm_err *err);
bool lgm_ledger_store_in_transaction(const lgm_ledger_store *s);

LGM_NODISCARD lgm_status lgm_ledger_query_new(lgm_ledger_query **out, lgm_ledger_store *s,
                                              const char *sql, lgm_err *err);
void lgm_ledger_query_free(lgm_ledger_query *q); /* NULL is fine */

/* Values by place, from 1. What is not bound since the last reset is null. */
void lgm_ledger_query_int(lgm_ledger_query *q, int at, int64_t value);
void lgm_ledger_query_real(lgm_ledger_query *q, int at, double value);
void lgm_ledger_query_text(lgm_ledger_query *q, int at, lgm_slice value); /* ptr NULL = null */
void lgm_ledger_query_bytes(lgm_ledger_query *q, int at, lgm_slice value);
/* For FROM new_rows(?): the rows of a table in a list, with columns v0 to v31. */
void lgm_ledger_query_rows(lgm_ledger_query *q, int at, const lgm_ledger_rows *rows,
                           const lgm_ledger_table *table);

/* *row: there is one. After an error, and after the last row, the query is reset. */
LGM_NODISCARD lgm_status lgm_ledger_query_step(lgm_ledger_query *q, bool *row, lgm_err *err);
LGM_NODISCARD lgm_status lgm_ledger_query_do(lgm_ledger_query *q, lgm_err *err); /* no rows */
/* As _do, and the number that the new row was given. */
LGM_NODISCARD lgm_status lgm_ledger_query_insert(lgm_ledger_query *q, int64_t *number,
                                                 lgm_err *err);
/* The number in the first column of the first row; 0 where there is none. */
LGM_NODISCARD lgm_status lgm_ledger_query_number(lgm_ledger_query *q, int64_t *number,
                                                 lgm_err *err);
/* The numbers in the first column of all rows, to be freed with lgm_free; NULL where there are
 * none. */
LGM_NODISCARD lgm_status lgm_ledger_query_numbers(lgm_ledger_query *q, int64_t **out, size_t *n,
                                                  lgm_err *err);
void lgm_ledger_query_reset(lgm_ledger_query *q);

/* Of the row, by column from 0. A null is 0, or a slice with ptr NULL. */
int64_t lgm_ledger_query_int_at(lgm_ledger_query *q, int column);
double lgm_ledger_query_real_at(lgm_ledger_query *q, int column);
lgm_slice lgm_ledger_query_text_at(lgm_ledger_query *q, int column);
lgm_slice lgm_ledger_query_bytes_at(lgm_ledger_query *q, int column);

#endif
