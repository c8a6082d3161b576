/* find_story.c - the story of one report: candidates, their stories, the most alike of these. */
#include <stdlib.h>

#include "story/joiner.h"

/* Logits. A new version of an article is of the story of the one before unless it is hardly like
 * it; a second story that a report could be of is a reason to look at both again. */
static const double as_version = -3, is_close = -1;

typedef struct hit { /* a report that shares terms */
    int64_t report;
    double weight;
} hit;

typedef struct nearby {    /* a story that has such reports */
    int64_t story, report; /* the most alike of these */
    double like, mean;
    bool retold; /* that report is this one in other words */
} nearby;

typedef struct finder {
    lgm_story_joiner *j;
    int64_t report, previous;
    const lgm_profile *profile;
    LGM_VEC(hit) hits;
    nearby near[LGM_STORY_STORIES];
    size_t n_near;
} finder;

/* ---- candidates ---- */

static int by_report(const void *x, const void *y)
{
    const hit *const a = x, *const b = y;
    return (a->report > b->report) - (a->report < b->report);
}

static int by_weight(const void *x, const void *y) /* the heaviest first, the newest of equals */
{
    const hit *const a = x, *const b = y;
    return a->weight != b->weight ? (a->weight < b->weight) - (a->weight > b->weight)
                                  : by_report(y, x);
}

static lgm_status search(finder *f, const lgm_profile_term *key, lgm_err *err)
{
    lgm_ledger_query *const q = f->j->with_key;
    bool row = true;
    lgm_status st = LGM_OK;
    lgm_ledger_query_int(q, 1, key->hash);
    lgm_ledger_query_int(q, 2, LGM_STORY_NEWEST);
    while ((st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row) {
        const hit h = {lgm_ledger_query_int_at(q, 0), key->weight};
        if (h.report != f->report && !lgm_vec_push(f->j->arena, &f->hits, h)) {
            lgm_ledger_query_reset(q);
            return lgm_arena_fail(f->j->arena, err);
        }
    }
    return st;
}

/* Each report once, the best alone. */
static void sum_up(finder *f)
{
    size_t n = 0;
    if (f->hits.n == 0) return;
    qsort(f->hits.at, f->hits.n, sizeof *f->hits.at, by_report);
    for (size_t i = 0; i < f->hits.n; i++) {
        if (n && f->hits.at[n - 1].report == f->hits.at[i].report)
            f->hits.at[n - 1].weight += f->hits.at[i].weight;
        else
            f->hits.at[n++] = f->hits.at[i];
    }
    qsort(f->hits.at, n, sizeof *f->hits.at, by_weight);
    f->hits.n = n < LGM_STORY_HITS ? n : LGM_STORY_HITS;
}

static lgm_status put_key(finder *f, uint32_t term, lgm_err *err)
{
    lgm_ledger_query_int(f->j->add_key, 1, term);
    lgm_ledger_query_int(f->j->add_key, 2, f->report);
    return lgm_ledger_query_do(f->j->add_key, err);
}

static lgm_status find_hits(finder *f, lgm_err *err)
{
    lgm_profile_term keys[LGM_STORY_KEYS];
    const size_t n = lgm_profile_keys(f->profile, keys, LGM_STORY_KEYS);
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < n && st == LGM_OK; i++) {
        st = search(f, &keys[i], err);
        if (st == LGM_OK) st = put_key(f, keys[i].hash, err);
    }
    sum_up(f);
    return st;
}

/* ---- their stories ---- */

static lgm_status take(finder *f, int64_t report, lgm_err *err)
{
    int64_t story;
    double like;
    size_t i = 0;
    lgm_status st = lgm_story_number_of(f->j, report, &story, err);
    if (st != LGM_OK || !story) return st;
    st = lgm_story_likeness(f->j, f->report, report, &like, err);
    if (st != LGM_OK) return st;
    while (i < f->n_near && f->near[i].story != story) i++;
    if (i == LGM_STORY_STORIES) { /* the least alike makes room */
        i = 0;
        for (size_t k = 1; k < f->n_near; k++)
            if (f->near[k].like < f->near[i].like) i = k;
        if (f->near[i].like >= like) return LGM_OK;
    } else if (i < f->n_near && f->near[i].like >= like) {
        return LGM_OK;
    }
    f->near[i] = (nearby){.story = story, .report = report, .like = like};
    if (i == f->n_near) f->n_near++;
    return lgm_story_retold(f->j, f->report, report, like, &f->near[i].retold, err);
}

/* How much the report is like a story, on average. */
static lgm_status measure(finder *f, nearby *near, lgm_err *err)
{
    lgm_story_numbers some = {0};
    double like;
    if (near->like < is_close) { /* that of others is hardly more */
        near->mean = near->like;
        return LGM_OK;
    }
    lgm_status st = lgm_story_some(f->j, near->story, LGM_STORY_SAMPLE, &some, err);
    for (size_t i = 0; i < some.n && st == LGM_OK; i++) {
        st = lgm_story_likeness(f->j, f->report, some.at[i], &like, err);
        near->mean += like / (double)some.n;
    }
    return st;
}

static int by_mean(const void *x, const void *y) /* the most alike first, the older of equals */
{
    const nearby *const a = x, *const b = y;
    if (a->retold != b->retold) return a->retold ? -1 : 1;
    if (a->retold && a->like != b->like) return a->like < b->like ? 1 : -1;
    return a->mean != b->mean ? (a->mean < b->mean) - (a->mean > b->mean)
                              : (a->story > b->story) - (a->story < b->story);
}

static lgm_status find_stories(finder *f, lgm_err *err)
{
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < f->hits.n && st == LGM_OK; i++) st = take(f, f->hits.at[i].report, err);
    for (size_t i = 0; i < f->n_near && st == LGM_OK; i++) st = measure(f, &f->near[i], err);
    qsort(f->near, f->n_near, sizeof *f->near, by_mean);
    return st;
}

/* ---- in ---- */

/* The story of the version before, where this one is still like it. */
static lgm_status find_version(finder *f, lgm_story_member *m, int64_t *story, lgm_err *err)
{
    lgm_status st = LGM_OK;
    if (!f->previous) return LGM_OK;
    st = lgm_story_likeness(f->j, f->report, f->previous, &m->likeness, err);
    if (st == LGM_OK && m->likeness > as_version)
        st = lgm_story_number_of(f->j, f->previous, story, err);
    if (*story) {
        m->how = LGM_STORY_VERSION;
        m->like = f->previous;
    }
    return st;
}

static lgm_status choose(finder *f, lgm_story_member *m, int64_t *story, lgm_err *err)
{
    *story = 0;
    lgm_status st = find_version(f, m, story, err);
    if (st != LGM_OK) return st;
    if (!*story && f->n_near && (f->near[0].retold || f->near[0].mean > 0)) {
        *story = f->near[0].story;
        *m = (lgm_story_member){
            .how = LGM_STORY_LIKE, .like = f->near[0].report, .likeness = f->near[0].like};
    }
    for (size_t i = 0; i < f->n_near && !m->near; i++) {
        if (f->near[i].story == *story) continue;
        m->near = f->near[i].report;
        m->near_likeness = f->near[i].like;
    }
    if (*story) return LGM_OK;
    *m = (lgm_story_member){
        .how = LGM_STORY_FIRST, .near = m->near, .near_likeness = m->near_likeness};
    return lgm_story_begin(f->j, f->report, story, err);
}

static lgm_status put(const finder *f, const lgm_story_member *m, int64_t story, lgm_slice day,
                      lgm_err *err)
{
    lgm_ledger_query *const q = f->j->add_member, *const grow = f->j->grow;
    const char *const how = lgm_story_how_name(m->how);
    lgm_ledger_query_int(q, 1, f->report);
    lgm_ledger_query_int(q, 2, story);
    lgm_ledger_query_text(q, 3, (lgm_slice){how, __builtin_strlen(how)});
    if (m->like) lgm_ledger_query_int(q, 4, m->like);
    if (m->like) lgm_ledger_query_real(q, 5, m->likeness);
    if (m->near) lgm_ledger_query_int(q, 6, m->near);
    if (m->near) lgm_ledger_query_real(q, 7, m->near_likeness);
    const lgm_status st = lgm_ledger_query_do(q, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(grow, 1, story);
    lgm_ledger_query_text(grow, 2, day);
    return lgm_ledger_query_do(grow, err);
}

/* Has a story grown so much that it is worth a look at all of it? */
static bool is_grown(int64_t n)
{
    return n >= 4 && n <= LGM_STORY_NODES && (n & (n - 1)) == 0;
}

/* What people put together is not alike on average, and may well have a part that is. */
static lgm_status is_worth(finder *f, const nearby *near, bool *out, lgm_err *err)
{
    *out = near->mean > is_close;
    return *out || near->like <= 0 ? LGM_OK : lgm_story_is_united(f->j, near->story, out, err);
}

static lgm_status look_again(finder *f, int64_t story, lgm_err *err)
{
    int64_t stories[LGM_STORY_STORIES + 1] = {story}, size;
    size_t n = 1;
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < f->n_near && n < 4 && st == LGM_OK; i++) {
        bool worth;
        st = is_worth(f, &f->near[i], &worth, err);
        if (worth && f->near[i].story != story) stories[n++] = f->near[i].story;
    }
    if (st == LGM_OK) st = lgm_story_size(f->j, story, &size, err);
    if (st != LGM_OK || (n == 1 && !is_grown(size))) return st;
    return lgm_story_regroup(f->j, stories, n, err);
}

lgm_status lgm_story_find(lgm_story_joiner *j, int64_t report, int64_t previous, lgm_slice day,
                          lgm_err *err)
{
    finder f = {.j = j, .report = report, .previous = previous};
    lgm_story_member m = {0};
    int64_t story = 0;
    lgm_status st = lgm_story_profile(j, report, &f.profile, err);
    if (st == LGM_OK) st = find_hits(&f, err);
    if (st == LGM_OK) st = find_stories(&f, err);
    if (st == LGM_OK) st = choose(&f, &m, &story, err);
    if (st == LGM_OK) st = put(&f, &m, story, day, err);
    return st == LGM_OK ? look_again(&f, story, err) : st;
}
