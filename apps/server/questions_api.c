/*
 * questions_api.c - GET /api/claims and the like: a question of question.h, its conditions as
 * parameters, its rows a page at a time.
 *
 * A cursor is a moment and how many rows came before: the next page is of the ledger as it stood at
 * that moment, so that nothing is left out or comes twice while reports are added.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "taken_from.h"
#include "handlers.h"
#include "json_text.h"
#include "legomena/question.h"
#include "result_rows.h"
#include "values.h"

enum { USUAL = 50, MOST = 1000, MOMENT = 20 };

typedef struct asking {
    exchange *x;
    lgm_question *question;
    lgm_err err;
    lgm_status st;
    char moment[MOMENT + 1];
    uint64_t limit, offset;
    bool redact, reverse, as_of;
} asking;

static const lgm_question_kind *find_kind(const char *name)
{
    const lgm_question_kind *k = lgm_question_kinds();
    while (k->name && strcmp(k->name, name) != 0) k++;
    return k->name ? k : NULL;
}

static bool is_own(const char *name)
{
    return strcmp(name, "limit") == 0 || strcmp(name, "cursor") == 0 ||
           strcmp(name, "redact") == 0 || strcmp(name, "reverse") == 0;
}

static bool is_switch(const lgm_question_kind *kind, const char *name)
{
    for (size_t i = 0; i < kind->n_conditions; i++)
        if (strcmp(kind->conditions[i].name, name) == 0) return !kind->conditions[i].value;
    return false;
}

/* An empty value says nothing, as that of a form that was left empty. A switch without a value is
 * set; "true" says the same. */
static void set_condition(asking *a, const asked_field *f)
{
    const char *value = f->value;
    if (is_own(f->name) || (value && !*value)) return;
    if (value && is_switch(lgm_question_kind_of(a->question), f->name)) {
        bool on;
        if (!exchange_switch(a->x, f->name, &on)) a->st = LGM_E_EMPTY; /* said so */
        if (!on) return;
        value = NULL;
    }
    if (strcmp(f->name, "as-of") == 0) a->as_of = true;
    a->st = lgm_question_where(a->question, f->name, value, &a->err);
}

/* "2026-12-01T09:30:00Z.50" */
static bool read_cursor(asking *a)
{
    const char *const cursor = exchange_field(a->x, "cursor");
    if (!cursor) {
        const time_t now = time(NULL);
        struct tm tm;
        strftime(a->moment, sizeof a->moment, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &tm));
        return true;
    }
    if (strlen(cursor) > MOMENT + 1 && cursor[MOMENT] == '.' && cursor[MOMENT - 1] == 'Z' &&
        parse_count(cursor + MOMENT + 1, 1, UINT32_MAX, &a->offset)) {
        memcpy(a->moment, cursor, MOMENT);
        a->moment[MOMENT] = '\0';
        return true;
    }
    exchange_problem(a->x, 400, "cursor: should be one that an answer had as next");
    return false;
}

static void put_answer(asking *a)
{
    rows r;
    lgm_question_row row;
    strbuf *const out = &a->x->out;
    const lgm_question_kind *const kind = lgm_question_kind_of(a->question);
    lgm_question_page(a->question, a->limit + 1, a->offset);
    strbuf_printf(out, "{\"%s\": ", kind->name);
    rows_begin(&r, out, ROWS_JSON, kind, 0, false);
    while ((a->st = lgm_question_next(a->question, &row, &a->err)) == LGM_OK && r.n < a->limit)
        rows_put(&r, &row);
    const bool more = a->st == LGM_OK;
    if (a->st == LGM_E_EMPTY) a->st = LGM_OK;
    rows_end(&r);
    strbuf_puts(out, ", \"next\": ");
    if (more)
        strbuf_printf(out, "\"%s.%llu\"", a->moment, (unsigned long long)(a->offset + r.n));
    else
        strbuf_puts(out, "null");
    strbuf_puts(out, ", \"coverage\": ");
    taken_from_put(out, a->x);
    strbuf_puts(out, "}\n");
}

/* Lists of reviews are of now. */
static bool has_moment(const lgm_question_kind *kind)
{
    for (size_t i = 0; i < kind->n_conditions; i++)
        if (strcmp(kind->conditions[i].name, "as-of") == 0) return true;
    return false;
}

static void ask(asking *a)
{
    for (size_t i = 0; i < a->x->n_fields && a->st == LGM_OK; i++)
        set_condition(a, &a->x->fields[i]);
    if (a->st == LGM_E_EMPTY) return;
    if (a->st == LGM_OK && a->offset && !a->as_of && has_moment(lgm_question_kind_of(a->question)))
        a->st = lgm_question_where(a->question, "as-of", a->moment, &a->err);
    if (a->st == LGM_OK && a->reverse) lgm_question_reverse(a->question);
    if (a->st == LGM_OK && a->redact) a->st = lgm_question_redact(a->question, &a->err);
    if (a->st == LGM_OK) put_answer(a);
    if (a->st != LGM_OK) exchange_failed(a->x, a->st, &a->err);
}

void handle_question(exchange *x)
{
    asking a = {.x = x};
    const lgm_question_kind *const kind = find_kind(*x->rest ? x->rest : "reviews");
    if (!kind) {
        exchange_problem(x, 404, "there is no such question: GET /api says which there are");
        return;
    }
    if (!exchange_number(x, "limit", USUAL, 1, MOST, &a.limit) ||
        !exchange_switch(x, "redact", &a.redact) || !exchange_switch(x, "reverse", &a.reverse) ||
        !read_cursor(&a))
        return;
    x->lasting = true;
    a.st = lgm_question_new(&a.question, x->ledger, kind->name, &a.err);
    if (a.st == LGM_OK)
        ask(&a);
    else
        exchange_failed(x, a.st, &a.err);
    lgm_question_free(a.question);
}
