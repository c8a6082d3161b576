/* decided_names.c - decisions out of the ledger, and the names that they lead to. */
#include <stdio.h>
#include <string.h>

#include "people/gathered.h"

enum { MOST_ROUNDS = 8 }; /* of names that lead to names */

static const char decided_sql[] =
    "SELECT d.one, d.a_now, d.a_report, d.a_of_n, a.type, a.name, d.b_now, d.b_report, d.b_of_n, "
    "b.type, b.name, d.reviewer || ', ' || substr(d.at, 1, 10) FROM decision_place d JOIN entity a "
    "ON a.reading = d.a_now AND a.n = d.a_of_n JOIN entity b ON b.reading = d.b_now AND b.n = "
    "d.b_of_n WHERE d.of = 'person' AND d.replaced_by IS NULL AND d.one IS NOT NULL ORDER BY "
    "d.decision";

static bool copy(lgm_arena *arena, lgm_slice *to, lgm_slice from)
{
    to->len = from.len;
    to->ptr = lgm_arena_strndup(arena, from.ptr ? from.ptr : "", from.len);
    return to->ptr != NULL;
}

static lgm_status read_decisions(lgm_people_gathered *g, lgm_err *err)
{
    lgm_ledger_query *q;
    bool row = false;
    lgm_status st = lgm_ledger_query_new(&q, g->ledger->store, decided_sql, err);
    if (st != LGM_OK) return st;
    while ((st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row) {
        lgm_people_decision x = {.one = lgm_ledger_query_int_at(q, 0) != 0};
        bool ok = copy(g->arena, &x.by, lgm_ledger_query_text_at(q, 11));
        for (int i = 0; i < 2; i++) {
            const int at = 1 + 5 * i;
            x.reading[i] = lgm_ledger_query_int_at(q, at);
            x.report[i] = lgm_ledger_query_int_at(q, at + 1);
            x.n[i] = (uint32_t)lgm_ledger_query_int_at(q, at + 2);
            ok = ok && copy(g->arena, &x.type[i], lgm_ledger_query_text_at(q, at + 3)) &&
                 copy(g->arena, &x.name[i], lgm_ledger_query_text_at(q, at + 4));
        }
        if (ok && lgm_vec_push(g->arena, &g->decided, x)) continue;
        st = lgm_arena_fail(g->arena, err);
        break;
    }
    lgm_ledger_query_free(q);
    return st;
}

/* ---- names that they lead to ---- */

static bool is_there(const lgm_people_gathered *g, const lgm_people_decision *d, int side)
{
    for (size_t i = 0; i < g->all.n; i++)
        if (g->all.at[i].reading == d->reading[side] && g->all.at[i].n == d->n[side]) return true;
    return false;
}

typedef struct wish {
    lgm_slice type, name;
} wish;

static bool same(lgm_slice a, lgm_slice b)
{
    return a.len == b.len && (!a.len || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static bool is_wished(void *ctx, const lgm_people_entity *e)
{
    const wish *const w = ctx;
    return same(e->type, w->type) && same(e->name, w->name);
}

/* All of the name of one side. */
static lgm_status add_side(lgm_people_gathered *g, const lgm_people_decision *d, int side,
                           lgm_err *err)
{
    wish w = {d->type[side], d->name[side]};
    char *const phrase = lgm_arena_alloc(g->arena, w.name.len + 3);
    if (!phrase) return lgm_arena_fail(g->arena, err);
    snprintf(phrase, w.name.len + 3, "\"%.*s\"", (int)w.name.len, w.name.ptr);
    for (size_t i = 1; i <= w.name.len; i++) /* '"' ends a phrase */
        if (phrase[i] == '"') phrase[i] = ' ';
    const lgm_people_search search = {.expression = phrase, .takes = is_wished, .ctx = &w};
    return lgm_people_add(g, &search, err);
}

lgm_status lgm_people_add_decided(lgm_people_gathered *g, lgm_err *err)
{
    bool more = true;
    lgm_status st = read_decisions(g, err);
    const lgm_people_decisions *const d = &g->decided;
    for (int round = 0; st == LGM_OK && more && round < MOST_ROUNDS; round++) {
        more = false;
        for (size_t i = 0; i < d->n && st == LGM_OK; i++) {
            const bool a = is_there(g, &d->at[i], 0), b = is_there(g, &d->at[i], 1);
            if (!d->at[i].one || a == b) continue;
            st = add_side(g, &d->at[i], a ? 1 : 0, err);
            more = true;
        }
    }
    return st;
}
