/* seal.c - where the log ends, and what it says of one report. */
#include <stdio.h>

#include "custody/checking.h"

static void copy(char *to, size_t room, lgm_slice from)
{
    snprintf(to, room, "%.*s", (int)from.len, from.ptr ? from.ptr : "");
}

lgm_status lgm_custody_seal(lgm_custody_head *out, lgm_ledger *ledger, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    *out = (lgm_custody_head){0};
    lgm_status st = lgm_ledger_query_new(
        &q, ledger->store, "SELECT entry, hash, at FROM log ORDER BY entry DESC LIMIT 1", err);
    if (st == LGM_OK) st = lgm_ledger_query_step(q, &row, err);
    if (row) {
        out->entries = (uint64_t)lgm_ledger_query_int_at(q, 0);
        copy(out->hash, sizeof out->hash, lgm_ledger_query_text_at(q, 1));
        copy(out->at, sizeof out->at, lgm_ledger_query_text_at(q, 2));
    }
    lgm_ledger_query_free(q);
    return st;
}

static const char *text(lgm_ledger_query *q, int column)
{
    return lgm_ledger_query_text_at(q, column).ptr; /* ends in a NUL */
}

lgm_status lgm_custody_history(lgm_ledger *ledger, int64_t report,
                               lgm_status (*each)(void *ctx, const lgm_custody_entry *entry),
                               void *ctx, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    lgm_status st = lgm_ledger_query_new(&q, ledger->store,
                                         "SELECT entry, at, what, model, model_version, hash "
                                         "FROM custody WHERE report=?1 ORDER BY entry",
                                         err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, report);
    while ((st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row) {
        const lgm_custody_entry e = {.entry = (uint64_t)lgm_ledger_query_int_at(q, 0),
                                     .at = text(q, 1),
                                     .what = text(q, 2),
                                     .model = text(q, 3),
                                     .model_version = text(q, 4),
                                     .hash = text(q, 5)};
        if ((st = each(ctx, &e)) != LGM_OK) break;
    }
    lgm_ledger_query_free(q);
    return st;
}
