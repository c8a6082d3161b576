/* dated_rows.c - on which days a reading has something to list: from the rows that have a day. */
#include <string.h>

#include "ledger/index_tables.h"

const lgm_ledger_table lgm_ledger_dated = {
    .name = "dated", .columns = "kind day", .key = LGM_LEDGER_BY_DAY};

static bool has_day(const lgm_ledger_table *t)
{
    return t == &lgm_ledger_claim || t == &lgm_ledger_event || t == &lgm_ledger_figure ||
           t == &lgm_ledger_incident;
}

lgm_slice lgm_ledger_row_listed(const lgm_ledger_rows *r, size_t i)
{
    const size_t end = i + 1 < r->rows.n ? r->rows.at[i + 1].first : r->values.n;
    return r->values.at[end - 1].as.text;
}

/* A day that comes again later is put again, and the table has it once. */
void lgm_ledger_dated_rows(lgm_ledger_rows *r)
{
    const lgm_ledger_table *table = NULL;
    lgm_slice last = {0};
    const size_t n = r->rows.n;
    for (size_t i = 0; i < n && !r->failed; i++) {
        const lgm_ledger_table *const t = r->rows.at[i].table;
        if (!has_day(t)) continue;
        const lgm_slice day = lgm_ledger_row_listed(r, i);
        if (t == table && day.len == last.len && memcmp(day.ptr, last.ptr, day.len) == 0) continue;
        lgm_ledger_row_begin(r, &lgm_ledger_dated);
        lgm_ledger_row_name(r, t->name);
        lgm_ledger_row_text(r, (lgm_str){day.ptr, day.len});
        table = t;
        last = day;
    }
}
