/* regroup.c - a few stories that are near to one another, grouped anew. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "story/joiner.h"
#include "story/contrast.h"
#include "base/linkage.h"

typedef struct node { /* a report */
    int64_t report;
    size_t story; /* of the stories: the one that it is in */
} node;

typedef struct regrouping {
    lgm_story_joiner *j;
    const int64_t *stories;
    size_t n_stories;
    int *whole; /* [n_stories]: what is known of its reports: it stays together where not all are
                   here */
    LGM_VEC(node) nodes;
    lgm_linkage links;
    double *like; /* [n * n], as they were */
    int64_t *to;  /* [n_groups], the story that a group is now */
} regrouping;

/* ---- what is grouped ---- */

static lgm_status stay_together(regrouping *g, size_t i, lgm_err *err)
{
    bool united;
    const lgm_status st = lgm_story_is_united(g->j, g->stories[i], &united, err);
    g->whole[i] = united ? LGM_LINKAGE_ONE : LGM_LINKAGE_TOGETHER;
    return st;
}

static lgm_status take_story(regrouping *g, size_t i, lgm_err *err)
{
    lgm_story_numbers some = {0};
    int64_t size;
    const size_t most = LGM_STORY_NODES / g->n_stories;
    lgm_status st = lgm_story_size(g->j, g->stories[i], &size, err);
    if (st == LGM_OK) st = lgm_story_some(g->j, g->stories[i], most, &some, err);
    if (st == LGM_OK && size > (int64_t)some.n) st = stay_together(g, i, err);
    for (size_t k = 0; k < some.n && st == LGM_OK; k++) {
        const node n = {some.at[k], i};
        if (!lgm_vec_push(g->j->arena, &g->nodes, n)) st = lgm_arena_fail(g->j->arena, err);
    }
    return st;
}

static int by_report(const void *x, const void *y)
{
    const node *const a = x, *const b = y;
    return (a->report > b->report) - (a->report < b->report);
}

static lgm_status compare(regrouping *g, lgm_err *err)
{
    const size_t n = g->nodes.n;
    double like;
    lgm_status st = LGM_OK;
    if (!lgm_linkage_new(&g->links, n, g->j->arena)) return lgm_arena_fail(g->j->arena, err);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i && st == LGM_OK; k++) {
            const node *const a = &g->nodes.at[i], *const b = &g->nodes.at[k];
            st = lgm_story_likeness(g->j, a->report, b->report, &like, err);
            lgm_linkage_put(&g->links, i, k, like);
            bool retold = false;
            if (st == LGM_OK) st = lgm_story_retold(g->j, a->report, b->report, like, &retold, err);
            if (retold) lgm_linkage_know(&g->links, i, k, LGM_LINKAGE_TOGETHER);
            if (a->story == b->story && g->whole[a->story])
                lgm_linkage_know(&g->links, i, k, g->whole[a->story]);
        }
    if (st != LGM_OK) return st;
    g->like = lgm_arena_alloc(g->j->arena, n * n * sizeof *g->like + 1);
    if (!g->like) return lgm_arena_fail(g->j->arena, err);
    memcpy(g->like, g->links.like, n * n * sizeof *g->like);
    return LGM_OK;
}

/* ---- what is known of them ---- */

static size_t node_of(const regrouping *g, int64_t report)
{
    size_t i = 0;
    while (i < g->nodes.n && g->nodes.at[i].report != report) i++;
    return i;
}

/* The node of a report; of one that is not here, any of its story. */
static lgm_status stand_in(const regrouping *g, int64_t report, size_t *out, lgm_err *err)
{
    int64_t story;
    *out = node_of(g, report);
    if (*out < g->nodes.n) return LGM_OK;
    const lgm_status st = lgm_story_number_of(g->j, report, &story, err);
    for (size_t i = 0; i < g->nodes.n; i++)
        if (g->stories[g->nodes.at[i].story] == story) *out = i;
    return st;
}

/* Versions of one article are one. */
static lgm_status know_versions(regrouping *g, lgm_err *err)
{
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < g->nodes.n && st == LGM_OK; i++) {
        int64_t previous;
        lgm_ledger_query_int(g->j->previous, 1, g->nodes.at[i].report);
        st = lgm_ledger_query_number(g->j->previous, &previous, err);
        const size_t k = st == LGM_OK && previous ? node_of(g, previous) : g->nodes.n;
        if (k < g->nodes.n && g->nodes.at[k].story == g->nodes.at[i].story)
            lgm_linkage_know(&g->links, i, k, LGM_LINKAGE_ONE);
    }
    return st;
}

static lgm_status stories_json(const regrouping *g, lgm_buf *b, lgm_err *err)
{
    for (size_t i = 0; i < g->n_stories; i++) {
        lgm_buf_putc(b, i ? ',' : '[');
        lgm_buf_uint(b, (uint64_t)g->stories[i]);
    }
    lgm_buf_putc(b, ']');
    return b->failed ? lgm_fail(err, LGM_E_NOMEM, "out of memory") : LGM_OK;
}

/* What people decided. */
static lgm_status know_decided(regrouping *g, lgm_err *err)
{
    lgm_ledger_query *const q = g->j->decided;
    lgm_buf b = {0};
    bool row = true;
    lgm_status st = stories_json(g, &b, err);
    lgm_ledger_query_text(q, 1, (lgm_slice){b.at, b.len});
    while (st == LGM_OK && (st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row) {
        size_t x, y;
        const int64_t a = lgm_ledger_query_int_at(q, 0), c = lgm_ledger_query_int_at(q, 1);
        const int what = lgm_ledger_query_int_at(q, 2) ? LGM_LINKAGE_ONE : LGM_LINKAGE_TWO;
        st = stand_in(g, a, &x, err);
        if (st == LGM_OK) st = stand_in(g, c, &y, err);
        if (st == LGM_OK && x < g->nodes.n && y < g->nodes.n)
            lgm_linkage_know(&g->links, x, y, what);
    }
    lgm_ledger_query_reset(q);
    lgm_buf_done(&b);
    return st;
}

/* ---- what looks alike ---- */

/* Parts group `group` where it is two happenings. */
static lgm_status contrast(regrouping *g, uint32_t group, lgm_err *err)
{
    const lgm_profile *reports[LGM_STORY_NODES];
    size_t at[LGM_STORY_NODES], n = 0;
    uint64_t second = 0;
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < g->nodes.n && st == LGM_OK; i++) {
        if (g->links.group[i] != group) continue;
        if (n == LGM_STORY_NODES || g->whole[g->nodes.at[i].story]) return LGM_OK;
        at[n] = i;
        st = lgm_story_profile(g->j, g->nodes.at[i].report, &reports[n++], err);
    }
    if (st == LGM_OK) st = lgm_story_contrast(&second, reports, n, g->j->arena, err);
    for (size_t i = 0; i < n && second; i++)
        if (second >> i & 1) g->links.group[at[i]] = g->links.n_groups;
    if (second) g->links.n_groups++;
    return st;
}

static lgm_status contrast_all(regrouping *g, lgm_err *err)
{
    lgm_status st = LGM_OK;
    for (uint32_t i = 0; i < g->links.n_groups && st == LGM_OK; i++) st = contrast(g, i, err);
    return st;
}

/* ---- which group is which story ---- */

static size_t overlap(const regrouping *g, size_t group, size_t story)
{
    size_t n = 0;
    for (size_t i = 0; i < g->nodes.n; i++)
        n += g->links.group[i] == group && g->nodes.at[i].story == story;
    return n;
}

/* The report of a group that is most like the others of it. */
static int64_t central(const regrouping *g, size_t group)
{
    double best = 0;
    size_t found = g->nodes.n;
    for (size_t i = 0; i < g->nodes.n; i++) {
        double sum = 0;
        if (g->links.group[i] != group) continue;
        for (size_t k = 0; k < g->nodes.n; k++)
            if (k != i && g->links.group[k] == group) sum += g->like[i * g->nodes.n + k];
        if (found < g->nodes.n && sum <= best) continue;
        best = sum;
        found = i;
    }
    return found < g->nodes.n ? g->nodes.at[found].report : 0;
}

/* Most reports in common first; a story that no group takes is merged. */
static lgm_status name_groups(regrouping *g, bool *taken, lgm_err *err)
{
    const size_t n_groups = g->links.n_groups;
    lgm_status st = LGM_OK;
    for (;;) {
        size_t most = 0, group = 0, story = 0;
        for (size_t i = 0; i < n_groups; i++)
            for (size_t s = 0; s < g->n_stories && !g->to[i]; s++) {
                const size_t n = taken[s] ? 0 : overlap(g, i, s);
                if (n <= most) continue;
                most = n;
                group = i;
                story = s;
            }
        if (!most) break;
        g->to[group] = g->stories[story];
        taken[story] = true;
    }
    for (size_t i = 0; i < n_groups && st == LGM_OK; i++)
        if (!g->to[i]) st = lgm_story_begin(g->j, central(g, i), &g->to[i], err);
    return st;
}

/* ---- rows ---- */

/* The most alike two: one that moves from a story to a group, and one that is there, or stays. */
static void tie(const regrouping *g, size_t story, size_t group, bool merged, lgm_story_change *c)
{
    const size_t n = g->nodes.n;
    for (size_t i = 0; i < n; i++) {
        if (g->nodes.at[i].story != story || g->links.group[i] != group) continue;
        for (size_t k = 0; k < n; k++) {
            const bool there = merged ? g->links.group[k] == group && g->nodes.at[k].story != story
                                      : g->links.group[k] != group && g->nodes.at[k].story == story;
            if (!there || (c->report && g->like[i * n + k] <= c->likeness)) continue;
            c->likeness = g->like[i * n + k];
            c->report = merged ? g->nodes.at[k].report : g->nodes.at[i].report;
            c->other_report = merged ? g->nodes.at[i].report : g->nodes.at[k].report;
        }
    }
}

static lgm_status move_one(regrouping *g, size_t i, bool merged, const lgm_story_change *c,
                           lgm_err *err)
{
    lgm_ledger_query *const q = g->j->move;
    const char *const how = lgm_story_how_name(merged ? LGM_STORY_MERGED : LGM_STORY_SPLIT);
    lgm_ledger_query_int(q, 1, g->nodes.at[i].report);
    lgm_ledger_query_int(q, 2, g->to[g->links.group[i]]);
    lgm_ledger_query_text(q, 3, (lgm_slice){how, strlen(how)});
    if (merged) lgm_ledger_query_int(q, 4, c->report);
    if (merged) lgm_ledger_query_real(q, 5, c->likeness);
    return lgm_ledger_query_do(q, err);
}

static lgm_status move_all(regrouping *g, size_t story, size_t group, lgm_err *err)
{
    lgm_ledger_query *const q = g->j->move_all;
    const char *const how = lgm_story_how_name(LGM_STORY_MERGED);
    lgm_ledger_query_int(q, 1, g->stories[story]);
    lgm_ledger_query_int(q, 2, g->to[group]);
    lgm_ledger_query_text(q, 3, (lgm_slice){how, strlen(how)});
    return lgm_ledger_query_do(q, err);
}

/* What goes from one story into one group. */
static lgm_status move(regrouping *g, size_t story, size_t group, bool taken, lgm_err *err)
{
    lgm_story_change c = {.merged = !taken};
    if (g->to[group] == g->stories[story] || !overlap(g, group, story)) return LGM_OK;
    c.story = c.merged ? g->to[group] : g->stories[story];
    c.other = c.merged ? g->stories[story] : g->to[group];
    tie(g, story, group, c.merged, &c);
    lgm_status st = lgm_story_change_put(g->j, &c, err);
    if (g->whole[story]) return st == LGM_OK ? move_all(g, story, group, err) : st;
    for (size_t i = 0; i < g->nodes.n && st == LGM_OK; i++)
        if (g->nodes.at[i].story == story && g->links.group[i] == group)
            st = move_one(g, i, c.merged, &c, err);
    return st;
}

static lgm_status put(regrouping *g, lgm_err *err)
{
    bool *const taken = lgm_arena_calloc(g->j->arena, g->n_stories + 1, sizeof *taken);
    g->to = lgm_arena_calloc(g->j->arena, g->links.n_groups + 1, sizeof *g->to);
    if (!taken || !g->to) return lgm_arena_fail(g->j->arena, err);
    lgm_status st = name_groups(g, taken, err);
    for (size_t s = 0; s < g->n_stories; s++)
        for (size_t i = 0; i < g->links.n_groups && st == LGM_OK; i++)
            st = move(g, s, i, taken[s], err);
    for (size_t i = 0; i < g->links.n_groups && st == LGM_OK; i++)
        st = lgm_story_recount(g->j, g->to[i], central(g, i), err);
    for (size_t s = 0; s < g->n_stories && st == LGM_OK; s++)
        if (!taken[s]) st = lgm_story_recount(g->j, g->stories[s], 0, err);
    return st;
}

lgm_status lgm_story_regroup(lgm_story_joiner *j, const int64_t *stories, size_t n, lgm_err *err)
{
    regrouping g = {.j = j, .stories = stories, .n_stories = n};
    g.whole = lgm_arena_calloc(j->arena, n + 1, sizeof *g.whole);
    lgm_status st = g.whole ? LGM_OK : lgm_arena_fail(j->arena, err);
    for (size_t i = 0; i < n && st == LGM_OK; i++) st = take_story(&g, i, err);
    if (st != LGM_OK || g.nodes.n == 0) return st;
    qsort(g.nodes.at, g.nodes.n, sizeof *g.nodes.at, by_report);
    st = compare(&g, err);
    if (st == LGM_OK) st = know_versions(&g, err);
    if (st == LGM_OK) st = know_decided(&g, err);
    if (st != LGM_OK) return st;
    lgm_linkage_run(&g.links);
    st = contrast_all(&g, err);
    return st == LGM_OK ? put(&g, err) : st;
}
