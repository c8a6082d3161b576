/* seal.c - where the log ends. */
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
