/* index_tables.c - all tables of the index. */
#include "ledger/index_tables.h"

const lgm_ledger_table *const lgm_ledger_tables[LGM_LEDGER_N_TABLES] = {
    &lgm_ledger_entity,        &lgm_ledger_entity_name,  &lgm_ledger_time,
    &lgm_ledger_claim,         &lgm_ledger_claim_party,  &lgm_ledger_claim_about,
    &lgm_ledger_reply,         &lgm_ledger_dispute,      &lgm_ledger_dispute_side,
    &lgm_ledger_event,         &lgm_ledger_event_party,  &lgm_ledger_event_claim,
    &lgm_ledger_figure,        &lgm_ledger_incident,     &lgm_ledger_incident_filler,
    &lgm_ledger_perpetrator,   &lgm_ledger_figure_claim, &lgm_ledger_figure_part,
    &lgm_ledger_dated,         &lgm_ledger_source_day,   &lgm_ledger_claim_search,
    &lgm_ledger_entity_search, &lgm_ledger_sketch,       &lgm_ledger_profile,
};

void lgm_ledger_index_rows(lgm_ledger_rows *r)
{
    lgm_ledger_entity_rows(r);
    lgm_ledger_claim_rows(r);
    lgm_ledger_event_rows(r);
    lgm_ledger_figure_rows(r);
    lgm_ledger_incident_rows(r);
    lgm_ledger_dated_rows(r);
    lgm_ledger_source_rows(r);
    lgm_ledger_sketch_rows(r);
    lgm_ledger_profile_rows(r);
}

size_t lgm_ledger_table_place(const lgm_ledger_table *table)
{
    size_t i = 0;
    while (lgm_ledger_tables[i] != table) i++;
    return i;
}
