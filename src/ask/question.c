/* question.c - conditions put together into a statement, and its rows. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ask/kind.h"
#include "ask/asked_values.h"
#include "ask/asked_words.h"
#include "ledger/ledger_file.h"

typedef struct condition {
    size_t which; /* of the kind */
    lgm_ask_values values;
} condition;

struct lgm_question {
    lgm_ledger *ledger;
    const lgm_question_kind *shown;
    const lgm_ask_kind *kind;
    lgm_arena *arena;
    LGM_VEC(condition) conditions;
    const char *as_of; /* a moment; NULL = now */
    const char *words; /* that a search was asked for */
    uint64_t limit, offset;
    bool reversed;
    lgm_ledger_query *query; /* while rows are read */
    lgm_question_value *row;
    lgm_buf snippet;
};

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
    condition c = {0};
    while (c.which < q->shown->n_conditions &&
           strcmp(q->shown->conditions[c.which].name, name) != 0)
        c.which++;
    if (c.which == q->shown->n_conditions) return no_condition(q, name, err);
    const lgm_question_condition *const shown = &q->shown->conditions[c.which];
    const lgm_ask_take take = q->kind->conditions[c.which].take;
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

/* ---- the statement ---- */

/* ?1 of a condition is ?(base + 1) of the statement. */
static void put_numbered(lgm_buf *b, const char *sql, size_t base)
{
    for (const char *s = sql; *s; s++) {
        lgm_buf_putc(b, *s);
        if (*s == '?' && s[1] >= '1' && s[1] <= '9') lgm_buf_uint(b, base + (size_t)(*++s - '0'));
    }
}

static void put_scope(lgm_buf *b, bool as_of)
{
    static const char now[] = " WHERE r.superseded IS NULL AND p.replaced IS NULL";
    static const char then[] = " WHERE r.learned <= ?1 AND (r.superseded IS NULL OR r.superseded > "
                               "?1) AND p.learned <= ?1 AND (p.replaced IS NULL OR p.replaced > "
                               "?1)";
    lgm_buf_puts(b, as_of ? then : now);
}

/* All of one condition: one of its values, or all, as its kind is. */
static void put_condition(lgm_buf *b, const lgm_question *q, size_t which)
{
    const lgm_ask_condition *const how = &q->kind->conditions[which];
    size_t base = q->as_of ? 1 : 0, n = 0;
    for (size_t i = 0; i < q->conditions.n; base += q->conditions.at[i++].values.n) {
        if (q->conditions.at[i].which != which) continue;
        lgm_buf_puts(b, n == 0 ? " AND (" : how->take == LGM_ASK_PLAIN ? " OR " : " AND ");
        put_numbered(b, how->sql, base);
        n++;
    }
    if (n) lgm_buf_putc(b, ')');
}

static void put_rows_of(lgm_buf *b, const lgm_question *q)
{
    lgm_buf_puts(b, " FROM ");
    lgm_buf_puts(b, q->kind->from);
    if (q->kind->scoped)
        lgm_buf_puts(b, " WHERE 1");
    else
        put_scope(b, q->as_of);
    if (q->kind->always) lgm_buf_puts(b, " AND ");
    if (q->kind->always) lgm_buf_puts(b, q->kind->always);
    for (size_t i = 0; i < q->shown->n_conditions; i++) put_condition(b, q, i);
    if (q->kind->group) lgm_buf_puts(b, " GROUP BY ");
    if (q->kind->group) lgm_buf_puts(b, q->kind->group);
}

static void put_select(lgm_buf *b, const lgm_question *q)
{
    for (size_t i = 0; i < q->shown->n_columns; i++) {
        lgm_buf_puts(b, i ? ", " : "SELECT ");
        lgm_buf_puts(b, q->kind->columns[i]);
    }
    put_rows_of(b, q);
    lgm_buf_puts(b, " ORDER BY ");
    lgm_buf_puts(b, q->reversed ? q->kind->reversed : q->kind->order);
    if (!q->limit && !q->offset) return;
    lgm_buf_puts(b, " LIMIT ");
    if (q->limit)
        lgm_buf_uint(b, q->limit);
    else
        lgm_buf_puts(b, "-1");
    lgm_buf_puts(b, " OFFSET ");
    lgm_buf_uint(b, q->offset);
}

static void bind_value(lgm_ledger_query *query, int at, const lgm_ask_value *v)
{
    if (v->kind == LGM_ASK_VALUE_TEXT) lgm_ledger_query_text(query, at, v->text);
    if (v->kind == LGM_ASK_VALUE_NUMBER) lgm_ledger_query_real(query, at, v->number);
    if (v->kind == LGM_ASK_VALUE_INT) lgm_ledger_query_int(query, at, (int64_t)v->number);
}

static void bind_all(lgm_ledger_query *query, const lgm_question *q)
{
    int at = 1;
    if (q->as_of) lgm_ledger_query_text(query, at++, (lgm_slice){q->as_of, strlen(q->as_of)});
    for (size_t i = 0; i < q->conditions.n; i++)
        for (size_t k = 0; k < q->conditions.at[i].values.n; k++)
            bind_value(query, at++, &q->conditions.at[i].values.at[k]);
}

static lgm_status prepare(lgm_question *q, lgm_buf *sql, lgm_ledger_query **query, lgm_err *err)
{
    char *text;
    lgm_status st = lgm_buf_take(sql, &text, NULL, err);
    if (st == LGM_OK) st = lgm_ledger_query_new(query, q->ledger->store, text, err);
    lgm_free(text);
    if (st == LGM_OK) bind_all(*query, q);
    return st;
}

static lgm_status check_needs(const lgm_question *q, lgm_err *err)
{
    if (!q->kind->needs || q->words) return LGM_OK;
    return lgm_fail(err, LGM_E_ARG, "a %s needs the condition '%s'", q->shown->name,
                    q->kind->needs);
}

/* ---- rows ---- */

/* The column has the number of a reading: its text around the words comes in its place. */
static lgm_status put_snippet(lgm_question *q, lgm_question_value *v, lgm_err *err)
{
    lgm_record *r;
    const int64_t reading = lgm_ledger_query_int_at(q->query, q->kind->snippet);
    const lgm_status st = lgm_ledger_get_reading(q->ledger, reading, &r, err);
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
    return q->kind->snippet < 0 ? LGM_OK : put_snippet(q, &q->row[q->kind->snippet], err);
}

lgm_status lgm_question_next(lgm_question *q, lgm_question_row *row, lgm_err *err)
{
    bool there = false;
    lgm_status st = check_needs(q, err);
    *row = (lgm_question_row){q->row, q->shown->n_columns};
    if (st == LGM_OK && !q->query) {
        lgm_buf sql = {0};
        put_select(&sql, q);
        st = prepare(q, &sql, &q->query, err);
    }
    if (st == LGM_OK) st = lgm_ledger_query_step(q->query, &there, err);
    if (st == LGM_OK && there) return fill_row(q, err);
    if (st != LGM_OK) return st;
    if (err) *err = (lgm_err){.code = LGM_E_EMPTY};
    return LGM_E_EMPTY;
}

lgm_status lgm_question_count(lgm_question *q, uint64_t *n, lgm_err *err)
{
    lgm_ledger_query *query = NULL;
    lgm_buf sql = {0};
    int64_t count = 0;
    *n = 0;
    lgm_status st = check_needs(q, err);
    if (st != LGM_OK) return st;
    lgm_buf_puts(&sql, "SELECT count(*) FROM (SELECT 1");
    put_rows_of(&sql, q);
    lgm_buf_putc(&sql, ')');
    st = prepare(q, &sql, &query, err);
    if (st == LGM_OK) st = lgm_ledger_query_number(query, &count, err);
    lgm_ledger_query_free(query);
    *n = (uint64_t)count;
    return st;
}
