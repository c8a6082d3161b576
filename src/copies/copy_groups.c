/* copy_groups.c - reports that have one text. */
#include <stdlib.h>
#include <string.h>

#include "copies/reprint.h"

struct lgm_copies {
    lgm_arena *arena;
    int64_t report; /* that was asked for, or the earliest */
    LGM_VEC(lgm_copy) at;
};

/* What has most of a text leads from one report to the next; a passage does not, since what has a
 * passage of one and a passage of another has not made them one. */
#define WHOLE "c.kind <> 'passages'"
#define FROM_ONE                                                                                   \
    "WITH RECURSIVE g(report) AS (SELECT ?1 "                                                      \
    "UNION SELECT c.of FROM g JOIN copy c ON c.report = g.report WHERE " WHOLE " "                 \
    "UNION SELECT c.report FROM g JOIN copy c ON c.of = g.report WHERE " WHOLE ") "
#define BY_TIME                                                                                    \
    " WHERE p.report NOT IN (SELECT report FROM withdrawn) ORDER BY " LGM_COPIES_WHEN ", p.report"

/* The group, and who shares passages with the one. */
static const char around_sql[] =
    FROM_ONE "SELECT p.report FROM (SELECT report FROM g UNION SELECT of FROM copy WHERE "
             "report = ?1 UNION SELECT report FROM copy WHERE of = ?1) m JOIN report p USING "
             "(report)" BY_TIME;
static const char group_sql[] =
    FROM_ONE "SELECT p.report FROM g JOIN report p USING (report)" BY_TIME;

/* Who has most of another's text, and nobody's itself. */
static const char next_sql[] =
    "SELECT c.of FROM copy c WHERE c.of > ?1 AND " WHOLE " AND NOT EXISTS (SELECT 1 FROM copy o "
    "WHERE o.report = c.of AND o.kind <> 'passages') ORDER BY c.of LIMIT 1";
/* Is it the earliest of all in its group? Others may have nobody's text and stand in it, too. */
static const char first_sql[] =
    FROM_ONE "SELECT p.report FROM g JOIN report p USING (report) ORDER BY " LGM_COPIES_WHEN
             ", p.report LIMIT 1";

/* Of what is known of report ?1: beside ?2, else what has most of it. */
static const char best_sql[] =
    "SELECT report, of, kind, share, share_of, words, quoted, passages, credit FROM copy c WHERE "
    "(c.report = ?1 OR c.of = ?1) AND " WHOLE " ORDER BY c.report = ?1 AND c.of = ?2 DESC, "
    "c.report = ?1 DESC, c.share DESC, c.of, c.report LIMIT 1";

static lgm_status numbers(lgm_ledger *l, const char *sql, int64_t report, int64_t **out, size_t *n,
                          lgm_err *err)
{
    lgm_ledger_query *q;
    *out = NULL;
    *n = 0;
    lgm_status st = lgm_ledger_query_new(&q, l->store, sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, report);
    st = lgm_ledger_query_numbers(q, out, n, err);
    lgm_ledger_query_free(q);
    return st;
}

static lgm_status start(lgm_copies **out, int64_t report, lgm_err *err)
{
    lgm_arena *arena;
    *out = NULL;
    const lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    *out = lgm_arena_calloc(arena, 1, sizeof **out);
    if (!*out) {
        lgm_arena_free(arena);
        return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    }
    (*out)->arena = arena;
    (*out)->report = report;
    return LGM_OK;
}

/* ---- around a report ---- */

static lgm_status add_compared(lgm_copies *c, lgm_ledger *l, lgm_ledger_query *q,
                               const lgm_copies_text *of, int64_t report, lgm_err *err)
{
    lgm_copies_text t;
    lgm_copy copy;
    bool there, is = false;
    if (report == of->report) return LGM_OK;
    lgm_status st = lgm_copies_text_get(l, q, report, &t, &there, c->arena, err);
    if (st == LGM_OK && there) st = lgm_copies_compare(&copy, &is, of, &t, c->arena, err);
    if (st == LGM_OK && is && !lgm_vec_push(c->arena, &c->at, copy))
        return lgm_arena_fail(c->arena, err);
    return st;
}

static lgm_status compare_all(lgm_copies *c, lgm_ledger *l, lgm_err *err)
{
    lgm_ledger_query *q;
    lgm_copies_text of;
    int64_t *reports = NULL;
    size_t n = 0;
    bool there = false;
    lgm_status st = lgm_ledger_query_new(&q, l->store, lgm_copies_text_sql, err);
    if (st == LGM_OK) st = lgm_copies_text_get(l, q, c->report, &of, &there, c->arena, err);
    if (st == LGM_OK && !there)
        st = lgm_fail(err, LGM_E_NOTFOUND, "%s: there is no report %lld",
                      lgm_ledger_store_path(l->store), (long long)c->report);
    if (st == LGM_OK) st = numbers(l, around_sql, c->report, &reports, &n, err);
    for (size_t i = 0; i < n && st == LGM_OK; i++) st = add_compared(c, l, q, &of, reports[i], err);
    lgm_ledger_query_free(q);
    lgm_free(reports);
    return st;
}

lgm_status lgm_copies_of(lgm_copies **out, lgm_ledger *ledger, int64_t report, lgm_err *err)
{
    lgm_copies *c;
    *out = NULL;
    lgm_status st = start(&c, report, err);
    if (st != LGM_OK) return st;
    st = compare_all(c, ledger, err);
    if (st == LGM_OK)
        *out = c;
    else
        lgm_copies_free(c);
    return st;
}

/* ---- all groups ---- */

static lgm_copy_kind kind_named(lgm_slice name)
{
    lgm_copy_kind kind = 0;
    while (kind + 1 < LGM_COPY_N &&
           !lgm_slice_eq(name,
                         (lgm_slice){lgm_copy_kind_name(kind), strlen(lgm_copy_kind_name(kind))}))
        kind++;
    return kind;
}

static lgm_status add_row(lgm_copies *c, lgm_ledger_query *q, lgm_err *err)
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
    return lgm_vec_push(c->arena, &c->at, copy) ? LGM_OK : lgm_arena_fail(c->arena, err);
}

static lgm_status add_stored(lgm_copies *c, lgm_ledger_query *q, int64_t report, lgm_err *err)
{
    bool row;
    if (report == c->report) return LGM_OK;
    lgm_ledger_query_int(q, 1, report);
    lgm_ledger_query_int(q, 2, c->report);
    lgm_status st = lgm_ledger_query_step(q, &row, err);
    if (st != LGM_OK || !row) return st;
    st = add_row(c, q, err);
    lgm_ledger_query_reset(q);
    return st;
}

static lgm_status fill_group(lgm_copies **out, lgm_ledger *l, const int64_t *reports, size_t n,
                             lgm_err *err)
{
    lgm_ledger_query *q;
    lgm_copies *c;
    lgm_status st = start(&c, reports[0], err);
    if (st != LGM_OK) return st;
    st = lgm_ledger_query_new(&q, l->store, best_sql, err);
    for (size_t i = 1; i < n && st == LGM_OK; i++) st = add_stored(c, q, reports[i], err);
    lgm_ledger_query_free(q);
    if (st == LGM_OK)
        *out = c;
    else
        lgm_copies_free(c);
    return st;
}

lgm_status lgm_copies_next(lgm_copies **out, lgm_ledger *ledger, int64_t *place, lgm_err *err)
{
    int64_t *found = NULL;
    size_t n;
    lgm_status st = LGM_OK;
    *out = NULL;
    while (st == LGM_OK && !*out) {
        bool first;
        st = numbers(ledger, next_sql, *place, &found, &n, err);
        if (st == LGM_OK && !n) return lgm_fail(err, LGM_E_EMPTY, "%s", "");
        if (st != LGM_OK) break;
        *place = found[0];
        lgm_free(found);
        st = numbers(ledger, first_sql, *place, &found, &n, err);
        first = st == LGM_OK && n && found[0] == *place;
        lgm_free(found);
        if (!first) continue;
        st = numbers(ledger, group_sql, *place, &found, &n, err);
        if (st == LGM_OK && n > 1) st = fill_group(out, ledger, found, n, err);
        lgm_free(found);
    }
    return st;
}

/* ---- what is in them ---- */

void lgm_copies_free(lgm_copies *c)
{
    if (c) lgm_arena_free(c->arena);
}

int64_t lgm_copies_report(const lgm_copies *c)
{
    return c->report;
}

size_t lgm_copies_count(const lgm_copies *c)
{
    return c->at.n;
}

lgm_copy lgm_copies_copy(const lgm_copies *c, size_t i)
{
    return c->at.at[i];
}
