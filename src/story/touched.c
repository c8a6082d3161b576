/* touched.c - stories that a ledger learned more of. */
#include <string.h>

#include "story/joiner.h"

/* Reports that do not count are no news; what was known before they once were. */
static const char touched_sql[] =
    "SELECT m.story, p.report, p.learned < ?1, n.report IS NOT NULL FROM story_member m JOIN "
    "report "
    "p USING (report) LEFT JOIN reports n ON n.report = p.report WHERE m.story IN (SELECT x.story "
    "FROM reports o JOIN story_member x ON x.report = o.report WHERE o.learned >= ?1) "
    "ORDER BY m.story, p.report";

typedef struct gathering {
    lgm_story_news news;
    lgm_arena *arena;
    LGM_VEC(int64_t) reports;
    lgm_status (*each)(void *ctx, const lgm_story_news *news);
    void *ctx;
} gathering;

static lgm_status hand_out(gathering *g)
{
    g->news.reports = g->reports.at;
    g->news.n = g->reports.n;
    return g->news.n ? g->each(g->ctx, &g->news) : LGM_OK;
}

static lgm_status take(gathering *g, lgm_ledger_query *q, lgm_err *err)
{
    const int64_t story = lgm_ledger_query_int_at(q, 0);
    if (story != g->news.story) {
        const lgm_status st = hand_out(g);
        if (st != LGM_OK) return st;
        g->news = (lgm_story_news){.story = story};
        g->reports.n = 0;
    }
    if (lgm_ledger_query_int_at(q, 2)) {
        g->news.before++;
        return LGM_OK;
    }
    if (!lgm_ledger_query_int_at(q, 3)) return LGM_OK;
    return lgm_vec_push(g->arena, &g->reports, lgm_ledger_query_int_at(q, 1))
               ? LGM_OK
               : lgm_arena_fail(g->arena, err);
}

lgm_status lgm_story_touched(lgm_ledger *l, const char *since,
                             lgm_status (*each)(void *ctx, const lgm_story_news *news), void *ctx,
                             lgm_err *err)
{
    gathering g = {.each = each, .ctx = ctx};
    lgm_ledger_query *q = NULL;
    bool row = true;
    lgm_status st = lgm_ledger_query_new(&q, l->store, touched_sql, err);
    if (st != LGM_OK) return st;
    st = lgm_arena_new(&g.arena, 0, err);
    lgm_ledger_query_text(q, 1, (lgm_slice){since, strlen(since)});
    while (st == LGM_OK && (st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row)
        st = take(&g, q, err);
    if (st == LGM_OK) st = hand_out(&g);
    lgm_ledger_query_free(q);
    lgm_arena_free(g.arena);
    return st;
}
