/*
 * export_reviews.c - reviewed records with their words, for who trains a model: docs/review.md has
 * the keys.
 *
 * A record stands as the newest reading has it where the reviews still fit, else as the reading
 * that was looked at had it.
 */
#include <stdio.h>
#include <string.h>

#include "ledger/review_state.h"
#include "legomena/redact.h"
#include "record/one.h"
#include "review/reviewed_record.h"
#include "review/reviewing.h"

static const char marks_sql[] =
    "SELECT v.review, v.report, CASE v.fit WHEN 'same' THEN v.of_reading ELSE v.reading END AS "
    "reading, v.kind, CASE v.fit WHEN 'same' THEN v.of_n ELSE v.n END AS n, v.verdict, v.field, "
    "v.seen, v.correction, v.note, v.reviewer, v.at FROM review_fit v WHERE v.superseded IS NULL "
    "AND "
    "v.replaced_by IS NULL AND v.verdict <> 'none' ORDER BY v.report, reading, v.kind, n, v.review";

static const char state_sql[] = "SELECT " LGM_LEDGER_REVIEW_STATE
                                " FROM review_fit v WHERE v.report = ?1 AND v.of_reading = ?2 "
                                "AND v.kind = ?3 AND v.of_n = ?4 AND " LGM_LEDGER_REVIEW_COUNTS;

typedef struct exporting {
    lgm_ledger *l;
    lgm_ledger_query *marks, *state;
    int redact;
    lgm_record *record;       /* of the reading */
    lgm_redaction *redaction; /* of it; NULL = all is shown */
    lgm_record *redacted;
    int64_t report, reading, n;
    char kind[16];
    lgm_link of;
    lgm_buf line;
    lgm_json w;
    bool open; /* a line that is not ended yet */
    lgm_status (*each)(void *ctx, const char *line, size_t len);
    void *ctx;
} exporting;

/* ---- a line ---- */

static lgm_status put_state(exporting *x, lgm_err *err)
{
    bool row = false;
    lgm_ledger_query_int(x->state, 1, x->report);
    lgm_ledger_query_int(x->state, 2, x->reading);
    lgm_ledger_query_text(x->state, 3, (lgm_slice){x->kind, strlen(x->kind)});
    lgm_ledger_query_int(x->state, 4, x->n);
    const lgm_status st = lgm_ledger_query_step(x->state, &row, err);
    lgm_json_key(&x->w, "state");
    lgm_json_str(&x->w, row ? lgm_ledger_query_text_at(x->state, 0) : (lgm_slice){0});
    lgm_ledger_query_reset(x->state);
    return st;
}

static lgm_status begin_line(exporting *x, lgm_err *err)
{
    char id[48];
    x->w = (lgm_json){.out = &x->line};
    x->open = true;
    lgm_json_open(&x->w, '{');
    lgm_json_key(&x->w, "legomena_review");
    lgm_json_uint(&x->w, 1);
    if (x->of.kind)
        snprintf(id, sizeof id, "%lld:%c%lld", (long long)x->report, x->of.kind, (long long)x->n);
    else
        snprintf(id, sizeof id, "%lld", (long long)x->report);
    lgm_json_key(&x->w, "id");
    lgm_json_text(&x->w, id);
    lgm_json_key(&x->w, "kind");
    lgm_json_text(&x->w, x->kind);
    lgm_status st = lgm_review_put_record(&x->w, x->redacted ? x->redacted : x->record, x->of, err);
    if (st == LGM_OK) st = put_state(x, err);
    lgm_json_key(&x->w, "marks");
    lgm_json_open(&x->w, '[');
    return st;
}

static lgm_status end_line(exporting *x, lgm_err *err)
{
    if (!x->open) return LGM_OK;
    x->open = false;
    lgm_json_close(&x->w);
    lgm_json_close(&x->w);
    lgm_buf_putc(&x->line, '\n');
    if (x->line.failed) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    const lgm_status st = x->each(x->ctx, x->line.at, x->line.len);
    x->line.len = 0;
    return st;
}

/* ---- all ---- */

/* What a person wrote, or saw, without names. */
static lgm_status put_words(exporting *x, lgm_slice value, lgm_err *err)
{
    char *words;
    size_t len;
    if (!x->redaction || !value.ptr) {
        lgm_json_str(&x->w, value);
        return LGM_OK;
    }
    const lgm_str all = {value.ptr, value.len};
    const lgm_status st = lgm_redaction_words(x->redaction, all, &words, &len, err);
    if (st == LGM_OK) lgm_json_str(&x->w, (lgm_slice){words, len});
    if (st == LGM_OK) lgm_string_free(words);
    return st;
}

static lgm_status put_mark(exporting *x, lgm_err *err)
{
    static const char *const keys[] = {"verdict", "field",    "value", "correction",
                                       "note",    "reviewer", "at"};
    lgm_status st = LGM_OK;
    lgm_json_open(&x->w, '{');
    for (int i = 0; i < (int)LGM_COUNT(keys) && st == LGM_OK; i++) {
        const lgm_slice field = lgm_ledger_query_text_at(x->marks, 6);
        lgm_slice value = lgm_ledger_query_text_at(x->marks, 5 + i);
        if (i == 1 && !field.len) value = (lgm_slice){0};
        if (i == 2 && !field.len) continue; /* all of the record */
        if (value.ptr && lgm_utf8_valid(value.ptr, value.len) != value.len)
            return lgm_fail(err, LGM_E_CORRUPT, "%s: review %lld is not in UTF-8",
                            lgm_ledger_store_path(x->l->store),
                            (long long)lgm_ledger_query_int_at(x->marks, 0));
        lgm_json_key(&x->w, keys[i]);
        if (i >= 2 && i <= 4)
            st = put_words(x, value, err);
        else
            lgm_json_str(&x->w, value);
    }
    lgm_json_close(&x->w);
    return st;
}

static void drop_record(exporting *x)
{
    lgm_redaction_free(x->redaction);
    lgm_record_free(x->redacted);
    lgm_record_free(x->record);
    x->redaction = NULL;
    x->redacted = x->record = NULL;
}

static lgm_status get_record(exporting *x, int64_t reading, lgm_err *err)
{
    drop_record(x);
    lgm_status st = lgm_ledger_get_reading(x->l, reading, &x->record, err);
    if (st != LGM_OK || !x->redact) return st;
    st = lgm_redaction_new(&x->redaction, x->record, err);
    return st == LGM_OK ? lgm_redaction_record(x->redaction, &x->redacted, err) : st;
}

static lgm_status move_to(exporting *x, int64_t reading, lgm_slice kind, int64_t n, lgm_err *err)
{
    lgm_status st = end_line(x, err);
    if (st == LGM_OK && (reading != x->reading || !x->record)) st = get_record(x, reading, err);
    if (st != LGM_OK) return st;
    x->report = lgm_ledger_query_int_at(x->marks, 1);
    x->reading = reading;
    x->n = n;
    snprintf(x->kind, sizeof x->kind, "%.*s", (int)kind.len, kind.ptr ? kind.ptr : "");
    x->of = (lgm_link){lgm_review_letter(kind), n > 0 ? (uint32_t)(n - 1) : 0};
    if (x->of.kind && (n < 1 || x->of.index >= lgm_record_count(x->record, x->of.kind)))
        return lgm_fail(err, LGM_E_CORRUPT, "%s: reading %lld has no %s %lld, and a review says so",
                        lgm_ledger_store_path(x->l->store), (long long)reading, x->kind,
                        (long long)n);
    return begin_line(x, err);
}

static lgm_status put_next(exporting *x, lgm_err *err)
{
    const int64_t reading = lgm_ledger_query_int_at(x->marks, 2);
    const lgm_slice kind = lgm_ledger_query_text_at(x->marks, 3);
    const int64_t n = lgm_ledger_query_int_at(x->marks, 4);
    const bool same = x->open && reading == x->reading && n == x->n &&
                      lgm_slice_eq(kind, (lgm_slice){x->kind, strlen(x->kind)});
    const lgm_status st = same ? LGM_OK : move_to(x, reading, kind, n, err);
    return st == LGM_OK ? put_mark(x, err) : st;
}

lgm_status lgm_review_export(lgm_ledger *ledger, int redact,
                             lgm_status (*each)(void *ctx, const char *line, size_t len), void *ctx,
                             lgm_err *err)
{
    exporting x = {.l = ledger, .redact = redact, .each = each, .ctx = ctx};
    bool row = false;
    lgm_status st = lgm_ledger_query_new(&x.marks, ledger->store, marks_sql, err);
    if (st == LGM_OK) st = lgm_ledger_query_new(&x.state, ledger->store, state_sql, err);
    while (st == LGM_OK && (st = lgm_ledger_query_step(x.marks, &row, err)) == LGM_OK && row)
        st = put_next(&x, err);
    if (st == LGM_OK) st = end_line(&x, err);
    lgm_ledger_query_free(x.marks);
    lgm_ledger_query_free(x.state);
    drop_record(&x);
    lgm_buf_done(&x.line);
    return st;
}
