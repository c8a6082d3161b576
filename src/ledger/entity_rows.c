/* entity_rows.c - rows of names and of time expressions. */
#include "ledger/index_tables.h"

const lgm_ledger_table lgm_ledger_entity = {
    .name = "entity",
    .columns =
        "n type name actor geonames place country admin1 latitude longitude mentions start end"};
const lgm_ledger_table lgm_ledger_entity_name = {.name = "entity_name",
                                                 .columns = "entity n kind name"};
const lgm_ledger_table lgm_ledger_entity_search = {
    .name = "entity_search", .columns = "n name aliases", .key = LGM_LEDGER_BY_WORD};
const lgm_ledger_table lgm_ledger_time = {
    .name = "time", .columns = "n start end words type value mod day_from day_to"};

static void put_place(lgm_ledger_rows *r, const lgm_entity_place *p)
{
    static const lgm_str unknown = {0};
    if (p)
        lgm_ledger_row_int(r, p->geonames);
    else
        lgm_ledger_row_null(r);
    lgm_ledger_row_text(r, p ? p->name : unknown);
    lgm_ledger_row_text(r, p ? p->country : unknown);
    lgm_ledger_row_text(r, p ? p->admin1 : unknown);
    if (!p) lgm_ledger_row_null(r), lgm_ledger_row_null(r);
    if (p) lgm_ledger_row_real(r, p->lat), lgm_ledger_row_real(r, p->lon);
}

static void put_entity(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_entity *const e = &r->record->entities.at[i];
    lgm_ledger_row_begin(r, &lgm_ledger_entity);
    lgm_ledger_row_index(r, i);
    lgm_ledger_row_name(r, lgm_entity_type_name(e->type));
    lgm_ledger_row_text(r, e->name);
    lgm_ledger_row_text(r, e->actor);
    put_place(r, e->place);
    lgm_ledger_row_int(r, (int64_t)e->mentions.n);
    lgm_ledger_row_int(r, e->mentions.at[0].start);
    lgm_ledger_row_int(r, e->mentions.at[0].end);
}

static void put_names(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_entity *const e = &r->record->entities.at[i];
    for (uint32_t k = 0; k < e->aliases.n + e->roles.n; k++) {
        const bool alias = k < e->aliases.n;
        lgm_ledger_row_begin(r, &lgm_ledger_entity_name);
        lgm_ledger_row_index(r, i);
        lgm_ledger_row_index(r, k);
        lgm_ledger_row_name(r, alias ? "alias" : "role");
        lgm_ledger_row_text(r, alias ? e->aliases.at[k] : e->roles.at[k - e->aliases.n]);
    }
}

static void put_words(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_entity *const e = &r->record->entities.at[i];
    lgm_ledger_row_begin(r, &lgm_ledger_entity_search);
    lgm_ledger_row_index(r, i);
    lgm_ledger_row_text(r, e->name);
    lgm_ledger_row_lines(r, e->aliases.at, e->aliases.n);
}

static void put_time(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_time *const t = &r->record->times.at[i];
    lgm_ledger_row_begin(r, &lgm_ledger_time);
    lgm_ledger_row_index(r, i);
    lgm_ledger_row_int(r, t->start);
    lgm_ledger_row_int(r, t->end);
    lgm_ledger_row_quote(r, (lgm_cpspan){t->start, t->end});
    lgm_ledger_row_name(r, lgm_time_type_name(t->type));
    lgm_ledger_row_text(r, t->value);
    lgm_ledger_row_text(r, t->mod);
    lgm_ledger_row_days(r, t->value);
}

void lgm_ledger_entity_rows(lgm_ledger_rows *r)
{
    for (uint32_t i = 0; i < r->record->entities.n; i++) put_entity(r, i);
    for (uint32_t i = 0; i < r->record->entities.n; i++) put_names(r, i);
    for (uint32_t i = 0; i < r->record->entities.n; i++) put_words(r, i);
    for (uint32_t i = 0; i < r->record->times.n; i++) put_time(r, i);
}
