/* story_members.c - stories and the reports in them, as rows. */
#include <string.h>

#include "story/joiner.h"

enum { NEWEST = 512 }; /* of a story, of which some are taken; where all are wanted, all are */

lgm_status lgm_story_some(lgm_story_joiner *j, int64_t story, size_t most, lgm_story_numbers *out,
                          lgm_err *err)
{
    int64_t *all;
    size_t n;
    lgm_ledger_query_int(j->in_story, 1, story);
    lgm_ledger_query_int(j->in_story, 2, most < NEWEST ? NEWEST : -1);
    lgm_status st = lgm_ledger_query_numbers(j->in_story, &all, &n, err);
    if (st != LGM_OK) return st;
    const size_t taken = n < most ? n : most;
    for (size_t i = 0; i < taken && st == LGM_OK; i++)
        if (!lgm_vec_push(j->arena, out, all[i * n / taken])) st = lgm_arena_fail(j->arena, err);
    lgm_free(all);
    return st;
}

static lgm_status number(lgm_ledger_query *q, int64_t of, int64_t *out, lgm_err *err)
{
    lgm_ledger_query_int(q, 1, of);
    return lgm_ledger_query_number(q, out, err);
}

lgm_status lgm_story_number_of(lgm_story_joiner *j, int64_t report, int64_t *story, lgm_err *err)
{
    return number(j->of_report, report, story, err);
}

lgm_status lgm_story_size(lgm_story_joiner *j, int64_t story, int64_t *n, lgm_err *err)
{
    return number(j->size, story, n, err);
}

lgm_status lgm_story_is_united(lgm_story_joiner *j, int64_t story, bool *out, lgm_err *err)
{
    int64_t n = 0;
    const lgm_status st = number(j->united, story, &n, err);
    *out = n > 0;
    return st;
}

lgm_status lgm_story_begin(lgm_story_joiner *j, int64_t central, int64_t *story, lgm_err *err)
{
    lgm_ledger_query_int(j->add_story, 1, central);
    return lgm_ledger_query_insert(j->add_story, story, err);
}

lgm_status lgm_story_recount(lgm_story_joiner *j, int64_t story, int64_t central, lgm_err *err)
{
    lgm_ledger_query_int(j->recount, 1, story);
    if (central) lgm_ledger_query_int(j->recount, 2, central);
    return lgm_ledger_query_do(j->recount, err);
}

static lgm_slice slice(const char *s)
{
    return (lgm_slice){s, strlen(s)};
}

lgm_status lgm_story_change_put(lgm_story_joiner *j, const lgm_story_change *c, lgm_err *err)
{
    lgm_ledger_query *const q = j->add_change;
    lgm_ledger_query_text(q, 1, slice(j->l->now));
    lgm_ledger_query_text(q, 2, slice(c->merged ? "merged" : "split"));
    lgm_ledger_query_int(q, 3, c->story);
    lgm_ledger_query_int(q, 4, c->other);
    lgm_ledger_query_text(q, 5, slice(c->decided ? "decided" : "like"));
    if (c->report) lgm_ledger_query_int(q, 6, c->report);
    if (c->other_report) lgm_ledger_query_int(q, 7, c->other_report);
    lgm_ledger_query_real(q, 8, c->likeness);
    return lgm_ledger_query_do(q, err);
}
