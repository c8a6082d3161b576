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

enum { FEW = 3000, MANY = 10000000 }; /* readings: rows of more than FEW are tried by day */
#define ANY SIZE_MAX

static const char *readings_of(const lgm_question *q, size_t condition)
{
    return q->kind->conditions[q->conditions.at[condition].which].readings;
}

static const char *sql_of(const lgm_question *q, size_t condition)
{
    return q->kind->conditions[q->conditions.at[condition].which].sql;
}

/* ?1 of a condition is ?(base + 1) of the statement. */
static void put_numbered(lgm_buf *b, const char *sql, size_t base)
{
    for (const char *s = sql; *s; s++) {
        lgm_buf_putc(b, *s);
        if (*s == '?' && s[1] >= '1' && s[1] <= '9') lgm_buf_uint(b, base + (size_t)(*++s - '0'));
    }
}

/* ---- pieces ---- */

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
        put_numbered(b, sql_of(q, i), base_of(q, i));
        n++;
    }
    if (n) lgm_buf_putc(b, ')');
}

/* From the readings of that condition, ANY = from all by day. */
static void put_rows_of(lgm_buf *b, const lgm_question *q, size_t from)
{
    lgm_buf_puts(b, " FROM ");
    if (from != ANY) {
        lgm_buf_puts(b, "(SELECT DISTINCT reading FROM (");
        put_numbered(b, readings_of(q, from), base_of(q, from));
        lgm_buf_puts(b, ")) s CROSS JOIN ");
    }
    lgm_buf_puts(b, q->kind->from);
    if (q->kind->scoped)
        lgm_buf_puts(b, " WHERE 1");
    else
        put_scope(b, q);
    if (from != ANY) lgm_buf_puts(b, " AND d.reading = s.reading");
    if (q->kind->always) lgm_buf_puts(b, " AND ");
    if (q->kind->always) lgm_buf_puts(b, q->kind->always);
    for (size_t i = 0; i < q->shown->n_conditions; i++) put_condition(b, q, i);
    if (q->kind->group) lgm_buf_puts(b, " GROUP BY ");
    if (q->kind->group) lgm_buf_puts(b, q->kind->group);
}

/* Bound, as all values: the same statement for each page. */
static void put_page(lgm_buf *b, const lgm_question *q)
{
    const size_t base = base_of(q, q->conditions.n);
    if (q->limit || q->offset) put_numbered(b, " LIMIT ?1 OFFSET ?2", base);
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

static void bind_page(lgm_ledger_query *query, const lgm_question *q)
{
    const int base = (int)base_of(q, q->conditions.n);
    if (!q->limit && !q->offset) return;
    lgm_ledger_query_int(query, base + 1, q->limit ? (int64_t)q->limit : -1);
    lgm_ledger_query_int(query, base + 2, (int64_t)q->offset);
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

/* ---- from where ---- */

/* How many readings may have such rows; `most` where there are more. */
static lgm_status count_readings(const lgm_question *q, size_t condition, uint64_t most, int64_t *n,
                                 lgm_err *err)
{
    lgm_ledger_query *query = NULL;
    lgm_buf sql = {0};
    lgm_buf_puts(&sql, "SELECT count(*) FROM (SELECT 1 FROM (");
    put_numbered(&sql, readings_of(q, condition), base_of(q, condition));
    lgm_buf_puts(&sql, ") LIMIT ");
    lgm_buf_uint(&sql, most);
    lgm_buf_putc(&sql, ')');
    lgm_status st = prepare(q, &sql, &query, err);
    if (st == LGM_OK) st = lgm_ledger_query_number(query, n, err);
    lgm_ledger_query_free(query);
    return st;
}

/* The condition with the fewest readings; ANY where each has many, and no more than a page is
 * wanted. */
static lgm_status choose(const lgm_question *q, bool all, size_t *from, lgm_err *err)
{
    int64_t least = all ? MANY : FEW;
    lgm_status st = LGM_OK;
    *from = ANY;
    for (size_t i = 0; i < q->conditions.n && st == LGM_OK && !q->kind->at_once; i++) {
        int64_t n;
        if (!readings_of(q, i)) continue;
        st = count_readings(q, i, (uint64_t)least, &n, err);
        if (st != LGM_OK || n >= least) continue;
        least = n;
        *from = i;
    }
    return st;
}

/* ---- statements ---- */

/* reviewed: there are reviews. Their views are the largest part of a statement, and most ledgers
 * have none. */
static void put_columns(lgm_buf *b, const lgm_question *q, bool reviewed)
{
    static const lgm_question_column state = LGM_ASK_STATE_SHOWN;
    for (size_t i = 0; i < q->shown->n_columns; i++) {
        const bool known = !reviewed && strcmp(q->shown->columns[i].name, state.name) == 0;
        lgm_buf_puts(b, i ? ", " : "SELECT ");
        lgm_buf_puts(b, known ? "NULL" : q->kind->columns[i]);
    }
}

static lgm_status has_reviews(const lgm_question *q, bool *out, lgm_err *err)
{
    int64_t n;
    const lgm_status st =
        lgm_ledger_store_number(q->ledger->store, "SELECT EXISTS (SELECT 1 FROM review)", &n, err);
    *out = n != 0;
    return st;
}

static void put_order(lgm_buf *b, const lgm_question *q)
{
    lgm_buf_puts(b, " ORDER BY ");
    lgm_buf_puts(b, q->reversed ? q->kind->reversed : q->kind->order);
}

/* Which records are on the page, and then the columns of these alone: columns are dear. */
static void put_page_of_records(lgm_buf *b, const lgm_question *q, size_t from, bool reviewed)
{
    put_columns(b, q, reviewed);
    lgm_buf_puts(b, " FROM (SELECT d.reading AS reading, d.day AS day, d.kind AS kind, ");
    lgm_buf_puts(b, q->kind->n);
    lgm_buf_puts(b, " AS n");
    put_rows_of(b, q, from);
    put_order(b, q);
    put_page(b, q);
    lgm_buf_puts(b, ") page CROSS JOIN ");
    lgm_buf_puts(b, q->kind->from);
    lgm_buf_puts(
        b, " WHERE d.reading = page.reading AND d.day = page.day AND d.kind = page.kind AND ");
    lgm_buf_puts(b, q->kind->n);
    lgm_buf_puts(b, " = page.n");
    put_order(b, q);
}

/* The question, of the table in which its answer is summed up where that has all conditions. */
static lgm_question of_sums(const lgm_question *q)
{
    lgm_question summed = *q;
    if (!q->kind->summed) return summed;
    summed.kind = q->kind->summed;
    for (size_t i = 0; i < q->conditions.n; i++)
        if (!sql_of(&summed, i)) summed.kind = q->kind;
    return summed;
}

lgm_status lgm_ask_rows(const lgm_question *asked, lgm_ledger_query **query, lgm_err *err)
{
    const lgm_question of = of_sums(asked), *const q = &of;
    lgm_buf sql = {0};
    size_t from;
    bool reviewed;
    lgm_status st = choose(q, q->kind->group || !q->limit, &from, err);
    if (st == LGM_OK) st = has_reviews(q, &reviewed, err);
    if (st != LGM_OK) return st;
    if (q->kind->n && q->limit) {
        put_page_of_records(&sql, q, from, reviewed);
    } else {
        put_columns(&sql, q, reviewed);
        put_rows_of(&sql, q, from);
        put_order(&sql, q);
        put_page(&sql, q);
    }
    st = prepare(q, &sql, query, err);
    if (st == LGM_OK) bind_page(*query, q);
    return st;
}

lgm_status lgm_ask_how_many(const lgm_question *asked, lgm_ledger_query **query, lgm_err *err)
{
    const lgm_question of = of_sums(asked), *const q = &of;
    lgm_buf sql = {0};
    size_t from;
    const lgm_status st = choose(q, true, &from, err);
    if (st != LGM_OK) return st;
    lgm_buf_puts(&sql, "SELECT count(*) FROM (SELECT 1");
    put_rows_of(&sql, q, from);
    lgm_buf_putc(&sql, ')');
    return prepare(q, &sql, query, err);
}
