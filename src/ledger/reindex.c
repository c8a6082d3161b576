/* reindex.c - what is made from the records is made once more, all of it or nothing. */
#include <stdio.h>
#include <string.h>

#include "ledger/ledger_file.h"

static lgm_status empty_tables(lgm_ledger *l, lgm_err *err)
{
    char sql[96];
    lgm_status st = lgm_ledger_store_run(
        l->store,
        "INSERT INTO report_search(report_search) VALUES('delete-all');"
        "DELETE FROM print; DELETE FROM copy; UPDATE copy_state SET report = 0;",
        err);
    for (size_t i = 0; i < LGM_LEDGER_N_TABLES && st == LGM_OK; i++) {
        const lgm_ledger_table *const t = lgm_ledger_tables[i];
        if (t->key == LGM_LEDGER_BY_WORD)
            snprintf(sql, sizeof sql, "INSERT INTO %s(%s) VALUES('delete-all')", t->name, t->name);
        else
            snprintf(sql, sizeof sql, "DELETE FROM %s", t->name);
        st = lgm_ledger_store_run(l->store, sql, err);
    }
    return st;
}

static lgm_status fill_search(lgm_ledger *l, int64_t report, const lgm_record *r, lgm_err *err)
{
    lgm_ledger_query *const q = l->add_search;
    lgm_ledger_query_int(q, 1, report);
    lgm_ledger_query_text(q, 2, (lgm_slice){r->title.ptr ? r->title.ptr : "", r->title.len});
    lgm_ledger_query_text(q, 3, (lgm_slice){r->text.ptr, r->text.len});
    return lgm_ledger_query_do(q, err);
}

static lgm_status fill_rows(lgm_ledger *l, int64_t reading, const lgm_record *r, lgm_err *err)
{
    lgm_arena *arena;
    lgm_ledger_rows rows;
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    lgm_ledger_rows_start(&rows, arena, r);
    lgm_ledger_index_rows(&rows);
    st = lgm_ledger_rows_made(&rows, err);
    if (st == LGM_OK) st = lgm_ledger_put_rows(l, &rows, reading, err);
    lgm_arena_free(arena);
    return st;
}

static lgm_status fill(lgm_ledger *l, int64_t reading, int64_t report, bool first, lgm_err *err)
{
    lgm_record *r;
    lgm_status st = lgm_ledger_get_reading(l, reading, &r, err);
    if (st != LGM_OK) return st;
    if (first) st = fill_search(l, report, r, err);
    if (st == LGM_OK) st = fill_rows(l, reading, r, err);
    lgm_record_free(r);
    return st;
}

/* The next reading behind the last one, and whether it is the first of its report. */
static lgm_status next(lgm_ledger_query *q, int64_t *reading, int64_t *report, bool *first,
                       bool *row, lgm_err *err)
{
    lgm_ledger_query_int(q, 1, *reading);
    const lgm_status st = lgm_ledger_query_step(q, row, err);
    if (st != LGM_OK || !*row) return st;
    *reading = lgm_ledger_query_int_at(q, 0);
    *report = lgm_ledger_query_int_at(q, 1);
    *first = lgm_ledger_query_int_at(q, 2) != 0;
    lgm_ledger_query_reset(q);
    return LGM_OK;
}

static const char next_sql[] =
    "SELECT r.reading, r.report, NOT EXISTS (SELECT 1 FROM reading o WHERE o.report = r.report "
    "AND o.reading < r.reading) FROM reading r WHERE r.reading > ?1 ORDER BY r.reading LIMIT 1";

lgm_status lgm_ledger_reindex(lgm_ledger *l,
                              lgm_status (*progress)(void *ctx, uint64_t done, uint64_t total),
                              void *ctx, lgm_err *err)
{
    lgm_ledger_query *q = NULL;
    int64_t total = 0, reading = 0, report = 0;
    bool row = true, first = false;
    lgm_status st = lgm_ledger_begin(l, err);
    if (st == LGM_OK) st = empty_tables(l, err);
    if (st == LGM_OK)
        st = lgm_ledger_store_number(l->store, "SELECT count(*) FROM reading", &total, err);
    if (st == LGM_OK) st = lgm_ledger_query_new(&q, l->store, next_sql, err);
    for (uint64_t done = 0; st == LGM_OK; done++) {
        st = next(q, &reading, &report, &first, &row, err);
        if (st != LGM_OK || !row) break;
        st = fill(l, reading, report, first, err);
        if (st == LGM_OK && progress) st = progress(ctx, done + 1, (uint64_t)total);
    }
    lgm_ledger_query_free(q);
    return st == LGM_OK ? lgm_ledger_commit(l, err) : lgm_ledger_undo(l, st);
}
