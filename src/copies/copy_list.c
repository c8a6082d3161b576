/* copy_list.c - see copy_list.h. */
#include "copies/copy_list.h"

lgm_status lgm_copies_start(lgm_copies **out, int64_t report, lgm_err *err)
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

static bool keep(lgm_str *out, lgm_ledger_query *q, int column, lgm_arena *arena)
{
    const lgm_slice s = lgm_ledger_query_text_at(q, column);
    *out = (lgm_str){s.ptr ? lgm_arena_strndup(arena, s.ptr, s.len) : NULL, s.len};
    return out->ptr || !s.ptr;
}

static bool add(lgm_copies *c, lgm_ledger_query *q)
{
    lgm_copy_report r = {.report = lgm_ledger_query_int_at(q, 0)};
    return keep(&r.date, q, 1, c->arena) && keep(&r.publisher, q, 2, c->arena) &&
           keep(&r.title, q, 3, c->arena) && lgm_vec_push(c->arena, &c->reports, r);
}

lgm_status lgm_copies_add_reports(lgm_copies *c, lgm_ledger *l, const char *sql, int64_t report,
                                  lgm_err *err)
{
    lgm_ledger_query *q;
    bool row;
    lgm_status st = lgm_ledger_query_new(&q, l->store, sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, report);
    while ((st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row) {
        if (add(c, q)) continue;
        st = lgm_arena_fail(c->arena, err);
        break;
    }
    lgm_ledger_query_free(q);
    return st;
}

lgm_status lgm_copies_add(lgm_copies *c, lgm_copy copy, int64_t other, lgm_err *err)
{
    if (lgm_vec_push(c->arena, &c->at, copy) && lgm_vec_push(c->arena, &c->others, other))
        return LGM_OK;
    return lgm_arena_fail(c->arena, err);
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

int64_t lgm_copies_other(const lgm_copies *c, size_t i)
{
    return c->others.at[i];
}

lgm_copy_report lgm_copies_about(const lgm_copies *c, int64_t report)
{
    for (size_t i = 0; i < c->reports.n; i++)
        if (c->reports.at[i].report == report) return c->reports.at[i];
    return (lgm_copy_report){.report = report};
}
