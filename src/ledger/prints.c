/* prints.c - see prints.h. They stand by hash, and a report's are found by its sketch. */
#include "ledger/prints.h"

#include "reuse/sketch.h"

/* Where nothing says which they are: all of the table is looked at. */
static lgm_status forget_all(lgm_ledger *l, int64_t report, lgm_err *err)
{
    lgm_ledger_query *q;
    lgm_status st = lgm_ledger_query_new(&q, l->store, "DELETE FROM print WHERE report = ?1", err);
    if (st != LGM_OK) return st;
    lgm_ledger_query_int(q, 1, report);
    st = lgm_ledger_query_do(q, err);
    lgm_ledger_query_free(q);
    return st;
}

static lgm_status forget_of(lgm_ledger *l, lgm_ledger_query *forget, int64_t report,
                            lgm_slice packed, lgm_arena *arena, lgm_err *err)
{
    lgm_reuse_sketch s;
    lgm_status st = lgm_reuse_unpack(&s, packed, arena, err);
    if (st == LGM_E_CORRUPT) return forget_all(l, report, err);
    for (uint32_t i = 0; st == LGM_OK && i < s.n; i++) {
        if (!lgm_ledger_is_print(s.at[i].hash, s.n)) continue;
        lgm_ledger_query_int(forget, 1, s.at[i].hash);
        lgm_ledger_query_int(forget, 2, report);
        st = lgm_ledger_query_do(forget, err);
    }
    return st;
}

static const char sketches_sql[] =
    "SELECT packed FROM sketch JOIN reading USING (reading) WHERE report = ?1";

lgm_status lgm_ledger_forget_prints(lgm_ledger *l, int64_t report, lgm_err *err)
{
    lgm_ledger_query *sketches = NULL, *forget = NULL;
    lgm_arena *arena;
    bool row;
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    st = lgm_ledger_query_new(&sketches, l->store, sketches_sql, err);
    if (st == LGM_OK)
        st = lgm_ledger_query_new(&forget, l->store,
                                  "DELETE FROM print WHERE hash = ?1 AND report = ?2", err);
    if (st == LGM_OK) lgm_ledger_query_int(sketches, 1, report);
    while (st == LGM_OK && (st = lgm_ledger_query_step(sketches, &row, err)) == LGM_OK && row)
        st = forget_of(l, forget, report, lgm_ledger_query_bytes_at(sketches, 0), arena, err);
    lgm_ledger_query_free(sketches);
    lgm_ledger_query_free(forget);
    lgm_arena_free(arena);
    return st;
}
