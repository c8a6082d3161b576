/* incident_rows.c - rows of incidents: the incident, what fills its slots, who is blamed. */
#include "ledger/index_tables.h"

const lgm_ledger_table lgm_ledger_incident = {
    .name = "incident",
    .columns = "n type stage day day_from day_to place killed killed_relation wounded "
               "wounded_relation listed"};
const lgm_ledger_table lgm_ledger_incident_filler = {.name = "incident_filler",
                                                     .columns = "incident slot n wording words"};
const lgm_ledger_table lgm_ledger_perpetrator = {.name = "perpetrator",
                                                 .columns = "incident n entity kind blame"};

static void put_bound(lgm_ledger_rows *r, const lgm_bound *b)
{
    if (b)
        lgm_ledger_row_int(r, b->value);
    else
        lgm_ledger_row_null(r);
    lgm_ledger_row_name(r, b ? lgm_relation_name(b->relation) : NULL);
}

static void put_incident(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_incident *const x = &r->record->incidents.at[i];
    lgm_ledger_row_begin(r, &lgm_ledger_incident);
    lgm_ledger_row_index(r, i);
    lgm_ledger_row_name(r, lgm_incident_type_name(x->type));
    lgm_ledger_row_text(r, x->stage);
    lgm_ledger_row_text(r, x->date);
    lgm_ledger_row_days(r, x->date);
    lgm_ledger_row_index(r, x->place);
    put_bound(r, x->killed);
    put_bound(r, x->wounded);
    lgm_ledger_row_first_day(r, x->date, r->record->date);
}

static void put_slot(lgm_ledger_rows *r, uint32_t incident, const char *slot, lgm_fillers fillers)
{
    for (uint32_t k = 0; k < fillers.n; k++)
        for (uint32_t w = 0; w < fillers.at[k].n; w++) {
            lgm_ledger_row_begin(r, &lgm_ledger_incident_filler);
            lgm_ledger_row_index(r, incident);
            lgm_ledger_row_name(r, slot);
            lgm_ledger_row_index(r, k);
            lgm_ledger_row_index(r, w);
            lgm_ledger_row_text(r, fillers.at[k].at[w]);
        }
}

static void put_slots(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_incident *const x = &r->record->incidents.at[i];
    put_slot(r, i, "perp_individual", x->perp_individuals);
    put_slot(r, i, "perp_organisation", x->perp_organisations);
    put_slot(r, i, "target", x->targets);
    put_slot(r, i, "victim", x->victims);
    put_slot(r, i, "weapon", x->weapons);
}

static void put_perpetrators(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_incident *const x = &r->record->incidents.at[i];
    for (uint32_t k = 0; k < x->perpetrators.n; k++) {
        const lgm_perpetrator *const p = &x->perpetrators.at[k];
        lgm_ledger_row_begin(r, &lgm_ledger_perpetrator);
        lgm_ledger_row_index(r, i);
        lgm_ledger_row_index(r, k);
        lgm_ledger_row_index(r, p->entity);
        lgm_ledger_row_text(r, p->kind);
        lgm_ledger_row_name(r, lgm_blame_name(p->confidence));
    }
}

void lgm_ledger_incident_rows(lgm_ledger_rows *r)
{
    const uint32_t n = (uint32_t)r->record->incidents.n;
    for (uint32_t i = 0; i < n; i++) put_incident(r, i);
    for (uint32_t i = 0; i < n; i++) put_slots(r, i);
    for (uint32_t i = 0; i < n; i++) put_perpetrators(r, i);
}
