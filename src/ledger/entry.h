/*
 * entry.h - what a worker has made of a record for the one thread that writes: see
 * lgm_ledger_prepare.
 *
 * Files   entry.c, report_row.c.
 */
#ifndef LGM_LEDGER_ENTRY_H
#define LGM_LEDGER_ENTRY_H

#include "ledger/index_tables.h"
#include "legomena/ledger.h"

enum { LGM_LEDGER_HEX = 64 }; /* characters of a hash */

struct lgm_ledger_entry {
    lgm_arena *arena;
    char sha256[LGM_LEDGER_HEX + 1], raw_sha256[LGM_LEDGER_HEX + 1];
    lgm_slice url;                          /* "" where there is none */
    lgm_slice model, model_version, engine; /* "" where none ran */
    lgm_slice retrieved, modified, file, member; /* ptr NULL = unknown, as columns of a report */
    int64_t line, byte;                          /* 0 = unknown */
    lgm_ledger_rows report;                 /* the one row of the report, without what put knows */
    lgm_slice json;                         /* packed */
    char json_sha256[LGM_LEDGER_HEX + 1];   /* of these bytes */
    lgm_slice raw;                          /* packed; ptr NULL = not kept, or the text itself */
    lgm_slice title, text;                  /* for the search */
    lgm_ledger_rows index;
};

extern const lgm_ledger_table lgm_ledger_report; /* without previous and learned */
void lgm_ledger_report_row(lgm_ledger_entry *e, lgm_ledger_rows *r);

#endif
