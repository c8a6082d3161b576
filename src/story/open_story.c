/* open_story.c - a story out of the ledger, with the records of its reports. */
#include <math.h>
#include <string.h>

#include "story/joiner.h"

static const char *const hows[] = {
    [LGM_STORY_FIRST] = "first",   [LGM_STORY_LIKE] = "like",   [LGM_STORY_VERSION] = "version",
    [LGM_STORY_MERGED] = "merged", [LGM_STORY_SPLIT] = "split", [LGM_STORY_DECIDED] = "decided"};

const char *lgm_story_how_name(lgm_story_how how)
{
    return hows[how];
}

typedef struct opened { /* what is handed out, and what it owns */
    lgm_story story;
    lgm_arena *arena;
    LGM_VEC(lgm_told) reports;
    LGM_VEC(lgm_story_member) members;
    LGM_VEC(lgm_story_change) changes;
} opened;

/* ---- which ---- */

static const char number_sql[] =
    "WITH RECURSIVE went(story) AS (VALUES(?1) UNION SELECT c.story FROM went w JOIN "
    "story_change c ON c.other = w.story AND c.what = 'merged' JOIN story s ON s.story = w.story "
    "WHERE s.reports = 0) SELECT w.story FROM went w JOIN story s USING (story) WHERE s.reports > "
    "0 LIMIT 1";

static lgm_status ask(lgm_ledger *l, const char *sql, int64_t of, int64_t *out, lgm_err *err)
{
    lgm_ledger_query *q;
    lgm_status st = lgm_ledger_query_new(&q, l->store, sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, of);
    st = lgm_ledger_query_number(q, out, err);
    lgm_ledger_query_free(q);
    return st;
}

lgm_status lgm_story_of(lgm_ledger *l, int64_t report, int64_t *story, lgm_err *err)
{
    return ask(l, "SELECT story FROM story_member WHERE report = ?1", report, story, err);
}

/* ---- its reports ---- */

static double share(double logit)
{
    return 1 / (1 + exp(-logit));
}

static lgm_story_how how_of(lgm_slice name)
{
    for (size_t i = 0; i < LGM_COUNT(hows); i++)
        if (name.len == strlen(hows[i]) && memcmp(name.ptr, hows[i], name.len) == 0)
            return (lgm_story_how)i;
    return LGM_STORY_FIRST;
}

static lgm_status take_report(opened *o, lgm_ledger *l, lgm_ledger_query *q, lgm_err *err)
{
    lgm_record *r;
    lgm_status st = lgm_ledger_get_reading(l, lgm_ledger_query_int_at(q, 1), &r, err);
    if (st != LGM_OK) return st;
    const lgm_told told = {lgm_ledger_query_int_at(q, 0), r, LGM_NONE};
    const lgm_slice how = lgm_ledger_query_text_at(q, 2);
    const lgm_story_member m = {.how = how_of(how),
                                .like = lgm_ledger_query_int_at(q, 3),
                                .likeness = share(lgm_ledger_query_real_at(q, 4)),
                                .near = lgm_ledger_query_int_at(q, 5),
                                .near_likeness = share(lgm_ledger_query_real_at(q, 6))};
    if (told.report == lgm_ledger_query_int_at(q, 7)) o->story.central = o->reports.n;
    if (!lgm_vec_push(o->arena, &o->reports, told)) {
        lgm_record_free(r);
        return lgm_arena_fail(o->arena, err);
    }
    return lgm_vec_push(o->arena, &o->members, m) ? LGM_OK : lgm_arena_fail(o->arena, err);
}

static const char reports_sql[] =
    "SELECT p.report, p.reading, m.how, m.\"like\", m.likeness, m.near, m.near_likeness, s.central "
    "FROM story_member m JOIN story s USING (story) JOIN reports p USING (report) "
    "WHERE m.story = ?1 ORDER BY coalesce(p.date, ''), p.report";

static uint32_t place_of(const opened *o, int64_t report)
{
    for (size_t i = 0; i < o->reports.n; i++)
        if (o->reports.at[i].report == report) return (uint32_t)i;
    return LGM_NONE;
}

/* Passages that were taken over do not make a copy. */
static const char copies_sql[] =
    "SELECT c.report, c.of FROM story_member m JOIN copy c ON c.report = m.report "
    "WHERE m.story = ?1 AND c.kind NOT IN ('passages', 'version', 'extended')";

static const char left_out_sql[] = "SELECT count(*) FROM story_member m WHERE m.story = ?1 AND "
                                   "m.report NOT IN (SELECT report FROM "
                                   "reports)";

static lgm_status count_left_out(opened *o, lgm_ledger *l, lgm_err *err)
{
    int64_t n = 0;
    const lgm_status st = ask(l, left_out_sql, o->story.number, &n, err);
    o->story.n_left_out = (size_t)n;
    return st;
}

/* Of each report that has the text of an earlier one, that one. */
static lgm_status note_copies(opened *o, lgm_ledger *l, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = true;
    lgm_status st = lgm_ledger_query_new(&q, l->store, copies_sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, o->story.number);
    while ((st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row) {
        const uint32_t a = place_of(o, lgm_ledger_query_int_at(q, 0));
        const uint32_t b = place_of(o, lgm_ledger_query_int_at(q, 1));
        const uint32_t first = a < b ? a : b, later = a < b ? b : a;
        if (a == LGM_NONE || b == LGM_NONE) continue;
        if (first < o->reports.at[later].copy_of) o->reports.at[later].copy_of = first;
    }
    lgm_ledger_query_free(q);
    return st;
}

static lgm_status take_reports(opened *o, lgm_ledger *l, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = true;
    lgm_status st = lgm_ledger_query_new(&q, l->store, reports_sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, o->story.number);
    while (st == LGM_OK && (st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row)
        st = take_report(o, l, q, err);
    lgm_ledger_query_free(q);
    o->story.reports = o->reports.at;
    o->story.members = o->members.at;
    o->story.n = o->reports.n;
    if (o->story.n) o->story.headline = o->reports.at[o->story.central].record->title;
    return st;
}

/* ---- what became of it ---- */

static lgm_status take_change(opened *o, lgm_ledger_query *q, lgm_err *err)
{
    const lgm_slice at = lgm_ledger_query_text_at(q, 0);
    const char *const copy = lgm_arena_strndup(o->arena, at.ptr ? at.ptr : "", at.len);
    const lgm_story_change c = {.merged = (int)lgm_ledger_query_int_at(q, 1),
                                .decided = (int)lgm_ledger_query_int_at(q, 2),
                                .story = lgm_ledger_query_int_at(q, 3),
                                .other = lgm_ledger_query_int_at(q, 4),
                                .report = lgm_ledger_query_int_at(q, 5),
                                .other_report = lgm_ledger_query_int_at(q, 6),
                                .likeness = share(lgm_ledger_query_real_at(q, 7)),
                                .at = {copy, at.len}};
    if (copy && lgm_vec_push(o->arena, &o->changes, c)) return LGM_OK;
    return lgm_arena_fail(o->arena, err);
}

static const char changes_sql[] =
    "SELECT at, what = 'merged', how = 'decided', story, other, report, other_report, likeness "
    "FROM story_change WHERE story = ?1 OR other = ?1 ORDER BY change";

static lgm_status take_changes(opened *o, lgm_ledger *l, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = true;
    lgm_status st = lgm_ledger_query_new(&q, l->store, changes_sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, o->story.number);
    while (st == LGM_OK && (st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row)
        st = take_change(o, q, err);
    lgm_ledger_query_free(q);
    o->story.changes = o->changes.at;
    o->story.n_changes = o->changes.n;
    return st;
}

/* ---- open and close ---- */

static lgm_status none(const lgm_ledger *l, int64_t number, lgm_err *err)
{
    return lgm_fail(err, LGM_E_NOTFOUND, "%s: no story %lld, or no report of it counts any more",
                    lgm_ledger_store_path(l->store), (long long)number);
}

lgm_status lgm_story_open(lgm_story **out, lgm_ledger *l, int64_t number, lgm_err *err)
{
    lgm_arena *arena;
    *out = NULL;
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    opened *const o = lgm_arena_calloc(arena, 1, sizeof *o);
    if (!o) {
        st = lgm_arena_fail(arena, err);
        lgm_arena_free(arena);
        return st;
    }
    o->arena = arena;
    st = ask(l, number_sql, number, &o->story.number, err);
    if (st == LGM_OK) st = o->story.number ? take_reports(o, l, err) : none(l, number, err);
    if (st == LGM_OK && !o->story.n) st = none(l, number, err);
    if (st == LGM_OK) st = note_copies(o, l, err);
    if (st == LGM_OK) st = count_left_out(o, l, err);
    if (st == LGM_OK) st = take_changes(o, l, err);
    if (st == LGM_OK)
        *out = &o->story;
    else
        lgm_story_close(&o->story);
    return st;
}

void lgm_story_close(lgm_story *story)
{
    opened *const o = (opened *)story; /* it is its first member */
    if (!o) return;
    for (size_t i = 0; i < o->reports.n; i++)
        lgm_record_free((lgm_record *)o->reports.at[i].record);
    lgm_arena_free(o->arena);
}
