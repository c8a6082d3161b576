/*
 * migrate.c - the schema, step by step.
 *
 * schema/NNNN_*.sql are the steps; the build makes lgm_ledger_schema of them (tools/schema.py). A
 * file says which it has had in its user_version, and in its application_id that it is a ledger.
 */
#include "ledger/ledger_file.h"

#include <stdio.h>

#include "ledger/schema.h"

enum { LEDGER_ID = 0x4c676d4c }; /* "LgmL" */

static lgm_status numbers(lgm_ledger_store *s, int64_t *id, int64_t *version, int64_t *n_tables,
                          lgm_err *err)
{
    lgm_status st = lgm_ledger_store_number(s, "PRAGMA application_id", id, err);
    if (st == LGM_OK) st = lgm_ledger_store_number(s, "PRAGMA user_version", version, err);
    if (st == LGM_OK)
        st = lgm_ledger_store_number(s, "SELECT count(*) FROM sqlite_schema", n_tables, err);
    return st;
}

static lgm_status take_steps(lgm_ledger_store *s, int64_t version, lgm_err *err)
{
    char settings[96];
    lgm_status st = LGM_OK;
    for (int64_t i = version; i < lgm_ledger_n_steps && st == LGM_OK; i++)
        st = lgm_ledger_store_run(s, lgm_ledger_schema[i], err);
    snprintf(settings, sizeof settings, "PRAGMA application_id=%d; PRAGMA user_version=%d;",
             LEDGER_ID, lgm_ledger_n_steps);
    return st == LGM_OK ? lgm_ledger_store_run(s, settings, err) : st;
}

/* Is it ours, and how far is it? */
static lgm_status look(lgm_ledger_store *s, int64_t *version, lgm_err *err)
{
    const char *const path = lgm_ledger_store_path(s);
    int64_t id, n_tables;
    const lgm_status st = numbers(s, &id, version, &n_tables, err);
    if (st != LGM_OK) return st;
    if (id != LEDGER_ID && (id || *version || n_tables))
        return lgm_fail(err, LGM_E_FORMAT, "%s: a database of SQLite, but not a ledger of legomena",
                        path);
    if (*version < 0 || *version > lgm_ledger_n_steps)
        return lgm_fail(err, LGM_E_VERSION,
                        "%s: written by a newer legomena (schema %lld, and this one knows %d): "
                        "update legomena",
                        path, (long long)*version, lgm_ledger_n_steps);
    return LGM_OK;
}

/* Another program may be at it too: who comes second finds it done. */
static lgm_status bring_up_to_date(lgm_ledger_store *s, lgm_err *err)
{
    int64_t version;
    lgm_status st = lgm_ledger_store_run(
        s, "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; BEGIN IMMEDIATE", err);
    if (st != LGM_OK) return st;
    st = look(s, &version, err);
    if (st == LGM_OK && version < lgm_ledger_n_steps) st = take_steps(s, version, err);
    if (st == LGM_OK) st = lgm_ledger_store_run(s, "COMMIT", err);
    if (lgm_ledger_store_in_transaction(s)) {
        const lgm_status undone = lgm_ledger_store_run(s, "ROLLBACK", NULL);
        if (st == LGM_OK) st = undone;
    }
    return st;
}

lgm_status lgm_ledger_migrate(lgm_ledger_store *s, bool read_only, lgm_err *err)
{
    int64_t version;
    const lgm_status st = look(s, &version, err);
    if (st != LGM_OK || version == lgm_ledger_n_steps) return st;
    if (!read_only) return bring_up_to_date(s, err);
    if (version == 0)
        return lgm_fail(err, LGM_E_FORMAT, "%s: there is no ledger in it",
                        lgm_ledger_store_path(s));
    return lgm_fail(err, LGM_E_VERSION,
                    "%s: written by an older legomena: legomena add brings it up to date",
                    lgm_ledger_store_path(s));
}
