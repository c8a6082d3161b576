/*
 * index_tables.h - the tables of the index (schema/0002_index.sql), and how a record fills them.
 *
 * Files   index_tables.c, entity_rows.c, claim_rows.c, event_rows.c,
 *         figure_rows.c, incident_rows.c, dated_rows.c, source_rows.c,
 *         sketch_rows.c, profile_rows.c.
 */
#ifndef LGM_LEDGER_INDEX_TABLES_H
#define LGM_LEDGER_INDEX_TABLES_H

#include "ledger/row_list.h"

/* All rows of a record, in the order of lgm_ledger_tables. */
void lgm_ledger_index_rows(lgm_ledger_rows *r);

/* Each puts the rows of its tables. */
void lgm_ledger_entity_rows(lgm_ledger_rows *r); /* times too */
void lgm_ledger_claim_rows(lgm_ledger_rows *r);  /* replies and disputes too */
void lgm_ledger_event_rows(lgm_ledger_rows *r);
void lgm_ledger_figure_rows(lgm_ledger_rows *r);
void lgm_ledger_incident_rows(lgm_ledger_rows *r);
void lgm_ledger_dated_rows(lgm_ledger_rows *r);  /* of the rows that the others put */
void lgm_ledger_source_rows(lgm_ledger_rows *r); /* the same */
void lgm_ledger_sketch_rows(lgm_ledger_rows *r);
void lgm_ledger_profile_rows(lgm_ledger_rows *r);

/* The last value of row i, of a table whose rows have a day: that by which it is listed. */
lgm_slice lgm_ledger_row_listed(const lgm_ledger_rows *r, size_t i);

extern const lgm_ledger_table lgm_ledger_entity, lgm_ledger_entity_name, lgm_ledger_time,
    lgm_ledger_claim, lgm_ledger_claim_party, lgm_ledger_claim_about, lgm_ledger_reply,
    lgm_ledger_dispute, lgm_ledger_dispute_side, lgm_ledger_event, lgm_ledger_event_party,
    lgm_ledger_event_claim, lgm_ledger_figure, lgm_ledger_figure_claim, lgm_ledger_figure_part,
    lgm_ledger_dated, lgm_ledger_incident, lgm_ledger_incident_filler, lgm_ledger_perpetrator,
    lgm_ledger_source_day, lgm_ledger_claim_search, lgm_ledger_entity_search, lgm_ledger_sketch,
    lgm_ledger_profile;

enum { LGM_LEDGER_N_TABLES = 24 };
extern const lgm_ledger_table *const lgm_ledger_tables[LGM_LEDGER_N_TABLES];

/* Which of them a table is. */
size_t lgm_ledger_table_place(const lgm_ledger_table *table);

/* The number of claim n of a reading in the tables: claims are searched by it. The same in SQL. */
#define LGM_LEDGER_CLAIM(reading, n) reading " * 1048576 + " n
static inline int64_t lgm_ledger_claim_number(int64_t reading, int64_t n)
{
    return reading * 1048576 + n;
}

#endif
