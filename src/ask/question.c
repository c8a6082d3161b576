/* question.c - a question with its conditions, and the rows that answer it. */
#include <stdlib.h>
#include <string.h>

#include "ask/asked_words.h"
#include "ask/asking.h"
#include "ask/statement.h"

/* ---- a question ---- */

static const lgm_ask_kind *find_kind(const char *name, const lgm_question_kind **shown)
{
    for (size_t i = 0; lgm_ask_shown[i].name; i++)
        if (strcmp(lgm_ask_shown[i].name, name) == 0) {
            *shown = &lgm_ask_shown[i];
            return lgm_ask_kinds[i];
        }
    return NULL;
}

lgm_status lgm_question_new(lgm_question **out, lgm_ledger *ledger, const char *kind, lgm_err *err)
{
    const lgm_question_kind *shown = NULL;
    lgm_arena *arena;
    *out = NULL;
    const lgm_ask_kind *const found = find_kind(kind, &shown);
    if (!found) return lgm_fail(err, LGM_E_ARG, "there is no question '%s'", kind);
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    lgm_question *const q = lgm_arena_calloc(arena, 1, sizeof *q);
    if (q) q->row = lgm_arena_calloc(arena, shown->n_columns, sizeof *q->row);
    if (!q || !q->row) {
        st = lgm_arena_fail(arena, err);
        lgm_arena_free(arena);
        return st;
    }
    q->ledger = ledger;
    q->shown = shown;
    q->kind = found;
    q->arena = arena;
    *out = q;
    return LGM_OK;
}

void lgm_question_free(lgm_question *q)
{
    if (!q) return;
    lgm_ledger_query_free(q->query);
    lgm_buf_done(&q->snippet);
    for (size_t i = 0; q->redactions && i < q->shown->n_columns; i++) lgm_string_free(q->cells[i]);
    lgm_redactions_free(q->redactions);
    lgm_arena_free(q->arena);
}

const lgm_question_kind *lgm_question_kind_of(const lgm_question *q)
{
    return q->shown;
}

static lgm_status no_condition(const lgm_question *q, const char *name, lgm_err *err)
{
    lgm_buf b = {0};
    char *names = NULL;
    for (size_t i = 0; i < q->shown->n_conditions; i++) {
        lgm_buf_puts(&b, i ? ", " : "");
        lgm_buf_puts(&b, q->shown->conditions[i].name);
    }
    lgm_status st = lgm_buf_take(&b, &names, NULL, err);
    if (st != LGM_OK) return st;
    st = lgm_fail(err, LGM_E_ARG, "%s have no condition '%s': there are %s", q->shown->name, name,
                  names);
    lgm_free(names);
    return st;
}

static bool is_one_of(const char *words, const char *value)
{
    const size_t len = strlen(value);
    for (const char *s = words; s && *s;) {
        const size_t n = strcspn(s, " ");
        if (n == len && memcmp(s, value, n) == 0) return true;
        s += n + (s[n] == ' ');
    }
    return false;
}

lgm_status lgm_question_where(lgm_question *q, const char *name, const char *value, lgm_err *err)
{
    lgm_ask_asked c = {0};
    while (c.which < q->shown->n_conditions &&
           strcmp(q->shown->conditions[c.which].name, name) != 0)
        c.which++;
    if (c.which == q->shown->n_conditions) return no_condition(q, name, err);
    const lgm_question_condition *const shown = &q->shown->conditions[c.which];
    const lgm_ask_take take = q->kind->conditions[c.which].take;
    if (take == LGM_ASK_ALSO) q->withdrawn = true;
    if (take == LGM_ASK_ALSO) return LGM_OK;
    if (take != LGM_ASK_FLAG && !value)
        return lgm_fail(err, LGM_E_ARG, "%s: it takes a value", name);
    if (take == LGM_ASK_PLAIN && shown->words && strcmp(shown->value, "WHAT") != 0 &&
        !is_one_of(shown->words, value))
        return lgm_fail(err, LGM_E_ARG, "%s '%s': should be one of: %s", name, value, shown->words);
    const lgm_status st = lgm_ask_values_of(&c.values, take, name, value, q->arena, err);
    if (st != LGM_OK) return st;
    if (take == LGM_ASK_AS_OF) {
        q->as_of = c.values.at[0].text.ptr;
        return LGM_OK;
    }
    if (take == LGM_ASK_WORDS && q->kind->needs && strcmp(name, q->kind->needs) == 0)
        q->words = lgm_arena_strndup(q->arena, value, strlen(value));
    return lgm_vec_push(q->arena, &q->conditions, c) ? LGM_OK : lgm_arena_fail(q->arena, err);
}

void lgm_question_page(lgm_question *q, uint64_t limit, uint64_t offset)
{
    q->limit = limit;
    q->offset = offset;
}

void lgm_question_reverse(lgm_question *q)
{
    q->reversed = true;
}

lgm_status lgm_question_redact(lgm_question *q, lgm_err *err)
{
    if (q->redactions) return LGM_OK;
    q->cells = lgm_arena_calloc(q->arena, q->shown->n_columns, sizeof *q->cells);
    return q->cells ? lgm_redactions_new(&q->redactions, q->ledger, err)
                    : lgm_arena_fail(q->arena, err);
}

static lgm_status check_needs(const lgm_question *q, lgm_err *err)
{
    if (!q->kind->needs || q->words) return LGM_OK;
    return lgm_fail(err, LGM_E_ARG, "a %s needs the condition '%s'", q->shown->name,
                    q->kind->needs);
}

/* ---- rows ---- */

/* The record of a reading; without names where they are to be hidden. */
static lgm_status get_record(lgm_question *q, int64_t reading, lgm_record **out, lgm_err *err)
{
    lgm_record *r;
    lgm_status st = lgm_ledger_get_reading(q->ledger, reading, &r, err);
    if (st != LGM_OK || !q->redactions) {
        *out = r;
        return st;
    }
    st = lgm_redact(out, r, err);
    lgm_record_free(r);
    return st;
}

/* The column has the number of a reading: its text around the words comes in its place. */
static lgm_status put_snippet(lgm_question *q, lgm_question_value *v, lgm_err *err)
{
    lgm_record *r;
    const int64_t reading = lgm_ledger_query_int_at(q->query, q->kind->snippet);
    const lgm_status st = get_record(q, reading, &r, err);
    if (st != LGM_OK) return st;
    q->snippet.len = 0;
    lgm_ask_snippet(r->text, q->words, &q->snippet);
    lgm_record_free(r);
    lgm_buf_putc(&q->snippet, '\0');
    if (q->snippet.failed) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    *v = (lgm_question_value){.text = {q->snippet.at, q->snippet.len - 1}};
    return LGM_OK;
}

static lgm_status fill_row(lgm_question *q, lgm_err *err)
{
    for (size_t i = 0; i < q->shown->n_columns; i++) {
        const lgm_slice text = lgm_ledger_query_text_at(q->query, (int)i);
        q->row[i] = (lgm_question_value){.is_null = text.ptr == NULL, .text = {text.ptr, text.len}};
        if (text.ptr && q->shown->columns[i].type == LGM_COLUMN_NUMBER)
            q->row[i].number = strtod(text.ptr, NULL);
    }
    lgm_status st = LGM_OK;
    if (q->kind->snippet >= 0) st = put_snippet(q, &q->row[q->kind->snippet], err);
    return st == LGM_OK && q->redactions ? lgm_ask_redact_row(q, err) : st;
}

lgm_status lgm_question_next(lgm_question *q, lgm_question_row *row, lgm_err *err)
{
    bool there = false;
    lgm_status st = check_needs(q, err);
    *row = (lgm_question_row){q->row, q->shown->n_columns};
    if (st == LGM_OK && !q->query) st = lgm_ask_rows(q, &q->query, err);
    if (st == LGM_OK) st = lgm_ledger_query_step(q->query, &there, err);
    if (st == LGM_OK && there) return fill_row(q, err);
    if (st != LGM_OK) return st;
    if (err) *err = (lgm_err){.code = LGM_E_EMPTY};
    return LGM_E_EMPTY;
}

lgm_status lgm_question_count(lgm_question *q, uint64_t *n, lgm_err *err)
{
    lgm_ledger_query *query = NULL;
    int64_t count = 0;
    *n = 0;
    lgm_status st = check_needs(q, err);
    if (st == LGM_OK) st = lgm_ask_how_many(q, &query, err);
    if (st == LGM_OK) st = lgm_ledger_query_number(query, &count, err);
    lgm_ledger_query_free(query);
    *n = (uint64_t)count;
    return st;
}
