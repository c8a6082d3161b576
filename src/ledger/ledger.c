/* ledger.c - open and close; transactions; where the ledger is. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/buf.h"
#include "ledger/ledger_file.h"

/* ---- where ---- */

lgm_status lgm_ledger_default_path(char **out, lgm_err *err)
{
    const char *const named = getenv("LEGOMENA_LEDGER"), *const data = getenv("XDG_DATA_HOME"),
                      *const home = getenv("HOME");
    lgm_buf b = {0};
    *out = NULL;
    if (named && *named) {
        lgm_buf_puts(&b, named);
    } else if ((data && *data) || (home && *home)) {
        lgm_buf_puts(&b, data && *data ? data : home);
        lgm_buf_puts(&b,
                     data && *data ? "/legomena/ledger.db" : "/.local/share/legomena/ledger.db");
    } else {
        return lgm_fail(err, LGM_E_NOTFOUND,
                        "it is not known where the ledger is: name it, or set LEGOMENA_LEDGER");
    }
    return lgm_buf_take(&b, out, NULL, err);
}

/* All folders of the path that are not there. */
static lgm_status make_folders(const char *path, lgm_err *err)
{
    const size_t size = strlen(path) + 1;
    char *const copy = lgm_malloc(size);
    lgm_status st = LGM_OK;
    if (!copy) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    memcpy(copy, path, size);
    for (char *s = strchr(copy + 1, '/'); s && st == LGM_OK; s = strchr(s + 1, '/')) {
        *s = '\0';
        if (mkdir(copy, 0777) != 0 && errno != EEXIST) st = lgm_fail_errno(err, copy, errno);
        *s = '/';
    }
    lgm_free(copy);
    return st;
}

/* ---- open and close ---- */

static lgm_status prepare_queries(lgm_ledger *l, lgm_err *err)
{
    lgm_status st = LGM_OK;
#define PREPARE(name, sql)                                                                         \
    if (st == LGM_OK) st = lgm_ledger_query_new(&l->name, l->store, sql, err);
    LGM_LEDGER_QUERIES(PREPARE)
#undef PREPARE
    return st == LGM_OK ? lgm_ledger_prepare_rows(l, err) : st;
}

static lgm_status open_store(lgm_ledger *l, const char *path, const lgm_ledger_options *o,
                             lgm_err *err)
{
    const lgm_ledger_access access = o && o->read_only ? LGM_LEDGER_READ
                                     : o && o->create  ? LGM_LEDGER_CREATE
                                                       : LGM_LEDGER_WRITE;
    lgm_status st = access == LGM_LEDGER_CREATE ? make_folders(path, err) : LGM_OK;
    if (st == LGM_OK) st = lgm_ledger_store_open(&l->store, path, access, err);
    l->read_only = access == LGM_LEDGER_READ;
    if (st == LGM_OK) st = lgm_ledger_migrate(l->store, l->read_only, err);
    return st == LGM_OK && !l->read_only ? prepare_queries(l, err) : st;
}

lgm_status lgm_ledger_open(lgm_ledger **out, const char *path, const lgm_ledger_options *options,
                           lgm_err *err)
{
    char *usual = NULL;
    *out = NULL;
    lgm_status st = path ? LGM_OK : lgm_ledger_default_path(&usual, err);
    if (st != LGM_OK) return st;
    lgm_ledger *const l = lgm_calloc(1, sizeof *l);
    if (!l) {
        lgm_free(usual);
        return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    }
    pthread_mutex_init(&l->asking, NULL);
    st = open_store(l, path ? path : usual, options, err);
    lgm_free(usual);
    if (st == LGM_OK)
        *out = l;
    else
        lgm_ledger_close(l);
    return st;
}

uint64_t lgm_ledger_state(lgm_ledger *l)
{
    int64_t version;
    const lgm_status st = lgm_ledger_store_number(l->store, "PRAGMA data_version", &version, NULL);
    return st == LGM_OK ? (uint64_t)version : 0;
}

void lgm_ledger_close(lgm_ledger *l)
{
    if (!l) return;
#define FREE(name, sql) lgm_ledger_query_free(l->name);
    LGM_LEDGER_QUERIES(FREE)
#undef FREE
    lgm_ledger_free_rows(l);
    lgm_ledger_query_free(l->knows);
    lgm_ledger_store_close(l->asked);
    lgm_ledger_store_close(l->store);
    pthread_mutex_destroy(&l->asking);
    lgm_free(l);
}

/* ---- transactions ---- */

static void set_now(lgm_ledger *l)
{
    const time_t now = time(NULL);
    struct tm t;
    gmtime_r(&now, &t);
    strftime(l->now, sizeof l->now, "%Y-%m-%dT%H:%M:%SZ", &t);
}

lgm_status lgm_ledger_begin(lgm_ledger *l, lgm_err *err)
{
    if (l->read_only)
        return lgm_fail(err, LGM_E_ARG, "%s: it was opened to be read alone",
                        lgm_ledger_store_path(l->store));
    if (lgm_ledger_store_in_transaction(l->store)) return LGM_OK;
    set_now(l);
    lgm_status st = lgm_ledger_store_run(l->store, "BEGIN IMMEDIATE", err);
    if (st == LGM_OK) st = lgm_ledger_log_start(l, err);
    return st == LGM_OK ? st : lgm_ledger_undo(l, st);
}

lgm_status lgm_ledger_commit(lgm_ledger *l, lgm_err *err)
{
    if (!lgm_ledger_store_in_transaction(l->store)) return LGM_OK;
    const lgm_status st = lgm_ledger_store_run(l->store, "COMMIT", err);
    return st == LGM_OK ? st : lgm_ledger_undo(l, st);
}

lgm_status lgm_ledger_undo(lgm_ledger *l, lgm_status st)
{
    if (!lgm_ledger_store_in_transaction(l->store)) return st;
    const lgm_status undone = lgm_ledger_store_run(l->store, "ROLLBACK", NULL);
    return st == LGM_OK ? undone : st;
}
