/* problem.c - what could not be read: written down, and listed. */
#include <string.h>

#include "ledger/ledger_file.h"

static lgm_slice slice(const char *s)
{
    return (lgm_slice){s ? s : "", s ? strlen(s) : 0};
}

lgm_status lgm_ledger_put_problem(lgm_ledger *l, const lgm_ledger_problem *p, uint64_t *times,
                                  lgm_err *err)
{
    bool row = false;
    lgm_ledger_query *const q = l->add_problem;
    lgm_status st = lgm_ledger_begin(l, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_text(q, 1, slice(p->name));
    lgm_ledger_query_int(q, 2, (int64_t)p->line);
    lgm_ledger_query_int(q, 3, (int64_t)p->byte);
    lgm_ledger_query_int(q, 4, p->status);
    lgm_ledger_query_text(q, 5, slice(p->message));
    lgm_ledger_query_text(q, 6, slice(l->now));
    st = lgm_ledger_query_step(q, &row, err);
    if (times) *times = row ? (uint64_t)lgm_ledger_query_int_at(q, 0) : 0;
    if (row) st = lgm_ledger_query_do(q, err);
    return st == LGM_OK ? st : lgm_ledger_undo(l, st);
}

/* Text of SQLite ends in a NUL. */
static const char *text(lgm_ledger_query *q, int column)
{
    const lgm_slice s = lgm_ledger_query_text_at(q, column);
    return s.ptr ? s.ptr : "";
}

static lgm_ledger_problem problem_of(lgm_ledger_query *q)
{
    return (lgm_ledger_problem){.name = text(q, 0)[0] ? text(q, 0) : NULL,
                                .line = (uint64_t)lgm_ledger_query_int_at(q, 1),
                                .byte = (uint64_t)lgm_ledger_query_int_at(q, 2),
                                .status = (lgm_status)lgm_ledger_query_int_at(q, 3),
                                .message = text(q, 4),
                                .first = text(q, 5),
                                .last = text(q, 6),
                                .times = (uint64_t)lgm_ledger_query_int_at(q, 7)};
}

lgm_status lgm_ledger_problems(lgm_ledger *l,
                               lgm_status (*each)(void *ctx, const lgm_ledger_problem *problem),
                               void *ctx, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    lgm_status st = lgm_ledger_query_new(&q, l->store,
                                         "SELECT name, line, byte, status, message, first, last, "
                                         "times FROM problem ORDER BY problem",
                                         err);
    while (st == LGM_OK) {
        st = lgm_ledger_query_step(q, &row, err);
        if (st != LGM_OK || !row) break;
        const lgm_ledger_problem p = problem_of(q);
        st = each(ctx, &p);
    }
    lgm_ledger_query_free(q);
    return st;
}
