/* named_record.h - the report or record that an address names: "12", "12:c7", an id, an address of
 * the web. */
#ifndef SERVER_NAMED_RECORD_H
#define SERVER_NAMED_RECORD_H

#include "exchange.h"

typedef struct named_record {
    int64_t report;
    lgm_link of;        /* kind 0 = the report */
    lgm_record *record; /* without names where they are to be left out; to be freed */
} named_record;

/* false: the exchange has a problem, and nothing is to be freed. redact: as its parameter says. */
bool named_record_find(named_record *out, exchange *x);
bool named_report_number(exchange *x, const char *what, int64_t *report);
/* "12:c7" alone: which claim of which report. */
bool named_claim_number(exchange *x, const char *what, int64_t *report, lgm_link *claim);

#endif
