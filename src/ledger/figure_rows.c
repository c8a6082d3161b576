/* figure_rows.c - rows of figures: the number and its bounds, who gives it, what it is part of. */
#include "ledger/index_tables.h"

const lgm_ledger_table lgm_ledger_figure = {
    .name = "figure",
    .columns = "n of what relation value upper unit vague words start end event place time extent "
               "revised_from listed"};
const lgm_ledger_table lgm_ledger_figure_claim = {.name = "figure_claim",
                                                  .columns = "figure claim"};
const lgm_ledger_table lgm_ledger_figure_part = {.name = "figure_part", .columns = "figure whole"};

static void put_scope(lgm_ledger_rows *r, const lgm_scope *s)
{
    lgm_ledger_row_index(r, s ? s->place : LGM_NONE);
    lgm_ledger_row_index(r, s ? s->time : LGM_NONE);
    lgm_ledger_row_name(r, s ? lgm_extent_name(s->extent) : NULL);
}

/* When what it counts happened. */
static lgm_str day_of(const lgm_record *record, const lgm_figure *f)
{
    const lgm_when *const when =
        f->event < record->events.n ? record->events.at[f->event].time : NULL;
    return when ? when->value : (lgm_str){0};
}

static void put_figure(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_figure *const f = &r->record->figures.at[i];
    lgm_ledger_row_begin(r, &lgm_ledger_figure);
    lgm_ledger_row_index(r, i);
    lgm_ledger_row_text(r, f->of);
    lgm_ledger_row_text(r, f->what);
    lgm_ledger_row_name(r, lgm_relation_name(f->relation));
    lgm_ledger_row_real(r, f->value);
    if (f->upper > 0)
        lgm_ledger_row_real(r, f->upper);
    else
        lgm_ledger_row_null(r);
    lgm_ledger_row_text(r, f->unit);
    lgm_ledger_row_int(r, f->vague);
    lgm_ledger_row_quote(r, (lgm_cpspan){f->start, f->end});
    lgm_ledger_row_int(r, f->start);
    lgm_ledger_row_int(r, f->end);
    lgm_ledger_row_index(r, f->event);
    put_scope(r, f->scope);
    lgm_ledger_row_index(r, f->revised_from);
    lgm_ledger_row_first_day(r, day_of(r->record, f), r->record->date);
}

static void put_pairs(lgm_ledger_rows *r, const lgm_ledger_table *table, uint32_t i,
                      lgm_indices others)
{
    for (uint32_t k = 0; k < others.n; k++) {
        lgm_ledger_row_begin(r, table);
        lgm_ledger_row_index(r, i);
        lgm_ledger_row_index(r, others.at[k]);
    }
}

void lgm_ledger_figure_rows(lgm_ledger_rows *r)
{
    const uint32_t n = (uint32_t)r->record->figures.n;
    for (uint32_t i = 0; i < n; i++) put_figure(r, i);
    for (uint32_t i = 0; i < n; i++) {
        put_pairs(r, &lgm_ledger_figure_claim, i, r->record->figures.at[i].asserted_by);
        put_pairs(r, &lgm_ledger_figure_part, i, r->record->figures.at[i].part_of);
    }
}
