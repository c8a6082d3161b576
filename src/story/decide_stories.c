/* decide_stories.c - two reports that people say are of one story, or of two. */
#include <string.h>

#include "story/joiner.h"

static lgm_status move(lgm_story_joiner *j, int64_t report, int64_t story, lgm_err *err)
{
    static const char how[] = "decided";
    lgm_ledger_query_int(j->move, 1, report);
    lgm_ledger_query_int(j->move, 2, story);
    lgm_ledger_query_text(j->move, 3, (lgm_slice){how, strlen(how)});
    return lgm_ledger_query_do(j->move, err);
}

static lgm_status both(lgm_story_joiner *j, int64_t a, int64_t b, int64_t story[2], lgm_err *err)
{
    const lgm_status st = lgm_story_number_of(j, a, &story[0], err);
    return st == LGM_OK ? lgm_story_number_of(j, b, &story[1], err) : st;
}

/* The report that a story is known by. */
static lgm_status central(lgm_story_joiner *j, int64_t story, int64_t *report, lgm_err *err)
{
    lgm_ledger_query_int(j->central, 1, story);
    return lgm_ledger_query_number(j->central, report, err);
}

lgm_status lgm_story_unite(lgm_story_joiner *j, int64_t a, int64_t b, lgm_err *err)
{
    static const char how[] = "merged";
    int64_t story[2], report;
    lgm_status st = both(j, a, b, story, err);
    if (st != LGM_OK || !story[0] || !story[1] || story[0] == story[1]) return st;
    const lgm_story_change c = {.merged = 1,
                                .decided = 1,
                                .story = story[0],
                                .other = story[1],
                                .report = a,
                                .other_report = b};
    st = central(j, story[0], &report, err);
    lgm_ledger_query_int(j->move_all, 1, story[1]);
    lgm_ledger_query_int(j->move_all, 2, story[0]);
    lgm_ledger_query_text(j->move_all, 3, (lgm_slice){how, strlen(how)});
    if (st == LGM_OK) st = lgm_ledger_query_do(j->move_all, err);
    if (st == LGM_OK) st = move(j, b, story[0], err);
    if (st == LGM_OK) st = lgm_story_change_put(j, &c, err);
    if (st == LGM_OK) st = lgm_story_recount(j, story[0], report, err);
    return st == LGM_OK ? lgm_story_recount(j, story[1], 0, err) : st;
}

/* Those of a's story that are more like b than a. */
static lgm_status follow(lgm_story_joiner *j, int64_t a, int64_t b, int64_t from, int64_t to,
                         lgm_err *err)
{
    lgm_story_numbers all = {0};
    double stay, leave;
    lgm_status st = lgm_story_some(j, from, SIZE_MAX, &all, err);
    for (size_t i = 0; i < all.n && st == LGM_OK; i++) {
        if (all.at[i] == a || all.at[i] == b) continue;
        st = lgm_story_likeness(j, all.at[i], a, &stay, err);
        if (st == LGM_OK) st = lgm_story_likeness(j, all.at[i], b, &leave, err);
        if (st == LGM_OK && leave > stay) st = move(j, all.at[i], to, err);
    }
    return st;
}

lgm_status lgm_story_part(lgm_story_joiner *j, int64_t a, int64_t b, lgm_err *err)
{
    int64_t story[2], other, report;
    lgm_status st = both(j, a, b, story, err);
    if (st != LGM_OK || !story[0] || story[0] != story[1]) return st;
    st = central(j, story[0], &report, err);
    if (st == LGM_OK) st = lgm_story_begin(j, b, &other, err);
    if (st == LGM_OK) st = move(j, b, other, err);
    if (st == LGM_OK) st = follow(j, a, b, story[0], other, err);
    const lgm_story_change c = {
        .decided = 1, .story = story[0], .other = other, .report = b, .other_report = a};
    if (st == LGM_OK) st = lgm_story_change_put(j, &c, err);
    if (st == LGM_OK) st = lgm_story_recount(j, other, b, err);
    int64_t now = 0;
    if (st == LGM_OK) st = lgm_story_number_of(j, report, &now, err);
    return st == LGM_OK ? lgm_story_recount(j, story[0], now == story[0] ? report : a, err) : st;
}
