/* log.c - what happened to the ledger, entry by entry. */
#include <string.h>

#include "ledger/ledger_file.h"

static void bind_number(lgm_ledger_query *q, int at, int64_t number)
{
    if (number) lgm_ledger_query_int(q, at, number);
}

lgm_status lgm_ledger_log(lgm_ledger *l, const char *what, int64_t report, int64_t reading,
                          const char *detail, lgm_err *err)
{
    lgm_ledger_query *const q = l->add_log;
    lgm_ledger_query_text(q, 1, (lgm_slice){l->now, strlen(l->now)});
    lgm_ledger_query_text(q, 2, (lgm_slice){what, strlen(what)});
    bind_number(q, 3, report);
    bind_number(q, 4, reading);
    lgm_ledger_query_text(q, 5, (lgm_slice){detail, detail ? strlen(detail) : 0});
    return lgm_ledger_query_do(q, err);
}
