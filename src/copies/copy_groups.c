/* copy_groups.c - all reports that have one text, group by group. */
#include <string.h>

#include "copies/copy_list.h"

static const char group_sql[] = LGM_COPIES_FROM_ONE
    "SELECT " LGM_COPIES_REPORT " FROM g JOIN report p USING (report)" LGM_COPIES_BY_TIME;

/* Who has most of another's text, and nobody's itself. */
static const char next_sql[] =
    "SELECT c.of FROM copy c WHERE c.of > ?1 AND " LGM_COPIES_WHOLE
    " AND NOT EXISTS (SELECT 1 FROM "
    "copy o WHERE o.report = c.of AND o.kind <> 'passages') ORDER BY c.of LIMIT 1";
/* Is it the earliest of all in its group? Others may have nobody's text and stand in it, too. */
static const char first_sql[] = LGM_COPIES_FROM_ONE
    "SELECT p.report FROM g JOIN report p USING (report) ORDER BY " LGM_COPIES_WHEN
    ", p.report LIMIT 1";

/* Of what is known of report ?1: beside ?2, else what has most of it. */
static const char best_sql[] =
    "SELECT report, of, kind, share, share_of, words, quoted, passages, credit FROM copy c WHERE "
    "(c.report = ?1 OR c.of = ?1) AND " LGM_COPIES_WHOLE
    " AND c.report NOT IN (SELECT report FROM withdrawn) AND c.of NOT IN (SELECT report FROM "
    "withdrawn) ORDER BY c.report = ?1 AND c.of = ?2 "
    "DESC, c.report = ?1 DESC, c.share DESC, c.of, c.report LIMIT 1";

static lgm_copy_kind kind_named(lgm_slice name)
{
    lgm_copy_kind kind = 0;
    while (kind + 1 < LGM_COPY_N &&
           !lgm_slice_eq(name,
                         (lgm_slice){lgm_copy_kind_name(kind), strlen(lgm_copy_kind_name(kind))}))
        kind++;
    return kind;
}

static lgm_status add_row(lgm_copies *c, lgm_ledger_query *q, int64_t report, lgm_err *err)
{
    const lgm_slice credit = lgm_ledger_query_text_at(q, 8);
    const lgm_copy copy = {
        .report = lgm_ledger_query_int_at(q, 0),
        .of = lgm_ledger_query_int_at(q, 1),
        .kind = kind_named(lgm_ledger_query_text_at(q, 2)),
        .share = lgm_ledger_query_real_at(q, 3),
        .share_of = lgm_ledger_query_real_at(q, 4),
        .words = (uint32_t)lgm_ledger_query_int_at(q, 5),
        .quoted = (uint32_t)lgm_ledger_query_int_at(q, 6),
        .passages = (uint32_t)lgm_ledger_query_int_at(q, 7),
        .credit = credit.ptr ? lgm_arena_strndup(c->arena, credit.ptr, credit.len) : NULL};
    return lgm_copies_add(c, copy, report, err);
}

static lgm_status add_best(lgm_copies *c, lgm_ledger_query *q, int64_t report, lgm_err *err)
{
    bool row;
    lgm_ledger_query_int(q, 1, report);
    lgm_ledger_query_int(q, 2, c->report);
    lgm_status st = lgm_ledger_query_step(q, &row, err);
    if (st != LGM_OK || !row) return st;
    st = add_row(c, q, report, err);
    lgm_ledger_query_reset(q);
    return st;
}

/* The group of a report; NULL where no two of it count. */
static lgm_status fill(lgm_copies **out, lgm_ledger *l, int64_t report, lgm_err *err)
{
    lgm_ledger_query *q;
    lgm_copies *c;
    *out = NULL;
    lgm_status st = lgm_copies_start(&c, report, err);
    if (st != LGM_OK) return st;
    st = lgm_ledger_query_new(&q, l->store, best_sql, err);
    if (st == LGM_OK) st = lgm_copies_add_reports(c, l, group_sql, report, err);
    if (c->reports.n) c->report = c->reports.at[0].report;
    for (size_t i = 1; i < c->reports.n && st == LGM_OK; i++)
        st = add_best(c, q, c->reports.at[i].report, err);
    lgm_ledger_query_free(q);
    if (st == LGM_OK && c->at.n)
        *out = c;
    else
        lgm_copies_free(c);
    return st;
}

static lgm_status number(lgm_ledger_query *q, int64_t of, int64_t *out, lgm_err *err)
{
    lgm_ledger_query_int(q, 1, of);
    return lgm_ledger_query_number(q, out, err);
}

lgm_status lgm_copies_next(lgm_copies **out, lgm_ledger *ledger, int64_t *place, lgm_err *err)
{
    lgm_ledger_query *next, *first = NULL;
    int64_t earliest;
    *out = NULL;
    lgm_status st = lgm_ledger_query_new(&next, ledger->store, next_sql, err);
    if (st == LGM_OK) st = lgm_ledger_query_new(&first, ledger->store, first_sql, err);
    while (st == LGM_OK && !*out) {
        int64_t found = 0;
        st = number(next, *place, &found, err);
        if (st == LGM_OK && !found) st = lgm_fail(err, LGM_E_EMPTY, "%s", "");
        if (st != LGM_OK) break;
        *place = found;
        st = number(first, found, &earliest, err);
        if (st == LGM_OK && earliest == found) st = fill(out, ledger, found, err);
    }
    lgm_ledger_query_free(next);
    lgm_ledger_query_free(first);
    return st;
}
