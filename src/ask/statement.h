/*
 * statement.h - a question as one statement of SQL, its values bound.
 *
 * Its rows are read by day, newest first, and stop with the page; or, where a condition says that
 * few readings have any, from these.
 *
 * Files   statement.c.
 * Errors  LGM_E_NOMEM, those of the store.
 */
#ifndef LGM_ASK_STATEMENT_H
#define LGM_ASK_STATEMENT_H

#include "ask/asking.h"

/* For all columns of the rows of a page. The caller frees the query. */
LGM_NODISCARD lgm_status lgm_ask_rows(const lgm_question *q, lgm_ledger_query **query,
                                      lgm_err *err);
/* For how many rows there are on all pages. */
LGM_NODISCARD lgm_status lgm_ask_how_many(const lgm_question *q, lgm_ledger_query **query,
                                          lgm_err *err);

#endif
