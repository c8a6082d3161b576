/* original.c - where a text comes from, as far as the ledger knows. */
#include "copies/reprint.h"

/* From a report to those whose text it has, and so on: the earliest of them. */
static const char original_sql[] =
    "WITH RECURSIVE up(report) AS (SELECT ?1 UNION SELECT c.of FROM up JOIN copy c USING (report) "
    "WHERE c.share >= 0.6) SELECT p.report FROM up JOIN report p USING (report) "
    "WHERE p.report NOT IN (SELECT report FROM withdrawn) ORDER BY " LGM_COPIES_WHEN
    ", p.report LIMIT 1";

lgm_status lgm_copies_original(lgm_ledger *ledger, int64_t report, int64_t *of, lgm_err *err)
{
    lgm_ledger_query *q;
    lgm_status st = lgm_ledger_query_new(&q, ledger->store, original_sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, report);
    st = lgm_ledger_query_number(q, of, err);
    lgm_ledger_query_free(q);
    if (st == LGM_OK && !*of) *of = report;
    return st;
}
