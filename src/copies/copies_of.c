/* copies_of.c - one report beside all that have text of it, or of which it has. */
#include "copies/copy_list.h"

/* Who has the same text, and who shares passages with the one. */
static const char around_sql[] =
    LGM_COPIES_FROM_ONE "SELECT " LGM_COPIES_REPORT
                        " FROM (SELECT report FROM g UNION SELECT of FROM copy WHERE report = ?1 "
                        "UNION SELECT report FROM copy WHERE of = ?1) m JOIN report p USING "
                        "(report)" LGM_COPIES_BY_TIME;
/* It itself, also where it was withdrawn. */
static const char itself_sql[] = "SELECT " LGM_COPIES_REPORT " FROM report p WHERE p.report = ?1 "
                                 "AND p.report IN (SELECT report FROM withdrawn)";

static lgm_status add_compared(lgm_copies *c, lgm_ledger *l, lgm_ledger_query *q,
                               const lgm_copies_text *of, int64_t report, lgm_err *err)
{
    lgm_copies_text t;
    lgm_copy copy;
    bool there, is = false;
    if (report == of->report) return LGM_OK;
    lgm_status st = lgm_copies_text_get(l, q, report, &t, &there, c->arena, err);
    if (st == LGM_OK && there) st = lgm_copies_compare(&copy, &is, of, &t, c->arena, err);
    return st == LGM_OK && is ? lgm_copies_add(c, copy, report, err) : st;
}

static lgm_status compare_all(lgm_copies *c, lgm_ledger *l, lgm_err *err)
{
    lgm_ledger_query *q;
    lgm_copies_text of;
    bool there = false;
    lgm_status st = lgm_ledger_query_new(&q, l->store, lgm_copies_text_sql, err);
    if (st == LGM_OK) st = lgm_copies_text_get(l, q, c->report, &of, &there, c->arena, err);
    if (st == LGM_OK && !there)
        st = lgm_fail(err, LGM_E_NOTFOUND, "%s: there is no report %lld",
                      lgm_ledger_store_path(l->store), (long long)c->report);
    if (st == LGM_OK) st = lgm_copies_add_reports(c, l, around_sql, c->report, err);
    for (size_t i = 0; i < c->reports.n && st == LGM_OK; i++)
        st = add_compared(c, l, q, &of, c->reports.at[i].report, err);
    if (st == LGM_OK) st = lgm_copies_add_reports(c, l, itself_sql, c->report, err);
    lgm_ledger_query_free(q);
    return st;
}

lgm_status lgm_copies_of(lgm_copies **out, lgm_ledger *ledger, int64_t report, lgm_err *err)
{
    lgm_copies *c;
    *out = NULL;
    lgm_status st = lgm_copies_start(&c, report, err);
    if (st != LGM_OK) return st;
    st = compare_all(c, ledger, err);
    if (st == LGM_OK)
        *out = c;
    else
        lgm_copies_free(c);
    return st;
}
