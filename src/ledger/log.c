/*
 * log.c - what happened to the ledger, entry by entry, each with the hash of itself and of the one
 * before it: who changes an entry would have to change all that came after.
 */
#include <stdio.h>
#include <string.h>

#include "ledger/ledger_file.h"
#include "ledger/mark.h"

lgm_status lgm_ledger_log_start(lgm_ledger *l, lgm_err *err)
{
    bool row;
    l->last_entry = 0;
    l->last_hash[0] = '\0';
    const lgm_status st = lgm_ledger_query_step(l->last_log, &row, err);
    if (st != LGM_OK || !row) return st;
    l->last_entry = lgm_ledger_query_int_at(l->last_log, 0);
    const lgm_slice hash = lgm_ledger_query_text_at(l->last_log, 1);
    snprintf(l->last_hash, sizeof l->last_hash, "%.*s", (int)hash.len, hash.ptr ? hash.ptr : "");
    lgm_ledger_query_reset(l->last_log);
    return LGM_OK;
}

lgm_status lgm_ledger_log_hash(const lgm_ledger_logged *e, const char *before,
                               char hash[LGM_LEDGER_HEX + 1], lgm_err *err)
{
    lgm_buf b = {0};
    lgm_ledger_mark_text(&b, before);
    lgm_ledger_mark_int(&b, e->entry);
    lgm_ledger_mark_text(&b, e->at);
    lgm_ledger_mark_text(&b, e->what);
    lgm_ledger_mark_int(&b, e->report);
    lgm_ledger_mark_int(&b, e->reading);
    lgm_ledger_mark_text(&b, e->detail);
    return lgm_ledger_mark_end(&b, hash, err);
}

static void bind_number(lgm_ledger_query *q, int at, int64_t number)
{
    if (number) lgm_ledger_query_int(q, at, number);
}

static void bind_text(lgm_ledger_query *q, int at, const char *text)
{
    lgm_ledger_query_text(q, at, (lgm_slice){text, text ? strlen(text) : 0});
}

lgm_status lgm_ledger_log(lgm_ledger *l, const char *what, int64_t report, int64_t reading,
                          const char *detail, lgm_err *err)
{
    const lgm_ledger_logged e = {.entry = l->last_entry + 1,
                                 .at = l->now,
                                 .what = what,
                                 .report = report,
                                 .reading = reading,
                                 .detail = detail};
    char hash[LGM_LEDGER_HEX + 1];
    lgm_status st = lgm_ledger_log_hash(&e, l->last_hash, hash, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(l->add_log, 1, e.entry);
    bind_text(l->add_log, 2, e.at);
    bind_text(l->add_log, 3, what);
    bind_number(l->add_log, 4, report);
    bind_number(l->add_log, 5, reading);
    bind_text(l->add_log, 6, detail);
    bind_text(l->add_log, 7, hash);
    st = lgm_ledger_query_do(l->add_log, err);
    if (st != LGM_OK) return st;
    l->last_entry = e.entry;
    memcpy(l->last_hash, hash, sizeof hash);
    return LGM_OK;
}
