/* join_stories.c - report by report, then decision by decision, as far as they were looked at. */
#include <string.h>

#include "story/joiner.h"

enum { REPORTS = 500 }; /* of a transaction */

typedef struct state {
    int64_t report, decision;
} state;

static lgm_status get_state(lgm_story_joiner *j, state *s, lgm_err *err)
{
    bool row;
    const lgm_status st = lgm_ledger_query_step(j->state, &row, err);
    if (st != LGM_OK) return st;
    if (row) {
        s->report = lgm_ledger_query_int_at(j->state, 0);
        s->decision = lgm_ledger_query_int_at(j->state, 1);
    }
    lgm_ledger_query_reset(j->state);
    return LGM_OK;
}

static lgm_status set_state(lgm_story_joiner *j, const state *s, lgm_err *err)
{
    lgm_ledger_query_int(j->set_state, 1, s->report);
    lgm_ledger_query_int(j->set_state, 2, s->decision);
    return lgm_ledger_query_do(j->set_state, err);
}

/* ---- reports ---- */

typedef struct newcomer {
    int64_t report, previous;
    char day[16];
} newcomer;

/* report 0: there is none. */
static lgm_status next_report(lgm_story_joiner *j, int64_t after, newcomer *n, lgm_err *err)
{
    bool row;
    *n = (newcomer){0};
    lgm_ledger_query_int(j->next, 1, after);
    const lgm_status st = lgm_ledger_query_step(j->next, &row, err);
    if (st != LGM_OK || !row) return st;
    const lgm_slice day = lgm_ledger_query_text_at(j->next, 2);
    n->report = lgm_ledger_query_int_at(j->next, 0);
    n->previous = lgm_ledger_query_int_at(j->next, 1);
    if (day.ptr && day.len < sizeof n->day) memcpy(n->day, day.ptr, day.len);
    lgm_ledger_query_reset(j->next);
    return LGM_OK;
}

static lgm_status join_some(lgm_story_joiner *j, state *s, bool *more, lgm_err *err)
{
    newcomer n;
    lgm_status st = LGM_OK;
    *more = false;
    for (int i = 0; i < REPORTS && st == LGM_OK; i++) {
        st = next_report(j, s->report, &n, err);
        if (st != LGM_OK || !n.report) return st;
        lgm_story_joiner_next(j);
        st = lgm_story_find(j, n.report, n.previous, (lgm_slice){n.day, strlen(n.day)}, err);
        s->report = n.report;
    }
    *more = true;
    return st;
}

/* ---- decisions ---- */

typedef struct verdict {
    int64_t number, a, b;
    bool one, two; /* neither: taken back, or another took its place */
} verdict;

static lgm_status next_verdict(lgm_story_joiner *j, int64_t after, verdict *v, lgm_err *err)
{
    lgm_ledger_query *const q = j->next_decision;
    bool row;
    *v = (verdict){0};
    lgm_ledger_query_int(q, 1, after);
    const lgm_status st = lgm_ledger_query_step(q, &row, err);
    if (st != LGM_OK || !row) return st;
    const bool replaced = lgm_ledger_query_int_at(q, 4) != 0;
    const bool none = lgm_ledger_query_text_at(q, 3).ptr == NULL;
    v->number = lgm_ledger_query_int_at(q, 0);
    v->a = lgm_ledger_query_int_at(q, 1);
    v->b = lgm_ledger_query_int_at(q, 2);
    v->one = !replaced && !none && lgm_ledger_query_int_at(q, 3);
    v->two = !replaced && !none && !v->one;
    lgm_ledger_query_reset(q);
    return LGM_OK;
}

/* What is taken back is as if nobody had decided it: both stories are looked at again. */
static lgm_status look_again(lgm_story_joiner *j, const verdict *v, lgm_err *err)
{
    int64_t stories[2];
    lgm_status st = lgm_story_number_of(j, v->a, &stories[0], err);
    if (st == LGM_OK) st = lgm_story_number_of(j, v->b, &stories[1], err);
    if (st != LGM_OK || !stories[0] || !stories[1]) return st;
    return lgm_story_regroup(j, stories, stories[0] == stories[1] ? 1 : 2, err);
}

static lgm_status obey(lgm_story_joiner *j, state *s, lgm_err *err)
{
    verdict v;
    lgm_status st;
    while ((st = next_verdict(j, s->decision, &v, err)) == LGM_OK && v.number) {
        lgm_story_joiner_next(j);
        st = v.one   ? lgm_story_unite(j, v.a, v.b, err)
             : v.two ? lgm_story_part(j, v.a, v.b, err)
                     : look_again(j, &v, err);
        if (st != LGM_OK) return st;
        s->decision = v.number;
    }
    return st;
}

/* ---- all ---- */

/* A transaction: as many reports as it takes, and where there are no more, decisions. */
static lgm_status work(lgm_story_joiner *j, bool *more, lgm_err *err)
{
    state s = {0};
    lgm_status st = lgm_ledger_begin(j->l, err);
    if (st == LGM_OK) st = get_state(j, &s, err);
    if (st == LGM_OK) st = join_some(j, &s, more, err);
    if (st == LGM_OK && !*more) st = obey(j, &s, err);
    if (st == LGM_OK) st = set_state(j, &s, err);
    return st == LGM_OK ? lgm_ledger_commit(j->l, err) : lgm_ledger_undo(j->l, st);
}

static const char news_sql[] =
    "SELECT (SELECT max(report) FROM report) > report OR (SELECT max(decision) FROM decision WHERE "
    "of = 'story') > decision FROM story_state";

lgm_status lgm_story_join(lgm_ledger *l, lgm_err *err)
{
    lgm_story_joiner *j;
    int64_t news = 0;
    bool more = true;
    lgm_status st = lgm_ledger_commit(l, err);
    if (st == LGM_OK) st = lgm_ledger_store_number(l->store, news_sql, &news, err);
    if (st != LGM_OK || !news) return st;
    st = lgm_story_joiner_new(&j, l, err);
    if (st != LGM_OK) return st;
    while (more && st == LGM_OK) st = work(j, &more, err);
    lgm_story_joiner_free(j);
    return st;
}

lgm_status lgm_story_left(lgm_ledger *l, uint64_t *n, lgm_err *err)
{
    int64_t left = 0;
    const lgm_status st = lgm_ledger_store_number(
        l->store, "SELECT count(*) FROM report WHERE report > (SELECT report FROM story_state)",
        &left, err);
    *n = (uint64_t)left;
    return st;
}
