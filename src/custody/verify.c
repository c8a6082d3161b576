/* verify.c - does all of a ledger hold? */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "custody/checking.h"

lgm_status lgm_custody_wrong(const lgm_custody_verifying *v, lgm_err *err, const char *format, ...)
{
    char words[400];
    va_list args;
    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    return lgm_fail(err, LGM_E_CORRUPT, "%s: %s", lgm_ledger_store_path(v->ledger->store), words);
}

/* A page that the disk does not give is told by SQLite as one that is damaged, with a code. */
static bool is_of_disk(lgm_slice said)
{
    enum { IO_ERROR = 10, PRIMARY = 0xff };
    static const char sign[] = "error code=";
    const char *const at = memmem(said.ptr, said.len, sign, sizeof sign - 1);
    return at && (strtol(at + sizeof sign - 1, NULL, 10) & PRIMARY) == IO_ERROR;
}

static lgm_status damaged(lgm_custody_verifying *v, lgm_slice said, lgm_err *err)
{
    if (is_of_disk(said))
        return lgm_fail(err, LGM_E_IO, "%s: the disk does not give all of it: %.*s",
                        lgm_ledger_store_path(v->ledger->store), (int)said.len, said.ptr);
    return lgm_custody_wrong(v, err, "the file is damaged: %.*s", (int)said.len,
                             said.ptr ? said.ptr : "");
}

/* Pages, b-trees, and that indices and tables hold the same. */
static lgm_status check_file(lgm_custody_verifying *v, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    lgm_status st = lgm_ledger_query_new(&q, v->ledger->store, "PRAGMA integrity_check(1)", err);
    if (st == LGM_OK) st = lgm_ledger_query_step(q, &row, err);
    if (row) {
        const lgm_slice said = lgm_ledger_query_text_at(q, 0);
        if (said.len != 2 || memcmp(said.ptr, "ok", 2) != 0) st = damaged(v, said, err);
    }
    lgm_ledger_query_free(q);
    return st;
}

static lgm_status find_removed(lgm_custody_verifying *v, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    lgm_status st = lgm_ledger_query_new(&q, v->ledger->store,
                                         "SELECT report FROM log WHERE what='removed' "
                                         "ORDER BY report",
                                         err);
    if (st != LGM_OK) return st;
    while ((st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row) {
        if (lgm_vec_push(v->arena, &v->removed, lgm_ledger_query_int_at(q, 0))) continue;
        st = lgm_arena_fail(v->arena, err);
        break;
    }
    lgm_ledger_query_free(q);
    v->found->removed = v->removed.n;
    return st;
}

static lgm_status check_all(lgm_custody_verifying *v, lgm_err *err)
{
    lgm_status st = check_file(v, err);
    if (st == LGM_OK) st = find_removed(v, err);
    if (st == LGM_OK) st = lgm_custody_rows_start(v, err);
    if (st == LGM_OK) st = lgm_custody_check_log(v, err);
    if (st == LGM_OK) st = lgm_custody_check_rest(v, err);
    return st;
}

lgm_status lgm_custody_verify(lgm_ledger *ledger, const lgm_custody_check *check,
                              lgm_custody_found *found, lgm_err *err)
{
    static const lgm_custody_check plain = {0};
    lgm_custody_verifying v = {.ledger = ledger, .check = check ? check : &plain, .found = found};
    *found = (lgm_custody_found){0};
    if (lgm_ledger_store_in_transaction(ledger->store))
        return lgm_fail(err, LGM_E_ARG, "%s: commit before it is verified",
                        lgm_ledger_store_path(ledger->store));
    lgm_status st = lgm_arena_new(&v.arena, 0, err);
    if (st == LGM_OK) st = lgm_ledger_store_run(ledger->store, "BEGIN", err);
    if (st == LGM_OK) st = check_all(&v, err);
    lgm_custody_rows_end(&v);
    lgm_arena_free(v.arena);
    if (st != LGM_OK) return lgm_ledger_undo(ledger, st);
    st = lgm_ledger_store_run(ledger->store, "ROLLBACK", err);
    return st == LGM_OK ? lgm_custody_check_search(&v, err) : st;
}
