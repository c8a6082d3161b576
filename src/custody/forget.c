/* forget.c - a report is taken out for good. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "custody/checking.h"
#include "ledger/prints.h"

/* ---- which ---- */

static bool is_number(const char *s)
{
    return *s && strspn(s, "0123456789") == strlen(s) && strlen(s) < 19;
}

/* A number that was ever given means that report alone, also once it is gone: who takes out 3 twice
 * shall not lose the one whose id is 3. */
static const char find_sql[] =
    "SELECT report FROM report WHERE report=?1 UNION ALL "
    "SELECT report FROM report WHERE (id=?2 OR (url=?2 AND url<>'')) AND (?1 IS NULL OR "
    "?1 > (SELECT seq FROM sqlite_sequence WHERE name='report')) ORDER BY report";

lgm_status lgm_custody_find(lgm_ledger *ledger, const char *what, int64_t **out, size_t *n,
                            lgm_err *err)
{
    lgm_ledger_query *q;
    *out = NULL;
    *n = 0;
    lgm_status st = lgm_ledger_query_new(&q, ledger->store, find_sql, err);
    if (st != LGM_OK) return st;
    if (is_number(what)) lgm_ledger_query_int(q, 1, strtoll(what, NULL, 10));
    lgm_ledger_query_text(q, 2, (lgm_slice){what, strlen(what)});
    st = lgm_ledger_query_numbers(q, out, n, err);
    lgm_ledger_query_free(q);
    if (st == LGM_OK && !*n)
        st = lgm_fail(err, LGM_E_NOTFOUND, "%s: no report of this number, id or address: %s",
                      lgm_ledger_store_path(ledger->store), what);
    return st;
}

/* ---- out ---- */

/* A statement over one report (?1) or reading. */
static lgm_status run_for(lgm_ledger *l, const char *sql, int64_t number, lgm_err *err)
{
    lgm_ledger_query *q;
    lgm_status st = lgm_ledger_query_new(&q, l->store, sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, number);
    st = lgm_ledger_query_do(q, err);
    lgm_ledger_query_free(q);
    return st;
}

/* The search of texts keeps no text of its own: it is told what to take out. */
static lgm_status forget_text(lgm_ledger *l, int64_t report, lgm_err *err)
{
    lgm_ledger_query *q = NULL;
    lgm_record *r;
    lgm_status st = lgm_ledger_get(l, report, &r, err);
    if (st != LGM_OK) return st;
    st = lgm_ledger_query_new(&q, l->store,
                              "INSERT INTO report_search(report_search, rowid, title, text) "
                              "VALUES('delete', ?1, ?2, ?3)",
                              err);
    if (st == LGM_OK) {
        lgm_ledger_query_int(q, 1, report);
        lgm_ledger_query_text(q, 2, (lgm_slice){r->title.ptr ? r->title.ptr : "", r->title.len});
        lgm_ledger_query_text(q, 3, (lgm_slice){r->text.ptr, r->text.len});
        st = lgm_ledger_query_do(q, err);
    }
    lgm_ledger_query_free(q);
    lgm_record_free(r);
    return st;
}

#define OF_REPORT " WHERE reading IN (SELECT reading FROM reading WHERE report=?1)"
static const char *const forget_words_sql[] = {
    "INSERT INTO claim_search(claim_search, rowid, source, content) SELECT 'delete', claim, "
    "source, "
    "content FROM claim" OF_REPORT,
    "INSERT INTO entity_search(entity_search, rowid, name, aliases) SELECT 'delete', entity, name, "
    "aliases FROM searched_names" OF_REPORT,
};

static lgm_status forget_index(lgm_ledger *l, int64_t report, lgm_err *err)
{
    char sql[160];
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < LGM_COUNT(forget_words_sql) && st == LGM_OK; i++)
        st = run_for(l, forget_words_sql[i], report, err);
    for (size_t i = 0; i < LGM_LEDGER_N_TABLES && st == LGM_OK; i++) {
        if (lgm_ledger_tables[i]->key == LGM_LEDGER_BY_WORD) continue;
        snprintf(sql, sizeof sql, "DELETE FROM %s" OF_REPORT, lgm_ledger_tables[i]->name);
        st = run_for(l, sql, report, err);
    }
    return st;
}

/* In this order: what points to a row goes before it. The version before takes its place. */
static const char *const forget_sql[] = {
    "DELETE FROM raw WHERE raw_sha256=(SELECT raw_sha256 FROM report WHERE report=?1) AND NOT "
    "EXISTS (SELECT 1 FROM report o WHERE o.raw_sha256=raw.raw_sha256 AND o.report<>?1)",
    "DELETE FROM record WHERE reading IN (SELECT reading FROM reading WHERE report=?1)",
    "DELETE FROM copy WHERE report=?1 OR of=?1",
    "DELETE FROM review WHERE report=?1",
    "DELETE FROM decision WHERE a_report=?1 OR b_report=?1",
    "UPDATE story SET reports=reports-1, central=iif(central=?1, (SELECT m.report FROM "
    "story_member m WHERE m.story=story.story AND m.report<>?1 ORDER BY m.report LIMIT 1), "
    "central) "
    "WHERE story=(SELECT story FROM story_member WHERE report=?1)",
    "DELETE FROM story_member WHERE report=?1",
    "UPDATE story_member SET \"like\"=NULL, likeness=NULL WHERE \"like\"=?1",
    "UPDATE story_member SET near=NULL, near_likeness=NULL WHERE near=?1",
    "UPDATE story_change SET report=NULL WHERE report=?1",
    "UPDATE story_change SET other_report=NULL WHERE other_report=?1",
    "DELETE FROM story_key WHERE report=?1",
    "DELETE FROM reading WHERE report=?1",
    "UPDATE report SET replaced=NULL WHERE report=(SELECT previous FROM report WHERE report=?1 AND "
    "replaced IS NULL)",
    "UPDATE report SET previous=(SELECT previous FROM report WHERE report=?1) WHERE previous=?1",
    "DELETE FROM report WHERE report=?1",
};

static lgm_status forget(lgm_ledger *l, int64_t report, lgm_err *err)
{
    lgm_status st = forget_text(l, report, err);
    if (st == LGM_OK) st = lgm_ledger_forget_prints(l, report, err);
    if (st == LGM_OK) st = forget_index(l, report, err);
    for (size_t i = 0; i < LGM_COUNT(forget_sql) && st == LGM_OK; i++)
        st = run_for(l, forget_sql[i], report, err);
    return st == LGM_OK ? lgm_ledger_log(l, "removed", report, 0, NULL, err) : st;
}

lgm_status lgm_custody_forget(lgm_ledger *ledger, int64_t report, lgm_err *err)
{
    /* What is deleted is overwritten, in the file too. */
    lgm_status st = lgm_ledger_store_in_transaction(ledger->store)
                        ? LGM_OK
                        : lgm_ledger_store_run(ledger->store, "PRAGMA secure_delete=ON", err);
    if (st == LGM_OK) st = lgm_ledger_begin(ledger, err);
    if (st == LGM_OK) st = forget(ledger, report, err);
    return st == LGM_OK ? st : lgm_ledger_undo(ledger, st);
}

/* Into the file itself, over what was there, and the file beside it empty. */
static lgm_status overwrite(lgm_ledger *l, lgm_err *err)
{
    int64_t busy;
    const lgm_status st =
        lgm_ledger_store_number(l->store, "PRAGMA wal_checkpoint(TRUNCATE)", &busy, err);
    if (st != LGM_OK || !busy) return st;
    return lgm_fail(err, LGM_E_IO,
                    "%s: it is taken out, but another program reads the file, and until that has "
                    "ended the words are still on the disk; legomena reindex overwrites them then",
                    lgm_ledger_store_path(l->store));
}

lgm_status lgm_custody_purge(lgm_ledger *ledger, lgm_err *err)
{
    lgm_status st = lgm_ledger_begin(ledger, err);
    if (st == LGM_OK)
        st = lgm_ledger_store_run(ledger->store,
                                  "INSERT INTO claim_search(claim_search) VALUES('optimize');"
                                  "INSERT INTO report_search(report_search) VALUES('optimize');"
                                  "INSERT INTO entity_search(entity_search) VALUES('optimize');",
                                  err);
    if (st != LGM_OK) return lgm_ledger_undo(ledger, st);
    st = lgm_ledger_commit(ledger, err);
    return st == LGM_OK ? overwrite(ledger, err) : st;
}
