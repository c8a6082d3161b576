/* coverage.c - what answers of a ledger rest on. */
#include <stdio.h>

#include "ledger/ledger_file.h"

static const char coverage_sql[] =
    "SELECT count(*), count(DISTINCT publisher), min(date), max(date), "
    "(SELECT count(*) FROM problem), (SELECT count(DISTINCT report) FROM withdrawn) FROM reports";

static void keep_day(char out[11], lgm_slice day)
{
    snprintf(out, 11, "%.*s", (int)(day.len < 10 ? day.len : 10), day.ptr ? day.ptr : "");
}

lgm_status lgm_ledger_coverage(lgm_ledger *l, lgm_coverage *out, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row;
    *out = (lgm_coverage){0};
    lgm_status st = lgm_ledger_query_new(&q, l->store, coverage_sql, err);
    if (st == LGM_OK) st = lgm_ledger_query_step(q, &row, err);
    if (st == LGM_OK && row) {
        out->reports = (uint64_t)lgm_ledger_query_int_at(q, 0);
        out->publishers = (uint64_t)lgm_ledger_query_int_at(q, 1);
        keep_day(out->first, lgm_ledger_query_text_at(q, 2));
        keep_day(out->last, lgm_ledger_query_text_at(q, 3));
        out->problems = (uint64_t)lgm_ledger_query_int_at(q, 4);
        out->withdrawn = (uint64_t)lgm_ledger_query_int_at(q, 5);
    }
    lgm_ledger_query_free(q);
    return st;
}
