/* check_log.c - the chain of the log, and what each entry vouches for. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "custody/checking.h"

static const char *text(lgm_ledger_query *q, int column)
{
    return lgm_ledger_query_text_at(q, column).ptr; /* ends in a NUL */
}

static lgm_ledger_logged entry_of(lgm_ledger_query *q)
{
    return (lgm_ledger_logged){.entry = lgm_ledger_query_int_at(q, 0),
                               .at = text(q, 1),
                               .what = text(q, 2),
                               .report = lgm_ledger_query_int_at(q, 3),
                               .reading = lgm_ledger_query_int_at(q, 4),
                               .detail = text(q, 5)};
}

static bool is(const lgm_ledger_logged *e, const char *what)
{
    return e->what && strcmp(e->what, what) == 0;
}

/* ---- the chain ---- */

static lgm_status check_hash(lgm_custody_verifying *v, const lgm_ledger_logged *e, const char *hash,
                             lgm_err *err)
{
    char own[LGM_LEDGER_HEX + 1];
    const uint64_t number = v->found->entries + 1;
    if (e->entry != (int64_t)number)
        return lgm_custody_wrong(v, err, "entry %llu of the log is not there",
                                 (unsigned long long)number);
    const lgm_status st = lgm_ledger_log_hash(e, v->found->head.hash, own, err);
    if (st != LGM_OK) return st;
    if (!hash || strcmp(hash, own) != 0)
        return lgm_custody_wrong(v, err,
                                 "entry %llu of the log (%s, %s) does not have its hash: it was "
                                 "changed, or the one before it",
                                 (unsigned long long)number, e->what ? e->what : "",
                                 e->at ? e->at : "");
    v->found->entries = v->found->head.entries = number;
    memcpy(v->found->head.hash, own, sizeof own);
    snprintf(v->found->head.at, sizeof v->found->head.at, "%s", e->at ? e->at : "");
    return LGM_OK;
}

static lgm_status check_seal(lgm_custody_verifying *v, lgm_err *err)
{
    const lgm_custody_head *const seal = v->check->seal, *const head = &v->found->head;
    if (!seal || seal->entries != head->entries || strcmp(seal->hash, head->hash) == 0)
        return LGM_OK;
    return lgm_custody_wrong(v, err,
                             "entry %llu of the log is not the one that was sealed: it has the "
                             "hash %s",
                             (unsigned long long)seal->entries, head->hash);
}

static lgm_status check_sealed(lgm_custody_verifying *v, lgm_err *err)
{
    const lgm_custody_head *const seal = v->check->seal;
    if (!seal || seal->entries <= v->found->entries) return LGM_OK;
    return lgm_custody_wrong(v, err, "the log ends at entry %llu, and %llu were sealed",
                             (unsigned long long)v->found->entries,
                             (unsigned long long)seal->entries);
}

/* ---- what it vouches for ---- */

static int compare(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static bool is_removed(const lgm_custody_verifying *v, int64_t report)
{
    return v->removed.n &&
           bsearch(&report, v->removed.at, v->removed.n, sizeof report, compare) != NULL;
}

static lgm_status check_entry(lgm_custody_verifying *v, const lgm_ledger_logged *e, lgm_err *err)
{
    if (!e->report || is_removed(v, e->report)) return LGM_OK;
    if (is(e, "added") || is(e, "version"))
        return lgm_custody_check_report(v, e->report, e->detail, err);
    if (is(e, "read")) return lgm_custody_check_reading(v, e->report, e->reading, e->detail, err);
    if (is(e, "reviewed") || is(e, "withdrawn"))
        return lgm_custody_check_review(v, e->entry, e->detail, err);
    if (is(e, "merged") || is(e, "split") || is(e, "undecided"))
        return lgm_custody_check_decision(v, e->entry, e->detail, err);
    return LGM_OK;
}

static lgm_status check_next(lgm_custody_verifying *v, lgm_ledger_query *q, uint64_t total,
                             lgm_err *err)
{
    const lgm_ledger_logged e = entry_of(q);
    lgm_status st = check_hash(v, &e, text(q, 6), err);
    if (st == LGM_OK) st = check_seal(v, err);
    if (st == LGM_OK) st = check_entry(v, &e, err);
    if (st == LGM_OK && v->check->progress)
        st = v->check->progress(v->check->ctx, v->found->entries, total);
    return st;
}

lgm_status lgm_custody_check_log(lgm_custody_verifying *v, lgm_err *err)
{
    lgm_ledger_query *q;
    int64_t total;
    bool row = false;
    lgm_status st =
        lgm_ledger_store_number(v->ledger->store, "SELECT count(*) FROM log", &total, err);
    if (st != LGM_OK) return st;
    st = lgm_ledger_query_new(
        &q, v->ledger->store,
        "SELECT entry, at, what, report, reading, detail, hash FROM log ORDER BY entry", err);
    if (st != LGM_OK) return st;
    while ((st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row &&
           (st = check_next(v, q, (uint64_t)total, err)) == LGM_OK) {
    }
    lgm_ledger_query_free(q);
    return st == LGM_OK ? check_sealed(v, err) : st;
}
