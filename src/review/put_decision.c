/* put_decision.c - people decide whether two records are one. */
#include <stdio.h>
#include <string.h>

#include "ledger/mark.h"
#include "review/reviewing.h"

typedef struct deciding {
    lgm_ledger *l;
    const lgm_decision *d;
    const char *of, *fields; /* "person", "entity_fields" */
    int64_t number, reading[2], n[2];
} deciding;

static lgm_slice slice(const char *s)
{
    return (lgm_slice){s, s ? strlen(s) : 0};
}

static const char *const kinds[] = {
    [LGM_DECISION_PERSON] = "person", [LGM_DECISION_STORY] = "story"};

/* ---- does it say something? ---- */

static lgm_status check(const deciding *p, lgm_err *err)
{
    const lgm_decision *const d = p->d;
    const bool person = d->of == LGM_DECISION_PERSON;
    lgm_status st = lgm_review_check_text("name of the reviewer", d->reviewer, err);
    if (st == LGM_OK) st = lgm_review_check_text("note", d->note, err);
    if (st != LGM_OK) return st;
    if (!d->reviewer) return lgm_fail(err, LGM_E_ARG, "who says so is not known");
    for (int i = 0; i < 2; i++)
        if (d->which[i].of.kind != (person ? 'e' : 0))
            return lgm_fail(err, LGM_E_ARG,
                            person ? "a person is a name of a report, as 12:e3"
                                   : "a story is known by a report of it, as 12");
    if (d->which[0].report == d->which[1].report && p->n[0] == p->n[1])
        return lgm_fail(err, LGM_E_ARG, "these are the same record");
    return LGM_OK;
}

static lgm_status look(const deciding *p, int i, lgm_err *err)
{
    char sql[96];
    lgm_ledger_query *q;
    int64_t there = 0;
    snprintf(sql, sizeof sql, "SELECT count(*) FROM %s WHERE reading = ?1 AND n = ?2", p->fields);
    lgm_status st = lgm_ledger_query_new(&q, p->l->store, sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, p->reading[i]);
    lgm_ledger_query_int(q, 2, p->n[i]);
    st = lgm_ledger_query_number(q, &there, err);
    lgm_ledger_query_free(q);
    if (st == LGM_OK && !there)
        st = lgm_fail(err, LGM_E_NOTFOUND, "report %lld has no name %lld",
                      (long long)p->d->which[i].report, (long long)p->n[i]);
    return st;
}

/* ---- in ---- */

static lgm_status add(const deciding *p, lgm_err *err)
{
    char sql[640];
    lgm_ledger_query *q;
    snprintf(sql, sizeof sql,
             "INSERT INTO decision(decision, of, one, a_report, a_reading, a_n, a_start, a_end, "
             "a_words, b_report, b_reading, b_n, b_start, b_end, b_words, note, reviewer, at) "
             "SELECT ?1, ?2, ?3, ?4, a.reading, a.n, a.start, a.\"end\", a.words, ?5, b.reading, "
             "b.n, b.start, b.\"end\", b.words, ?10, ?11, ?12 FROM %s a, %s b WHERE a.reading = ?6 "
             "AND a.n = ?7 AND b.reading = ?8 AND b.n = ?9",
             p->fields, p->fields);
    lgm_status st = lgm_ledger_query_new(&q, p->l->store, sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, p->number);
    lgm_ledger_query_text(q, 2, slice(p->of));
    if (p->d->verdict != LGM_DECISION_NONE)
        lgm_ledger_query_int(q, 3, p->d->verdict == LGM_DECISION_ONE);
    for (int i = 0; i < 2; i++) {
        lgm_ledger_query_int(q, 4 + i, p->d->which[i].report);
        lgm_ledger_query_int(q, 6 + 2 * i, p->reading[i]);
        lgm_ledger_query_int(q, 7 + 2 * i, p->n[i]);
    }
    lgm_ledger_query_text(q, 10, slice(p->d->note));
    lgm_ledger_query_text(q, 11, slice(p->d->reviewer));
    lgm_ledger_query_text(q, 12, slice(p->l->now));
    st = lgm_ledger_query_do(q, err);
    lgm_ledger_query_free(q);
    return st;
}

/* What was decided of the same two, in either order. */
static const char replace_sql[] =
    "UPDATE decision SET replaced_by = ?1 WHERE decision IN (SELECT d.decision FROM decision_place "
    "d "
    "WHERE d.of = ?2 AND d.decision <> ?1 AND d.replaced_by IS NULL AND d.one IS NOT NULL AND "
    "((d.a_report = ?3 AND d.a_of_n = ?5 AND d.b_report = ?4 AND d.b_of_n = ?6) OR "
    "(d.a_report = ?4 AND d.a_of_n = ?6 AND d.b_report = ?3 AND d.b_of_n = ?5)))";

static lgm_status replace(const deciding *p, lgm_err *err)
{
    lgm_ledger_query *q;
    lgm_status st = lgm_ledger_query_new(&q, p->l->store, replace_sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, p->number);
    lgm_ledger_query_text(q, 2, slice(p->of));
    for (int i = 0; i < 2; i++) {
        lgm_ledger_query_int(q, 3 + i, p->d->which[i].report);
        lgm_ledger_query_int(q, 5 + i, p->n[i]);
    }
    st = lgm_ledger_query_do(q, err);
    lgm_ledger_query_free(q);
    return st;
}

static lgm_status check_taken_back(const deciding *p, lgm_err *err)
{
    lgm_ledger_query *q;
    int64_t n = 0;
    if (p->d->verdict != LGM_DECISION_NONE) return LGM_OK;
    lgm_status st = lgm_ledger_query_new(
        &q, p->l->store, "SELECT count(*) FROM decision WHERE replaced_by = ?1", err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, p->number);
    st = lgm_ledger_query_number(q, &n, err);
    lgm_ledger_query_free(q);
    if (st == LGM_OK && !n) st = lgm_fail(err, LGM_E_NOTFOUND, "nothing was decided of these two");
    return st;
}

/* An entry for each of both reports, so that what is known of either tells of it. */
static lgm_status log_both(const deciding *p, lgm_err *err)
{
    char mark[LGM_LEDGER_HEX + 1];
    static const char *const what[][2] = {[LGM_DECISION_ONE] = {"merged", "merged with"},
                                          [LGM_DECISION_TWO] = {"split", "split from"},
                                          [LGM_DECISION_NONE] = {"undecided", "undecided with"}};
    lgm_status st = lgm_ledger_mark_decision(p->l->store, p->number, mark, err);
    for (int i = 0; i < 2 && st == LGM_OK; i++)
        st = lgm_ledger_log(p->l, what[p->d->verdict][i], p->d->which[i].report, 0, mark, err);
    return st;
}

static lgm_status decide(deciding *p, lgm_err *err)
{
    lgm_status st = LGM_OK;
    for (int i = 0; i < 2 && st == LGM_OK; i++) {
        st = lgm_review_newest(p->l, p->d->which[i].report, &p->reading[i], err);
        if (st == LGM_OK) st = look(p, i, err);
    }
    p->number = p->l->last_entry + 1;
    if (st == LGM_OK) st = add(p, err);
    if (st == LGM_OK) st = replace(p, err);
    if (st == LGM_OK) st = check_taken_back(p, err);
    return st == LGM_OK ? log_both(p, err) : st;
}

lgm_status lgm_review_decide(lgm_ledger *ledger, const lgm_decision *d, int64_t *number,
                             lgm_err *err)
{
    deciding p = {.l = ledger,
                  .d = d,
                  .of = kinds[d->of],
                  .fields = d->of == LGM_DECISION_PERSON ? "entity_fields" : "report_fields"};
    for (int i = 0; i < 2; i++)
        p.n[i] = d->which[i].of.kind ? (int64_t)d->which[i].of.index + 1 : 0;
    lgm_status st = check(&p, err);
    if (st == LGM_OK) st = lgm_ledger_begin(ledger, err);
    if (st != LGM_OK) return st;
    st = decide(&p, err);
    if (number) *number = p.number;
    return st == LGM_OK ? st : lgm_ledger_undo(ledger, st);
}
