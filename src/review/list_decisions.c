/* list_decisions.c - what people decided of two records. */
#include <string.h>

#include "review/reviewing.h"

static const char each_sql[] = "SELECT decision, of, one, a_report, a_of_n, a_words, b_report, "
                               "b_of_n, b_words, note, reviewer, "
                               "at FROM decision_place WHERE replaced_by IS NULL AND one IS NOT "
                               "NULL AND (?1 = 0 OR a_report = "
                               "?1 OR b_report = ?1) ORDER BY decision";

static const char *text(lgm_ledger_query *q, int column)
{
    return lgm_ledger_query_text_at(q, column).ptr; /* ends in a NUL */
}

/* The same of what is never null, but in a file that is damaged. */
static const char *text_or_none(lgm_ledger_query *q, int column)
{
    const char *const s = text(q, column);
    return s ? s : "";
}

static lgm_decision_record record_of(lgm_ledger_query *q, int column, bool person)
{
    const int64_t n = lgm_ledger_query_int_at(q, column + 1);
    lgm_decision_record r = {.report = lgm_ledger_query_int_at(q, column)};
    if (!person) return r;
    r.of = (lgm_link){'e', n > 0 && n < LGM_NONE ? (uint32_t)(n - 1) : LGM_NONE};
    return r;
}

static lgm_decision_found found_of(lgm_ledger_query *q)
{
    const bool person = lgm_slice_eq(lgm_ledger_query_text_at(q, 1), LGM_SLICE("person"));
    return (lgm_decision_found){
        .number = lgm_ledger_query_int_at(q, 0),
        .decision = {.of = person ? LGM_DECISION_PERSON : LGM_DECISION_STORY,
                     .verdict = lgm_ledger_query_int_at(q, 2) ? LGM_DECISION_ONE : LGM_DECISION_TWO,
                     .which = {record_of(q, 3, person), record_of(q, 6, person)},
                     .note = text(q, 9),
                     .reviewer = text_or_none(q, 10)},
        .words = {text_or_none(q, 5), text_or_none(q, 8)},
        .at = text_or_none(q, 11)};
}

lgm_status lgm_review_decisions(lgm_ledger *ledger, int64_t report,
                                lgm_status (*each)(void *ctx, const lgm_decision_found *found),
                                void *ctx, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    lgm_status st = lgm_ledger_query_new(&q, ledger->store, each_sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, report);
    while ((st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row) {
        const lgm_decision_found f = found_of(q);
        if ((st = each(ctx, &f)) != LGM_OK) break;
    }
    lgm_ledger_query_free(q);
    return st;
}
