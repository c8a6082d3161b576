/* statement.c - conditions put together into a statement. */
#include "ask/statement.h"

#include <stdio.h>
#include <string.h>

/* ---- numbers of values ---- */

/* Of the first value of a condition, less 1. */
static size_t base_of(const lgm_question *q, size_t condition)
{
    size_t base = q->as_of ? 1 : 0;
    for (size_t i = 0; i < condition; i++) base += q->conditions.at[i].values.n;
    return base;
}

static const char *sql_of(const lgm_question *q, size_t condition)
{
    return q->kind->conditions[q->conditions.at[condition].which].sql;
}

static bool asks_for_name(const lgm_question *q, size_t condition)
{
    return strstr(sql_of(q, condition), LGM_ASK_NAMED) != NULL;
}

static bool same_value(const lgm_question *q, size_t a, size_t b)
{
    const lgm_slice x = q->conditions.at[a].values.at[0].text;
    const lgm_slice y = q->conditions.at[b].values.at[0].text;
    return x.len == y.len && memcmp(x.ptr, y.ptr, x.len) == 0;
}

/* The first condition that asks for the same name. */
static size_t first_of_name(const lgm_question *q, size_t condition)
{
    size_t i = 0;
    while (i < condition && !(asks_for_name(q, i) && same_value(q, i, condition))) i++;
    return i;
}

/* ?1 of a condition is ?(base + 1) of the statement; the entities of its name have a table. */
static void put_numbered(lgm_buf *b, const char *sql, size_t base, size_t name)
{
    const size_t named = strlen(LGM_ASK_NAMED);
    for (const char *s = sql; *s; s++) {
        if (strncmp(s, LGM_ASK_NAMED, named) == 0) {
            lgm_buf_puts(b, "named");
            lgm_buf_uint(b, name);
            s += named - 1;
            continue;
        }
        lgm_buf_putc(b, *s);
        if (*s == '?' && s[1] >= '1' && s[1] <= '9') lgm_buf_uint(b, base + (size_t)(*++s - '0'));
    }
}

/* ---- pieces ---- */

/* Entities of each name. */
static void put_names(lgm_buf *b, const lgm_question *q)
{
    const char *before = "WITH ";
    for (size_t i = 0; i < q->conditions.n; i++) {
        if (!asks_for_name(q, i) || first_of_name(q, i) != i) continue;
        lgm_buf_puts(b, before);
        lgm_buf_puts(b, "named");
        lgm_buf_uint(b, i);
        lgm_buf_puts(b, "(reading, n) AS MATERIALIZED (");
        put_numbered(b, LGM_ASK_ENTITIES, base_of(q, i), i);
        lgm_buf_putc(b, ')');
        before = ", ";
    }
    if (*before == ',') lgm_buf_putc(b, ' ');
}

/* Of reports that count, in readings that do; ?1 is the moment for which is asked. */
static void put_scope(lgm_buf *b, const lgm_question *q)
{
    static const char now[] = " WHERE r.superseded IS NULL AND p.replaced IS NULL";
    static const char then[] = " WHERE r.learned <= ?1 AND (r.superseded IS NULL OR r.superseded > "
                               "?1) AND p.learned <= ?1 AND (p.replaced IS NULL OR p.replaced > "
                               "?1)";
    static const char but[] = " AND p.report NOT IN (SELECT w.report FROM withdrawn w)";
    static const char but_then[] =
        " AND p.report NOT IN (SELECT w.report FROM review w WHERE w.verdict = 'withdrawn' AND "
        "w.at <= ?1 AND NOT EXISTS (SELECT 1 FROM review x WHERE x.review = w.replaced_by AND "
        "x.at <= ?1))";
    lgm_buf_puts(b, q->as_of ? then : now);
    if (!q->withdrawn) lgm_buf_puts(b, q->as_of ? but_then : but);
}

/* All of one condition: one of its values, or all, as its kind is. */
static void put_condition(lgm_buf *b, const lgm_question *q, size_t which)
{
    const bool any = q->kind->conditions[which].take == LGM_ASK_PLAIN;
    size_t n = 0;
    for (size_t i = 0; i < q->conditions.n; i++) {
        if (q->conditions.at[i].which != which) continue;
        lgm_buf_puts(b, n == 0 ? " AND (" : any ? " OR " : " AND ");
        put_numbered(b, sql_of(q, i), base_of(q, i), first_of_name(q, i));
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
        put_scope(b, q);
    if (q->kind->always) lgm_buf_puts(b, " AND ");
    if (q->kind->always) lgm_buf_puts(b, q->kind->always);
    for (size_t i = 0; i < q->shown->n_conditions; i++) put_condition(b, q, i);
    if (q->kind->group) lgm_buf_puts(b, " GROUP BY ");
    if (q->kind->group) lgm_buf_puts(b, q->kind->group);
}

static void put_page(lgm_buf *b, const lgm_question *q)
{
    if (!q->limit && !q->offset) return;
    lgm_buf_puts(b, " LIMIT ");
    if (q->limit)
        lgm_buf_uint(b, q->limit);
    else
        lgm_buf_puts(b, "-1");
    lgm_buf_puts(b, " OFFSET ");
    lgm_buf_uint(b, q->offset);
}

/* ---- bound ---- */

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

static lgm_status prepare(const lgm_question *q, lgm_buf *sql, lgm_ledger_query **query,
                          lgm_err *err)
{
    char *text;
    lgm_status st = lgm_buf_take(sql, &text, NULL, err);
    if (st == LGM_OK) st = lgm_ledger_query_new(query, q->ledger->store, text, err);
    lgm_free(text);
    if (st == LGM_OK) bind_all(*query, q);
    return st;
}

lgm_status lgm_ask_rows(const lgm_question *q, lgm_ledger_query **query, lgm_err *err)
{
    lgm_buf sql = {0};
    put_names(&sql, q);
    for (size_t i = 0; i < q->shown->n_columns; i++) {
        lgm_buf_puts(&sql, i ? ", " : "SELECT ");
        lgm_buf_puts(&sql, q->kind->columns[i]);
    }
    put_rows_of(&sql, q);
    lgm_buf_puts(&sql, " ORDER BY ");
    lgm_buf_puts(&sql, q->reversed ? q->kind->reversed : q->kind->order);
    put_page(&sql, q);
    return prepare(q, &sql, query, err);
}

lgm_status lgm_ask_how_many(const lgm_question *q, lgm_ledger_query **query, lgm_err *err)
{
    lgm_buf sql = {0};
    put_names(&sql, q);
    lgm_buf_puts(&sql, "SELECT count(*) FROM (SELECT 1");
    put_rows_of(&sql, q);
    lgm_buf_putc(&sql, ')');
    return prepare(q, &sql, query, err);
}
