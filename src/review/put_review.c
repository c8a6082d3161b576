/* put_review.c - a review is written down, with what it is about and what it takes the place of. */
#include <stdio.h>
#include <string.h>

#include "ledger/mark.h"
#include "review/reviewing.h"

enum { LONGEST = 65536 }; /* of a text, in bytes */

typedef struct putting {
    lgm_ledger *l;
    int64_t number, report, reading, n;
    const char *kind;
    const lgm_review *review;
    const char *field; /* "" = all */
} putting;

static lgm_slice slice(const char *s)
{
    return (lgm_slice){s, s ? strlen(s) : 0};
}

/* ---- does it say something? ---- */

lgm_status lgm_review_check_text(const char *what, const char *s, lgm_err *err)
{
    if (!s) return LGM_OK;
    const size_t len = strlen(s);
    if (len == 0 || lgm_slice_trimmed(slice(s)).len == 0)
        return lgm_fail(err, LGM_E_ARG, "the %s is empty", what);
    if (len > LONGEST)
        return lgm_fail(err, LGM_E_ARG, "the %s is longer than %d bytes", what, LONGEST);
    if (lgm_utf8_valid(s, len) != len)
        return lgm_fail(err, LGM_E_ARG, "the %s is not in UTF-8", what);
    return LGM_OK;
}

static lgm_status check(const putting *p, lgm_err *err)
{
    const lgm_review *const r = p->review;
    lgm_status st = lgm_review_check_text("name of the reviewer", r->reviewer, err);
    if (st == LGM_OK) st = lgm_review_check_text("correction", r->correction, err);
    if (st == LGM_OK) st = lgm_review_check_text("note", r->note, err);
    if (st != LGM_OK) return st;
    if (!p->kind) return lgm_fail(err, LGM_E_ARG, "there are no reviews of such a record");
    if (!r->reviewer) return lgm_fail(err, LGM_E_ARG, "who says so is not known");
    if (r->correction && (r->verdict != LGM_VERDICT_WRONG || !*p->field))
        return lgm_fail(err, LGM_E_ARG, "how it should be is said of a field that is wrong");
    if (r->verdict == LGM_VERDICT_NOTE && !r->note)
        return lgm_fail(err, LGM_E_ARG, "a note needs words");
    if (r->verdict == LGM_VERDICT_WITHDRAWN && (strcmp(p->kind, "report") != 0 || *p->field))
        return lgm_fail(err, LGM_E_ARG, "only a report is withdrawn");
    return LGM_OK;
}

/* ---- what it is about ---- */

lgm_status lgm_review_newest(lgm_ledger *l, int64_t report, int64_t *reading, lgm_err *err)
{
    lgm_ledger_query *q;
    *reading = 0;
    lgm_status st = lgm_ledger_query_new(
        &q, l->store, "SELECT reading FROM reading WHERE report=?1 AND superseded IS NULL", err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, report);
    st = lgm_ledger_query_number(q, reading, err);
    lgm_ledger_query_free(q);
    if (st == LGM_OK && !*reading)
        st = lgm_fail(err, LGM_E_NOTFOUND, "%s: there is no report %lld",
                      lgm_ledger_store_path(l->store), (long long)report);
    return st;
}

static lgm_status no_field(const putting *p, lgm_slice there, lgm_err *err)
{
    return lgm_fail(err, LGM_E_ARG, "%s: a field of %s %s is one of: %.*s", p->field,
                    strchr("aeiou", *p->kind) ? "an" : "a", p->kind, (int)there.len, there.ptr);
}

/* The columns of KIND_fields, but for reading, n, start, end and words. */
#define FIELDS "pragma_table_info('%s_fields') WHERE cid > 4"

/* Is there such a record, and such a field in it? */
static lgm_status look(const putting *p, lgm_err *err)
{
    char sql[256];
    lgm_ledger_query *q;
    bool row = false;
    snprintf(sql, sizeof sql,
             "SELECT ?3 = '' OR ?3 IN (SELECT name FROM " FIELDS
             "), (SELECT group_concat(name, ' ') "
             "FROM " FIELDS ") FROM %s_fields f WHERE f.reading = ?1 AND f.n = ?2",
             p->kind, p->kind, p->kind);
    lgm_status st = lgm_ledger_query_new(&q, p->l->store, sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, p->reading);
    lgm_ledger_query_int(q, 2, p->n);
    lgm_ledger_query_text(q, 3, slice(p->field));
    st = lgm_ledger_query_step(q, &row, err);
    if (st == LGM_OK && !row)
        st = lgm_fail(err, LGM_E_NOTFOUND, "report %lld has no %s %lld", (long long)p->report,
                      p->kind, (long long)p->n);
    if (st == LGM_OK && !lgm_ledger_query_int_at(q, 0))
        st = no_field(p, lgm_ledger_query_text_at(q, 1), err);
    lgm_ledger_query_free(q);
    return st;
}

/* ---- in ---- */

/* The field is one of the columns. */
static lgm_status add(const putting *p, lgm_err *err)
{
    char sql[512];
    lgm_ledger_query *q;
    snprintf(sql, sizeof sql,
             "INSERT INTO review(review, report, reading, kind, n, start, \"end\", words, field, "
             "seen, verdict, correction, note, reviewer, at) SELECT ?1, ?2, f.reading, ?4, f.n, "
             "f.start, f.\"end\", f.words, ?6, f.\"%s\", ?7, ?8, ?9, ?10, ?11 FROM %s_fields f "
             "WHERE f.reading = ?3 AND f.n = ?5",
             *p->field ? p->field : "words", p->kind);
    lgm_status st = lgm_ledger_query_new(&q, p->l->store, sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, p->number);
    lgm_ledger_query_int(q, 2, p->report);
    lgm_ledger_query_int(q, 3, p->reading);
    lgm_ledger_query_text(q, 4, slice(p->kind));
    lgm_ledger_query_int(q, 5, p->n);
    lgm_ledger_query_text(q, 6, slice(p->field));
    lgm_ledger_query_text(q, 7, slice(lgm_verdict_name(p->review->verdict)));
    lgm_ledger_query_text(q, 8, slice(p->review->correction));
    lgm_ledger_query_text(q, 9, slice(p->review->note));
    lgm_ledger_query_text(q, 10, slice(p->review->reviewer));
    lgm_ledger_query_text(q, 11, slice(p->l->now));
    st = lgm_ledger_query_do(q, err);
    lgm_ledger_query_free(q);
    return st;
}

/* review.h says which: of the same reviewer and record. */
static const char replace_sql[] =
    "UPDATE review SET replaced_by = ?1 WHERE review IN (SELECT v.review FROM review_place v WHERE "
    "v.report = ?2 AND v.of_reading = ?3 AND v.kind = ?4 AND v.of_n = ?5 AND v.review <> ?1 AND "
    "v.reviewer = ?6 AND v.replaced_by IS NULL AND v.verdict <> 'none' AND CASE ?8 "
    "WHEN 'none' THEN ?7 IN ('', v.field) "
    "WHEN 'withdrawn' THEN v.verdict = 'withdrawn' "
    "WHEN 'note' THEN 0 "
    "ELSE v.verdict IN ('right', 'wrong') AND (?7 IN ('', v.field) OR "
    "(?8 = 'wrong' AND v.field = '' AND v.verdict = 'right')) END)";

static lgm_status replace(const putting *p, lgm_err *err)
{
    lgm_ledger_query *q;
    lgm_status st = lgm_ledger_query_new(&q, p->l->store, replace_sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, p->number);
    lgm_ledger_query_int(q, 2, p->report);
    lgm_ledger_query_int(q, 3, p->reading);
    lgm_ledger_query_text(q, 4, slice(p->kind));
    lgm_ledger_query_int(q, 5, p->n);
    lgm_ledger_query_text(q, 6, slice(p->review->reviewer));
    lgm_ledger_query_text(q, 7, slice(p->field));
    lgm_ledger_query_text(q, 8, slice(lgm_verdict_name(p->review->verdict)));
    st = lgm_ledger_query_do(q, err);
    lgm_ledger_query_free(q);
    return st;
}

static lgm_status check_taken_back(const putting *p, lgm_err *err)
{
    lgm_ledger_query *q;
    int64_t n = 0;
    if (p->review->verdict != LGM_VERDICT_NONE) return LGM_OK;
    lgm_status st = lgm_ledger_query_new(&q, p->l->store,
                                         "SELECT count(*) FROM review WHERE replaced_by = ?1", err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, p->number);
    st = lgm_ledger_query_number(q, &n, err);
    lgm_ledger_query_free(q);
    if (st == LGM_OK && !n)
        st = lgm_fail(err, LGM_E_NOTFOUND, "there is no mark of %s to take back",
                      p->review->reviewer);
    return st;
}

static lgm_status put(putting *p, lgm_err *err)
{
    char mark[LGM_LEDGER_HEX + 1];
    const char *const what = p->review->verdict == LGM_VERDICT_WITHDRAWN ? "withdrawn" : "reviewed";
    lgm_status st = lgm_review_newest(p->l, p->report, &p->reading, err);
    if (st == LGM_OK) st = look(p, err);
    p->number = p->l->last_entry + 1;
    if (st == LGM_OK) st = add(p, err);
    if (st == LGM_OK) st = replace(p, err);
    if (st == LGM_OK) st = check_taken_back(p, err);
    if (st == LGM_OK) st = lgm_ledger_mark_review(p->l->store, p->number, mark, err);
    return st == LGM_OK ? lgm_ledger_log(p->l, what, p->report, 0, mark, err) : st;
}

lgm_status lgm_review_put(lgm_ledger *ledger, int64_t report, lgm_link of, const lgm_review *review,
                          int64_t *number, lgm_err *err)
{
    putting p = {.l = ledger,
                 .report = report,
                 .n = of.kind ? (int64_t)of.index + 1 : 0,
                 .kind = lgm_review_kind(of.kind),
                 .review = review,
                 .field = review->field ? review->field : ""};
    lgm_status st = check(&p, err);
    if (st == LGM_OK) st = lgm_ledger_begin(ledger, err);
    if (st != LGM_OK) return st;
    st = put(&p, err);
    if (number) *number = p.number;
    return st == LGM_OK ? st : lgm_ledger_undo(ledger, st);
}
