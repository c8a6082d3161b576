/* redactions.c - who is hidden in the reports of a ledger, as they are asked for. */
#include <stdlib.h>
#include <string.h>

#include "ledger/ledger_file.h"
#include "legomena/question.h"

enum { KEPT = 32 }; /* reports whose redaction is at hand */

struct lgm_redactions {
    lgm_ledger *ledger;
    uint64_t clock;
    struct kept {
        int64_t report; /* 0 = free */
        uint64_t used;
        lgm_record *record;
        lgm_redaction *redaction;
    } at[KEPT];
    lgm_ledger_query *of_name;
};

lgm_status lgm_redactions_new(lgm_redactions **out, lgm_ledger *ledger, lgm_err *err)
{
    *out = lgm_calloc(1, sizeof **out);
    if (!*out) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    (*out)->ledger = ledger;
    return LGM_OK;
}

static void drop(struct kept *k)
{
    lgm_redaction_free(k->redaction);
    lgm_record_free(k->record);
    *k = (struct kept){0};
}

void lgm_redactions_free(lgm_redactions *r)
{
    if (!r) return;
    for (size_t i = 0; i < KEPT; i++) drop(&r->at[i]);
    lgm_ledger_query_free(r->of_name);
    lgm_free(r);
}

/* Of this report, else the one that was not asked for longest. */
static struct kept *place(lgm_redactions *r, int64_t report)
{
    struct kept *oldest = &r->at[0];
    for (size_t i = 0; i < KEPT; i++) {
        if (r->at[i].report == report) return &r->at[i];
        if (r->at[i].used < oldest->used) oldest = &r->at[i];
    }
    drop(oldest);
    return oldest;
}

lgm_status lgm_redactions_of(lgm_redactions *r, int64_t report, lgm_redaction **out, lgm_err *err)
{
    struct kept *const k = place(r, report);
    lgm_status st = LGM_OK;
    *out = NULL;
    if (!k->redaction) st = lgm_ledger_get(r->ledger, report, &k->record, err);
    if (st == LGM_OK && !k->redaction) st = lgm_redaction_new(&k->redaction, k->record, err);
    if (st != LGM_OK) {
        drop(k);
        return st;
    }
    k->report = report;
    k->used = ++r->clock;
    *out = k->redaction;
    return LGM_OK;
}

/* ---- a name, wherever it is ---- */

static const char of_name_sql[] =
    "SELECT DISTINCT r.report, e.n FROM entity e JOIN reading r ON r.reading = e.reading WHERE "
    "e.name = ?1 AND r.superseded IS NULL";

lgm_status lgm_redactions_hide(lgm_redactions *r, lgm_str name, int *hidden, lgm_err *err)
{
    lgm_redaction *redaction;
    bool there = false;
    lgm_status st = LGM_OK;
    *hidden = 0;
    if (!r->of_name) st = lgm_ledger_query_new(&r->of_name, r->ledger->store, of_name_sql, err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_reset(r->of_name);
    lgm_ledger_query_text(r->of_name, 1, (lgm_slice){name.ptr, name.len});
    while (!*hidden && (st = lgm_ledger_query_step(r->of_name, &there, err)) == LGM_OK && there) {
        const int64_t report = lgm_ledger_query_int_at(r->of_name, 0);
        const uint32_t entity = (uint32_t)lgm_ledger_query_int_at(r->of_name, 1);
        st = lgm_redactions_of(r, report, &redaction, err);
        if (st != LGM_OK) return st;
        *hidden = lgm_redaction_hides(redaction, entity - 1);
    }
    return st;
}
