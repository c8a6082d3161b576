/* reprint.c - a report as it is compared with others. */
#include "copies/reprint.h"

#include <string.h>

const char lgm_copies_text_sql[] =
    "SELECT " LGM_COPIES_WHEN ", p.publisher, p.url, p.agency, p.byline, r.reading, k.packed "
    "FROM report p JOIN reading r ON r.report = p.report AND r.superseded IS NULL "
    "LEFT JOIN sketch k ON k.reading = r.reading WHERE p.report = ?1";

static bool keep(lgm_slice *out, lgm_ledger_query *q, int column, lgm_arena *arena)
{
    const lgm_slice s = lgm_ledger_query_text_at(q, column);
    *out = (lgm_slice){lgm_arena_strndup(arena, s.ptr ? s.ptr : "", s.len), s.len};
    return out->ptr != NULL;
}

/* A ledger that an older legomena wrote has no sketches. */
static lgm_status sketch_anew(lgm_ledger *l, int64_t reading, lgm_reuse_sketch *out,
                              lgm_arena *arena, lgm_err *err)
{
    lgm_record *r;
    lgm_status st = lgm_ledger_get_reading(l, reading, &r, err);
    if (st != LGM_OK) return st;
    st = lgm_reuse_sketch_of(out, (lgm_slice){r->text.ptr, r->text.len}, arena, err);
    lgm_record_free(r);
    return st;
}

static lgm_status get(lgm_ledger *l, lgm_ledger_query *q, lgm_copies_text *out, lgm_arena *arena,
                      lgm_err *err)
{
    const lgm_slice packed = lgm_ledger_query_bytes_at(q, 6);
    if (!keep(&out->when, q, 0, arena) || !keep(&out->publisher, q, 1, arena) ||
        !keep(&out->url, q, 2, arena) || !keep(&out->agency, q, 3, arena) ||
        !keep(&out->byline, q, 4, arena))
        return lgm_arena_fail(arena, err);
    if (!packed.ptr) return sketch_anew(l, lgm_ledger_query_int_at(q, 5), &out->sketch, arena, err);
    const lgm_status st = lgm_reuse_unpack(&out->sketch, packed, arena, err);
    if (st != LGM_E_CORRUPT) return st;
    return lgm_fail(err, st,
                    "%s: the sketch of report %lld is damaged: legomena reindex makes it "
                    "anew",
                    lgm_ledger_store_path(l->store), (long long)out->report);
}

lgm_status lgm_copies_text_get(lgm_ledger *l, lgm_ledger_query *q, int64_t report,
                               lgm_copies_text *out, bool *there, lgm_arena *arena, lgm_err *err)
{
    *out = (lgm_copies_text){.report = report};
    lgm_ledger_query_int(q, 1, report);
    lgm_status st = lgm_ledger_query_step(q, there, err);
    if (st != LGM_OK || !*there) return st;
    st = get(l, q, out, arena, err);
    lgm_ledger_query_reset(q);
    return st;
}

bool lgm_copies_is_earlier(const lgm_copies_text *a, const lgm_copies_text *b)
{
    const int order = strcmp(a->when.ptr, b->when.ptr);
    return order ? order < 0 : a->report < b->report;
}
