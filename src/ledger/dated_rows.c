/*
 * dated_rows.c - a day for each claim, event, figure and incident: when it was said or happened, as
 * the report has it, else the day of the report. Lists by day are read from it, newest first,
 * without all being sorted.
 */
#include "ledger/index_tables.h"

const lgm_ledger_table lgm_ledger_dated = {.name = "dated", .columns = "n kind day"};

static void put(lgm_ledger_rows *r, const char *kind, uint32_t i, lgm_str value)
{
    lgm_ledger_row_begin(r, &lgm_ledger_dated);
    lgm_ledger_row_index(r, i);
    lgm_ledger_row_name(r, kind);
    lgm_ledger_row_first_day(r, value, r->record->date);
}

static lgm_str day_of(const lgm_when *when)
{
    return when ? when->value : (lgm_str){0};
}

void lgm_ledger_dated_rows(lgm_ledger_rows *r)
{
    const lgm_record *const x = r->record;
    for (uint32_t i = 0; i < x->claims.n; i++) put(r, "claim", i, day_of(x->claims.at[i].said));
    for (uint32_t i = 0; i < x->events.n; i++) put(r, "event", i, day_of(x->events.at[i].time));
    for (uint32_t i = 0; i < x->figures.n; i++) {
        const uint32_t event = x->figures.at[i].event;
        put(r, "figure", i, event < x->events.n ? day_of(x->events.at[event].time) : (lgm_str){0});
    }
    for (uint32_t i = 0; i < x->incidents.n; i++) put(r, "incident", i, x->incidents.at[i].date);
}
