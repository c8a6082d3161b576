/*
 * record_ids.h - which record of the ledger is meant: "12", an id, an address; "12:c7" of the same.
 */
#ifndef CLI_RECORD_IDS_H
#define CLI_RECORD_IDS_H

#include "legomena/ledger.h"
#include "strbuf.h"

typedef struct record_id {
    int64_t report; /* of an address the newest version */
    lgm_link of;    /* kind 0 = the report; 'i' an incident */
} record_id;

/* An exit code, and said why; what is written to. */
int record_id_find(record_id *out, lgm_ledger *ledger, char *what);
/* "12:c7" */
void record_id_put(strbuf *b, record_id id);

#endif
