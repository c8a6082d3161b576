/* company.c - the people who are named beside somebody. */
#include "people/company.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_REPORTS = 100, SHOWN = 2 };

typedef LGM_VEC(lgm_slice) names;

static int compare(const void *x, const void *y)
{
    const lgm_slice *const a = x, *const b = y;
    const int c = memcmp(a->ptr, b->ptr, a->len < b->len ? a->len : b->len);
    return c ? c : (a->len > b->len) - (a->len < b->len);
}

/* Whole names of persons in the reports of the entities, sorted, each once. */
static lgm_status read_names(lgm_people_gathered *g, const lgm_people_entity *e, size_t n,
                             names *out, lgm_err *err)
{
    lgm_ledger_query *q = NULL;
    bool row;
    lgm_status st = lgm_ledger_query_new(&q, g->ledger->store,
                                         "SELECT name FROM entity WHERE reading = ?1 AND n <> ?2 "
                                         "AND type = 'PER' AND name LIKE '% %'",
                                         err);
    for (size_t i = 0; i < n && i < MOST_REPORTS && st == LGM_OK; i++) {
        lgm_ledger_query_int(q, 1, e[i].reading);
        lgm_ledger_query_int(q, 2, e[i].n);
        while ((st = lgm_ledger_query_step(q, &row, err)) == LGM_OK && row) {
            const lgm_slice name = lgm_ledger_query_text_at(q, 0);
            if (!lgm_people_is_proper(name)) continue;
            const char *const kept = lgm_arena_strndup(g->arena, name.ptr, name.len);
            if (kept && lgm_vec_push(g->arena, out, (lgm_slice){kept, name.len})) continue;
            st = lgm_arena_fail(g->arena, err);
            break;
        }
    }
    lgm_ledger_query_free(q);
    if (out->n) qsort(out->at, out->n, sizeof *out->at, compare);
    size_t kept = 0;
    for (size_t i = 0; i < out->n; i++)
        if (!kept || compare(&out->at[kept - 1], &out->at[i]) != 0) out->at[kept++] = out->at[i];
    out->n = kept;
    return st;
}

lgm_status lgm_people_shared(void *ctx, const lgm_people_entity *a, size_t na,
                             const lgm_people_entity *b, size_t nb, size_t *n, lgm_slice *shared,
                             lgm_err *err)
{
    lgm_people_gathered *const g = ctx;
    names x = {0}, y = {0};
    char text[256];
    size_t len = 0;
    *n = 0;
    *shared = (lgm_slice){0};
    lgm_status st = read_names(g, a, na, &x, err);
    if (st == LGM_OK) st = read_names(g, b, nb, &y, err);
    if (st != LGM_OK) return st;
    for (size_t i = 0, k = 0; i < x.n && k < y.n;) {
        const int c = compare(&x.at[i], &y.at[k]);
        if (c == 0 && ++*n <= SHOWN && x.at[i].len < 100)
            len += (size_t)snprintf(text + len, sizeof text - len, "%s%.*s", len ? ", " : "",
                                    (int)x.at[i].len, x.at[i].ptr);
        i += c <= 0;
        k += c >= 0;
    }
    const char *const kept = lgm_arena_strndup(g->arena, text, len);
    if (!kept) return lgm_arena_fail(g->arena, err);
    *shared = (lgm_slice){kept, len};
    return LGM_OK;
}
