/* version_list.c - see version_list.h. */
#include "version_list.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "legomena/copy.h"

enum { DAY = 10 };

typedef struct version {
    int64_t report;
    char day[DAY + 1]; /* of publication; "" = not known */
} version;

typedef struct listed {
    version *at;
    size_t n;
} listed;

static bool has(const listed *l, int64_t report)
{
    for (size_t i = 0; i < l->n; i++)
        if (l->at[i].report == report) return true;
    return false;
}

static lgm_status add(listed *l, int64_t report)
{
    version *const at = realloc(l->at, (l->n + 1) * sizeof *at);
    if (!at) return LGM_E_NOMEM;
    l->at = at;
    at[l->n++] = (version){.report = report};
    return LGM_OK;
}

static void set_day(version *v, lgm_str date)
{
    if (date.len >= DAY) memcpy(v->day, date.ptr, DAY);
}

/* Those that are versions of one of the list by their text. */
static lgm_status add_copies(listed *l, size_t i, lgm_ledger *ledger, lgm_err *err)
{
    lgm_copies *copies;
    lgm_status st = lgm_copies_of(&copies, ledger, l->at[i].report, err);
    if (st == LGM_E_NOTFOUND) return LGM_OK;
    if (st != LGM_OK) return st;
    set_day(&l->at[i], lgm_copies_about(copies, l->at[i].report).date);
    for (size_t k = 0; k < lgm_copies_count(copies) && st == LGM_OK; k++) {
        const int64_t other = lgm_copies_other(copies, k);
        const lgm_copy c = lgm_copies_copy(copies, k);
        const bool beside = c.report == l->at[i].report || c.of == l->at[i].report;
        if (c.kind != LGM_COPY_VERSION || !beside || has(l, other)) continue;
        st = add(l, other);
        if (st == LGM_OK) set_day(&l->at[l->n - 1], lgm_copies_about(copies, other).date);
    }
    lgm_copies_free(copies);
    return st;
}

static int by_day(const void *x, const void *y)
{
    const version *const a = x, *const b = y;
    const int order = strcmp(a->day, b->day);
    return order ? order : (a->report > b->report) - (a->report < b->report);
}

/* By day where all days are known, else as they came in. */
static void sort(listed *l)
{
    bool known = true;
    for (size_t i = 0; i < l->n; i++) known &= *l->at[i].day != 0;
    for (size_t i = 0; i < l->n && !known; i++) *l->at[i].day = 0;
    qsort(l->at, l->n, sizeof *l->at, by_day);
}

lgm_status version_list(lgm_ledger *ledger, int64_t report, int64_t **out, size_t *n, lgm_err *err)
{
    listed l = {0};
    int64_t *own = NULL;
    size_t n_own = 0;
    *out = NULL;
    *n = 0;
    lgm_status st = lgm_ledger_versions(ledger, report, &own, &n_own, err);
    for (size_t i = 0; i < n_own && st == LGM_OK; i++) st = add(&l, own[i]);
    lgm_string_free((char *)own);
    for (size_t i = 0; i < n_own && st == LGM_OK; i++) st = add_copies(&l, i, ledger, err);
    if (st == LGM_OK) *out = malloc((l.n + 1) * sizeof **out);
    if (st == LGM_OK && !*out) st = LGM_E_NOMEM;
    if (st == LGM_OK) {
        sort(&l);
        for (size_t i = 0; i < l.n; i++) (*out)[i] = l.at[i].report;
        *n = l.n;
    }
    free(l.at);
    return st;
}
