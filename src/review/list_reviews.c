/* list_reviews.c - what was said of a report and its records, and what it comes to. */
#include <string.h>

#include "ledger/review_state.h"
#include "review/reviewing.h"

/* ---- names ---- */

static const char *const verdicts[] = {[LGM_VERDICT_NOTE] = "note",
                                       [LGM_VERDICT_RIGHT] = "right",
                                       [LGM_VERDICT_WRONG] = "wrong",
                                       [LGM_VERDICT_WITHDRAWN] = "withdrawn",
                                       [LGM_VERDICT_NONE] = "none"};

const char *lgm_verdict_name(lgm_verdict verdict)
{
    return (size_t)verdict < LGM_COUNT(verdicts) ? verdicts[verdict] : "";
}

static bool is(lgm_slice s, const char *word)
{
    return s.ptr && lgm_slice_eq(s, (lgm_slice){word, strlen(word)});
}

lgm_verdict lgm_review_verdict(lgm_slice name)
{
    for (size_t i = 0; i < LGM_COUNT(verdicts); i++)
        if (is(name, verdicts[i])) return (lgm_verdict)i;
    return LGM_VERDICT_NONE;
}

static const struct {
    char letter;
    const char *name;
} kinds[] = {{0, "report"},     {'c', "claim"},  {'v', "event"}, {'f', "figure"},
             {'i', "incident"}, {'e', "entity"}, {'t', "time"}};

const char *lgm_review_kind(char letter)
{
    for (size_t i = 0; i < LGM_COUNT(kinds); i++)
        if (kinds[i].letter == letter) return kinds[i].name;
    return NULL;
}

char lgm_review_letter(lgm_slice kind)
{
    for (size_t i = 0; i < LGM_COUNT(kinds); i++)
        if (is(kind, kinds[i].name)) return kinds[i].letter;
    return 0;
}

/* ---- all of a report ---- */

static const char each_sql[] =
    "SELECT review, kind, of_n, field, verdict, correction, note, reviewer, at, words, seen, fit "
    "FROM review_fit WHERE report = ?1 AND superseded IS NULL AND replaced_by IS NULL AND verdict "
    "<> 'none' ORDER BY review";

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

static lgm_review_found found_of(lgm_ledger_query *q)
{
    const int64_t n = lgm_ledger_query_int_at(q, 2);
    const lgm_slice field = lgm_ledger_query_text_at(q, 3), fit = lgm_ledger_query_text_at(q, 11);
    lgm_review_found f = {.number = lgm_ledger_query_int_at(q, 0),
                          .review = {.verdict = lgm_review_verdict(lgm_ledger_query_text_at(q, 4)),
                                     .field = field.len ? field.ptr : NULL,
                                     .correction = text(q, 5),
                                     .note = text(q, 6),
                                     .reviewer = text_or_none(q, 7)},
                          .of = {lgm_review_letter(lgm_ledger_query_text_at(q, 1)),
                                 n > 0 && n < LGM_NONE ? (uint32_t)(n - 1) : LGM_NONE},
                          .fit = is(fit, "same")      ? LGM_REVIEW_SAME
                                 : is(fit, "changed") ? LGM_REVIEW_CHANGED
                                                      : LGM_REVIEW_GONE,
                          .at = text_or_none(q, 8),
                          .words = text_or_none(q, 9),
                          .seen = text(q, 10)};
    if (!f.of.kind) f.of.index = 0;
    return f;
}

lgm_status lgm_review_each(lgm_ledger *ledger, int64_t report,
                           lgm_status (*each)(void *ctx, const lgm_review_found *found), void *ctx,
                           lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    lgm_status st = lgm_ledger_query_new(&q, ledger->store, each_sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, report);
    while ((st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row) {
        const lgm_review_found f = found_of(q);
        if ((st = each(ctx, &f)) != LGM_OK) break;
    }
    lgm_ledger_query_free(q);
    return st;
}

/* ---- what all come to ---- */

static const char state_sql[] =
    "SELECT CASE WHEN ?3 = 'report' AND ?1 IN (SELECT report FROM withdrawn) THEN 'withdrawn' ELSE "
    "(SELECT " LGM_LEDGER_REVIEW_STATE " FROM review_fit v WHERE v.report = ?1 AND v.superseded IS "
    "NULL AND v.kind = ?3 AND v.of_n = ?2 AND " LGM_LEDGER_REVIEW_COUNTS ") END";

static const char *known_state(lgm_slice s)
{
    static const char *const states[] = {"right", "wrong", "disputed", "part", "withdrawn"};
    for (size_t i = 0; i < LGM_COUNT(states); i++)
        if (is(s, states[i])) return states[i];
    return "";
}

lgm_status lgm_review_state(lgm_ledger *ledger, int64_t report, lgm_link of, const char **state,
                            lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    const char *const kind = lgm_review_kind(of.kind);
    *state = "";
    lgm_status st = lgm_ledger_query_new(&q, ledger->store, state_sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, report);
    lgm_ledger_query_int(q, 2, of.kind ? (int64_t)of.index + 1 : 0);
    lgm_ledger_query_text(q, 3, (lgm_slice){kind, kind ? strlen(kind) : 0});
    st = lgm_ledger_query_step(q, &row, err);
    if (row) *state = known_state(lgm_ledger_query_text_at(q, 0));
    lgm_ledger_query_free(q);
    return st;
}
