/* event_rows.c - rows of events: the event, who takes part, who asserts it. */
#include "ledger/index_tables.h"

const lgm_ledger_table lgm_ledger_event = {
    .name = "event",
    .columns = "n words start end plover mode cameo place day day_from day_to time polarity "
               "modality confidence listed"};
const lgm_ledger_table lgm_ledger_event_party = {.name = "event_party",
                                                 .columns = "event part n entity"};
const lgm_ledger_table lgm_ledger_event_claim = {.name = "event_claim", .columns = "event claim"};
static void put_event(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_event *const e = &r->record->events.at[i];
    const lgm_str day = e->time ? e->time->value : (lgm_str){0};
    lgm_ledger_row_begin(r, &lgm_ledger_event);
    lgm_ledger_row_index(r, i);
    lgm_ledger_row_quote(r, e->trigger);
    lgm_ledger_row_int(r, e->trigger.start);
    lgm_ledger_row_int(r, e->trigger.end);
    lgm_ledger_row_text(r, e->plover);
    lgm_ledger_row_text(r, e->mode);
    lgm_ledger_row_text(r, e->cameo);
    lgm_ledger_row_index(r, e->place);
    lgm_ledger_row_text(r, day);
    lgm_ledger_row_days(r, day);
    lgm_ledger_row_index(r, e->time ? e->time->time : LGM_NONE);
    lgm_ledger_row_name(r, lgm_polarity_name(e->polarity));
    lgm_ledger_row_name(r, lgm_modality_name(e->modality));
    lgm_ledger_row_real(r, (double)e->confidence);
    lgm_ledger_row_first_day(r, day, r->record->date);
}

static void put_part(lgm_ledger_rows *r, uint32_t event, const char *part, lgm_indices entities)
{
    for (uint32_t k = 0; k < entities.n; k++) {
        lgm_ledger_row_begin(r, &lgm_ledger_event_party);
        lgm_ledger_row_index(r, event);
        lgm_ledger_row_name(r, part);
        lgm_ledger_row_index(r, k);
        lgm_ledger_row_index(r, entities.at[k]);
    }
}

static void put_claims(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_indices claims = r->record->events.at[i].asserted_by;
    for (uint32_t k = 0; k < claims.n; k++) {
        lgm_ledger_row_begin(r, &lgm_ledger_event_claim);
        lgm_ledger_row_index(r, i);
        lgm_ledger_row_index(r, claims.at[k]);
    }
}

void lgm_ledger_event_rows(lgm_ledger_rows *r)
{
    const uint32_t n = (uint32_t)r->record->events.n;
    for (uint32_t i = 0; i < n; i++) put_event(r, i);
    for (uint32_t i = 0; i < n; i++) {
        put_part(r, i, "agent", r->record->events.at[i].agents);
        put_part(r, i, "patient", r->record->events.at[i].patients);
    }
    for (uint32_t i = 0; i < n; i++) put_claims(r, i);
}
