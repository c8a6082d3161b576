/*
 * sqlite_rows.h - rows of a list as a table of SQLite, so that one statement puts them all.
 *
 * Files   sqlite_rows.c. Internal to it and sqlite.c.
 */
#ifndef LGM_LEDGER_SQLITE_ROWS_H
#define LGM_LEDGER_SQLITE_ROWS_H

#include <sqlite3.h>

#include "ledger/row_list.h"

typedef struct lgm_ledger_some_rows {
    const lgm_ledger_rows *list;
    const lgm_ledger_table *table; /* those of it alone */
} lgm_ledger_some_rows;

/* The type of a lgm_ledger_some_rows that is bound as a pointer. */
extern const char lgm_ledger_some_rows_type[];

/* Makes new_rows(rows) known to a connection: a code of SQLite. */
int lgm_ledger_make_new_rows(sqlite3 *db);

#endif
