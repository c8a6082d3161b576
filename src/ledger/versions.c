/* versions.c - the reports of one address. */
#include "ledger/ledger_file.h"

static const char versions_sql[] = "SELECT o.report FROM report p JOIN report o ON o.url = p.url "
                                   "WHERE p.report = ?1 AND p.url <> '' "
                                   "UNION SELECT report FROM report WHERE report = ?1 ORDER BY 1";

lgm_status lgm_ledger_versions(lgm_ledger *l, int64_t report, int64_t **out, size_t *n,
                               lgm_err *err)
{
    lgm_ledger_query *q;
    *out = NULL;
    *n = 0;
    lgm_status st = lgm_ledger_query_new(&q, l->store, versions_sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, report);
    st = lgm_ledger_query_numbers(q, out, n, err);
    lgm_ledger_query_free(q);
    if (st == LGM_OK && !*n)
        st = lgm_fail(err, LGM_E_NOTFOUND, "%s: there is no report %lld",
                      lgm_ledger_store_path(l->store), (long long)report);
    return st;
}
